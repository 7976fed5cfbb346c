"""The only writers of care: what comes in, through the ledger of its delivery, and what a family tells."""

from kring.practice.care.services.answering import Marked, say_it_fits, take_it_up, withdraw_answer
from kring.practice.care.services.assignments import store_grants
from kring.practice.care.services.casebook import CaseBook, Key
from kring.practice.care.services.cases import end_missing, store_cases
from kring.practice.care.services.declarations import store_performances
from kring.practice.care.services.received import Inbox, Receipt, note_received, stated_later
from kring.practice.care.services.reports import store_reports
from kring.practice.care.services.told import correct_help, end_help, tell_help, undo_help, withdraw_help

__all__ = [
    "CaseBook",
    "Inbox",
    "Key",
    "Marked",
    "Receipt",
    "correct_help",
    "end_help",
    "end_missing",
    "note_received",
    "say_it_fits",
    "stated_later",
    "store_cases",
    "store_grants",
    "store_performances",
    "store_reports",
    "take_it_up",
    "tell_help",
    "undo_help",
    "withdraw_answer",
    "withdraw_help",
]
