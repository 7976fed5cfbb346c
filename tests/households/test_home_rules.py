"""What can be told of who lives where."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kring.practice.households.rules.authority import can_check, can_tell_authority
from kring.practice.households.rules.homes import (
    HomeSource,
    Living,
    Roof,
    Spell,
    as_lived,
    can_live,
    can_part,
    can_tell,
)

JAN, MAY, SEP = date(2026, 1, 1), date(2026, 5, 1), date(2026, 9, 1)
LIVES, SHARES, FOSTER, STAYS, ELSEWHERE = (
    Living.LIVES,
    Living.SHARES,
    Living.FOSTER,
    Living.STAYS,
    Living.ELSEWHERE,
)


@pytest.mark.parametrize(
    ("here", "there", "fits"),
    [
        (LIVES, LIVES, False),
        (LIVES, FOSTER, False),
        (LIVES, SHARES, False),
        (SHARES, LIVES, False),
        (FOSTER, SHARES, False),
        (SHARES, SHARES, True),
        (LIVES, STAYS, True),
        (STAYS, LIVES, True),
        (FOSTER, STAYS, True),
        (ELSEWHERE, LIVES, True),
        (STAYS, STAYS, True),
    ],
)
def test_how_one_lives_in_two_homes_at_once(here: Living, there: Living, fits: bool) -> None:
    assert bool(can_live(Spell("moeder", here, MAY), [Spell("vader", there, JAN)])) is fits


def test_who_moved_lives_somewhere_else_from_that_day() -> None:
    assert can_live(Spell("vader", LIVES, MAY), [Spell("moeder", LIVES, JAN, MAY)])


def test_nobody_is_twice_in_one_home_at_a_time() -> None:
    assert not can_live(Spell("oma", STAYS, MAY), [Spell("oma", STAYS, JAN)])


def test_a_stay_does_not_end_before_it_begins() -> None:
    verdict = can_live(Spell("oma", STAYS, MAY, JAN), [])
    assert "laatste dag" in str(verdict.reason)


@pytest.mark.parametrize(("by", "on", "fits"), [("Elif", JAN, True), (" ", JAN, False), ("Elif", SEP, False)])
def test_what_is_told_says_by_whom_and_when(by: str, on: date, fits: bool) -> None:
    assert bool(can_tell(by, on, MAY)) is fits


@pytest.mark.parametrize(
    ("leaver_here", "dwellers", "children", "fits"),
    [(True, 4, 2, True), (True, 2, 0, True), (False, 4, 2, False), (True, 1, 0, False), (True, 3, 3, False)],
)
def test_a_separation_leaves_somebody_in_each_home(leaver_here: bool, dwellers: int, children: int, fits: bool) -> None:
    assert bool(can_part(leaver_here=leaver_here, dwellers=dwellers, children=children)) is fits


@pytest.mark.parametrize(("day", "fits"), [(MAY, True), (JAN, False), (SEP, False)])
def test_authority_is_looked_up_after_it_was_told(day: date, fits: bool) -> None:
    assert bool(can_check(day, date(2026, 2, 1), date(2026, 6, 1))) is fits


@pytest.mark.parametrize(
    ("holder", "is_minor", "fits"), [("Elif Aksoy", True, True), ("", True, False), ("Elif", False, False)]
)
def test_there_is_authority_over_children_only(holder: str, is_minor: bool, fits: bool) -> None:
    assert bool(can_tell_authority(holder, is_minor=is_minor)) is fits


people = st.lists(st.sampled_from(["Elif", "Emre", "Deniz", "Ela", "Sevgi"]), min_size=1, unique=True).map(tuple)
roofs = st.lists(st.builds(Roof, st.sampled_from(HomeSource), people), max_size=6)


@given(roofs)
def test_a_drawing_leaves_nobody_out_and_no_home_empty(found: list[Roof[str]]) -> None:
    lived = as_lived(found)
    assert {one for roof in lived for one in roof.dwellers} == {one for roof in found for one in roof.dwellers}
    assert all(roof.dwellers for roof in lived)


@given(roofs)
def test_of_whom_something_is_told_the_register_draws_nothing(found: list[Roof[str]]) -> None:
    told = {one for roof in found if roof.source is HomeSource.TOLD for one in roof.dwellers}
    registered = {one for roof in as_lived(found) if roof.source is HomeSource.REGISTER for one in roof.dwellers}
    assert not told & registered
