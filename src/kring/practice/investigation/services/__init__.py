"""The only writers of investigations: the report of a need, what is found, the clock, and each step to a decision."""

from kring.practice.investigation.services.ending import apply, decide, end_without_application, send_report, stop
from kring.practice.investigation.services.finding import undo_finding, write_finding
from kring.practice.investigation.services.pausing import pause, resume
from kring.practice.investigation.services.reporting import (
    correct_report,
    prepare,
    provide_urgently,
    receive_plan,
    report_need,
    start,
)
from kring.practice.investigation.services.undoing import undo

__all__ = [
    "apply",
    "correct_report",
    "decide",
    "end_without_application",
    "pause",
    "prepare",
    "provide_urgently",
    "receive_plan",
    "report_need",
    "resume",
    "send_report",
    "start",
    "stop",
    "undo",
    "undo_finding",
    "write_finding",
]
