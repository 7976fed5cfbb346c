"""Investigations as their readers see them: those of a dossier, one of them, one's own work, and what is about one."""

from kring.practice.investigation.queries.lists import (
    Line,
    Which,
    about_person,
    in_dossier,
    of_actor,
)
from kring.practice.investigation.queries.one import BlockView, InvestigationView, PauseView, investigation

__all__ = [
    "BlockView",
    "InvestigationView",
    "Line",
    "PauseView",
    "Which",
    "about_person",
    "in_dossier",
    "investigation",
    "of_actor",
]
