"""Which way a familiegroepsplan goes (handbook §3.3), and what that means for the plan of the professional."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from kring.ground.shared.marking import mark as _
from kring.ground.shared.verdict import YES, Verdict, no

STEPS: Final[Mapping[str, frozenset[str]]] = {
    "offered": frozenset({"wanted", "waived", "exempt"}),
    "wanted": frozenset({"running", "received", "waived", "exempt"}),
    "running": frozenset({"received", "waived", "exempt"}),
    "received": frozenset({"accepted", "remarks", "rejected"}),
    "rejected": frozenset({"talking", "waived", "exempt"}),
    "talking": frozenset({"received", "waived", "exempt"}),
    "waived": frozenset({"wanted", "exempt"}),
    "exempt": frozenset({"offered", "wanted", "waived"}),
    "accepted": frozenset(),
    "remarks": frozenset(),
}
"""A family that said no may still say yes. After a plan that was accepted, a new offer is a new row."""
FIRST: Final = frozenset({"offered", "wanted", "waived", "exempt"})
"""How it can begin: asked and no answer yet, or with the answer at once."""
FINISHED: Final = frozenset({"accepted", "remarks"})
MAKING: Final = frozenset({"wanted", "running", "talking"})
"""The family is at it: whatever it makes comes in."""

WAIVED_BY_LAW: Final = frozenset({"not_wished", "threat", "interest"})
"""Jeugdwet 4.1.2: the only three grounds on which the family's own plan may be left out."""
EXEMPT_BY_LAW: Final = "mandated"
NEEDS_WORDS: Final = frozenset({"threat", "interest", EXEMPT_BY_LAW})
"""A parent need not say why; a professional who decides for them does."""
AFTER_WAIVER: Final = timedelta(weeks=6)
"""Jeugdwet 4.1.3 lid 5: from the day the family waived its own plan."""

TERM, WAIVED = "familiegroepsplan", "plan_na_afzien"
"""The clocks of the agenda: how is the family doing with its plan, and the professional's plan after a waiver."""


def can_move(now: str, then: str) -> Verdict:
    if then in STEPS[now]:
        return YES
    return no(_("Deze stap kan niet vanuit de stand waarin dit nu is. Ververs de bladzijde en kijk opnieuw."))


def outcome(state: str, ground: str) -> str:
    """What the professional's plan waits for, in one word; empty as long as the family has not answered (BR-009)."""
    if state in {"waived", "exempt"}:
        return ground
    if state in FINISHED:
        return "ready"
    return "wanted" if state in STEPS and state != "offered" else ""


def professional_plan_due(outcome: str, answered_on: date | None) -> date | None:
    """The legal last day for the professional's plan once the own plan was waived (BR-011); else None."""
    return answered_on + AFTER_WAIVER if answered_on is not None and outcome in WAIVED_BY_LAW else None


def is_overdue(state: str, due_on: date | None, today: date) -> bool:
    """Then somebody asks how it goes. It never ends the family's plan by itself (BR-010)."""
    return state in MAKING and due_on is not None and today > due_on
