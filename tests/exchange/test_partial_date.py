"""A date may be known by year or by month; what is known decides the first and last day it can be."""

from datetime import date

import pytest
from hypothesis import given

from kring.exchange.partial_date import PartialDate, Precision
from tests.exchange.person_strategies import partial_dates


@pytest.mark.parametrize(
    ("known", "precision", "earliest", "latest"),
    [
        (PartialDate(), Precision.UNKNOWN, None, None),
        (PartialDate(1980), Precision.YEAR, date(1980, 1, 1), date(1980, 12, 31)),
        (PartialDate(1980, 2), Precision.MONTH, date(1980, 2, 1), date(1980, 2, 29)),
        (PartialDate(1980, 2, 3), Precision.DAY, date(1980, 2, 3), date(1980, 2, 3)),
    ],
)
def test_what_is_known_gives_the_first_and_last_day(
    known: PartialDate, precision: Precision, earliest: date | None, latest: date | None
) -> None:
    assert (known.precision, known.earliest, known.latest) == (precision, earliest, latest)
    assert known.exact == (earliest if precision is Precision.DAY else None)


@pytest.mark.parametrize("parts", [(None, 3, None), (1980, None, 3), (1980, 13, None), (1979, 2, 29), (0, 1, 1)])
def test_a_date_that_cannot_be_is_not_made(parts: tuple[int | None, int | None, int | None]) -> None:
    with pytest.raises(ValueError, match=r"partial date|month must be|day is out of range|year 0"):
        PartialDate(*parts)


@given(partial_dates())
def test_the_first_day_is_never_after_the_last(known: PartialDate) -> None:
    assert (known.earliest is None) == (known.latest is None)
    assert known.earliest is None or known.latest is None or known.earliest <= known.latest


def test_a_whole_date_is_made_of_a_day() -> None:
    assert PartialDate.of(date(2014, 6, 3)) == PartialDate(2014, 6, 3)
