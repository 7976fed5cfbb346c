"""Undoing: the own last deed on a thing, for ten minutes."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from kring.ground.audit.past import Moment
from kring.ground.shared.undoing import can_undo

JORIEN, HENK = UUID(int=1), UUID(int=2)
NOW = datetime(2026, 11, 1, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("by", "ago", "allowed"),
    [
        (JORIEN, timedelta(), True),
        (JORIEN, timedelta(minutes=10), True),
        (JORIEN, timedelta(minutes=10, seconds=1), False),
        (HENK, timedelta(minutes=1), False),
    ],
)
def test_only_the_own_last_deed_for_ten_minutes(by: UUID, ago: timedelta, allowed: bool) -> None:
    assert bool(can_undo(Moment(NOW - ago, by, None), by=JORIEN, at=NOW)) == allowed


def test_what_came_in_with_a_delivery_is_not_undone() -> None:
    assert not can_undo(None, by=JORIEN, at=NOW)
