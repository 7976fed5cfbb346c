"""The plan that is being worked on, as this reader may see it. Three queries, whatever the number of goals."""

from datetime import date
from typing import TypedDict
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject

from kring.ground.access.actor import Actor
from kring.ground.access.models import Dossier
from kring.ground.access.parts import Part
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_read
from kring.ground.configuration.queries.texts import own_text
from kring.ground.configuration.queries.words import Labels, changed_labels, label_of, labels
from kring.ground.configuration.rules.texts import CONTACT
from kring.ground.shared.levels import Level
from kring.ground.shared.period import day_of
from kring.practice.plans.models import (
    Action,
    ActionState,
    DoerKind,
    Goal,
    GoalKind,
    GoalState,
    Plan,
    PlanVersion,
    Question,
    Score,
)
from kring.practice.plans.queries.views import (
    ActionView,
    GoalView,
    QuestionView,
    ScoreLine,
    TextsView,
    WorkingPlan,
)
from kring.practice.plans.rules.lists import LIFE_AREAS, NO_INFORMAL_REASONS
from kring.practice.plans.rules.states import is_late

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
    answer: str
    offered_on: str | None
    answered_on: str | None
    reason: str


class _Version(TypedDict):
    number: int
    agreed_on: str


class _Score(TypedDict):
    id: str
    giver: str
    kind: str
    value: int
    given_on: str
    remark: str
    level: int
    subject: str | None


def working_plan(actor: Actor, dossier: UUID, *, event: Event = Event.READ) -> WorkingPlan:
    """The dossier itself must be visible: ask `dossier_head` first."""
    question, texts, last, changed, contact = _texts(dossier)
    actions = _actions(actor, dossier, changed)
    goals = _goals(dossier, actions, changed)
    for part in (Part.QUESTION, Part.PLAN, Part.ACTION, Part.SCORE):
        note_read(part, dossier=dossier, event=event)
    return WorkingPlan(
        _question(question) if question else None,
        _texts_view(texts) if texts else TextsView(),
        goals,
        last["number"] if last else 0,
        _day(last["agreed_on"]) if last else None,
        contact,
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
            _shared(row.level, row.subject_id),
            day_of(row.withdrawn_at) if row.withdrawn_at else None,
        )
        for row in Question.objects.filter(dossier_id=dossier).order_by("-written_at", "id")
    )


def _same(names: tuple[str, ...]) -> dict[str, F]:
    return {name: F(name) for name in names}


def _newest(rows: QuerySet[Question] | QuerySet[Plan] | QuerySet[PlanVersion], fields: JSONObject) -> Subquery:
    return Subquery(rows.filter(dossier=OuterRef("pk")).values(json=fields)[:1])


# Written out once: making these statements costs the process more than asking them.
_TEXTS = Dossier.objects.annotate(
    question=_newest(
        Question.objects.filter(withdrawn_at=None).order_by("-written_at", "id"),
        JSONObject(subject=F("subject_id"), **_same(QUESTION_FIELDS)),
    ),
    texts=_newest(
        Plan.objects.all(),
        JSONObject(
            answer=F("familiegroepsplan"),
            offered_on=F("familiegroepsplan_offered_on"),
            answered_on=F("familiegroepsplan_answered_on"),
            reason=F("familiegroepsplan_reason"),
            **_same(TEXT_FIELDS),
        ),
    ),
    last=_newest(PlanVersion.objects.order_by("-number"), JSONObject(**_same(("number", "agreed_on")))),
    changed=changed_labels("controller", (LIFE_AREAS.code, NO_INFORMAL_REASONS.code)),
    contact=own_text("controller", CONTACT),
).values_list("question", "texts", "last", "changed", "contact")
_GOALS = Goal.objects.annotate(
    given=ArraySubquery(
        Score.objects.filter(goal=OuterRef("pk"))
        .order_by("given_on", "written_at", "id")
        .values(json=JSONObject(kind=F("giver_kind"), subject=F("subject_id"), **_same(SCORE_FIELDS)))
    )
).order_by("order", "began_on")


def _texts(dossier: UUID) -> tuple[_Question | None, _Texts | None, _Version | None, Labels, str]:
    """The present question, the texts, the last version and the municipality's own words, in one query."""
    question, texts, last, changed, contact = _TEXTS.filter(id=dossier).first() or (None, None, None, [], "")
    return question, texts, last, labels(changed), contact or ""


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
            _shared(row.level, row.subject_id),
            row.subject_id,
            tuple(actions.get(row.id, ())),
            tuple(_score(score) for score in row.given),
        )
        for row in _GOALS.filter(dossier_id=dossier)
    )


def _actions(actor: Actor, dossier: UUID, changed: Labels) -> dict[UUID, list[ActionView]]:
    found: dict[UUID, list[ActionView]] = {}
    for row in Action.objects.filter(dossier_id=dossier).order_by("due_on", "id"):
        found.setdefault(row.goal_id, []).append(
            ActionView(
                row.id,
                row.goal_id,
                row.what,
                DoerKind(row.doer_kind),
                row.doer_name,
                row.doer_function,
                row.due_on,
                ActionState(row.state),
                row.closed_on,
                row.result,
                row.informal_first,
                row.informal_who,
                row.informal_reason,
                label_of(NO_INFORMAL_REASONS, row.informal_reason, changed),
                _shared(row.level, row.subject_id),
                is_late(row.due_on, row.state, actor.today),
            )
        )
    return found


def _question(row: _Question) -> QuestionView:
    return QuestionView(
        UUID(row["id"]),
        row["words"],
        row["speaker"],
        row["language"],
        row["interpreter"],
        date.fromisoformat(row["said_on"]),
        _shared(row["level"], row["subject"]),
    )


def _texts_view(row: _Texts) -> TextsView:
    return TextsView(
        row["strengths"],
        row["concerns"],
        row["dream"],
        _day(row["evaluation_on"]),
        row["contact"],
        row["answer"],
        _day(row["offered_on"]),
        _day(row["answered_on"]),
        row["reason"],
    )


def _score(row: _Score) -> ScoreLine:
    return ScoreLine(
        UUID(row["id"]),
        row["giver"],
        DoerKind(row["kind"]),
        row["value"],
        date.fromisoformat(row["given_on"]),
        row["remark"],
        _shared(row["level"], row["subject"]),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _shared(level: int, subject: UUID | str | None) -> bool:
    """Nobody's own part, and of a level that everyone in the plan may read."""
    return subject is None and level <= Level.SHARED_PLAN
