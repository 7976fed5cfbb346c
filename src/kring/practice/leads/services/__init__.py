"""The only writers of regisseurschap and of what the family answers."""

from kring.practice.leads.services.answers import Answer, record_answer
from kring.practice.leads.services.appointing import appoint
from kring.practice.leads.services.transfer import hand_over_caseload

__all__ = ["Answer", "appoint", "hand_over_caseload", "record_answer"]
