"""The family's answer per person and law: a yes opens that part for who leads, a no closes it (BR-087 to BR-089)."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.models import (
    Dossier,
    DossierSubject,
    RecipientKind,
    SharedPart,
    SharingDecision,
    SharingGround,
)
from kring.ground.access.parts import Law, Part
from kring.ground.access.services import Decision, revise, share, withdraw
from kring.ground.agenda.services import finish_clock
from kring.ground.audit.trail import note_deed
from kring.ground.configuration.queries import value
from kring.ground.shared.verdict import Refused
from kring.practice.leads.models import FamilyAnswer
from kring.practice.leads.policy import may_write_answers, roles_in
from kring.practice.leads.rules import ASK_FAMILY, SHARED_FOR, shared_until


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody said about one person's part under one law. Ground and reasons belong to a yes."""

    subject: UUID
    law: Law
    shares: bool
    said_by: str
    ground: SharingGround = SharingGround.EXPLICIT_CONSENT
    purpose: str = ""
    necessity: str = ""
    proportionality: str = ""
    until: datetime | None = None
    informed_on: date | None = None
    evidence: str = ""


def record_answer(*, actor: Actor, dossier: UUID, answer: Answer) -> FamilyAnswer:
    """Write the answer down and do what it says. What ran before under this law for this person ends."""
    may_write_answers(roles_in(actor, dossier)).enforce()
    if not answer.said_by.strip():
        raise Refused(_("Schrijf op wie dit antwoord gaf."))
    if not DossierSubject.objects.filter(dossier_id=dossier, subject_id=answer.subject).exists():
        raise Refused(_("Deze persoon hoort niet bij dit dossier."))
    row = write_down(actor, dossier, answer)
    _end_running(actor, dossier, answer)
    if answer.shares:
        share(actor=actor, dossier=dossier, decision=_decision(actor, dossier, answer))
    finish_clock(actor=actor, dossier=dossier, clock=ASK_FAMILY)
    return row


def write_down(actor: Actor, dossier: UUID, answer: Answer) -> FamilyAnswer:
    """The answer itself, beside what was answered before."""
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
    return row


def usual_end(actor: Actor, dossier: UUID) -> datetime:
    """When sharing stops by itself, as the municipality of this dossier has set it."""
    controller = Dossier.objects.values_list("controller", flat=True).get(id=dossier)
    return shared_until(actor.today, value(SHARED_FOR.code, controller))


def _end_running(actor: Actor, dossier: UUID, answer: Answer) -> None:
    """A yes takes the place of what ran; a no withdraws it."""
    running = SharingDecision.objects.filter(
        dossier_id=dossier,
        subject_id=answer.subject,
        law=answer.law,
        part=SharedPart.HELP,
        recipient_kind=RecipientKind.LEADS,
        withdrawn_at=None,
    )
    end = revise if answer.shares else withdraw
    for decision in running.filter(started_at__lte=actor.at).exclude(ended_at__lte=actor.at).order_by("started_at"):
        end(actor=actor, decision=decision)


def _decision(actor: Actor, dossier: UUID, answer: Answer) -> Decision:
    """The one who answers has been told at that moment."""
    return Decision(
        answer.subject,
        [answer.law],
        answer.ground,
        answer.purpose,
        answer.necessity,
        answer.proportionality,
        until=answer.until or usual_end(actor, dossier),
        informed_on=answer.informed_on or actor.today,
        evidence=answer.evidence,
    )
