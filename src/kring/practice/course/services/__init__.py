"""The only writers of a family's course: each asks the policy, then the rules, writes and records."""

from kring.practice.course.services.after_care import note_after_care
from kring.practice.course.services.birthdays import tell_of_birthdays
from kring.practice.course.services.closing import close, reopen, undo_closing
from kring.practice.course.services.looking_back import evaluate, withdraw_evaluation
from kring.practice.course.services.pausing import go_on, pause

__all__ = [
    "close",
    "evaluate",
    "go_on",
    "note_after_care",
    "pause",
    "reopen",
    "tell_of_birthdays",
    "undo_closing",
    "withdraw_evaluation",
]
