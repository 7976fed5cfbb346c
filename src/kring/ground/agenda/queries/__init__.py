"""Reads for pages: my day, one task, my notices, and the outbox of the demo."""

from kring.ground.agenda.queries.notices import MyNotice, SentMail, my_notices, outbox
from kring.ground.agenda.queries.tasks import MyDay, MyTask, TaskView, my_day, task_view

__all__ = ["MyDay", "MyNotice", "MyTask", "SentMail", "TaskView", "my_day", "my_notices", "outbox", "task_view"]
