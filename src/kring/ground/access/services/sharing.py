"""Sharing decisions: only the family's answer or another ground opens a law's part (BR-087, BR-089, BR-090)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access import compiler
from kring.ground.access.actor import Actor
from kring.ground.access.gates import gate
from kring.ground.access.models import SharingDecision, SharingGround
from kring.ground.access.policy import may_record_family_answer
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.shared.verdict import Refused


@dataclass(frozen=True, slots=True)
class Decision:
    """About whom, which laws, on which ground, for what, and why it cannot be done with less."""

    subject: UUID
    laws: Sequence[str]
    ground: SharingGround
    purpose: str
    necessity: str
    until: datetime | None = None


def share(*, actor: Actor, dossier: UUID, decision: Decision) -> list[SharingDecision]:
    """One row per law. Purpose and necessity are asked always, also with consent."""
    may_record_family_answer(actor, dossier).enforce()
    if not (decision.purpose.strip() and decision.necessity.strip()):
        raise Refused(_("Vul in waarvoor dit nodig is, en waarom het niet met minder kan."))
    rows = [_row(actor, dossier, decision, law) for law in decision.laws]
    with gate():
        SharingDecision.objects.bulk_create(rows)
        compiler.recompile_dossier(dossier)
    note_deed(
        "access.sharing_decided",
        "sharing",
        event=Event.RIGHTS,
        dossier=dossier,
        subjects=[decision.subject],
        ground=decision.ground,
    )
    return rows


def _row(actor: Actor, dossier: UUID, decision: Decision, law: str) -> SharingDecision:
    return SharingDecision(
        dossier_id=dossier,
        subject_id=decision.subject,
        law=law,
        ground=decision.ground,
        purpose=decision.purpose,
        necessity=decision.necessity,
        decided_by=actor.id,
        started_at=actor.at,
        ended_at=decision.until,
    )


def withdraw(*, actor: Actor, decision: SharingDecision) -> None:
    """From this moment no new data flow (BR-087)."""
    may_record_family_answer(actor, decision.dossier_id).enforce()
    with gate():
        SharingDecision.objects.filter(id=decision.id, withdrawn_at=None).update(withdrawn_at=actor.at)
        compiler.recompile_dossier(decision.dossier_id)
    note_deed(
        "access.sharing_withdrawn",
        "sharing",
        event=Event.RIGHTS,
        dossier=decision.dossier_id,
        subjects=[decision.subject_id],
    )
