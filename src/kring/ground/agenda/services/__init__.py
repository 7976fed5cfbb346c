"""The only writers of tasks and notices."""

from kring.ground.agenda.services.invitations import mail_invitation
from kring.ground.agenda.services.notices import (
    mail_notices,
    mark_read,
    notice_grant_differences,
    notice_late_tasks,
    notify,
    notify_person,
)
from kring.ground.agenda.services.reviews import ask_reviews, close_reviews
from kring.ground.agenda.services.tasks import (
    add_task,
    cancel_newest,
    cancel_task,
    finish_clock,
    finish_task,
    hand_over_clock,
    move_task,
    reopen_task,
    undo_task,
)

__all__ = [
    "add_task",
    "ask_reviews",
    "cancel_newest",
    "cancel_task",
    "close_reviews",
    "finish_clock",
    "finish_task",
    "hand_over_clock",
    "mail_invitation",
    "mail_notices",
    "mark_read",
    "move_task",
    "notice_grant_differences",
    "notice_late_tasks",
    "notify",
    "notify_person",
    "reopen_task",
    "undo_task",
]
