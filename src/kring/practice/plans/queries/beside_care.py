"""What stands beside the care picture: what was asked at first, the own network, what was agreed, goals that are alike.

Row-level security decides what is in it, for each reader.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypedDict
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef

from kring.ground.access.actor import Actor
from kring.ground.access.models import Dossier
from kring.ground.access.parts import Part
from kring.ground.audit.trail import note_read
from kring.ground.configuration.queries.words import Label, Labels, changed_labels, label_of, labels
from kring.ground.documents.models import Document, DocumentKind
from kring.ground.shared.aside import rows_aside
from kring.practice.care.queries.answers import Said, plan_answers, said
from kring.practice.circle.models import Standing
from kring.practice.households.models import Stay
from kring.practice.notes.models import ContactNote
from kring.practice.notes.rules import Happening, happenings
from kring.practice.plans.models import Goal, GoalState, PlanVersion, Question
from kring.practice.plans.rules.lists import LIFE_AREAS

OPEN_GOALS = (GoalState.PROPOSED, GoalState.ACTIVE)


class _Help(TypedDict):
    member_id: str
    name: str
    offers: str
    how_often: str
    since: str
    until: str | None


class _Asked(TypedDict):
    words: str
    speaker: str
    said_on: str


class _Stay(TypedDict):
    started_on: str
    label: str


class _Goal(TypedDict):
    id: str
    own_words: str
    life_area: str


@dataclass(frozen=True, slots=True)
class FirstQuestion:
    """What was asked before all that help came."""

    words: str
    speaker: str
    said_on: date


@dataclass(frozen=True, slots=True)
class InformalHelp:
    """What somebody of the own network does. `end` is the first day without it; None when it goes on."""

    member: UUID
    who: str
    what: str
    how_often: str
    start: date
    end: date | None


@dataclass(frozen=True, slots=True)
class AgreedPlan:
    number: int
    on: date


@dataclass(frozen=True, slots=True)
class OpenGoal:
    id: UUID
    words: str


@dataclass(frozen=True, slots=True)
class Alike:
    """More than one open goal on the same area of life: perhaps they are one."""

    area: str
    goals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """On this day somebody came to live in a home, as it was told."""

    on: date
    home: str


@dataclass(frozen=True, slots=True)
class BesideCare:
    """All of it. `other_plans` counts the plans of others that were put with the documents."""

    question: FirstQuestion | None = None
    informal: tuple[InformalHelp, ...] = ()
    agreed: tuple[AgreedPlan, ...] = ()
    goals: tuple[OpenGoal, ...] = ()
    alike: tuple[Alike, ...] = ()
    other_plans: int = 0
    happened: tuple[Happening, ...] = ()
    """Contact and documents, as far as this reader may see them."""

    moved: tuple[Moved, ...] = ()
    answers: Mapping[UUID, Said] = field(default_factory=dict)
    """What was said of goals and plans that stand out."""


_ASKED = Dossier.objects.values_list(
    rows_aside(
        Question.objects.filter(dossier=OuterRef("pk"), withdrawn_at=None).order_by("said_on", "written_at")[:1],
        *("words", "speaker", "said_on"),
    ),
    rows_aside(
        Standing.objects.filter(dossier=OuterRef("pk"), member__withdrawn_at=None)
        .exclude(offers="")
        .order_by("since", "id"),
        *("member_id", "member__name", "offers", "how_often", "since", "until"),
    ),
    rows_aside(PlanVersion.objects.filter(dossier=OuterRef("pk")).order_by("number"), "number", "agreed_on"),
    rows_aside(
        Goal.objects.filter(dossier=OuterRef("pk"), state__in=OPEN_GOALS).order_by("order", "began_on", "id"),
        *("id", "own_words", "life_area"),
    ),
    changed_labels("controller", (LIFE_AREAS.code,)),
    ArraySubquery(
        Document.objects.filter(dossier=OuterRef("pk"), kind=DocumentKind.PLAN, withdrawn_at=None).values("id")
    ),
    ArraySubquery(
        ContactNote.objects.filter(dossier=OuterRef("pk"), withdrawn_at=None)
        .order_by("written_at", "written_by", "held_on", "said")
        .distinct("written_at", "written_by", "held_on", "said")
        .values("held_on")
    ),
    rows_aside(
        Document.objects.filter(dossier=OuterRef("pk"), withdrawn_at=None).order_by("dated_on"), "dated_on", "kind"
    ),
    rows_aside(
        Stay.objects.filter(dossier=OuterRef("pk"), withdrawn_at=None).order_by("started_on"), "started_on", "label"
    ),
    plan_answers(),
)  # fmt: skip


def beside_care(actor: Actor, dossier: UUID) -> BesideCare:
    """One query."""
    row = _ASKED.filter(id=dossier).first()
    if row is None:
        return BesideCare()
    asked, helps, agreed, goals, changed, plans, contacts, papers, moved, answered = row
    found = BesideCare(
        _question(asked),
        tuple(_help(one) for one in helps if date.fromisoformat(one["since"]) <= actor.today),
        tuple(AgreedPlan(one["number"], date.fromisoformat(one["agreed_on"])) for one in agreed),
        tuple(OpenGoal(UUID(one["id"]), one["own_words"]) for one in goals),
        _alike(goals, changed),
        len(plans),
        happenings(contacts, [(date.fromisoformat(one["dated_on"]), one["kind"]) for one in papers]),
        _moved(moved),
        said(answered),
    )
    _note(found, dossier)
    return found


def _note(found: BesideCare, dossier: UUID) -> None:
    shown = (
        (Part.QUESTION, found.question),
        (Part.NETWORK, found.informal),
        (Part.PLAN, found.agreed or found.goals),
        (Part.DOCUMENT, found.other_plans or any(one.document for one in found.happened)),
        (Part.HOME, found.moved),
        (Part.CONTACT_NOTE, any(one.contacts for one in found.happened)),
    )
    for part, what in shown:
        if what:
            note_read(part, dossier=dossier)


def _moved(rows: Iterable[_Stay]) -> tuple[Moved, ...]:
    """Who came to the same home on the same day moved together."""
    return tuple(
        Moved(date.fromisoformat(on), home)
        for on, home in dict.fromkeys((row["started_on"], row["label"]) for row in rows)
    )


def _question(asked: list[_Asked]) -> FirstQuestion | None:
    if not asked:
        return None
    first = asked[0]
    return FirstQuestion(first["words"], first["speaker"], date.fromisoformat(first["said_on"]))


def _help(row: _Help) -> InformalHelp:
    until = row["until"]
    return InformalHelp(
        UUID(row["member_id"]),
        row["name"],
        row["offers"],
        row["how_often"],
        date.fromisoformat(row["since"]),
        date.fromisoformat(until) if until else None,
    )


def _alike(goals: Iterable[_Goal], changed: Iterable[Label]) -> tuple[Alike, ...]:
    named: Labels = labels(changed)
    by_area: dict[str, list[str]] = {}
    for goal in goals:
        if goal["life_area"]:
            by_area.setdefault(goal["life_area"], []).append(goal["own_words"])
    return tuple(
        Alike(label_of(LIFE_AREAS, area, named), tuple(words)) for area, words in by_area.items() if len(words) > 1
    )
