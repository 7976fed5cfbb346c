"""What pages and commands read of studies."""

from kring.steering.studies.queries.cases import (
    CaseRow,
    CaseView,
    Place,
    Selection,
    Totals,
    case_rows,
    case_view,
    places,
    selected,
    totals,
)
from kring.steering.studies.queries.listing import SHEET_HEAD, sheet_of
from kring.steering.studies.queries.studies import (
    Colleague,
    StudyRow,
    StudyView,
    colleagues,
    studies_of,
    study_view,
    towns_to_ask_for,
)

__all__ = [
    "SHEET_HEAD",
    "CaseRow",
    "CaseView",
    "Colleague",
    "Place",
    "Selection",
    "StudyRow",
    "StudyView",
    "Totals",
    "case_rows",
    "case_view",
    "colleagues",
    "places",
    "selected",
    "sheet_of",
    "studies_of",
    "study_view",
    "totals",
    "towns_to_ask_for",
]
