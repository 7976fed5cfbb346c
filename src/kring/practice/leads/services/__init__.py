"""The only writers of regisseurschap and of what the family answers."""

from kring.practice.leads.services.answers import Answer, record_answer
from kring.practice.leads.services.appointing import appoint

__all__ = ["Answer", "appoint", "record_answer"]
