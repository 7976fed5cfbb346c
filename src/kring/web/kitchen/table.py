"""What lies on the table: the plan as it is, the writer's own drafts, who sits there, and which question is asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.http import Http404

from kring.practice.plans.policy import Deed, may
from kring.practice.plans.queries import DraftView, GoalView, Party, WorkingPlan, on_table, working_plan
from kring.web.family.frame import Frame, frame
from kring.web.kit.request import PageRequest
from kring.web.kitchen.steps import GOAL, HERE, Step
from kring.web.plan.both import SINCE

PRESENT = "present_"
OTHERS = "others"


@dataclass(frozen=True, slots=True)
class Table:
    """For one question. `goal` is the goal that it is about, if it is about one."""

    around: Frame
    plan: WorkingPlan
    drafts: Mapping[str, DraftView]
    parties: tuple[Party, ...]
    step: Step
    goal: GoalView | None = None

    @property
    def dossier(self) -> UUID:
        return self.around.head.id

    @property
    def place(self) -> str:
        """Under which name the draft of this question is kept."""
        return f"{self.step.code}:{self.goal.id.hex}" if self.goal else self.step.code

    @property
    def draft(self) -> DraftView | None:
        return self.drafts.get(self.place)

    @property
    def saved_at(self) -> datetime | None:
        return self.draft.saved_at if self.draft else None

    @property
    def present(self) -> tuple[str, ...]:
        """Who sits at the table, as was ticked; else everybody of the family."""
        members = tuple(member.name for member in self.around.head.members if member.name)
        ticked = self.drafts.get(HERE.code)
        if ticked is None:
            return members
        others = (name.strip() for name in ticked.fields.get(OTHERS, "").split(","))
        here = tuple(name for number, name in enumerate(members) if f"{PRESENT}{number}" in ticked.fields)
        return (*here, *(name for name in others if name))

    @property
    def previous(self) -> str:
        return self.step.before(self.dossier)

    def url_of(self, step: Step) -> str:
        return step.url(self.dossier)

    def after_goal(self) -> str:
        """The same question about the next goal; after the last one, or without one, the next question."""
        goals = [goal.id for goal in self.plan.open_goals]
        at = (
            goals.index(self.goal.id) + 1
            if self.goal and self.goal.id in goals and self.step is not GOAL
            else len(goals)
        )
        return self.step.url_of(self.dossier, goals[at]) if at < len(goals) else self.step.after(self.dossier)

    def began_with(self, request: PageRequest, since: str) -> str:
        """The prints of what the writer began with: as they were sent, of the draft, or of what stands there now."""
        if request.method == "POST":
            return request.POST.get(SINCE, "")
        return self.draft.since if self.draft and self.draft.since else since


def at_table(request: PageRequest, dossier: UUID, step: Step, goal: UUID | None = None) -> Table:
    """Only for who writes in this plan. 404 for a goal that this reader does not see."""
    around = frame(request, dossier, "plan")
    may(Deed.WRITE, around.head.roles).enforce()
    plan = working_plan(request.actor, dossier)
    found = plan.goal(goal) if goal else None
    if goal and found is None:
        raise Http404
    lying = on_table(request.actor, dossier)
    return Table(around, plan, lying.drafts, lying.parties, step, found)
