"""The plan as values: what a page, a document and a version are made of."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext

from kring.practice.plans.models import (
    ActionState,
    DoerKind,
    GoalKind,
    GoalState,
    InformalFirst,
)
from kring.practice.plans.rules.shares import Share, Voice, shares, steps, voices
from kring.practice.plans.rules.states import OPEN_ACTIONS, OPEN_GOALS, has_too_many_goals


@dataclass(frozen=True, slots=True)
class QuestionView:
    """The question as it was said. `is_shared`: everyone who sees the plan may read it."""

    id: UUID
    words: str
    speaker: str
    language: str
    interpreter: str
    said_on: date
    is_shared: bool
    withdrawn_on: date | None = None


@dataclass(frozen=True, slots=True)
class TextsView:
    """The parts of the plan that are no goals; all empty before the first word is written."""

    strengths: str = ""
    concerns: str = ""
    dream: str = ""
    evaluation_on: date | None = None
    contact: str = ""
    familiegroepsplan: str = ""
    familiegroepsplan_offered_on: date | None = None
    familiegroepsplan_answered_on: date | None = None
    familiegroepsplan_reason: str = ""


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """One figure as it was given."""

    id: UUID
    giver: str
    kind: DoerKind
    value: int
    given_on: date
    remark: str
    is_shared: bool


@dataclass(frozen=True, slots=True)
class ActionView:
    """One step with its one doer."""

    id: UUID
    goal: UUID
    what: str
    kind: DoerKind
    who: str
    function: str
    due_on: date
    state: ActionState
    closed_on: date | None
    result: str
    informal_first: str
    informal_who: str
    informal_reason: str
    informal_word: str
    is_shared: bool
    is_late: bool

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_ACTIONS

    @property
    def is_done(self) -> bool:
        return self.state == ActionState.DONE

    @property
    def informal_answer(self) -> str:
        """The answer to the informal-first question in words; empty for who is no professional."""
        if self.informal_first == InformalFirst.YES:
            return f"{InformalFirst.YES.label} {self.informal_who}"
        return f"{InformalFirst.NO.label} {gettext(self.informal_word)}" if self.informal_first else ""


@dataclass(frozen=True, slots=True)
class GoalView:
    """A goal with its steps and figures. `only_for` is the member whose own it is."""

    id: UUID
    own_words: str
    speaker: str
    measure: str
    life_area: str
    area_word: str
    kind: GoalKind
    state: GoalState
    began_on: date
    ended_on: date | None
    end_reason: str
    is_shared: bool
    only_for: UUID | None
    actions: tuple[ActionView, ...]
    scores: tuple[ScoreLine, ...]

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_GOALS

    @property
    def area(self) -> str:
        """In the reader's language, where the installation brought the word."""
        return gettext(self.area_word) if self.area_word else ""

    @property
    def steps(self) -> tuple[int, int]:
        """Done, and in all."""
        return steps(action.state for action in self.actions)

    @property
    def voices(self) -> tuple[Voice, ...]:
        return voices((score.giver, score.kind, score.value, score.given_on) for score in self.scores)

    @property
    def informal_kinds(self) -> tuple[DoerKind, ...]:
        """Which of the own network and volunteers help with this goal."""
        busy = {action.kind for action in self.actions if action.state != ActionState.CANCELLED}
        return tuple(kind for kind in (DoerKind.NETWORK, DoerKind.VOLUNTEER) if kind in busy)


@dataclass(frozen=True, slots=True)
class WorkingPlan:
    """Everything of the plan that this reader sees."""

    question: QuestionView | None
    texts: TextsView
    goals: tuple[GoalView, ...]
    last_number: int
    last_agreed_on: date | None
    contact: str = ""
    """Where the municipality takes questions."""

    @property
    def open_goals(self) -> tuple[GoalView, ...]:
        return tuple(goal for goal in self.goals if goal.is_open)

    @property
    def closed_goals(self) -> tuple[GoalView, ...]:
        return tuple(goal for goal in self.goals if not goal.is_open)

    @property
    def actions(self) -> tuple[ActionView, ...]:
        return tuple(action for goal in self.goals for action in goal.actions)

    @property
    def open_actions(self) -> tuple[ActionView, ...]:
        return tuple(action for action in self.actions if action.is_open)

    @property
    def shares(self) -> tuple[Share, ...]:
        return shares((action.kind, action.state) for action in self.actions)

    @property
    def has_too_many_goals(self) -> bool:
        return has_too_many_goals(len(self.open_goals))

    def goal(self, goal: UUID) -> GoalView | None:
        return next((one for one in self.goals if one.id == goal), None)

    def action(self, action: UUID) -> ActionView | None:
        return next((one for one in self.actions if one.id == action), None)
