"""Tasks: what must be done, by whom and by when; done, moved or cancelled, the last two with their reason."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.parts import Part
from kring.ground.agenda.models import NoticeKind, Task, TaskState
from kring.ground.agenda.policy import may_add_task, may_change_task
from kring.ground.agenda.queries.terms import last_day_of
from kring.ground.agenda.rules import can_cancel, can_close, can_move, can_reopen, clock_of
from kring.ground.agenda.services.notices import notify
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.audit.undoing import before_last
from kring.ground.shared.verdict import Refused

UNDONE = ("due_on", "state", "closed_at", "reason", "late_noticed_at")
"""What a service here changes, but for whose task it is."""


def add_task(  # noqa: PLR0913  spelled out by keyword
    *,
    actor: Actor,
    account: UUID,
    clock: str,
    title: str,
    dossier: UUID | None = None,
    subject: UUID | None = None,
    began_on: date | None = None,
    due_on: date | None = None,
) -> Task:
    """A task for `account`, due by its clock or on the agreed day `due_on`. Another account gets a notice.

    The title holds nothing about a person beyond what the dossier itself shows to everyone who works on it.
    """
    may_add_task(actor, account, dossier).enforce()
    start = began_on or actor.today
    task = Task(
        account_id=account,
        dossier_id=dossier,
        subject_id=subject,
        clock=clock,
        title=title,
        began_on=start,
        due_on=due_on or last_day_of(clock, start),
    )
    task.save(force_insert=True)
    _note("agenda.task_added", task, event=Event.CREATE)
    if account != actor.id:
        notify(account=account, kind=NoticeKind.TASK, dossier=dossier)
    return task


def finish_task(*, actor: Actor, task: Task) -> None:
    """Done."""
    may_change_task(actor, task).enforce()
    can_close(is_open=task.state == TaskState.OPEN).enforce()
    _change(task, state=TaskState.DONE, closed_at=actor.at)
    _note("agenda.task_finished", task)


def reopen_task(*, actor: Actor, task: Task) -> None:
    """It was closed by mistake, or must be done after all."""
    may_change_task(actor, task).enforce()
    can_reopen(is_open=task.state == TaskState.OPEN).enforce()
    Task.objects.filter(id=task.id).update(state=TaskState.OPEN, closed_at=None)
    task.state, task.closed_at = TaskState.OPEN, None
    _note("agenda.task_reopened", task)


def undo_task(*, actor: Actor, task: Task) -> None:
    """What was just given is not needed any more; what was done, moved or dropped is as it was."""
    may_change_task(actor, task).enforce()
    was = before_last(Task, task.id, UNDONE, by=actor.id, at=actor.at)
    dropped = {"state": TaskState.CANCELLED, "closed_at": actor.at, "reason": _("ongedaan gemaakt")}
    Task.objects.filter(id=task.id).update(**(was or dropped))
    _note("agenda.task_undone", task)


def finish_clock(*, actor: Actor, dossier: UUID, clock: str) -> int:
    """Every open task of this clock in the dossier is done: the thing itself has happened. Returns how many."""
    tasks = Task.objects.filter(dossier_id=dossier, clock=clock_of(clock).code, state=TaskState.OPEN).order_by("id")
    for task in tasks:
        finish_task(actor=actor, task=task)
    return len(tasks)


def hand_over_clock(*, actor: Actor, dossier: UUID, clock: str, account: UUID) -> int:
    """Every open task of this clock in the dossier is for somebody else now, who hears of it. Returns how many."""
    tasks = Task.objects.filter(dossier_id=dossier, clock=clock_of(clock).code, state=TaskState.OPEN).order_by("id")
    handed = list(tasks.exclude(account_id=account))
    for task in handed:
        may_change_task(actor, task).enforce()
        _change(task, account_id=account)
        _note("agenda.task_handed_over", task)
    if handed:
        notify(account=account, kind=NoticeKind.TASK, dossier=dossier)
    return len(handed)


def move_task(*, actor: Actor, task: Task, due_on: date, reason: str) -> None:
    """A later day, with the reason beside it; a term of the law does not move."""
    may_change_task(actor, task).enforce()
    can_move(
        clock_of(task.clock),
        is_open=task.state == TaskState.OPEN,
        today=actor.today,
        new_due=due_on,
        reason=reason,
    ).enforce()
    _change(task, due_on=due_on, reason=reason, late_noticed_at=None)
    _note("agenda.task_moved", task, ground=reason)


def cancel_task(*, actor: Actor, task: Task, reason: str) -> None:
    """It need not be done any more."""
    may_change_task(actor, task).enforce()
    can_cancel(is_open=task.state == TaskState.OPEN, reason=reason).enforce()
    _change(task, state=TaskState.CANCELLED, closed_at=actor.at, reason=reason)
    _note("agenda.task_cancelled", task, ground=reason)


def cancel_newest(*, actor: Actor, dossier: UUID, clock: str, title: str, reason: str) -> None:
    """The last task of this clock with this title, if it is still open: what asked for it was taken back."""
    tasks = Task.objects.filter(dossier_id=dossier, clock=clock_of(clock).code, title=title, state=TaskState.OPEN)
    newest = tasks.order_by("-began_on", "id").first()
    if newest is not None:
        cancel_task(actor=actor, task=newest, reason=reason)


def _change(task: Task, **fields: object) -> None:
    """Only while it is still open: two people may close the same task in the same second."""
    if not Task.objects.filter(id=task.id, state=TaskState.OPEN).update(**fields):
        raise Refused(_("Iemand anders heeft deze taak net afgerond."))
    for name, value in fields.items():
        setattr(task, name, value)


def _note(what: str, task: Task, *, event: Event = Event.CHANGE, ground: str = "") -> None:
    subjects = [task.subject_id] if task.subject_id else []
    note_deed(what, Part.TASK, event=event, dossier=task.dossier_id, subjects=subjects, ground=ground)
