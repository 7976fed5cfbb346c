"""Two thousand invented persons in families: the import stays within a minute and counts in the hundreds of queries."""

import time
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kring.exchange.brp.records import FamilyMember, PersonRecord
from kring.exchange.bsn import passes_eleven_test
from kring.exchange.session import Outcome
from kring.practice.households.models import Household
from tests.exchange_store.town import importing, make_register
from tests.households.people import at, deliver_persons, person

pytestmark = pytest.mark.django_db

FAMILIES = 500
SECONDS = 60
MOST_QUERIES = 200


def test_two_thousand_persons_within_a_minute(now: datetime) -> None:
    register = make_register(now)
    persons = [one for number in range(FAMILIES) for one in household(number)]
    began = time.monotonic()
    with CaptureQueriesContext(connection) as captured:
        result = deliver_persons(register, *persons)

    assert time.monotonic() - began < SECONDS
    assert len(captured) < MOST_QUERIES
    assert result.counts == {Outcome.CREATED: 4 * FAMILIES}
    with importing():
        assert Household.objects.count() == FAMILIES


def household(number: int) -> list[PersonRecord]:
    """Two partners with two children at an address of their own."""
    home = at(f"17{number % 90 + 10}AB", number + 1, date(2015, 1, 1) + timedelta(days=number))
    bsns = numbers(4 * number, 4)
    born = [date(1980, 1, 1), date(1982, 1, 1), date(2010, 1, 1), date(2013, 1, 1)]
    names = ["Anna", "Bram", "Cato", "Daan"]
    made = [person(bsn, name, "Vos", day, home) for bsn, name, day in zip(bsns, names, born, strict=True)]
    parents, children = tuple(map(FamilyMember, bsns[:2])), tuple(map(FamilyMember, bsns[2:]))
    one, other = (
        replace(each, partners=(FamilyMember(partner, union="H"),), children=children)
        for each, partner in zip(made[:2], reversed(bsns[:2]), strict=True)
    )
    return [one, other, *(replace(child, parents=parents) for child in made[2:])]


def numbers(first: int, count: int) -> list[str]:
    """Test numbers that pass the eleven-test, from the `first`."""
    return VALID[first : first + count]


VALID = [str(number) for number in range(999_900_000, 999_999_999) if passes_eleven_test(str(number))][: 4 * FAMILIES]
