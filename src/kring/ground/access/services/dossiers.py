"""Opening a dossier, its members, and who is involved in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access import compiler
from kring.ground.access.actor import Actor
from kring.ground.access.gates import gate
from kring.ground.access.models import (
    Account,
    Dossier,
    DossierState,
    DossierSubject,
    Involvement,
    Party,
    PartySource,
    Representation,
    Subject,
)
from kring.ground.access.policy import (
    may_appoint,
    may_bring_in,
    may_give_role,
    may_open_dossier,
    may_record_family_answer,
)
from kring.ground.access.roles import (
    APPOINTER,
    DOSSIER_ROLES,
    EMERGENCY,
    JOINING,
    NAMER,
    NEEDS_AN_END,
)
from kring.ground.access.rules import can_be_label
from kring.ground.access.services.parties import WITHOUT_PARTY, end_told, end_worked, note_level, party_function
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.shared.lasting import lasting
from kring.ground.shared.verdict import Refused


@dataclass(frozen=True, slots=True)
class NewMember:
    """A subject that enters a dossier, with its role in the family in words ("moeder")."""

    subject: UUID
    role: str = ""


def open_dossier(
    *,
    actor: Actor,
    controller: UUID,
    label: str,
    members: Sequence[NewMember],
    ground: str,
    area: UUID | None = None,
) -> Dossier:
    """A dossier with its members; the opener sees its face only. All subjects must be the controller's own."""
    (may_open_dossier(actor, controller) and can_be_label(label)).enforce()
    dossier = Dossier(controller_id=controller, label=label, area=area, opened_on=actor.today)
    with gate():
        _enforce_own_subjects(controller, [member.subject for member in members])
        dossier.save(force_insert=True)
        DossierSubject.objects.bulk_create(
            [
                DossierSubject(dossier=dossier, subject_id=member.subject, role=member.role, started_at=actor.at)
                for member in members
            ]
        )
        _add_involvement(actor, dossier.id, actor.id, NAMER.code, ground)
        compiler.recompile_dossier(dossier.id)
    subjects = [member.subject for member in members]
    note_deed(
        "access.dossier_opened",
        "dossier_face",
        event=Event.RIGHTS,
        dossier=dossier.id,
        subjects=subjects,
        ground=ground,
    )
    return dossier


def involve(  # noqa: PLR0913  spelled out by keyword
    *,
    actor: Actor,
    dossier: Dossier,
    account: Account,
    role: str,
    ground: str,
    laws: Sequence[str] = (),
    until: datetime | None = None,
) -> Involvement:
    """Give an account a role in a dossier. A professional also becomes a party that everyone round the family sees."""
    may_give_role(actor, dossier, role).enforce()
    if role not in DOSSIER_ROLES or role == EMERGENCY.code:
        raise ValueError(f"Onbekende rol in een dossier: {role}")
    if role in NEEDS_AN_END and until is None:
        raise Refused(_("Zeg tot wanneer: wie geraadpleegd wordt, leest van en tot een dag."))
    party = None if role in WITHOUT_PARTY else _party(dossier, account, role, actor.today)
    with gate():
        involvement = _add_involvement(actor, dossier.id, account.id, role, ground, laws=laws, until=until)
        if party is not None:
            end_told(actor=actor, party=party)
            party.save(force_insert=True)
        compiler.recompile_dossier(dossier.id)
    _note_role("access.account_involved", dossier, role, ground)
    return involvement


def end_involvement(*, actor: Actor, dossier: Dossier, account: UUID, role: str, ground: str) -> None:
    """From now on this account has this role no more."""
    may_appoint(actor, dossier).enforce()
    with gate():
        running = Involvement.objects.filter(lasting(actor.at), dossier=dossier, account_id=account, role=role)
        running.update(ended_at=actor.at)
        end_worked(actor=actor, dossier=dossier.id, account=account)
        compiler.recompile_dossier(dossier.id)
    _note_role("access.involvement_ended", dossier, role, ground)


def end_work(*, actor: Actor, dossier: Dossier, account: UUID, ground: str) -> None:
    """Who worked along does so no more; who leads stays until another is appointed."""
    may_bring_in(actor, dossier).enforce()
    with gate():
        running = Involvement.objects.filter(lasting(actor.at), dossier=dossier, account_id=account, role__in=JOINING)
        if not running.update(ended_at=actor.at):
            raise Refused(_("Deze professional werkt hier niet (meer) mee."))
        end_worked(actor=actor, dossier=dossier.id, account=account)
        compiler.recompile_dossier(dossier.id)
    note_deed("access.involvement_ended", "party", event=Event.RIGHTS, dossier=dossier.id, ground=ground)


