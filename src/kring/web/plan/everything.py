"""All goals and actions in one flat list: who does what, late first, narrowed to one person; it prints as it stands."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from kring.practice.plans.queries import ActionView, GoalView, WorkingPlan, working_plan
from kring.web.family.frame import frame
from kring.web.kit.pages import page
from kring.web.kit.request import PageRequest
from kring.web.listing import Column, Order

WHO, STATE = "wie", "stand"
OPEN, ALL = "open", "alles"
STANDARD = Order("dag")


@dataclass(frozen=True, slots=True)
class Line:
    """One step beside its goal."""

    action: ActionView
    goal: GoalView
    kind: str

    @property
    def day(self) -> tuple[bool, bool, date]:
        """Late first, then what is open, by day."""
        return not self.action.is_late, not self.action.is_open, self.action.due_on


BY: Mapping[str, Callable[[Line], tuple[object, ...]]] = {
    "dag": lambda line: (*line.day, line.action.who.casefold()),
    "wie": lambda line: (line.action.who.casefold(), *line.day),
    "wat": lambda line: (line.action.what.casefold(), *line.day),
    "doel": lambda line: (line.goal.own_words.casefold(), *line.day),
    "stand": lambda line: (str(line.action.state.label), *line.day),
}


@page
def everything(request: PageRequest, dossier: UUID) -> HttpResponse:
    around = frame(request, dossier, "plan")
    plan = working_plan(request.actor, dossier)
    lines = [Line(action, goal, str(around.words.doer(action.kind))) for goal in plan.goals for action in goal.actions]
    who, state = request.GET.get(WHO, ""), request.GET.get(STATE, OPEN)
    columns = _columns()
    order = Order.read(request.GET.get("sort", ""), columns, STANDARD)
    found = [line for line in lines if _shown(line, dossier, who, state)]
    context = {
        "frame": around,
        "lines": sorted(found, key=BY[order.key], reverse=order.descending),
        "any": bool(lines),
        "people": _people(dossier, plan),
        "who": who,
        "state": state if state == ALL else OPEN,
        "states": ((OPEN, _("wat nog moet")), (ALL, _("alles, ook wat klaar is"))),
        "columns": columns,
        "order": order,
        "empty_goals": [goal for goal in plan.open_goals if not goal.actions],
    }
    return render(request, "plan/everything.html", context)


def mark_of(dossier: UUID, name: str) -> str:
    """Stands for a person in the address of the page, where no name may stand."""
    return sha256(f"{dossier}{name}".encode()).hexdigest()[:8]


def _people(dossier: UUID, plan: WorkingPlan) -> list[tuple[str, str]]:
    return [(mark_of(dossier, name), name) for name in sorted({one.who for one in plan.actions}, key=str.casefold)]


def _shown(line: Line, dossier: UUID, who: str, state: str) -> bool:
    if who and mark_of(dossier, line.action.who) != who:
        return False
    return state == ALL or (line.goal.is_open and line.action.is_open)


def _columns() -> tuple[Column, ...]:
    return tuple(
        Column(key, title)
        for key, title in (
            ("wat", _("Wat")),
            ("wie", _("Wie")),
            ("dag", _("Klaar op")),
            ("stand", _("Stand")),
            ("doel", _("Bij het doel")),
        )
    )
