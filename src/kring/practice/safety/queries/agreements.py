"""The agreements and figures of one family: as the professionals read them, and as one reader of the family does."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Subquery

from kring.ground.access.actor import Actor
from kring.ground.access.parts import Part
from kring.ground.audit.trail import note_read
from kring.ground.shared.levels import Level
from kring.practice.safety.models import (
    AgreementReader,
    AgreementState,
    CodeWord,
    GiverKind,
    SafetyAgreement,
    SafetyScore,
)
from kring.practice.safety.rules.agreements import IN_FORCE, is_late


@dataclass(frozen=True, slots=True)
class AgreementView:
    """One agreement. `code_word` is empty for who may not read it, and where there is none."""

    id: UUID
    state: AgreementState
    what: str
    applies_when: str
    who_does: str
    checks: str
    by_veilig_thuis: bool
    start_on: date
    review_on: date
    child_words: str
    pictogram: str
    ended_on: date | None
    ended_by: str
    ended_because: str
    readers: tuple[UUID, ...]
    code_word: str
    known_to: str
    is_late: bool

    @property
    def holds(self) -> bool:
        return self.state in IN_FORCE


@dataclass(frozen=True, slots=True)
class FigureView:
    """One figure of one giver for one person."""

    id: UUID
    subject: UUID
    giver: str
    kind: GiverKind
    value: int
    given_on: date
    reason: str


def agreements(actor: Actor, dossier: UUID) -> tuple[AgreementView, ...]:
    """First to look at again comes first; what was ended comes last. One query."""
    readers = AgreementReader.objects.filter(agreement=OuterRef("pk")).order_by("subject_id").values("subject_id")
    words = CodeWord.objects.filter(agreement=OuterRef("pk"))
    rows = SafetyAgreement.objects.filter(dossier_id=dossier, withdrawn_at=None).annotate(
        readers=ArraySubquery(readers),
        code_word=Subquery(words.values("word")[:1]),
        known_to=Subquery(words.values("known_to")[:1]),
    )
    found = [_view(row, actor.today) for row in rows.order_by("review_on", "id")]
    if found:
        note_read(Part.SAFETY_AGREEMENT, dossier=dossier, level=Level.PROTECTED)
    if any(one.code_word for one in found):
        note_read(Part.MELDCODE, dossier=dossier, level=Level.PROTECTED)
    return tuple(sorted(found, key=lambda one: one.state is AgreementState.ENDED))


def figures(dossier: UUID) -> tuple[FigureView, ...]:
    """Earliest first: all for a professional, one's own for a member of the family. One query."""
    rows = SafetyScore.objects.filter(dossier_id=dossier, withdrawn_at=None).order_by("given_on", "written_at", "id")
    found = tuple(
        FigureView(row.id, row.subject_id, row.giver, GiverKind(row.giver_kind), row.value, row.given_on, row.reason)
        for row in rows
    )
    if found:
        about = {one.subject for one in found}
        note_read(Part.SAFETY_AGREEMENT, dossier=dossier, subjects=about, level=Level.PROTECTED)
    return found


def _view(row: SafetyAgreement, today: date) -> AgreementView:
    return AgreementView(
        row.id, AgreementState(row.state), row.what, row.applies_when, row.who_does, row.checks, row.by_veilig_thuis,
        row.start_on, row.review_on, row.child_words, row.pictogram, row.ended_on, row.ended_by_name,
        row.ended_because, tuple(getattr(row, "readers", ())), getattr(row, "code_word", "") or "",
        getattr(row, "known_to", "") or "", is_late(row.review_on, row.state, today),
    )  # fmt: skip
