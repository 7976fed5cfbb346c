"""The only writers of regisseurschap, of what the family answers, and of the tasks round a withholding."""

from kring.practice.leads.services.answers import Answer, record_answer
from kring.practice.leads.services.appointing import appoint
from kring.practice.leads.services.transfer import hand_over_caseload
from kring.practice.leads.services.withholding import answer, ask, end

__all__ = ["Answer", "answer", "appoint", "ask", "end", "hand_over_caseload", "record_answer"]