def end_naming(*, actor: Actor, dossier: Dossier, ground: str) -> None:
    """There is a regisseur: having named a household shows its members no more.

    Who appointed keeps the name and who leads, to be able to appoint another (handbook §5, condition 8).
    """
    may_appoint(actor, dossier).enforce()
    with gate():
        running = Involvement.objects.filter(dossier=dossier, ended_at=None)
        running.filter(role=NAMER.code).update(ended_at=actor.at)
        if not running.filter(role=APPOINTER.code, account_id=actor.id).exists():
            _add_involvement(actor, dossier.id, actor.id, APPOINTER.code, ground)
        compiler.recompile_dossier(dossier.id)
    note_deed("access.naming_ended", "dossier_face", event=Event.RIGHTS, dossier=dossier.id, ground=ground)


def link_subject(*, actor: Actor, dossier: Dossier, member: NewMember, ground: str) -> DossierSubject:
    """One more member of the family."""
    may_appoint(actor, dossier).enforce()
    link = DossierSubject(dossier=dossier, subject_id=member.subject, role=member.role, started_at=actor.at)
    with gate():
        _enforce_own_subjects(dossier.controller_id, [member.subject])
        link.save(force_insert=True)
        compiler.recompile_dossier(dossier.id)
    note_deed(
        "access.subject_linked",
        "dossier_face",
        event=Event.RIGHTS,
        dossier=dossier.id,
        subjects=[member.subject],
        ground=ground,
    )
    return link


def represent(
    *, actor: Actor, dossier: Dossier, holder: UUID, child: UUID, until: datetime | None, source: str
) -> None:
    """`holder` has authority over `child` until `until`, the sixteenth birthday at the latest (BR-084)."""
    may_appoint(actor, dossier).enforce()
    with gate():
        Representation.objects.get_or_create(
            holder_id=holder,
            child_id=child,
            ended_at=until,
            defaults={"started_at": actor.at, "source": source},
        )
        for where in DossierSubject.objects.filter(subject_id=child).values_list("dossier_id", flat=True):
            compiler.recompile_dossier(where)
    note_deed(
        "access.representation_recorded",
        "relation",
        event=Event.RIGHTS,
        dossier=dossier.id,
        subjects=[holder, child],
    )


def set_state(*, actor: Actor, dossier: Dossier, state: DossierState) -> None:
    """Move the dossier to a state; the domain that owns the deed has asked its own rules."""
    (may_appoint(actor, dossier) or may_record_family_answer(actor, dossier.id)).enforce()
    closed_on = actor.today if state == DossierState.CLOSED else None
    with gate():
        Dossier.objects.filter(id=dossier.id).update(state=state, closed_on=closed_on)
    dossier.state, dossier.closed_on = state, closed_on
    note_deed("access.dossier_moved", "dossier_face", dossier=dossier.id)


def _add_involvement(  # noqa: PLR0913
    actor: Actor,
    dossier: UUID,
    account: UUID,
    role: str,
    ground: str,
    *,
    laws: Sequence[str] = (),
    until: datetime | None = None,
) -> Involvement:
    if not ground.strip():
        raise Refused("Een reden of grond is nodig.")
    return Involvement.objects.create(
        dossier_id=dossier,
        account_id=account,
        role=role,
        laws=list(laws),
        started_at=actor.at,
        ended_at=until,
        ground=ground,
    )


def _note_role(what: str, dossier: Dossier, role: str, ground: str) -> None:
    note_deed(what, "party", event=Event.RIGHTS, dossier=dossier.id, ground=ground, level=note_level([role]))


def _party(dossier: Dossier, account: Account, role: str, today: date) -> Party:
    organisation = account.organisation
    return Party(
        dossier=dossier,
        account=account.id,
        name=account.display_name,
        function=party_function(role, account.function),
        organisation_name=organisation.name if organisation else "",
        phone=account.staff.phone if account.staff else "",
        source=PartySource.ACCOUNT,
        started_on=today,
    )


def _enforce_own_subjects(controller: UUID, subjects: Sequence[UUID]) -> None:
    own = Subject.objects.filter(id__in=subjects, controller_id=controller).count()
    if own != len(set(subjects)):
        raise Refused("Niet alle personen horen bij deze gemeente of organisatie.")
