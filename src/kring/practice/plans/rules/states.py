"""Which way goals and actions can go (handbook §3.3). The documentation of these states is this data."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from kring.ground.shared.marking import mark as _
from kring.ground.shared.verdict import YES, Verdict, no

GOAL_STEPS: Final[Mapping[str, frozenset[str]]] = {
    "proposed": frozenset({"active", "dropped"}),
    "active": frozenset({"reached", "partly", "dropped"}),
    "partly": frozenset({"active"}),
    "reached": frozenset({"active"}),
    "dropped": frozenset({"active"}),
}
ACTION_STEPS: Final[Mapping[str, frozenset[str]]] = {
    "agreed": frozenset({"busy", "done", "failed", "cancelled"}),
    "busy": frozenset({"agreed", "done", "failed", "cancelled"}),
    "done": frozenset({"agreed"}),
    "failed": frozenset({"agreed"}),
    "cancelled": frozenset({"agreed"}),
}
NEEDS_REASON: Final = frozenset({"dropped", "failed", "cancelled"})
"""Who lets go says why: the next reader was not there."""

OPEN_ACTIONS: Final = frozenset({"agreed", "busy"})
OPEN_GOALS: Final = frozenset({"proposed", "active"})
MOST_GOALS: Final = 5
"""More than this and a family is warned: a limited number of goals (BR-016)."""


def can_move_goal(now: str, then: str, reason: str) -> Verdict:
    return _can_move(GOAL_STEPS, now, then, reason)


def can_move_action(now: str, then: str, reason: str) -> Verdict:
    return _can_move(ACTION_STEPS, now, then, reason)


def is_late(due_on: date, state: str, today: date) -> bool:
    """Derived, never stored: late from the day after, as long as it is open."""
    return state in OPEN_ACTIONS and today > due_on


def has_too_many_goals(active: int) -> bool:
    return active > MOST_GOALS


def _can_move(steps: Mapping[str, frozenset[str]], now: str, then: str, reason: str) -> Verdict:
    if then not in steps[now]:
        return no(_("Deze stap kan niet vanuit de stand waarin dit nu is. Ververs de bladzijde en kijk opnieuw."))
    if then in NEEDS_REASON and not reason.strip():
        return no(_("Schrijf op waarom."))
    return YES
