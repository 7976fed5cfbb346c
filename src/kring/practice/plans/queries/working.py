"""The plan that is being worked on, as this reader may see it. Three queries, whatever the number of goals."""

from datetime import date
from typing import NamedTuple, TypedDict
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject

from kring.ground.access.actor import Actor
from kring.ground.access.models import Dossier
from kring.ground.access.parts import Part
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_read
from kring.ground.configuration.queries.settings import own_value
from kring.ground.configuration.queries.texts import own_text
from kring.ground.configuration.queries.words import Label, Labels, changed_labels, label_of, labels
from kring.ground.configuration.rules.texts import CONTACT
from kring.ground.shared.period import day_of
from kring.ground.shared.prepared import Prepared
from kring.practice.familiegroepsplan.models import Familiegroepsplan
from kring.practice.familiegroepsplan.rules.states import outcome
from kring.practice.plans.models import (
    Discussion,
    DoerKind,
    Goal,
    GoalKind,
    GoalState,
    Plan,
    PlanVersion,
    Question,
    Score,
)
from kring.practice.plans.queries.steps import is_shared, steps_of
from kring.practice.plans.queries.talks import TALK_FIELDS, Talk, talk_from
from kring.practice.plans.queries.views import (
    ActionView,
    GoalView,
    QuestionView,
    ScoreLine,
    TextsView,
    WorkingPlan,
)
from kring.practice.plans.rules.lists import LIFE_AREAS, NO_INFORMAL_REASONS, UNDISCUSSED_GROUNDS
from kring.practice.plans.rules.settings import MOST_GOALS

QUESTION_FIELDS = ("id", "words", "speaker", "language", "interpreter", "said_on", "level")
TEXT_FIELDS = ("strengths", "concerns", "dream", "evaluation_on", "contact")
SCORE_FIELDS = ("id", "giver", "value", "given_on", "remark", "level")


class _Question(TypedDict):
    id: str
    words: str
    speaker: str
    language: str
    interpreter: str
    said_on: str
    level: int
    subject: str | None


class _Texts(TypedDict):
    strengths: str
    concerns: str
    dream: str
    evaluation_on: str | None
    contact: str


class _OwnPlan(TypedDict):
    state: str
    ground: str
    answered_on: str | None
    reason: str


class _Version(TypedDict):
    number: int
    agreed_on: str
    variant: str


class _Score(TypedDict):
    id: str
    giver: str
    kind: str
    value: int
    given_on: str
    remark: str
    level: int
    subject: str | None


_ToldRow = tuple[
    _Question | None, _Texts | None, _OwnPlan | None, _Version | None, list[Label], str | None, Talk | None, int
]
_Told = tuple[_Question | None, _Texts | None, _OwnPlan | None, _Version | None, Labels, str, Talk | None, int]


def working_plan(actor: Actor, dossier: UUID, *, event: Event = Event.READ) -> WorkingPlan:
    """The dossier itself must be visible: ask `dossier_head` first."""
    question, texts, own, last, changed, contact, talk, most = _texts(dossier)
    actions, proposals = steps_of(actor, dossier, changed)
    goals = _goals(dossier, actions, changed)
    for part in (Part.QUESTION, Part.PLAN, Part.ACTION, Part.SCORE):
        note_read(part, dossier=dossier, event=event)
    return WorkingPlan(
        _question(question) if question else None,
        _texts_view(texts, own),
        goals,
        last["number"] if last else 0,
        _day(last["agreed_on"]) if last else None,
        contact,
        last["variant"] if last else "",
        talk_from(talk) if talk else None,
        most,
        proposals,
    )


def earlier_questions(dossier: UUID) -> tuple[QuestionView, ...]:
    """Every question that was ever written down, the newest first; corrected and withdrawn ones stay."""
    note_read(Part.QUESTION, dossier=dossier)
    return tuple(
        QuestionView(
            row.id,
            row.words,
            row.speaker,
            row.language,
            row.interpreter,
            row.said_on,
            is_shared(row.level, row.subject_id),
            day_of(row.withdrawn_at) if row.withdrawn_at else None,
        )
        for row in Question.objects.filter(dossier_id=dossier).order_by("-written_at", "id")
    )


def _same(names: tuple[str, ...]) -> dict[str, F]:
    return {name: F(name) for name in names}


def _newest(
    rows: QuerySet[Question]
    | QuerySet[Plan]
    | QuerySet[Familiegroepsplan]
    | QuerySet[PlanVersion]
    | QuerySet[Discussion],
    fields: JSONObject,
) -> Subquery:
    return Subquery(rows.filter(dossier=OuterRef("pk")).values(json=fields)[:1])


