"""Someone leaves, or hands a role in a dossier on: access ends at once, and what was done stays readable (BR-034)."""

from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access import compiler
from kring.ground.access.actor import Actor
from kring.ground.access.gates import gate
from kring.ground.access.models import Account, Dossier, Involvement, Login, Party, PartySource, RoleAssignment
from kring.ground.access.policy import may_administer
from kring.ground.access.roles import DEPUTY, DOSSIER_ROLES, REGISSEUR
from kring.ground.access.rules import can_close
from kring.ground.access.services.parties import end_worked, note_level
from kring.ground.access.services.staff import let_go
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.shared.lasting import lasting
from kring.ground.shared.verdict import Refused

LEADING = (REGISSEUR.code, DEPUTY.code)


def close_account(*, actor: Actor, account: Account, ground: str) -> None:
    """Someone left: no sign-in, no role, no dossier from now on. Refused as long as families are led."""
    staff = account.staff
    if staff is None:
        raise Refused(_("Dit account hoort bij een gezin, en niet bij een organisatie."))
    may_administer(actor, account.organisation_id).enforce()
    if account.id == actor.id:
        raise Refused(_("U sluit uw eigen account niet. Vraag het een andere beheerder."))
    if not ground.strip():
        raise Refused(_("Schrijf op waarom."))
    running = lasting(actor.at)
    with gate():
        involved = Involvement.objects.filter(running, account=account)
        can_close(families=involved.filter(role__in=LEADING).count()).enforce()
        roles = list(involved.values_list("dossier_id", "role"))
        involved.update(ended_at=actor.at)
        Party.objects.filter(account=account.id, ended_on=None).update(ended_on=actor.today)
        RoleAssignment.objects.filter(running, account=account).update(ended_at=actor.at)
        compiler.recompile_account(account.id)
        for dossier in sorted({dossier for dossier, _role in roles}):
            compiler.recompile_dossier(dossier)
    Login.objects.filter(id=account.id).update(is_active=False)
    let_go(actor=actor, staff=staff, ended_on=actor.today)
    _note_ended(roles, ground)
    note_deed("access.account_closed", "settings", event=Event.RIGHTS, ground=ground)


def _note_ended(involved: list[tuple[UUID, str]], ground: str) -> None:
    for dossier in sorted({dossier for dossier, _role in involved}):
        level = note_level(role for where, role in involved if where == dossier)
        note_deed("access.involvement_ended", "party", event=Event.RIGHTS, dossier=dossier, ground=ground, level=level)


def succeed(*, actor: Actor, dossier: UUID, leaver: Account, successor: Account, role: str, ground: str) -> None:
    """A colleague has this role in the dossier from now on, with the same laws; who had it has it no more."""
    may_administer(actor, leaver.organisation_id).enforce()
    running = lasting(actor.at)
    with gate():
        before = Involvement.objects.filter(running, dossier_id=dossier, account=leaver, role=role)
        laws = sorted({law for given in before.values_list("laws", flat=True) for law in given})
        before.update(ended_at=actor.at)
        end_worked(actor=actor, dossier=dossier, account=leaver.id)
        Involvement.objects.create(
            dossier_id=dossier, account=successor, role=role, laws=laws, started_at=actor.at, ground=ground
        )
        _party(actor, dossier, successor, role).save(force_insert=True)
        compiler.recompile_dossier(dossier)
    note_deed("access.role_handed_over", "party", event=Event.RIGHTS, dossier=dossier, ground=ground)


def _party(actor: Actor, dossier: UUID, account: Account, role: str) -> Party:
    return Party(
        dossier=Dossier.objects.get(id=dossier),
        account=account.id,
        name=account.display_name,
        function=DOSSIER_ROLES[role].title,
        organisation_name=account.organisation.name if account.organisation else "",
        phone=account.staff.phone if account.staff else "",
        source=PartySource.ACCOUNT,
        started_on=actor.today,
    )
