"""Reads for pages: who leads, who are the members, what may be shared."""

from kring.practice.leads.queries.appointing import Candidate, candidates
from kring.practice.leads.queries.caseload import Led, caseload, caseload_counts
from kring.practice.leads.queries.head import DossierHead, Leader, Member, dossier_head, who_leads
from kring.practice.leads.queries.recipients import (
    SharedLine,
    SharedWith,
    SharingPage,
    recipients,
    shared_with_me,
    sharing_page,
)
from kring.practice.leads.queries.sharing import LawAnswer, SharingPerson, sharing_table
from kring.practice.leads.queries.withholding import (
    Choices,
    Names,
    WithheldLine,
    seconds,
    withholding_choices,
    withholding_names,
    withholdings,
)

__all__ = [
    "Candidate",
    "Choices",
    "DossierHead",
    "LawAnswer",
    "Leader",
    "Led",
    "Member",
    "Names",
    "SharedLine",
    "SharedWith",
    "SharingPage",
    "SharingPerson",
    "WithheldLine",
    "candidates",
    "caseload",
    "caseload_counts",
    "dossier_head",
    "recipients",
    "seconds",
    "shared_with_me",
    "sharing_page",
    "sharing_table",
    "who_leads",
    "withholding_choices",
    "withholding_names",
    "withholdings",
]
