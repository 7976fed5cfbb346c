"""Clocks: which day is the last one, and from when a task is late."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kring.ground.agenda.rules import (
    CLOCKS,
    Clock,
    Term,
    Unit,
    can_cancel,
    can_move,
    clock_of,
    due_on,
    is_late,
    is_working_day,
)
from kring.ground.configuration.rules import Basis


def legal(number: int, unit: Unit) -> Clock:
    return Clock("wet", "Een termijn uit de wet", Basis.LEGAL, "Wmo 2.3.2", Term(number, unit))


def house(number: int, unit: Unit) -> Clock:
    return Clock("huis", "Een huisregel", Basis.HOUSE, "huisregel", Term(number, unit))


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2026, 1, 1), "Nieuwjaarsdag"),
        (date(2026, 4, 3), "Goede Vrijdag"),
        (date(2026, 4, 6), "tweede paasdag"),
        (date(2026, 4, 27), "Koningsdag"),
        (date(2025, 4, 26), "Koningsdag op zaterdag, want 27 april was een zondag"),
        (date(2026, 5, 5), "Bevrijdingsdag, ieder jaar"),
        (date(2026, 5, 14), "Hemelvaartsdag"),
        (date(2026, 5, 25), "tweede pinksterdag"),
        (date(2026, 12, 25), "eerste kerstdag"),
        (date(2026, 11, 1), "zondag"),
    ],
)
def test_no_working_day(day: date, why: str) -> None:
    assert not is_working_day(day), why


@pytest.mark.parametrize(
    ("term", "start", "due", "why"),
    [
        (house(10, Unit.WORKING_DAYS), date(2026, 11, 2), date(2026, 11, 16), "twee gewone weken"),
        (house(10, Unit.WORKING_DAYS), date(2026, 11, 1), date(2026, 11, 13), "begint op zondag"),
        (house(2, Unit.WORKING_DAYS), date(2026, 4, 2), date(2026, 4, 8), "over Goede Vrijdag en Pasen"),
        (house(1, Unit.WORKING_DAYS), date(2026, 4, 24), date(2026, 4, 28), "over Koningsdag"),
        (house(3, Unit.WORKING_DAYS), date(2026, 12, 24), date(2026, 12, 30), "over Kerst"),
        (house(2, Unit.WORKING_DAYS), date(2026, 12, 31), date(2027, 1, 5), "over de jaarwisseling"),
        (house(6, Unit.WEEKS), date(2026, 9, 20), date(2026, 11, 1), "een huisregel mag op zondag eindigen"),
        (legal(6, Unit.WEEKS), date(2026, 9, 20), date(2026, 11, 2), "Atw art. 1: zondag wordt maandag"),
        (legal(14, Unit.DAYS), date(2026, 3, 23), date(2026, 4, 7), "Atw art. 1: tweede paasdag wordt dinsdag"),
        (legal(2, Unit.WEEKS), date(2026, 4, 13), date(2026, 4, 28), "Atw art. 1: Koningsdag wordt dinsdag"),
        (legal(7, Unit.DAYS), date(2026, 12, 25), date(2027, 1, 4), "Atw art. 1: over de jaarwisseling"),
        (legal(3, Unit.DAYS), date(2026, 4, 2), date(2026, 4, 8), "Atw art. 2: twee gewone dagen, na Pasen"),
        (legal(1, Unit.MONTHS), date(2026, 1, 31), date(2026, 3, 2), "28 februari is een zaterdag"),
        (legal(6, Unit.MONTHS), date(2026, 5, 1), date(2026, 11, 1), "Atw art. 4: langer dan drie maanden blijft"),
        (house(1, Unit.MONTHS), date(2028, 1, 31), date(2028, 2, 29), "de laatste dag van een kortere maand"),
        (house(2, Unit.MONTHS), date(2026, 11, 15), date(2027, 1, 15), "over de jaarwisseling"),
    ],
)
def test_the_last_day(term: Clock, start: date, due: date, why: str) -> None:
    assert due_on(term, start) == due, why


days = st.dates(date(2020, 1, 1), date(2035, 12, 31))


@given(days, st.integers(1, 60))
def test_a_clock_in_working_days_ends_on_a_working_day_with_that_many_in_between(start: date, number: int) -> None:
    due = due_on(house(number, Unit.WORKING_DAYS), start)
    assert is_working_day(due)
    assert sum(is_working_day(start + timedelta(days=step)) for step in range(1, (due - start).days + 1)) == number


@given(days, st.sampled_from([(7, Unit.DAYS), (14, Unit.DAYS), (6, Unit.WEEKS), (1, Unit.MONTHS)]))
def test_a_term_of_the_law_ends_on_an_ordinary_day_and_is_never_shortened(start: date, term: tuple[int, Unit]) -> None:
    as_written, as_the_law_counts = due_on(house(*term), start), due_on(legal(*term), start)
    assert is_working_day(as_the_law_counts)
    assert as_written <= as_the_law_counts


@given(days, days, st.sampled_from([house(10, Unit.WORKING_DAYS), legal(6, Unit.WEEKS), legal(1, Unit.MONTHS)]))
def test_a_later_start_never_gives_an_earlier_end(one: date, other: date, term: Clock) -> None:
    first, last = sorted((one, other))
    assert due_on(term, first) <= due_on(term, last)


@pytest.mark.parametrize(
    ("today", "late"), [(date(2026, 11, 2), False), (date(2026, 11, 3), False), (date(2026, 11, 4), True)]
)
def test_late_from_midnight_after_the_last_day(today: date, late: bool) -> None:
    assert is_late(date(2026, 11, 3), today) is late


def test_every_clock_in_the_table_says_whose_rule_it_is() -> None:
    for code, clock in CLOCKS.items():
        assert clock.code == code
        assert clock.title
        assert clock.source


def test_an_agreed_day_has_no_term_to_count_with() -> None:
    with pytest.raises(ValueError, match="geef een datum"):
        due_on(clock_of("evaluatie"), date(2026, 11, 1))


def test_an_unknown_clock_names_the_ones_that_exist() -> None:
    with pytest.raises(ValueError, match=r"Onbekende klok: zandloper\. Kies uit: vraag_het_gezin"):
        clock_of("zandloper")


TODAY, LATER = date(2026, 11, 1), date(2026, 11, 20)


@pytest.mark.parametrize(
    ("clock", "is_open", "new_due", "reason", "answer"),
    [
        (house(10, Unit.DAYS), True, LATER, "moeder is ziek", ""),
        (house(10, Unit.DAYS), True, TODAY, "kan vandaag al", ""),
        (house(10, Unit.DAYS), True, LATER, "  ", "Schrijf op waarom."),
        (house(10, Unit.DAYS), True, TODAY - timedelta(days=1), "vergeten", "ligt in het verleden"),
        (house(10, Unit.DAYS), False, LATER, "moeder is ziek", "al gedaan of vervallen"),
        (legal(6, Unit.WEEKS), True, LATER, "het is druk", "staat in de wet"),
    ],
)
def test_moving(clock: Clock, is_open: bool, new_due: date, reason: str, answer: str) -> None:
    verdict = can_move(clock, is_open=is_open, today=TODAY, new_due=new_due, reason=reason)
    assert bool(verdict) is not bool(answer)
    assert answer in str(verdict.reason)


def test_cancelling_needs_a_reason() -> None:
    assert can_cancel(is_open=True, reason="het gezin is verhuisd")
    assert not can_cancel(is_open=True, reason="")
    assert not can_cancel(is_open=False, reason="het gezin is verhuisd")


def test_a_term_that_stood_still_ends_so_much_later_and_never_in_a_weekend() -> None:
    """Six weeks from Thursday 1 October, with ten days in hospital: Sunday 22 November becomes Monday."""
    six_weeks = legal(6, Unit.WEEKS)
    assert due_on(six_weeks, date(2026, 10, 1)) == date(2026, 11, 12)
    assert due_on(six_weeks, date(2026, 10, 1), timedelta(days=10)) == date(2026, 11, 23)
