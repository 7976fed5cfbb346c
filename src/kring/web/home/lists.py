"""Tasks and steps of plans in one order: people look at what is due, not at where it comes from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self
from uuid import UUID

from kring.ground.agenda.queries import MyDay, MyTask
from kring.web.home.queries import MyAction

SOON = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of my day. A task has a clock with its basis; a step of a plan has none."""

    id: UUID
    text: str
    due_on: date
    days_left: int
    dossier: UUID | None
    dossier_label: str
    source: str
    is_legal: bool
    is_task: bool
    reason: str

    @property
    def is_late(self) -> bool:
        return self.days_left < 0

    @property
    def days_late(self) -> int:
        return -self.days_left


@dataclass(frozen=True, slots=True)
class Lists:
    """Late, for today, coming soon and later, each by due date; and the tasks that were done today."""

    overdue: tuple[Line, ...]
    today: tuple[Line, ...]
    coming: tuple[Line, ...]
    later: tuple[Line, ...]
    done: tuple[MyTask, ...]

    @classmethod
    def of(cls, day: MyDay, actions: Sequence[MyAction], today: date) -> Self:
        tasks = [_from_task(task) for task in (*day.overdue, *day.today, *day.coming)]
        lines = sorted([*tasks, *map(_from_action, actions)], key=lambda line: (line.due_on, line.dossier_label))
        return cls(
            tuple(line for line in lines if line.due_on < today),
            tuple(line for line in lines if line.due_on == today),
            tuple(line for line in lines if today < line.due_on <= today + SOON),
            tuple(line for line in lines if line.due_on > today + SOON),
            day.done,
        )

    @property
    def is_quiet(self) -> bool:
        """Nothing asks attention now: what comes later then stands open."""
        return not (self.overdue or self.today or self.coming)

    @property
    def is_empty(self) -> bool:
        return self.is_quiet and not self.later


def _from_task(task: MyTask) -> Line:
    return Line(
        task.id,
        task.title,
        task.due_on,
        task.days_left,
        task.dossier,
        task.dossier_label,
        task.clock.source,
        task.clock.is_legal,
        is_task=True,
        reason=task.reason,
    )


def _from_action(step: MyAction) -> Line:
    return Line(
        step.id,
        step.what,
        step.due_on,
        step.days_left,
        step.dossier,
        step.dossier_label,
        "",
        is_legal=False,
        is_task=False,
        reason="",
    )
