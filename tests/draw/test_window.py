"""Which part of time a timeline shows, and which lines it names."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given

from kring.draw import LANES, Bar, Event, TimelineInput
from kring.draw.timeline.window import Window, ticks, window_of
from tests.draw import family

LEFT, RIGHT = 168.0, 1052.0


def window(start: date, end: date) -> Window:
    return Window(start, end, LEFT, RIGHT)


def labels(start: date, end: date) -> list[str]:
    return [tick.label for tick in ticks(window(start, end))]


@given(family.timelines())
def test_all_that_is_drawn_lies_in_the_window(shown: TimelineInput) -> None:
    seen = window_of(shown, LEFT, RIGHT)
    starts = [max(bar.start, shown.opening or date.min) for bar in shown.drawn_bars]
    inside = [shown.today, *starts, *(event.on for event in shown.drawn_events)]
    assert all(seen.start <= day < seen.end for day in inside)


@given(family.timelines())
def test_there_is_room_after_today_for_a_figure(shown: TimelineInput) -> None:
    seen = window_of(shown, LEFT, RIGHT)
    assert RIGHT - seen.x(shown.today) >= 75


@pytest.mark.parametrize(("days_ahead", "is_drawn"), [(366, True), (367, False)], ids=["a year ahead", "a day further"])
def test_what_lies_beyond_the_horizon_is_only_in_the_table(days_ahead: int, is_drawn: bool) -> None:
    day = family.TODAY + timedelta(days=days_ahead)
    shown = replace(
        family.BAKKER,
        bars=(*family.BARS, Bar("wmo", "Later", day)),
        events=(Event(day, "Later"),),
    )
    assert (len(shown.drawn_bars), len(shown.drawn_events)) == ((17, 1) if is_drawn else (16, 0))


def test_help_that_ended_before_the_chosen_start_is_only_in_the_table() -> None:
    shown = replace(family.BAKKER, since=date(2025, 9, 14))
    assert shown.opening == date(2025, 9, 1)
    assert date(2025, 9, 1) in {event.on for event in shown.drawn_events}
    gone = {bar.label for bar in shown.bars} - {bar.label for bar in shown.drawn_bars}
    assert gone == {"Spoedplek", "Ambulante gezinshulp", "Re-integratie"}


@pytest.mark.parametrize(("end", "is_drawn"), [(date(2025, 9, 1), False), (date(2025, 9, 2), True)])
def test_help_counts_from_before_the_chosen_start_if_it_ran_on_that_day(end: date, is_drawn: bool) -> None:
    bar = Bar("wmo", "Hulp", date(2025, 1, 1), end)
    shown = replace(family.BAKKER, bars=(bar,), since=date(2025, 9, 1))
    assert shown.drawn_bars == ((bar,) if is_drawn else ())


def test_the_chosen_start_leaves_some_past_to_see() -> None:
    assert replace(family.BAKKER, since=family.TODAY).opening == date(2026, 10, 1)
    with pytest.raises(ValueError, match="na vandaag"):
        replace(family.BAKKER, since=family.TODAY + timedelta(days=1))


def test_a_day_lies_where_it_begins() -> None:
    leap = window(date(2024, 2, 28), date(2024, 3, 1))
    assert [leap.x(date(2024, 2, 28)), leap.x(date(2024, 2, 29)), leap.x(date(2024, 3, 1))] == [
        LEFT,
        (LEFT + RIGHT) / 2,
        RIGHT,
    ]


def test_days_outside_lie_on_the_edge() -> None:
    year = window(date(2024, 1, 1), date(2025, 1, 1))
    assert (year.x(date.min), year.x(date.max)) == (LEFT, RIGHT)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (date(2026, 10, 1), date(2027, 4, 19), ["okt 2026", "nov", "dec", "2027", "feb", "mrt", "apr"]),
        (date(2025, 6, 1), date(2027, 5, 1), ["jul 2025", "okt", "2026", "apr", "jul", "okt", "2027", "apr"]),
        (date(2024, 1, 1), date(2027, 9, 1), ["2024", "2025", "2026", "2027"]),
        (date(2023, 6, 1), date(2027, 9, 1), ["2023", "2024", "2025", "2026", "2027"]),
        (date(1990, 2, 1), date(2030, 7, 1), [str(year) for year in range(1990, 2031, 5)]),
    ],
    ids=["months", "quarters", "years", "a part of the first year", "every fifth year"],
)
def test_lines_are_as_close_as_can_be_read(start: date, end: date, expected: list[str]) -> None:
    assert labels(start, end) == expected


def test_the_lines_start_with_the_year_even_in_an_empty_timeline() -> None:
    empty = window_of(TimelineInput("leeg", date(2024, 3, 1), LANES, ()), LEFT, RIGHT)
    assert empty.start == date(2024, 1, 1)
    assert ticks(empty)[0].label == "2024"
