"""The only writers of care: what comes in by message or file, through the ledger of its delivery."""

from kring.practice.care.services.assignments import store_grants
from kring.practice.care.services.casebook import CaseBook, Key
from kring.practice.care.services.cases import end_missing, store_cases
from kring.practice.care.services.declarations import store_performances
from kring.practice.care.services.received import Inbox, Receipt, note_received, stated_later
from kring.practice.care.services.reports import store_reports

__all__ = [
    "CaseBook",
    "Inbox",
    "Key",
    "Receipt",
    "end_missing",
    "note_received",
    "stated_later",
    "store_cases",
    "store_grants",
    "store_performances",
    "store_reports",
]
