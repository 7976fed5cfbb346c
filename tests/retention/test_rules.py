"""Terms of retention: when something falls due, and which rule held on a day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kring.oversight.retention.rules import RULES, Start, Term, Unit, longest, rules_on

TODAY = date(2026, 11, 1)
DAYS = st.dates(date(2015, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("category", "start", "due"),
    [
        ("jeugd", date(2026, 5, 1), date(2046, 5, 1)),
        ("wmo", date(2026, 8, 1), date(2041, 8, 1)),
        ("aanvraag", date(2024, 2, 29), date(2025, 3, 1)),
        ("kladtekst", date(2026, 11, 1), date(2026, 11, 8)),
        ("datalek", date(2026, 11, 1), None),
    ],
)
def test_when_it_falls_due(category: str, start: date, due: date | None) -> None:
    [found] = [one for one in rules_on(TODAY) if one.category == category]
    assert found.falls_due(start) == due


@pytest.mark.parametrize(("day", "start"), [(date(2026, 6, 30), Start.MADE), (date(2026, 7, 1), Start.LAST_CHANGE)])
def test_the_term_of_the_wmo_counts_from_the_last_change_since_its_new_text(day: date, start: Start) -> None:
    [found] = [one for one in rules_on(day) if one.category == "wmo"]
    assert found.start is start


@given(DAYS)
def test_every_category_has_one_rule_on_every_day(day: date) -> None:
    assert [one.category for one in rules_on(day)] == list(dict.fromkeys(one.category for one in RULES))


@given(DAYS, st.integers(1, 30))
def test_a_term_of_years_ends_as_many_years_later(start: date, years: int) -> None:
    assert Term(years, Unit.YEARS).after(start).year == start.year + years


def test_a_plan_stays_as_long_as_its_longest_file_and_for_good_when_one_stays() -> None:
    by_category = {one.category: one for one in rules_on(TODAY)}
    assert longest([by_category["jeugd"], by_category["wmo"]], TODAY) == date(2046, 11, 1)
    assert longest([by_category["jeugd"], by_category["datalek"]], TODAY) is None
    assert longest([], TODAY) is None
