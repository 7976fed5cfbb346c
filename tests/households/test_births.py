"""An unknown day or month makes an age a range; nobody guesses."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kring.practice.households.rules.births import Birth

TODAY = date(2026, 11, 1)


@pytest.mark.parametrize(
    ("birth", "text"),
    [
        (Birth(2008, 11, 1), "18"),
        (Birth(2008, 11, 2), "17"),
        (Birth(2008, 11), "17–18"),
        (Birth(2008, 10), "18"),
        (Birth(2008), "17–18"),
        (Birth(1950), "75–76"),
        (Birth(), ""),
        (Birth(2026, 12, 5), "0"),
    ],
)
def test_age_on_a_day(birth: Birth, text: str) -> None:
    assert birth.age_text(TODAY) == text


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_knowing_less_never_excludes_the_age_that_it_is(born: date, day: date) -> None:
    exact = Birth(born.year, born.month, born.day).ages_on(day)
    assert exact is not None
    for vague in (Birth(born.year, born.month), Birth(born.year)):
        ages = vague.ages_on(day)
        assert ages is not None
        assert ages[0] <= exact[0] <= ages[1]
