"""Per person and law: shared, not shared, or not asked yet, with the ground and the purpose (BR-087 to BR-089)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kring.ground.access.actor import Actor
from kring.ground.access.models import RecipientKind, SharedPart, SharingDecision, SharingGround
from kring.ground.access.parts import Law, Part
from kring.ground.audit.trail import note_read
from kring.ground.shared.period import day_of
from kring.practice.leads.models import FamilyAnswer
from kring.practice.leads.policy import may_write_answers
from kring.practice.leads.queries.head import DossierHead, Member


@dataclass(frozen=True, slots=True)
class LawAnswer:
    """What holds now for one law. `shares` is None when nobody has been asked, and nothing is shared then."""

    law: Law
    shares: bool | None
    said_by: str = ""
    on: date | None = None
    ground: SharingGround | None = None
    purpose: str = ""
    necessity: str = ""
    proportionality: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True)
class SharingPerson:
    """One member with what holds for every law."""

    member: Member
    laws: tuple[LawAnswer, ...]

    @property
    def shared(self) -> tuple[LawAnswer, ...]:
        return tuple(answer for answer in self.laws if answer.shares)

    @property
    def refused(self) -> tuple[LawAnswer, ...]:
        return tuple(answer for answer in self.laws if answer.shares is False)

    @property
    def answered(self) -> tuple[LawAnswer, ...]:
        return tuple(answer for answer in self.laws if answer.shares is not None)

    @property
    def unasked(self) -> tuple[LawAnswer, ...]:
        return tuple(answer for answer in self.laws if answer.shares is None)

    @property
    def asked(self) -> int:
        return len(self.answered)


Key = tuple[UUID, str]


def sharing_table(actor: Actor, head: DossierHead) -> tuple[SharingPerson, ...]:
    """Two queries. Of two answers at one moment the no counts.

    A family member finds the own part, and that of a child under the own authority.
    """
    answers = {
        (row.subject_id, row.law): row
        for row in FamilyAnswer.objects.filter(dossier_id=head.id).order_by("written_at", "-shares", "id")
    }
    running = SharingDecision.objects.filter(
        dossier_id=head.id,
        recipient_kind=RecipientKind.LEADS,
        part=SharedPart.HELP,
        withdrawn_at=None,
        started_at__lte=actor.at,
    ).exclude(ended_at__lte=actor.at)
    decisions = {(row.subject_id, row.law): row for row in running.order_by("started_at", "id") if row.subject_id}
    seen = {subject for subject, _law in (*answers, *decisions)}
    note_read(Part.SHARING, dossier=head.id, subjects=seen)
    return tuple(
        SharingPerson(member, tuple(_answer(law, (member.subject, law.value), answers, decisions) for law in Law))
        for member in head.members
        if may_write_answers(head.roles) or member.subject in seen
    )


def _answer(law: Law, key: Key, answers: dict[Key, FamilyAnswer], decisions: dict[Key, SharingDecision]) -> LawAnswer:
    said, decision = answers.get(key), decisions.get(key)
    speaker = said.said_by if said else ""
    if decision is None:
        return LawAnswer(law, False if said else None, speaker, day_of(said.written_at) if said else None)
    return LawAnswer(
        law,
        True,
        speaker,
        day_of(decision.started_at) if decision.started_at else None,
        SharingGround(decision.ground),
        decision.purpose,
        decision.necessity,
        decision.proportionality,
        day_of(decision.ended_at) if decision.ended_at else None,
    )
