"""Which way goals and actions can go, as data, and the same data as the models' choices."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kring.practice.plans.models import ActionState, GoalState
from kring.practice.plans.rules.settings import MOST_GOALS
from kring.practice.plans.rules.states import (
    ACTION_STEPS,
    GOAL_STEPS,
    OPEN_ACTIONS,
    can_move_action,
    can_move_goal,
    can_wait_for,
    has_too_many_goals,
    is_late,
    waits_on,
)


@pytest.mark.parametrize(("steps", "states"), [(GOAL_STEPS, GoalState.values), (ACTION_STEPS, ActionState.values)])
def test_every_state_has_a_way_on_and_is_known_to_the_model(
    steps: Mapping[str, frozenset[str]], states: list[str]
) -> None:
    assert set(steps) == set(states)
    assert all(then and then <= set(states) for then in steps.values())


@pytest.mark.parametrize(("steps", "start"), [(GOAL_STEPS, "proposed"), (ACTION_STEPS, "proposed")])
def test_every_state_can_be_reached(steps: Mapping[str, frozenset[str]], start: str) -> None:
    reached, fresh = {start}, {start}
    while fresh:
        fresh = {then for now in fresh for then in steps[now]} - reached
        reached |= fresh
    assert reached == set(steps)


@pytest.mark.parametrize(
    ("now", "then", "reason", "possible"),
    [
        ("active", "reached", "", True),
        ("active", "partly", "", True),
        ("active", "dropped", "", False),
        ("active", "dropped", "Sanne wil dit nu niet", True),
        ("dropped", "active", "", True),
        ("reached", "dropped", "om een reden", False),
        ("proposed", "reached", "", False),
    ],
)
def test_a_goal_is_let_go_with_a_reason(now: str, then: str, reason: str, possible: bool) -> None:
    assert bool(can_move_goal(now, then, reason)) is possible


@pytest.mark.parametrize(
    ("now", "then", "reason", "possible"),
    [
        ("agreed", "done", "", True),
        ("agreed", "failed", "", False),
        ("agreed", "failed", "De school belde niet terug", True),
        ("busy", "cancelled", " ", False),
        ("busy", "cancelled", "Niet meer nodig", True),
        ("done", "agreed", "", True),
        ("done", "failed", "toch niet", False),
        ("proposed", "agreed", "", True),
        ("proposed", "done", "", False),
        ("proposed", "cancelled", "", False),
        ("proposed", "settled", "", False),
        ("proposed", "settled", "Nu niet", True),
    ],
)
def test_an_action_that_failed_says_why(now: str, then: str, reason: str, possible: bool) -> None:
    assert bool(can_move_action(now, then, reason)) is possible


@pytest.mark.parametrize("state", ActionState.values)
def test_late_from_the_day_after_and_only_while_it_is_open(state: str) -> None:
    due = date(2026, 10, 31)
    assert not is_late(due, state, due)
    assert is_late(due, state, date(2026, 11, 1)) is (state in OPEN_ACTIONS)


def test_a_family_is_warned_at_the_sixth_goal() -> None:
    """BR-016: warn at more than five active goals, or at the number that the municipality has set."""
    assert [has_too_many_goals(number, MOST_GOALS.default) for number in (0, 5, 6)] == [False, False, True]
    assert has_too_many_goals(4, 3)


BREAD, SHOP, PURSE, ALONE = (UUID(int=number) for number in range(4))
WAITS = {BREAD: SHOP, SHOP: PURSE}


@pytest.mark.parametrize(
    ("step", "others"),
    [
        (BREAD, {SHOP, PURSE, ALONE}),
        (SHOP, {PURSE, ALONE}),
        (PURSE, {ALONE}),
        (ALONE, {BREAD, SHOP, PURSE}),
    ],
)
def test_no_step_waits_for_itself_in_the_end(step: UUID, others: set[UUID]) -> None:
    assert can_wait_for(step, WAITS, [BREAD, SHOP, PURSE, ALONE]) == others


@given(st.dictionaries(st.integers(0, 6), st.integers(0, 6)), st.integers(0, 6))
def test_a_step_added_where_it_may_wait_never_closes_a_circle(drawn: dict[int, int], number: int) -> None:
    """Whatever waits for whatever: as long as no circle was there, none is made."""
    waits = {UUID(int=one): UUID(int=other) for one, other in drawn.items() if one > other}
    step = UUID(int=number)
    for other in can_wait_for(step, waits, [UUID(int=one) for one in range(7)]):
        assert step not in waits_on(step, {**waits, step: other})
