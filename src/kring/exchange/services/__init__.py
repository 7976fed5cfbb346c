"""The only writers of deliveries: bring a file, process what waits, undo, and decide about a person."""

from kring.exchange.services.decide import Choice, decide
from kring.exchange.services.deliver import Result, deliver, in_the_register
from kring.exchange.services.folder import deliver_all
from kring.exchange.services.undo import Left, Undone, undo
from kring.exchange.services.waiting import LARGEST_UPLOAD, process_waiting, request_undo, upload

__all__ = [
    "LARGEST_UPLOAD",
    "Choice",
    "Left",
    "Result",
    "Undone",
    "decide",
    "deliver",
    "deliver_all",
    "in_the_register",
    "process_waiting",
    "request_undo",
    "undo",
    "upload",
]
