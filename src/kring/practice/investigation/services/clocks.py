"""The terms of an investigation as tasks of whoever investigates: each is open exactly as long as its term runs."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.agenda.models import Task, TaskState
from kring.ground.agenda.rules import DECIDING, INVESTIGATING, PERSONAL_PLAN, clock_of
from kring.ground.agenda.services import add_task, cancel_task, finish_task, reopen_task
from kring.practice.investigation.models import Investigation
from kring.practice.investigation.rules.clocks import Pause, decision_clock, personal_plan_clock, report_clock
from kring.practice.investigation.rules.steps import OPEN, State


def keep_clocks(actor: Actor, row: Investigation, pauses: Sequence[Pause]) -> None:
    """After every step: what is done is ticked off, what stands still or moved has another task (BR-004)."""
    due = _due(row, pauses, actor.today)
    done = {PERSONAL_PLAN} | ({INVESTIGATING} if row.sent_on else set()) | ({DECIDING} if row.decided_on else set())
    for code in (PERSONAL_PLAN, INVESTIGATING, DECIDING):
        _keep(actor, row, code, due.get(code), is_done=code in done)


def _due(row: Investigation, pauses: Sequence[Pause], today: date) -> Mapping[str, date]:
    """The terms that run now, each with its last day."""
    found = {}
    if row.state == State.CONFIRMED and row.plan_received_on is None:
        found[PERSONAL_PLAN] = personal_plan_clock(row.reported_on).until
    if any(one.until is None for one in pauses):
        return found
    if row.state in OPEN:
        found[INVESTIGATING] = report_clock(row.reported_on, pauses, today).until
    if row.state == State.APPLIED and row.applied_on is not None:
        found[DECIDING] = decision_clock(row.applied_on, pauses, today).until
    return found


def _keep(actor: Actor, row: Investigation, code: str, due: date | None, *, is_done: bool) -> None:
    tasks = list(_tasks(row.dossier_id, row.subject_id, code, _start(row, code)))
    for task in tasks:
        if task.state == TaskState.OPEN and task.due_on != due:
            if is_done:
                finish_task(actor=actor, task=task)
            else:
                cancel_task(actor=actor, task=task, reason=_("De termijn stond stil, of het onderzoek is gestopt."))
    if due is None:
        return
    same = next((task for task in tasks if task.due_on == due), None)
    if same is None:
        _add(actor, row, code, due)
    elif same.state != TaskState.OPEN and code != PERSONAL_PLAN:
        reopen_task(actor=actor, task=same)


def _add(actor: Actor, row: Investigation, code: str, due: date) -> None:
    add_task(
        actor=actor, account=row.written_by, clock=code, title=_(clock_of(code).title), dossier=row.dossier_id,
        subject=row.subject_id, began_on=_start(row, code), due_on=due,
    )  # fmt: skip


def _start(row: Investigation, code: str) -> date:
    return row.applied_on if code == DECIDING and row.applied_on else row.reported_on


def _tasks(dossier: UUID, subject: UUID, code: str, start: date) -> Sequence[Task]:
    """Of this investigation: somebody may have had another one, which began on another day."""
    rows = Task.objects.filter(dossier_id=dossier, subject_id=subject, clock=code, began_on=start)
    return list(rows.order_by("due_on", "id"))
