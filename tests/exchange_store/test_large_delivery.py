"""Two thousand invented persons in families: the import stays within a minute and counts in the hundreds of queries."""

import time
from datetime import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kring.exchange.session import Outcome
from kring.practice.households.models import Household
from tests.exchange_store.town import importing, make_register
from tests.households.people import deliver_persons, household

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
