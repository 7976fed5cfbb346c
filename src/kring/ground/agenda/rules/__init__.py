"""Clocks, how their terms are counted, and what may be done with a task."""

from kring.ground.agenda.rules.clocks import (
    CLOCKS,
    DECIDING,
    INVESTIGATING,
    INVITATION,
    LOOK_AGAIN,
    PERSONAL_PLAN,
    REVIEW,
    SECOND_OPINION,
    TERMS,
    clock_of,
    setting_of,
    with_number,
)
from kring.ground.agenda.rules.tasks import can_cancel, can_close, can_move, can_reopen, is_late
from kring.ground.agenda.rules.terms import Clock, Term, Unit, due_on, is_working_day

__all__ = [
    "CLOCKS",
    "DECIDING",
    "INVESTIGATING",
    "INVITATION",
    "LOOK_AGAIN",
    "PERSONAL_PLAN",
    "REVIEW",
    "SECOND_OPINION",
    "TERMS",
    "Clock",
    "Term",
    "Unit",
    "can_cancel",
    "can_close",
    "can_move",
    "can_reopen",
    "clock_of",
    "due_on",
    "is_late",
    "is_working_day",
    "setting_of",
    "with_number",
]
