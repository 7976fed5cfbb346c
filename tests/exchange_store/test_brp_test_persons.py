"""The 641 test persons of Haal Centraal, delivered to Zeewaard: all reported, in households of family only."""

import json
import time
from collections import Counter, defaultdict
from datetime import datetime
from pathlib import Path
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kring.exchange.brp.reader import read_persons
from kring.exchange.models import Delivery, DeliveryKind, DeliveryLine, DeliveryState
from kring.exchange.services import undo
from kring.exchange.session import Outcome
from kring.ground.shared.levels import Level
from kring.practice.households.models import (
    Authority,
    HouseholdMember,
    Person,
    PersonAddress,
    PersonBsn,
    PersonIdentity,
    Relation,
)
from tests.exchange_store.dump import differing, dump
from tests.exchange_store.town import Register, importing, make_register

pytestmark = [pytest.mark.django_db, pytest.mark.shared]

TESTSET = Path("standards/haalcentraal/personen-testset.json")
SECONDS = 20
BRP = DeliveryKind.BRP


@pytest.fixture
def register(now: datetime) -> Register:
    return make_register(now)


@pytest.fixture
def content(shared: Path) -> bytes:
    return (shared / TESTSET).read_bytes()


@pytest.fixture
def loaded(register: Register, content: bytes) -> Register:
    assert register.bring(BRP, content, "personen.json").state is DeliveryState.DONE
    return register


def test_641_persons_are_reported_and_stored_within_twenty_seconds(register: Register, content: bytes) -> None:
    began = time.monotonic()
    result = register.bring(BRP, content, "personen.json")

    assert time.monotonic() - began < SECONDS
    assert (result.rows, result.counts[Outcome.CREATED], sum(result.counts.values())) == (641, 641, 641)
    with importing():
        assert Person.objects.count() == PersonIdentity.objects.count() == PersonBsn.objects.count() == 641


def test_ties_and_authority_are_those_that_the_records_state_about_each_other(loaded: Register, content: bytes) -> None:
    """Counted apart from the connector, straight from what the reader gives; nobody is his own partner."""
    persons = {person.bsn: person for person in read_persons(content, "").persons}
    parents = {(m.bsn, p.bsn) for p in persons.values() for m in p.parents if m.bsn in persons}
    parents |= {(p.bsn, m.bsn) for p in persons.values() for m in p.children if m.bsn in persons}
    partners = {(p.bsn, m.bsn) for p in persons.values() for m in p.partners if m.bsn in persons and m.bsn != p.bsn}
    partners |= {(other, one) for one, other in partners}
    minors = {a.minor_bsn for p in persons.values() for a in p.authority if a.minor_bsn in persons}

    with importing():
        kinds = Counter(Relation.objects.values_list("kind", flat=True))
        assert kinds == {"parent": len(parents), "partner": len(partners)}
        assert Authority.objects.values("subject").distinct().count() == len(minors) == 104


def test_the_126_at_one_address_form_no_single_household(loaded: Register) -> None:
    with importing():
        at_one = set(PersonAddress.objects.filter(postcode="2272BV", number="54").values_list("subject_id", flat=True))
        houses = households()
        tied = {frozenset(pair) for pair in Relation.objects.values_list("subject_id", "other_id")}
    assert len(at_one) == 126
    sizes = sorted(len(members) for members in houses.values() if members & at_one)
    assert sum(sizes) == 126 - dead(at_one)
    assert len(sizes) > 60
    for members in houses.values():
        assert connected(members, tied)


def test_the_60_without_a_full_address_are_in_no_household(loaded: Register) -> None:
    with importing():
        homeless = set(
            PersonAddress.objects.filter(kind__in=["partial", "location", "foreign", "unknown"]).values_list(
                "subject_id", flat=True
            )
        )
        assert not HouseholdMember.objects.filter(subject__in=homeless).exists()
        note = DeliveryLine.objects.get(rule="BRP-ADRES")
    assert len(homeless) == 60
    assert note.what.startswith("60 personen hebben geen volledig adres")


def test_everyone_alive_at_a_full_address_is_in_one_household(loaded: Register) -> None:
    with importing():
        housed = set(PersonAddress.objects.filter(kind__in=["full", "letter"]).values_list("subject_id", flat=True))
        members = list(HouseholdMember.objects.values_list("subject_id", flat=True))
    assert len(members) == len(set(members)) == len(housed) - dead(housed)


def test_a_secrecy_mark_shields_the_address_from_import_on(loaded: Register) -> None:
    with importing():
        secret = set(PersonIdentity.objects.filter(secrecy=True).values_list("subject_id", flat=True))
        shielded = PersonAddress.objects.filter(level=Level.SHIELDED).values_list("subject_id", flat=True)
        assert set(shielded) == secret
    assert len(secret) == 30


def test_twice_gives_the_same_database(loaded: Register, content: bytes) -> None:
    before = dump()
    again = loaded.bring(BRP, content, "personen.json")

    assert again.state is DeliveryState.UNCHANGED
    assert differing(before, dump()) == set()


def test_the_same_persons_in_another_file_change_no_person(loaded: Register, content: bytes) -> None:
    """Turned round and spelled differently: another file, the same content."""
    before = dump()
    turned = json.dumps(list(reversed(json.loads(content)))).encode()
    again = loaded.bring(BRP, turned, "personen-om.json")

    assert again.counts == {Outcome.UNCHANGED: 641}
    assert differing(before, dump()) == {"exchange_delivery", "exchange_deliveryline", "audit_logline"}


def test_undoing_leaves_no_person(loaded: Register) -> None:
    with importing():
        undone = undo(actor=loaded.system, delivery=Delivery.objects.get())
    assert undone.left == ()
    after = dump()
    assert [table for table, rows in after.items() if table.startswith("households_") and rows] == []
    assert after["access_subject"] == []


def test_the_number_of_queries_does_not_grow_with_the_persons(register: Register, content: bytes) -> None:
    persons = json.loads(content)

    def queries(first: int, last: int) -> int:
        with CaptureQueriesContext(connection) as captured:
            register.bring(BRP, json.dumps(persons[first:last]).encode(), f"{first}.json")
        return len(captured)

    assert queries(0, 400) <= queries(400, 410) + 10


def households() -> dict[UUID, set[UUID]]:
    found: dict[UUID, set[UUID]] = defaultdict(set)
    for house, subject in HouseholdMember.objects.filter(ended_on=None).values_list("household_id", "subject_id"):
        found[house].add(subject)
    return found


def dead(subjects: set[UUID]) -> int:
    with importing():
        gone = PersonIdentity.objects.filter(subject__in=subjects).exclude(deceased=False, suspended="")
        return gone.count()


def connected(members: set[UUID], tied: set[frozenset[UUID]]) -> bool:
    """Whether a walk along family ties reaches everyone."""
    reached, waiting = set[UUID](), [next(iter(members))]
    while waiting:
        person = waiting.pop()
        reached.add(person)
        waiting += [other for other in members - reached if frozenset([person, other]) in tied]
    return reached == members
