"""The life of a study: one asks, another approves, and it is used only between its two dates (BR-089, BR-093)."""

from datetime import date
from typing import Final
from uuid import UUID

from kring.ground.shared.marking import mark as _
from kring.ground.shared.verdict import YES, Verdict, no

DRAFT: Final = "draft"
APPROVED: Final = "approved"
ENDED: Final = "ended"

TRANSITIONS: Final = {DRAFT: frozenset({APPROVED, ENDED}), APPROVED: frozenset({ENDED}), ENDED: frozenset[str]()}


def can_ask(started_on: date, ended_on: date, today: date) -> Verdict:
    if ended_on < started_on:
        return no(_("Het onderzoek eindigt vóór het begint. Kies een latere einddatum."))
    if ended_on < today:
        return no(_("Het onderzoek zou al voorbij zijn. Kies een einddatum vanaf vandaag."))
    return YES


def can_approve(state: str, ended_on: date, today: date, *, asked_by: UUID, approver: UUID) -> Verdict:
    if APPROVED not in TRANSITIONS[state]:
        return no(_("Dit onderzoek is al goedgekeurd of beëindigd."))
    if asked_by == approver:
        return no(_("Wie een onderzoek aanvraagt, keurt het niet zelf goed. Vraag een andere procesregisseur."))
    if ended_on < today:
        return no(_("De periode van dit onderzoek is al voorbij. Vraag het opnieuw aan met andere datums."))
    return YES


def can_end(state: str) -> Verdict:
    return YES if ENDED in TRANSITIONS[state] else no(_("Dit onderzoek is al beëindigd."))


def can_use(state: str, started_on: date, ended_on: date, today: date) -> Verdict:
    """Running: approved, and today lies in its period, first and last day included."""
    if state == DRAFT:
        return no(_("Dit onderzoek is nog niet goedgekeurd."))
    if state == ENDED:
        return no(_("Dit onderzoek is beëindigd."))
    if today < started_on:
        return no(_("Dit onderzoek is nog niet begonnen."))
    if today > ended_on:
        return no(_("De periode van dit onderzoek is voorbij."))
    return YES


def can_name(*, asked_by: UUID, namer: UUID, already: bool) -> Verdict:
    """A second person names a household: the file research finds it, somebody else chooses."""
    if already:
        return no(_("Dit huishouden is al op naam gebracht."))
    if asked_by == namer:
        return no(_("U hebt dit onderzoek aangevraagd. Een ander brengt een huishouden op naam."))
    return YES


def phase(state: str, started_on: date, ended_on: date, today: date) -> str:
    """Where a study is: "draft", "waiting" (approved, not begun), "running", "over" or "ended"."""
    if state != APPROVED:
        return state
    if today < started_on:
        return "waiting"
    return "over" if today > ended_on else "running"
