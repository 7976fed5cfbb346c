"""What was said of something that stands out, read with what it is about: no statement of its own."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypedDict
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef

from kring.ground.shared.aside import rows_aside
from kring.practice.care.models import HelpAnswer, PlanAnswer
from kring.practice.care.rules.marks import Answer

FIELDS = ("mark", "answer", "because")


class SaidRow(TypedDict):
    """As the database gives it."""

    mark: str
    answer: str
    because: str


@dataclass(frozen=True, slots=True)
class Said:
    """The answer that stands."""

    answer: Answer
    because: str


def help_answers(dossier: UUID) -> ArraySubquery:
    """For a query of persons: of the help of each in this dossier."""
    rows = HelpAnswer.objects.filter(subject=OuterRef("subject_id"), dossier=dossier, withdrawn_at=None)
    return rows_aside(rows, *FIELDS)


def plan_answers() -> ArraySubquery:
    """For a query of dossiers: of its goals and plans."""
    return rows_aside(PlanAnswer.objects.filter(dossier=OuterRef("pk"), withdrawn_at=None), *FIELDS)


def said(rows: Iterable[SaidRow]) -> dict[UUID, Said]:
    """By the key of the mark."""
    return {UUID(row["mark"]): Said(Answer.of(row["answer"]), row["because"]) for row in rows}
