"""The journal keeps a row as plain values, and gives back the very row."""

from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

import pytest
from django.db.models import Model
from hypothesis import given
from hypothesis import strategies as st

from kring.exchange.journal import Journal, revived, snapshot
from kring.exchange.models import Delivery, DeliveryKind
from kring.ground.access.models import Subject
from kring.ground.areas.models import AddressPoint
from kring.ground.organisations.models import Organisation
from kring.practice.households.models import HouseholdMember, PersonAddress, PersonBsn

ZEEWAARD = Organisation(name="Zeewaard")
BROUGHT = datetime(2026, 11, 1, tzinfo=UTC)
DELIVERY = Delivery(number=1, organisation=ZEEWAARD, kind=DeliveryKind.BRP, brought_at=BROUGHT)
SUBJECT, HOUSE = UUID(int=1), UUID(int=2)


@pytest.mark.parametrize(
    "row",
    [
        Subject(id=SUBJECT, controller_id=HOUSE, shield=4),
        PersonBsn(subject_id=SUBJECT, controller_id=HOUSE, bsn_encrypted=b"\x00\xff", bsn_hmac=memoryview(b"x" * 32)),
        PersonAddress(subject_id=SUBJECT, kind="full", level=0, started_on=date(2020, 2, 29), area=HOUSE),
        HouseholdMember(household_id=HOUSE, subject_id=SUBJECT, started_on=date(2020, 1, 1)),
        AddressPoint(id=7, postcode="1781AB", number=12, x=114000.5, y=552000.0, neighbourhood_id=HOUSE),
    ],
    ids=lambda row: type(row).__name__,
)
def test_a_row_comes_back_as_it_was(row: Model) -> None:
    again = revived(type(row), snapshot(row))
    assert snapshot(again) == snapshot(row)
    assert again.pk == row.pk


@given(st.binary(max_size=200), st.dates() | st.none(), st.text(max_size=20))
def test_whatever_the_values_they_come_back(token: bytes, day: date | None, street: str) -> None:
    bsn = PersonBsn(subject_id=SUBJECT, controller_id=HOUSE, bsn_encrypted=token, bsn_hmac=token)
    address = PersonAddress(subject_id=SUBJECT, kind="full", street=street, started_on=day)
    assert bytes(revived(PersonBsn, snapshot(bsn)).bsn_encrypted) == token
    kept = revived(PersonAddress, snapshot(address))
    assert (kept.street, kept.started_on) == (street, day)


def test_the_same_values_are_no_change() -> None:
    journal = Journal(DELIVERY)
    row = PersonAddress(subject_id=SUBJECT, kind="full", street="Dijk", level=0)
    assert not journal.put(row, {"street": "Dijk", "level": 0}, unit="persoon", line=3)
    assert journal.touched == set()
    assert journal.put(row, {"street": "Kade"}, unit="persoon", line=3)
    assert (row.street, journal.touched) == ("Kade", {3})


def test_a_new_row_that_is_taken_away_again_was_never_there() -> None:
    journal = Journal(DELIVERY)
    row = PersonAddress(subject_id=SUBJECT, kind="full")
    journal.add(row, unit="persoon")
    journal.remove(row, unit="persoon")
    journal.flush()
    assert journal.writes == 0


def test_a_kind_of_value_that_json_does_not_have_is_refused() -> None:
    with pytest.raises(TypeError, match="Decimal"):
        Journal(DELIVERY).put(AddressPoint(x=1.0), {"x": Decimal(1)}, unit="adres")
