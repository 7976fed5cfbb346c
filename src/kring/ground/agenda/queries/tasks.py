"""Tasks as pages show them: my day with what is overdue first, and one task with its clock."""

from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from django.db.models import F, OuterRef, Q, Subquery

from kring.ground.access.actor import Actor
from kring.ground.access.models import Account
from kring.ground.access.parts import Part
from kring.ground.agenda.models import Task, TaskState
from kring.ground.agenda.rules import Clock, clock_of, is_late
from kring.ground.audit.trail import note_read
from kring.ground.shared.period import HERE


@dataclass(frozen=True, slots=True)
class MyTask:
    """One open task as its doer sees it; `dossier_label` is empty for a task outside any dossier."""

    id: UUID
    title: str
    clock: Clock
    due_on: date
    reason: str
    dossier: UUID | None
    dossier_label: str
    today: date

    @property
    def is_late(self) -> bool:
        return is_late(self.due_on, self.today)

    @property
    def days_left(self) -> int:
        """Negative when late."""
        return (self.due_on - self.today).days


@dataclass(frozen=True, slots=True)
class MyDay:
    """What is open in three lists, each by due date; and what was done today."""

    overdue: tuple[MyTask, ...]
    today: tuple[MyTask, ...]
    coming: tuple[MyTask, ...]
    done: tuple[MyTask, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.overdue or self.today or self.coming)


@dataclass(frozen=True, slots=True)
class TaskView:
    """One task on a page of its own. `doer` is empty for someone whose name the reader may not know."""

    id: UUID
    title: str
    clock: Clock
    began_on: date
    due_on: date
    state: TaskState
    closed_at: datetime | None
    reason: str
    dossier: UUID | None
    dossier_label: str
    doer: str
    is_mine: bool
    today: date

    @property
    def is_open(self) -> bool:
        return self.state == TaskState.OPEN

    @property
    def is_late(self) -> bool:
        return self.is_open and is_late(self.due_on, self.today)

    @property
    def days_left(self) -> int:
        return (self.due_on - self.today).days


def my_day(actor: Actor) -> MyDay:
    """One query. A task in a dossier that the actor no longer sees is left out: its title is the dossier's."""
    midnight = datetime.combine(actor.today, time.min, HERE)
    wanted = Q(state=TaskState.OPEN) | Q(state=TaskState.DONE, closed_at__gte=midnight)
    rows = Task.objects.filter(_visible(), wanted, account_id=actor.id).order_by("due_on", "began_on", "id")
    fields = ("id", "title", "clock", "due_on", "reason", "dossier_id", "dossier__label", "state")
    done: list[MyTask] = []
    tasks: list[MyTask] = []
    for id_, title, clock, due, reason, dossier, label, state in rows.values_list(*fields):
        task = MyTask(id_, title, clock_of(clock), due, reason, dossier, label or "", actor.today)
        (tasks if state == TaskState.OPEN else done).append(task)
    for dossier in {task.dossier for task in (*tasks, *done) if task.dossier is not None}:
        note_read(Part.TASK, dossier=dossier)
    return MyDay(
        tuple(task for task in tasks if task.days_left < 0),
        tuple(task for task in tasks if task.days_left == 0),
        tuple(task for task in tasks if task.days_left > 0),
        tuple(done),
    )


def _visible() -> Q:
    return Q(dossier=None) | Q(dossier__label__isnull=False)


def task_view(actor: Actor, task: UUID) -> TaskView | None:
    """One query. None for a task that the actor does not see, or in a dossier that closed to the actor."""
    name = Account.objects.filter(id=OuterRef("account_id")).values("display_name")[:1]
    found = Task.objects.filter(_visible(), id=task).annotate(label=F("dossier__label"), doer=Subquery(name))
    row = found.first()
    if row is None:
        return None
    note_read(Part.TASK, dossier=row.dossier_id, subjects=[row.subject_id] if row.subject_id else [])
    return TaskView(
        id=row.id,
        title=row.title,
        clock=clock_of(row.clock),
        began_on=row.began_on,
        due_on=row.due_on,
        state=TaskState(row.state),
        closed_at=row.closed_at,
        reason=row.reason,
        dossier=row.dossier_id,
        dossier_label=row.label or "",
        doer=row.doer or "",
        is_mine=row.account_id == actor.id,
        today=actor.today,
    )
