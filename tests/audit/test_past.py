"""What was it on that day: from now backwards through what was kept."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kring.ground.audit.past import Difference, Moment, on, steps

JORIEN, MARLOES = UUID(int=1), UUID(int=2)
MONDAY = datetime(2026, 11, 2, 9, tzinfo=UTC)
MOMENTS = (
    Moment(MONDAY, JORIEN, None),
    Moment(MONDAY + timedelta(days=1), MARLOES, {"words": "slapen", "state": "active"}),
    Moment(MONDAY + timedelta(days=2), JORIEN, {"words": "weer slapen", "state": "active"}),
)
NOW = {"words": "weer slapen", "state": "reached"}


def test_the_newest_comes_first_and_tells_only_what_differs() -> None:
    told = [(step.actor, step.differences) for step in steps(NOW, MOMENTS)]
    assert told == [
        (JORIEN, (Difference("state", "active", "reached"),)),
        (MARLOES, (Difference("words", "slapen", "weer slapen"),)),
        (JORIEN, ()),
    ]


@pytest.mark.parametrize(
    ("days", "stood"),
    [(0, None), (0.5, "slapen"), (1.5, "weer slapen"), (9, "weer slapen")],
)
def test_how_it_stood_on_a_day(days: float, stood: str | None) -> None:
    found = on(NOW, MOMENTS, MONDAY + timedelta(days=days))
    assert (found or {}).get("words") == stood


def test_what_an_import_made_was_always_there() -> None:
    assert on({"words": "x"}, (), MONDAY) == {"words": "x"}


@given(st.lists(st.integers(0, 3), min_size=1, max_size=8))
def test_after_each_change_it_stood_as_it_was_written(values: list[int]) -> None:
    """Written one a day, the value of day n is what was written on day n."""
    moments = [
        Moment(MONDAY + timedelta(days=day), JORIEN, {"value": values[day - 1]} if day else None)
        for day in range(len(values))
    ]
    for day, value in enumerate(values):
        assert on({"value": values[-1]}, moments, MONDAY + timedelta(days=day, hours=1)) == {"value": value}
