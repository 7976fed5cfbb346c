"""Which way goals and actions can go (handbook §3.3). The documentation of these states is this data."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final
from uuid import UUID

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
    "proposed": frozenset({"agreed", "settled"}),
    "agreed": frozenset({"busy", "done", "failed", "cancelled"}),
    "busy": frozenset({"agreed", "done", "failed", "cancelled"}),
    "done": frozenset({"agreed"}),
    "failed": frozenset({"agreed"}),
    "cancelled": frozenset({"agreed"}),
    "settled": frozenset({"proposed"}),
}
NEEDS_REASON: Final = frozenset({"dropped", "failed", "cancelled", "settled"})
"""Who lets go says why: the next reader was not there."""

OPEN_ACTIONS: Final = frozenset({"agreed", "busy"})
OPEN_GOALS: Final = frozenset({"proposed", "active"})
PROPOSALS: Final = frozenset({"proposed", "settled"})
"""No steps yet, or no longer: what a professional proposes, whoever leads decides (handbook §5, condition 15)."""


def can_move_goal(now: str, then: str, reason: str) -> Verdict:
    return _can_move(GOAL_STEPS, now, then, reason)


def can_move_action(now: str, then: str, reason: str) -> Verdict:
    return _can_move(ACTION_STEPS, now, then, reason)


def is_late(due_on: date, state: str, today: date) -> bool:
    """Derived, never stored: late from the day after, as long as it is open."""
    return state in OPEN_ACTIONS and today > due_on


def has_too_many_goals(active: int, most: int) -> bool:
    """A family is warned, and one goal more has a reason (BR-016)."""
    return active > most


def waits_on(step: UUID, waits: Mapping[UUID, UUID]) -> frozenset[UUID]:
    """Every step that this one waits for, at once or in the end; from step to the step it waits for."""
    found: set[UUID] = set()
    while step in waits and waits[step] not in found:
        step = waits[step]
        found.add(step)
    return frozenset(found)


def can_wait_for(step: UUID, waits: Mapping[UUID, UUID], others: Iterable[UUID]) -> frozenset[UUID]:
    """The steps that this one can wait for: never itself, and none that waits for it."""
    return frozenset(one for one in others if one != step and step not in waits_on(one, waits))


def _can_move(steps: Mapping[str, frozenset[str]], now: str, then: str, reason: str) -> Verdict:
    if then not in steps[now]:
        return no(_("Deze stap kan niet vanuit de stand waarin dit nu is. Ververs de bladzijde en kijk opnieuw."))
    if then in NEEDS_REASON and not reason.strip():
        return no(_("Schrijf op waarom."))
    return YES
