"""The statements beside what this reader may read: the database shows one to whoever reads the part it is about."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db.models import Model, QuerySet, Subquery

from kring.ground.access.actor import Actor
from kring.ground.access.models import Account, Dossier, DossierSubject
from kring.ground.access.parts import Part
from kring.ground.audit.trail import note_read
from kring.ground.documents.models import Document
from kring.ground.shared.levels import Level
from kring.ground.shared.period import day_of
from kring.ground.shared.prepared import Prepared
from kring.practice.care.models import Provision
from kring.practice.plans.models import Action, Goal, Question
from kring.practice.statements.models import OwnStatement, Remark
from kring.practice.statements.rules import Disputed, Outcome

FOUND_IN: Mapping[Disputed, tuple[type[Model], str, Part]] = {
    Disputed.PLAN: (Dossier, "label", Part.PLAN),
    Disputed.QUESTION: (Question, "words", Part.QUESTION),
    Disputed.GOAL: (Goal, "own_words", Part.PLAN),
    Disputed.ACTION: (Action, "what", Part.ACTION),
    Disputed.HELP: (Provision, "product", Part.PROVISION),
    Disputed.DOCUMENT: (Document, "title", Part.DOCUMENT),
}
"""For each kind of part: its table, the field by which a reader knows it, and the part that opens it."""

LEVELLED = frozenset({Disputed.QUESTION, Disputed.GOAL, Disputed.ACTION, Disputed.DOCUMENT})
"""Beside what is protected or shielded nothing is stated: no statement may tell that it is there."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement as it was said. `may_withdraw`: by the reader."""

    id: UUID
    kind: Disputed
    thing: UUID
    about: str
    speaker: str
    words: str
    said_on: date
    may_withdraw: bool


@dataclass(frozen=True, slots=True)
class Beside:
    """The statements of a dossier by the part they are about. `may_add`: the reader can write one."""

    all: tuple[Statement, ...] = ()
    may_add: bool = False
    _by_part: Mapping[tuple[str, UUID], tuple[Statement, ...]] = field(default_factory=dict)

    @property
    def of_plan(self) -> tuple[Statement, ...]:
        return tuple(one for one in self.all if one.kind is Disputed.PLAN)

    def of(self, kind: str, thing: UUID) -> tuple[Statement, ...]:
        return self._by_part.get((kind, thing), ())


@dataclass(frozen=True, slots=True)
class Said:
    """That something is not right, as it was said, with what came of it."""

    id: UUID
    kind: Disputed
    thing: UUID
    about: str
    speaker: str
    words: str
    said_on: date
    outcome: Outcome | None
    answer: str
    answered_by: str
    answered_on: date | None

    @property
    def is_open(self) -> bool:
        return self.outcome is None


def remarks_in(dossier: UUID) -> tuple[Said, ...]:
    """Those of the reader, or for a professional who leads those of everybody; what waits stands first. One query."""
    rows = Remark.objects.filter(dossier_id=dossier, withdrawn_at=None).order_by("-written_at", "id")
    found = tuple(
        Said(
            row.id, Disputed.of(row.kind), row.thing, row.about, row.speaker, row.words, day_of(row.written_at),
            Outcome.of(row.outcome) if row.outcome else None, row.answer, row.answered_by_name,
            day_of(row.answered_at) if row.answered_at else None,
        )
        for row in rows
    )  # fmt: skip
    for part in sorted({FOUND_IN[one.kind][2] for one in found}):
        note_read(part, dossier=dossier)
    return tuple(sorted(found, key=lambda one: not one.is_open))


class _Row(NamedTuple):
    id: UUID
    kind: str
    thing: UUID
    about: str
    speaker: str
    words: str
    said_on: date
    subject_id: UUID | None
    written_by: UUID
    reader: UUID | None


@Prepared
def _rows(dossier: UUID, account: UUID) -> QuerySet[OwnStatement, tuple[object, ...]]:
    mine = Account.objects.filter(id=account).values("subject_id")[:1]
    rows = OwnStatement.objects.filter(dossier_id=dossier, withdrawn_at=None).annotate(reader=Subquery(mine))
    return rows.order_by("said_on", "written_at", "id").values_list(*_Row._fields)


def statements_beside(actor: Actor, dossier: UUID, *, leads: bool, is_family: bool) -> Beside:
    """One query. What was withdrawn is kept and not shown."""
    found = []
    for row in map(_Row._make, _rows(dossier, actor.id)):
        may_withdraw = leads or row.subject_id == row.reader or row.written_by == actor.id
        kind = next(one for one in Disputed if one == row.kind)
        found.append(Statement(row.id, kind, row.thing, row.about, row.speaker, row.words, row.said_on, may_withdraw))
    for part in sorted({FOUND_IN[one.kind][2] for one in found}):
        note_read(part, dossier=dossier)
    return Beside(tuple(found), leads or is_family, _by_part(found))


def about_what(dossier: UUID, kind: Disputed, thing: UUID) -> str | None:
    """The words by which a reader knows this part, read under the own rights; None when it is not there."""
    model, name, part = FOUND_IN[kind]
    rows = model._default_manager.filter(pk=thing)  # noqa: SLF001  Django's public API
    if kind in LEVELLED:
        rows = rows.filter(level__lte=Level.DOMAIN_FILE)
    if kind is Disputed.HELP:
        rows = rows.filter(subject__in=DossierSubject.objects.filter(dossier_id=dossier).values("subject"))
    else:
        rows = rows.filter(pk=dossier) if kind is Disputed.PLAN else rows.filter(dossier=dossier)
    words = rows.values_list(name, flat=True).first()
    if words is None:
        return None
    note_read(part, dossier=dossier, thing=thing)
    return str(words)[:200]


def _by_part(found: Iterable[Statement]) -> dict[tuple[str, UUID], tuple[Statement, ...]]:
    by_part: dict[tuple[str, UUID], tuple[Statement, ...]] = {}
    for one in found:
        key = (str(one.kind.value), one.thing)
        by_part[key] = (*by_part.get(key, ()), one)
    return by_part
