"""My day: everything an account must do, overdue first, each with its clock; and the notices."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import F, Q
from django.db.models.lookups import IsNull

from kring.ground.access.actor import Actor
from kring.ground.access.parts import Part
from kring.ground.agenda.models import Notice, NoticeKind, OutboxMail, Task, TaskState
from kring.ground.agenda.rules import Clock, clock_of, is_late
from kring.ground.audit.trail import note_read

SHOWN = 200


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
    """Three lists, each by due date."""

    overdue: tuple[MyTask, ...]
    today: tuple[MyTask, ...]
    coming: tuple[MyTask, ...]

    @property
    def is_empty(self) -> bool:
        return not (self.overdue or self.today or self.coming)


@dataclass(frozen=True, slots=True)
class MyNotice:
    """What happened and where, never what it says."""

    id: UUID
    kind: NoticeKind
    at: datetime
    is_read: bool
    dossier: UUID | None


def my_day(actor: Actor) -> MyDay:
    """One query. A task in a dossier that the actor no longer sees is left out: its title is the dossier's."""
    rows = (
        Task.objects.filter(account_id=actor.id, state=TaskState.OPEN)
        .filter(Q(dossier=None) | Q(dossier__label__isnull=False))
        .order_by("due_on", "began_on", "id")
        .values_list("id", "title", "clock", "due_on", "reason", "dossier_id", "dossier__label")
    )
    tasks = [
        MyTask(id_, title, clock_of(clock), due, reason, dossier, label or "", actor.today)
        for id_, title, clock, due, reason, dossier, label in rows
    ]
    for dossier in {task.dossier for task in tasks if task.dossier is not None}:
        note_read(Part.TASK, dossier=dossier)
    return MyDay(
        tuple(task for task in tasks if task.days_left < 0),
        tuple(task for task in tasks if task.days_left == 0),
        tuple(task for task in tasks if task.days_left > 0),
    )


def my_notices(actor: Actor) -> tuple[MyNotice, ...]:
    """Unread first, then the newest; the older ones stay in the table and not on the page."""
    is_read = IsNull(F("read_at"), False)
    rows = Notice.objects.filter(account_id=actor.id).order_by(is_read, "-at", "id")
    fields = rows.values_list("id", "kind", "at", "read_at", "dossier")[:SHOWN]
    return tuple(
        MyNotice(id_, NoticeKind(kind), at, read_at is not None, dossier) for id_, kind, at, read_at, dossier in fields
    )


@dataclass(frozen=True, slots=True)
class SentMail:
    """What the demo would have sent."""

    address: str
    subject: str
    body: str
    at: datetime


def outbox() -> tuple[SentMail, ...]:
    """The newest first. Empty outside the demo, where mail is really sent."""
    rows = OutboxMail.objects.order_by("-at", "id").values_list("address", "subject", "body", "at")
    return tuple(SentMail(*row) for row in rows[:SHOWN])
