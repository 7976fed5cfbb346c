"""Organisations after the first set-up: taken into administration, renamed, ended. None is ever deleted."""

from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access import compiler
from kring.ground.access.actor import SYSTEM_ID, Actor
from kring.ground.access.gates import gate
from kring.ground.access.models import Dossier, DossierState, RoleAssignment
from kring.ground.access.policy import ADMINISTRATORS, may_administer, may_administer_all
from kring.ground.access.roles import ADMINISTRATOR
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.organisations.models import Organisation, Staff
from kring.ground.shared.verdict import Refused


def change_organisation(*, actor: Actor, organisation: Organisation) -> None:
    """Another name or code. What kind of organisation it is does not change: its data hang on that."""
    may_administer(actor, organisation.id).enforce()
    organisation.full_clean()
    with gate():
        organisation.save(update_fields=["name", "cbs_code", "agb_code"])
    note_deed("access.organisation_changed", "settings")


def end_organisation(*, actor: Actor, organisation: Organisation, ended_on: date, ground: str) -> None:
    """Only when nobody works there any more and no family's dossier is still in its care."""
    (may_administer_all(actor) and may_administer(actor, organisation.id)).enforce()
    _demand(ground)
    if Staff.objects.filter(organisation=organisation).exclude(ended_on__lte=ended_on).exists():
        raise Refused(_("Hier werken nog mensen. Zet hen eerst uit dienst."))
    with gate():
        if Dossier.objects.filter(controller=organisation).exclude(state=DossierState.CLOSED).exists():
            raise Refused(_("Deze organisatie is nog verantwoordelijk voor lopende dossiers. Sluit die eerst af."))
        Organisation.objects.filter(id=organisation.id).update(ended_on=ended_on)
    organisation.ended_on = ended_on
    note_deed("access.organisation_ended", "settings", ground=ground)


def take_up_administration(*, actor: Actor, organisation: Organisation, ground: str) -> None:
    """An organisation without an administrator of its own: a functional administrator takes it up, with a reason."""
    may_administer_all(actor).enforce()
    _demand(ground)
    with gate():
        if _has_administrator(organisation.id, actor.at):
            raise Refused(_("Deze organisatie heeft al een beheerder. Vraag die om u de rol te geven."))
        RoleAssignment.objects.create(
            account_id=actor.id,
            organisation=organisation,
            role=ADMINISTRATOR.code,
            started_at=actor.at,
            ground=ground,
        )
        compiler.recompile_account(actor.id)
    note_deed("access.administration_taken_up", "settings", event=Event.RIGHTS, ground=ground)


def _has_administrator(organisation: UUID, at: datetime) -> bool:
    """Somebody else than the installation itself. Inside a gate."""
    rows = RoleAssignment.objects.filter(organisation_id=organisation, role__in=ADMINISTRATORS, started_at__lte=at)
    return rows.exclude(account_id=SYSTEM_ID).exclude(ended_at__lte=at).exists()


def _demand(ground: str) -> None:
    if not ground.strip():
        raise Refused(_("Schrijf op waarom."))
