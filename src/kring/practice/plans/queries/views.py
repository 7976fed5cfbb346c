"""The plan as values: what a page, a document and a version are made of.

Of steps and figures a plan has dozens: they are named tuples, made by place at a tenth of the cost of a dataclass.
"""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.utils.translation import gettext

from kring.practice.plans.models import (
    ActionState,
    DoerKind,
    GoalKind,
    GoalState,
    InformalFirst,
    Rhythm,
)
from kring.practice.plans.rules.informal import must_ask_again
from kring.practice.plans.rules.oral import written_due
from kring.practice.plans.rules.settings import MOST_GOALS
from kring.practice.plans.rules.shares import NOT_COUNTED, Share, Voice, shares, steps, voices
from kring.practice.plans.rules.states import OPEN_ACTIONS, OPEN_GOALS, can_wait_for, has_too_many_goals
from kring.practice.plans.rules.words import Beside


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
    familiegroepsplan_answered_on: date | None = None
    familiegroepsplan_reason: str = ""


class ScoreLine(NamedTuple):
    """One figure as it was given."""

    id: UUID
    giver: str
    kind: DoerKind
    value: int
    given_on: date
    remark: str
    is_shared: bool


class ActionView(NamedTuple):
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
    volunteer_wish: str = ""
    informal_answered_on: date | None = None
    start_on: date | None = None
    rhythm: Rhythm = Rhythm.ONCE
    depends_on: UUID | None = None
    instead_of: UUID | None = None
    undiscussed: str = ""
    undiscussed_word: str = ""
    after: str = ""
    """What must be done first, as far as this reader reads it."""
    waits: bool = False
    proposed_by: UUID | None = None
    proposed_on: date | None = None
    proposed_because: str = ""

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_ACTIONS

    @property
    def is_done(self) -> bool:
        return self.state == ActionState.DONE

    @property
    def is_proposed(self) -> bool:
        return self.state == ActionState.PROPOSED

    @property
    def undiscussed_why(self) -> str:
        """The ground, in the reader's language; empty for what was discussed with the family."""
        return gettext(self.undiscussed_word) if self.undiscussed_word else ""

    @property
    def informal_answer(self) -> str:
        """The answer to the informal-first question in words; empty for who is no professional."""
        if self.informal_first == InformalFirst.YES:
            return f"{InformalFirst.YES.label} {self.informal_who}"
        if self.informal_first == InformalFirst.VOLUNTEER:
            return f"{InformalFirst.VOLUNTEER.label}: {self.volunteer_wish}"
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
    area_reason: str = ""
    extra_reason: str = ""

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
    def sides(self) -> tuple[tuple[Voice, ...], tuple[Voice, ...]]:
        """The figures of the family with its circle, and beside them those of professionals (BR-022)."""
        heard = self.voices
        own = tuple(voice for voice in heard if voice.kind != DoerKind.PROFESSIONAL)
        return own, tuple(voice for voice in heard if voice.kind == DoerKind.PROFESSIONAL)

    @property
    def informal_kinds(self) -> tuple[DoerKind, ...]:
        """Which of the own network and volunteers help with this goal."""
        busy = {action.kind for action in self.actions if action.state not in NOT_COUNTED}
        return tuple(kind for kind in (DoerKind.NETWORK, DoerKind.VOLUNTEER) if kind in busy)


@dataclass(frozen=True, slots=True)
class TalkView:
    """The last talk about the plan; `sha256` is what was on the table."""

    id: UUID
    on: date
    present: tuple[str, ...]
    sha256: str
    is_oral: bool = False
    paper_asked_on: date | None = None
    paper_asked_by: str = ""

    @property
    def written_due(self) -> date | None:
        """The last day for the plan on paper, once somebody asked for it (BR-012)."""
        return written_due(self.paper_asked_on)


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
    last_variant: str = ""
    discussed: TalkView | None = None
    most_goals: int = MOST_GOALS.default
    proposals: tuple[ActionView, ...] = ()
    """What professionals propose for their own work, and what became of it."""

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
        return has_too_many_goals(len(self.open_goals), self.most_goals)

    def beside(self, goal: UUID | None = None) -> Beside:
        """What a new goal, or other words for this one, must reckon with.

        Without `goal` there may be one too many; a reason that stands there already cannot be wiped out.
        """
        now = self.goal(goal) if goal else None
        areas = {one.life_area for one in self.open_goals if one is not now}
        if now is None:
            return Beside(areas, has_too_many_goals(len(self.open_goals) + 1, self.most_goals))
        return Beside(areas | (set() if now.area_reason else {now.life_area}), bool(now.extra_reason))

    def steps_before(self, step: UUID | None, goal: GoalView) -> tuple[ActionView, ...]:
        """What a step of this goal can wait for: open, seen by everyone who sees the goal, and in no circle."""
        waits = {one.id: one.depends_on for one in self.actions if one.depends_on}
        now = self.action(step) if step else None
        seen = [one for one in self.actions if one.is_shared or one.goal == goal.id]
        open_ones = [one for one in seen if one.is_open or (now and one.id == now.depends_on)]
        allowed = can_wait_for(step, waits, [one.id for one in open_ones]) if step else {one.id for one in open_ones}
        return tuple(one for one in open_ones if one.id in allowed)

    def to_ask_again(self, since: date) -> tuple[ActionView, ...]:
        """Open steps whose no is older than this day: can somebody else do them by now? (BR-017)"""
        return tuple(
            one for one in self.open_actions if must_ask_again(one.informal_first, one.informal_answered_on, since)
        )

    @property
    def undecided(self) -> tuple[ActionView, ...]:
        return tuple(one for one in self.proposals if one.is_proposed)

    def proposal(self, proposal: UUID) -> ActionView | None:
        return next((one for one in self.proposals if one.id == proposal), None)

    def goal(self, goal: UUID) -> GoalView | None:
        return next((one for one in self.goals if one.id == goal), None)

    def action(self, action: UUID) -> ActionView | None:
        return next((one for one in self.actions if one.id == action), None)
