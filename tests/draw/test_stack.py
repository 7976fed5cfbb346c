"""Stapeling: counting what runs at the same time, day by day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kring.draw import Bar
from kring.draw.timeline.stack import Step, peak, steps
from tests.draw import family

FIRST = date(2024, 1, 1)


def help_(start: date, end: date | None) -> Bar:
    return Bar("wmo", "Begeleiding", start, end)


def test_a_period_ends_before_its_end() -> None:
    stay = help_(date(2024, 2, 1), date(2024, 3, 1))
    assert [
        stay.runs_on(day) for day in (date(2024, 1, 31), date(2024, 2, 1), date(2024, 2, 29), date(2024, 3, 1))
    ] == [
        False,
        True,
        True,
        False,
    ]


def test_help_that_follows_on_does_not_stack() -> None:
    leap = date(2024, 2, 29)
    line = steps([help_(FIRST, leap), help_(leap, None)], FIRST, date(2024, 3, 31))
    assert line == (Step(FIRST, date(2024, 4, 1), 1),)


def test_steps_up_and_down() -> None:
    line = steps([help_(FIRST, None), help_(date(2024, 3, 1), date(2024, 5, 1))], FIRST, date(2024, 5, 31))
    assert line == (
        Step(FIRST, date(2024, 3, 1), 1),
        Step(date(2024, 3, 1), date(2024, 5, 1), 2),
        Step(date(2024, 5, 1), date(2024, 6, 1), 1),
    )
    assert peak(line) is line[1]


def test_what_is_planned_does_not_count_yet() -> None:
    today = date(2024, 3, 1)
    assert steps([help_(today + timedelta(days=1), None)], FIRST, today)[-1].count == 0
    assert steps([help_(today, None)], FIRST, today)[-1].count == 1


def test_help_of_no_day_never_counts() -> None:
    assert {step.count for step in steps([help_(FIRST, FIRST)], FIRST, date(2024, 2, 1))} == {0}


def test_help_that_never_ends_in_the_register_is_open() -> None:
    assert steps([help_(FIRST, date.max)], FIRST, date(2024, 2, 1))[-1].count == 1


@given(st.lists(family.bars(), max_size=12), st.integers(0, 3000))
def test_the_steps_give_each_day_its_count(bars: list[Bar], ago: int) -> None:
    first = family.TODAY - timedelta(days=ago)
    line = steps(bars, first, family.TODAY)
    assert line[0].start == first
    assert line[-1].end == family.TODAY + timedelta(days=1)
    for step, following in zip(line, [*line[1:], None], strict=True):
        last = step.end - timedelta(days=1)
        assert sum(bar.runs_on(step.start) for bar in bars) == step.count
        assert sum(bar.runs_on(last) for bar in bars) == step.count
        assert following is None or (following.start == step.end and following.count != step.count)


def test_an_end_before_the_start_is_refused_with_both_days() -> None:
    with pytest.raises(ValueError, match=r"“Begeleiding” eindigt op 1 jan 2024, vóór het begin op 29 feb 2024"):
        help_(date(2024, 2, 29), FIRST)
