"""Sharing decisions: only the family's answer or another ground opens a law's part (BR-087, BR-089, BR-090)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access import compiler
from kring.ground.access.actor import Actor
from kring.ground.access.gates import gate
from kring.ground.access.models import Involvement, RecipientKind, SharedPart, SharingDecision, SharingGround
from kring.ground.access.policy import may_decide_own_sharing, may_record_family_answer
from kring.ground.access.roles import REGISSEUR
from kring.ground.access.sharing_rules import (
    NAMED_RECIPIENTS,
    Moments,
    Sharing,
    SharingState,
    can_become,
    can_share,
    can_state_reasons,
    can_stop,
    state_of,
)
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.shared.lasting import in_force
from kring.ground.shared.verdict import Refused


@dataclass(frozen=True, slots=True)
class Recipient:
    """Whoever leads, an account that works in this dossier, or someone outside Kring by name or function."""

    kind: RecipientKind = RecipientKind.LEADS
    name: str = ""
    account: UUID | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """About whom (None: what is of all together), which laws and parts, on which ground, for whom, why, until when."""

    subject: UUID | None
    laws: Sequence[str]
    ground: SharingGround
    purpose: str
    necessity: str
    proportionality: str
    until: datetime | None = None
    recipient: Recipient = Recipient()
    parts: Sequence[SharedPart] = ()
    informed_on: date | None = None
    evidence: str = ""


def share(*, actor: Actor, dossier: UUID, decision: Decision, concept: bool = False) -> list[SharingDecision]:
    """One row per law and part. Purpose, necessity and proportionality are asked always; a concept opens nothing."""
    (may_record_family_answer(actor, dossier) or may_decide_own_sharing(actor, dossier, decision.subject)).enforce()
    can_state_reasons(decision.purpose, decision.necessity, decision.proportionality).enforce()
    rows = [
        *(_row(actor, dossier, decision, SharedPart.HELP, law) for law in decision.laws),
        *(_row(actor, dossier, decision, part, "") for part in decision.parts),
    ]
    if not rows:
        raise Refused(_("Kies wat er gedeeld wordt."))
    with gate():
        works_under = _works_under(actor, dossier, decision.recipient)
        for row in rows:
            can_share(Sharing(row.ground, row.law, works_under), actor.today).enforce()
            row.started_at = None if concept else actor.at
        SharingDecision.objects.bulk_create(rows)
        compiler.recompile_dossier(dossier)
    _note("access.sharing_prepared" if concept else "access.sharing_decided", rows[0], decision.ground)
    return rows


def take(*, actor: Actor, decision: SharingDecision, informed_on: date | None, evidence: str) -> None:
    """A concept becomes a decision: from now on its part is open to its recipient."""
    _enforce_may(actor, decision, SharingState.TAKEN)
    with gate():
        works_under = _works_under(actor, decision.dossier_id, _recipient_of(decision))
        can_share(Sharing(decision.ground, decision.law, works_under), actor.today).enforce()
        _change(decision, started_at=actor.at, informed_on=informed_on, evidence=evidence.strip())
    _note("access.sharing_decided", decision, decision.ground)


def tell(*, actor: Actor, decision: SharingDecision, informed_on: date) -> None:
    """Who it is about has been told."""
    may_record_family_answer(actor, decision.dossier_id).enforce()
    can_become(_state(actor, decision), SharingState.TOLD).enforce()
    with gate():
        _change(decision, informed_on=informed_on)
    _note("access.sharing_told", decision, decision.ground)


def withdraw(*, actor: Actor, decision: SharingDecision) -> None:
    """From this moment no new data flow (BR-087). A family takes back its consent, and nothing but that."""
    _enforce_may(actor, decision, SharingState.WITHDRAWN)
    if not may_record_family_answer(actor, decision.dossier_id):
        can_stop(decision.ground).enforce()
    with gate():
        _change(decision, withdrawn_at=actor.at, withdrawn_by=actor.id)
    _note("access.sharing_withdrawn", decision)


def revise(*, actor: Actor, decision: SharingDecision) -> None:
    """A new decision takes its place: this one ends now."""
    may_record_family_answer(actor, decision.dossier_id).enforce()
    can_become(_state(actor, decision), SharingState.REVISED).enforce()
    with gate():
        _change(decision, ended_at=actor.at, revised_at=actor.at)
    _note("access.sharing_revised", decision)


def _enforce_may(actor: Actor, decision: SharingDecision, next_state: SharingState) -> None:
    leads = may_record_family_answer(actor, decision.dossier_id)
    (leads or may_decide_own_sharing(actor, decision.dossier_id, decision.subject_id)).enforce()
    can_become(_state(actor, decision), next_state).enforce()


def _state(actor: Actor, decision: SharingDecision) -> SharingState:
    return state_of(
        Moments(
            decision.started_at,
            decision.informed_on,
            decision.ended_at,
            decision.withdrawn_at,
            decision.revised_at,
        ),
        actor.at,
    )


def _change(decision: SharingDecision, **fields: object) -> None:
    """Inside a gate. Two people may stop the same decision in the same second."""
    if not SharingDecision.objects.filter(id=decision.id, withdrawn_at=None).update(**fields):
        raise Refused(_("Iemand anders heeft dit net veranderd. Kijk opnieuw wat er nu geldt."))
    compiler.recompile_dossier(decision.dossier_id)


def _works_under(actor: Actor, dossier: UUID, recipient: Recipient) -> frozenset[str]:
    """The laws of the recipient's own work in this dossier. Inside a gate: an account must have a role here now."""
    running = Involvement.objects.filter(in_force(actor.at), dossier_id=dossier)
    if recipient.account is not None:
        rows = running.filter(account_id=recipient.account, role__in=NAMED_RECIPIENTS)
        if not rows.exists():
            raise Refused(_("Deze professional heeft geen rol in dit dossier. Kies iemand die erbij betrokken is."))
    elif recipient.kind is RecipientKind.OUTSIDE:
        return frozenset()
    else:
        rows = running.filter(role=REGISSEUR.code)
    return frozenset(law for laws in rows.values_list("laws", flat=True) for law in laws)


def _recipient_of(decision: SharingDecision) -> Recipient:
    return Recipient(RecipientKind(decision.recipient_kind), decision.recipient_name, decision.recipient_id)


def _row(actor: Actor, dossier: UUID, decision: Decision, part: SharedPart, law: str) -> SharingDecision:
    if decision.recipient.kind is not RecipientKind.LEADS and not decision.recipient.name.strip():
        raise Refused(_("Schrijf op aan wie dit gedeeld wordt."))
    return SharingDecision(
        dossier_id=dossier,
        subject_id=decision.subject,
        part=part,
        law=law,
        recipient_kind=decision.recipient.kind,
        recipient_id=decision.recipient.account,
        recipient_name=decision.recipient.name.strip(),
        ground=decision.ground,
        purpose=decision.purpose.strip(),
        necessity=decision.necessity.strip(),
        proportionality=decision.proportionality.strip(),
        evidence=decision.evidence.strip(),
        decided_by=actor.id,
        informed_on=decision.informed_on,
        ended_at=decision.until,
    )


def _note(what: str, row: SharingDecision, ground: str = "") -> None:
    subjects = [row.subject_id] if row.subject_id else []
    note_deed(what, "sharing", event=Event.RIGHTS, dossier=row.dossier_id, subjects=subjects, ground=ground)