# Written out once: making these statements costs the process more than asking them.
_TEXTS = Dossier.objects.annotate(
    question=_newest(
        Question.objects.filter(withdrawn_at=None).order_by("-written_at", "id"),
        JSONObject(subject=F("subject_id"), **_same(QUESTION_FIELDS)),
    ),
    texts=_newest(Plan.objects.all(), JSONObject(**_same(TEXT_FIELDS))),
    own=_newest(
        Familiegroepsplan.objects.order_by("-written_at", "id"),
        JSONObject(**_same(("state", "ground", "answered_on", "reason"))),
    ),
    last=_newest(PlanVersion.objects.order_by("-number"), JSONObject(**_same(("number", "agreed_on", "variant")))),
    talk=_newest(
        Discussion.objects.filter(withdrawn_at=None).order_by("-written_at", "id"), JSONObject(**_same(TALK_FIELDS))
    ),
    changed=changed_labels("controller", (LIFE_AREAS.code, NO_INFORMAL_REASONS.code, UNDISCUSSED_GROUNDS.code)),
    contact=own_text("controller", CONTACT),
    most=own_value("controller", MOST_GOALS),
).values_list("question", "texts", "own", "last", "changed", "contact", "talk", "most")
_GIVEN = (
    Score.objects.filter(goal=OuterRef("pk"))
    .order_by("given_on", "written_at", "id")
    .values(json=JSONObject(kind=F("giver_kind"), subject=F("subject_id"), **_same(SCORE_FIELDS)))
)


class _Goal(NamedTuple):
    """As the database gives it, with its figures aside."""

    id: UUID
    own_words: str
    speaker: str
    measure: str
    life_area: str
    kind: str
    state: str
    began_on: date
    ended_on: date | None
    end_reason: str
    level: int
    subject_id: UUID | None
    area_reason: str
    extra_reason: str
    given: list[_Score]


@Prepared
def _told_of(dossier: UUID) -> QuerySet[Dossier, _ToldRow]:
    return _TEXTS.filter(id=dossier)


@Prepared
def _goals_of(dossier: UUID) -> QuerySet[Goal, tuple[object, ...]]:
    rows = Goal.objects.filter(dossier_id=dossier).annotate(given=ArraySubquery(_GIVEN))
    return rows.order_by("order", "began_on").values_list(*_Goal._fields)


def _texts(dossier: UUID) -> _Told:
    """The question, the texts, the last version and talk, and the municipality's own words, in one query."""
    found = next(iter(_told_of(dossier)), (None, None, None, None, [], "", None, MOST_GOALS.default))
    question, texts, own, last, changed, contact, talk, most = found
    return question, texts, own, last, labels(changed), contact or "", talk, most


def _goals(dossier: UUID, actions: dict[UUID, list[ActionView]], changed: Labels) -> tuple[GoalView, ...]:
    return tuple(
        GoalView(
            row.id,
            row.own_words,
            row.speaker,
            row.measure,
            row.life_area,
            label_of(LIFE_AREAS, row.life_area, changed),
            GoalKind(row.kind),
            GoalState(row.state),
            row.began_on,
            row.ended_on,
            row.end_reason,
            is_shared(row.level, row.subject_id),
            row.subject_id,
            tuple(actions.get(row.id, ())),
            tuple(_score(score) for score in row.given),
            row.area_reason,
            row.extra_reason,
        )
        for row in map(_Goal._make, _goals_of(dossier))
    )


def _question(row: _Question) -> QuestionView:
    return QuestionView(
        UUID(row["id"]),
        row["words"],
        row["speaker"],
        row["language"],
        row["interpreter"],
        date.fromisoformat(row["said_on"]),
        is_shared(row["level"], row["subject"]),
    )


def _texts_view(row: _Texts | None, own: _OwnPlan | None) -> TextsView:
    """Before the first word is written, what the family answered may be there already."""
    return TextsView(
        row["strengths"] if row else "",
        row["concerns"] if row else "",
        row["dream"] if row else "",
        _day(row["evaluation_on"]) if row else None,
        row["contact"] if row else "",
        outcome(own["state"], own["ground"]) if own else "",
        _day(own["answered_on"]) if own else None,
        own["reason"] if own else "",
    )


def _score(row: _Score) -> ScoreLine:
    return ScoreLine(
        UUID(row["id"]),
        row["giver"],
        DoerKind(row["kind"]),
        row["value"],
        date.fromisoformat(row["given_on"]),
        row["remark"],
        is_shared(row["level"], row["subject"]),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
