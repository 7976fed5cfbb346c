"""The family's answer per person and law: a yes opens that part for who leads, a no closes it (BR-087 to BR-089)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.models import DossierSubject, SharingDecision, SharingGround
from kring.ground.access.parts import Law, Part
from kring.ground.access.services import Decision, share, withdraw
from kring.ground.agenda.services import finish_clock
from kring.ground.audit.trail import note_deed
from kring.ground.shared.verdict import Refused
from kring.practice.leads.models import FamilyAnswer
from kring.practice.leads.policy import may_write_answers, roles_in
from kring.practice.leads.rules import ASK_FAMILY


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody said about one person's part under one law. Ground, purpose and necessity belong to a yes."""

    subject: UUID
    law: Law
    shares: bool
    said_by: str
    ground: SharingGround = SharingGround.EXPLICIT_CONSENT
    purpose: str = ""
    necessity: str = ""
    until: datetime | None = None


def record_answer(*, actor: Actor, dossier: UUID, answer: Answer) -> FamilyAnswer:
    """Write the answer down and do what it says. What ran before under this law for this person ends."""
    may_write_answers(roles_in(actor, dossier)).enforce()
    if not answer.said_by.strip():
        raise Refused(_("Schrijf op wie dit antwoord gaf."))
    if not DossierSubject.objects.filter(dossier_id=dossier, subject_id=answer.subject).exists():
        raise Refused(_("Deze persoon hoort niet bij dit dossier."))
    row = FamilyAnswer(
        dossier_id=dossier,
        subject_id=answer.subject,
        law=answer.law,
        shares=answer.shares,
        said_by=answer.said_by.strip(),
        written_by=actor.id,
        written_at=actor.at,
    )
    row.save(force_insert=True)
    note_deed("leads.answer_recorded", Part.SHARING, dossier=dossier, subjects=[answer.subject])
    _end_running(actor, dossier, answer)
    if answer.shares:
        share(actor=actor, dossier=dossier, decision=_decision(answer))
    finish_clock(actor=actor, dossier=dossier, clock=ASK_FAMILY)
    return row


def _end_running(actor: Actor, dossier: UUID, answer: Answer) -> None:
    running = SharingDecision.objects.filter(
        dossier_id=dossier, subject_id=answer.subject, law=answer.law, withdrawn_at=None
    )
    for decision in running.exclude(ended_at__lte=actor.at).order_by("started_at"):
        withdraw(actor=actor, decision=decision)


def _decision(answer: Answer) -> Decision:
    return Decision(answer.subject, [answer.law], answer.ground, answer.purpose, answer.necessity, until=answer.until)
