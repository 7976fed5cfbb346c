"""One deed gives a family exactly one regisseur and one achtervang, and ends what was before (BR-030, BR-031)."""

from dataclasses import dataclass
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from kring.ground.access.actor import Actor
from kring.ground.access.models import Account, Dossier, DossierState
from kring.ground.access.parts import Part
from kring.ground.access.policy import may_appoint
from kring.ground.access.services import end_involvement, end_naming, involve, set_state
from kring.ground.access.services.leading import replace_leads
from kring.ground.agenda.models import NoticeKind
from kring.ground.agenda.services import finish_clock, hand_over_clock, notify
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.organisations.models import OrganisationKind
from kring.practice.leads.models import Lead, LeadKind
from kring.practice.leads.policy import ROLE_OF
from kring.practice.leads.rules import ASK_FAMILY, Appointment, appointment_problems, enforce

GROUND = "aangewezen als {role}"


@dataclass(frozen=True, slots=True)
class Chosen:
    """One of the two, with what goes with the choice."""

    kind: LeadKind
    account: Account

    @property
    def role(self) -> str:
        return ROLE_OF[self.kind]

    @property
    def is_professional(self) -> bool:
        return self.account.staff_id is not None


def appoint(
    *,
    actor: Actor,
    dossier: Dossier,
    lead: Account,
    deputy: Account,
    chosen_by_family: bool | None,
    reason: str = "",
) -> tuple[Lead, Lead]:
    """Regisseur and achtervang from now on. The dossier becomes active; both get a notice; who named it is done.

    `chosen_by_family` None means that the family has not been asked yet: a professional of the two asks it.
    """
    may_appoint(actor, dossier).enforce()
    chosen = (Chosen(LeadKind.LEAD, lead), Chosen(LeadKind.DEPUTY, deputy))
    enforce(
        appointment_problems(
            Appointment(
                lead.id, deputy.id, chosen[1].is_professional, chosen[0].is_professional,
                chosen_by_family, reason, dossier.state,
            )
        )
    )  # fmt: skip
    running = Lead.objects.filter(dossier_id=dossier.id, ended_at=None)
    before, rows = _professionals(running), tuple(_row(actor, dossier, one, chosen_by_family, reason) for one in chosen)
    replace_leads(actor=actor, dossier=dossier, running=running, rows=rows)
    _change_involvement(actor, dossier, before, chosen)
    set_state(actor=actor, dossier=dossier, state=DossierState.ACTIVE)
    note_deed("leads.lead_appointed", Part.LEAD, event=Event.RIGHTS, dossier=dossier.id, ground=reason)
    for one in chosen:
        notify(account=one.account.id, kind=NoticeKind.APPOINTED, dossier=dossier.id)
    if chosen_by_family is not None:
        finish_clock(actor=actor, dossier=dossier.id, clock=ASK_FAMILY)
    else:
        asks = next(one.account.id for one in chosen if one.is_professional)
        hand_over_clock(actor=actor, dossier=dossier.id, clock=ASK_FAMILY, account=asks)
    end_naming(actor=actor, dossier=dossier, ground="er is een regisseur aangewezen")
    return rows[0], rows[1]


def _professionals(running: QuerySet[Lead]) -> frozenset[tuple[UUID, str]]:
    """Which professional is what: a relative has no involvement as a regisseur."""
    professionals = running.exclude(organisation_name="").order_by("kind").values_list("account", "kind")
    return frozenset((account, ROLE_OF[LeadKind(kind)]) for account, kind in professionals)


def _hand_over_tasks(dossier: UUID, before: frozenset[tuple[UUID, str]], chosen: tuple[Chosen, ...]) -> None:
    """What the one who left still had to do here, is the successor's now (BR-034)."""
    now = {one.role: one.account.id for one in chosen}
    left = sorted((account, role) for account, role in before if account not in now.values())
    for account, role in left:
        with connection.cursor() as cursor:
            cursor.execute("select leads.hand_over_tasks(%s, %s, %s)", [dossier, account, now[role]])


def _row(actor: Actor, dossier: Dossier, one: Chosen, chosen_by_family: bool | None, reason: str) -> Lead:
    staff = one.account.staff
    organisation = one.account.organisation
    return Lead(
        dossier=dossier,
        account=one.account,
        name=one.account.display_name,
        function=one.account.function,
        organisation_name=organisation.name if organisation else "",
        is_of_gi=is_of_gi(one.account),
        phone=staff.phone if staff else "",
        kind=one.kind,
        started_at=actor.at,
        chosen_by_family=chosen_by_family,
        reason=reason.strip(),
    )


def is_of_gi(account: Account) -> bool:
    """Works at a gecertificeerde instelling: its plan goes before the own plan (BR-033)."""
    organisation = account.organisation
    return organisation is not None and organisation.kind == OrganisationKind.GI


def _change_involvement(
    actor: Actor, dossier: Dossier, before: frozenset[tuple[UUID, str]], chosen: tuple[Chosen, ...]
) -> None:
    """Who left loses access and tasks at once; who stayed in the same role keeps both. A relative sees what it saw."""
    now = {(one.account.id, one.role) for one in chosen}
    for account, role in sorted(before - now):
        end_involvement(actor=actor, dossier=dossier, account=account, role=role, ground="opgevolgd")
    for one in chosen:
        if one.is_professional and (one.account.id, one.role) not in before:
            ground = GROUND.format(role=one.kind.label)
            involve(actor=actor, dossier=dossier, account=one.account, role=one.role, ground=ground)
    _hand_over_tasks(dossier.id, before, chosen)
