"""The only writers of regisseurschap, of what the family answers and shares, and of the tasks round a withholding."""

from kring.practice.leads.services.answers import Answer, record_answer
from kring.practice.leads.services.appointing import appoint
from kring.practice.leads.services.sharing import (
    answer_concept,
    decide_sharing,
    share_again,
    stop_sharing,
    tell_lead,
    tell_of_ends,
)
from kring.practice.leads.services.transfer import hand_over_caseload
from kring.practice.leads.services.withholding import answer, ask, end, longer

__all__ = [
    "Answer",
    "answer",
    "answer_concept",
    "appoint",
    "ask",
    "decide_sharing",
    "end",
    "hand_over_caseload",
    "longer",
    "record_answer",
    "share_again",
    "stop_sharing",
    "tell_lead",
    "tell_of_ends",
]
