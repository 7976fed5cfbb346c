"""The plan as its family reads it: word for word the paper plan of the last version, with what is not on paper.

A version holds what everybody in the plan reads. What is for this reader alone comes from the plan that is worked on.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import cast
from uuid import UUID

from kring.ground.access.actor import Actor
from kring.practice.leads.queries import DossierHead
from kring.practice.plans.documents.plan import Values, values
from kring.practice.plans.models import PositionKind
from kring.practice.plans.queries import GoalView, VersionView, WorkingPlan, version, working_plan
from kring.practice.plans.queries.around import parties_of
from kring.practice.plans.queries.frozen import content
from kring.practice.plans.queries.versions import AddedPosition, SummaryView
from kring.practice.plans.rules.content import PlanContent
from kring.practice.plans.rules.difference import difference
from kring.web.plan.reading import told


@dataclass(frozen=True, slots=True)
class ReadGoal:
    """A goal as it stands on paper, with the way to its own page as long as it is worked on."""

    paper: Values
    now: GoalView | None


@dataclass(frozen=True, slots=True)
class LaterOpinion:
    """What somebody said of this version after its day, in words."""

    name: str
    position: str
    remark: str
    said_on: date


@dataclass(frozen=True, slots=True)
class OurPlan:
    """`paper` is what the paper plan holds; what came after it is apart: changes, opinions, and other languages."""

    paper: Values
    goals: tuple[ReadGoal, ...]
    alone: tuple[GoalView, ...]
    changes: tuple[str, ...]
    number: int
    steps: frozenset[str] = frozenset()
    """Of the steps on paper those that have a page, as long as they are worked on."""
    question: UUID | None = None
    """The question on paper, as long as it is still the question."""
    added: tuple[LaterOpinion, ...] = ()
    summaries: tuple[SummaryView, ...] = ()

    @property
    def is_agreed(self) -> bool:
        return self.number > 0


def our_plan(actor: Actor, head: DossierHead) -> OurPlan:
    """Five queries. Before the first version: what is being written, and said to be that."""
    working = working_plan(actor, head.id)
    last = version(head.id, working.last_number) if working.last_number else None
    held = last.content if last else _draft(actor, head, working)
    paper = values(held, house=head.municipality, is_draft=last is None, later=last.added if last else ())
    goals = cast("list[Values]", paper["goals"])
    known = {str(goal.id): goal for goal in working.goals}
    return OurPlan(
        paper,
        tuple(ReadGoal(goal, known.get(str(goal["id"]))) for goal in goals),
        tuple(goal for goal in working.open_goals if not goal.is_shared),
        _changes(actor, head, working, last),
        working.last_number,
        steps=frozenset(str(action.id) for action in working.actions),
        question=_question(held, working),
        added=_later(last.added) if last else (),
        summaries=last.summaries if last else (),
    )


def _question(held: PlanContent, working: WorkingPlan) -> UUID | None:
    on_paper, now = held["question"], working.question
    return now.id if on_paper and now and on_paper["words"] == now.words else None


def _later(added: Iterable[AddedPosition]) -> tuple[LaterOpinion, ...]:
    return tuple(
        LaterOpinion(one.name, str(PositionKind(one.position).label), one.remark, one.said_on) for one in added
    )


def _draft(actor: Actor, head: DossierHead, working: WorkingPlan) -> PlanContent:
    return content(head, working, parties_of(actor, head.id), on=actor.today, by="")


def _changes(actor: Actor, head: DossierHead, working: WorkingPlan, last: VersionView | None) -> tuple[str, ...]:
    """What was said of it belongs to the version, and is no change of the plan."""
    if last is None:
        return ()
    now = content(head, working, (), on=actor.today, by="")
    now["positions"] = last.content["positions"]
    return tuple(told(difference(last.content, now)))
