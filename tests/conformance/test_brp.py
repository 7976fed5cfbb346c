"""The 641 test persons of the BRP: every one is read, and what is known of the set is found again."""

import json
from collections import Counter
from pathlib import Path

import pytest

from kring.exchange.brp.reader import ReadPersons, read_persons
from kring.exchange.brp.records import AddressKind, AuthorityKind, PersonRecord
from kring.exchange.brp.writer import write_persons
from kring.exchange.findings import Severity
from kring.exchange.partial_date import Precision

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def data(shared: Path) -> bytes:
    return (shared / "standards" / "haalcentraal" / "personen-testset.json").read_bytes()


@pytest.fixture(scope="module")
def result(data: bytes) -> ReadPersons:
    return read_persons(data, "personen-testset.json")


@pytest.fixture(scope="module")
def persons(result: ReadPersons) -> tuple[PersonRecord, ...]:
    return result.persons


def test_all_641_persons_are_read(result: ReadPersons) -> None:
    assert (result.total, len(result.persons)) == (641, 641)
    assert len({person.bsn for person in result.persons}) == 641


def test_the_one_finding_is_the_number_that_cannot_exist(result: ReadPersons) -> None:
    assert [(each.rule, each.severity) for each in result.findings] == [("BRP-BSN", Severity.WARNING)]
    assert [person.bsn for person in result.persons if not person.bsn_is_valid] == ["999999245"]


def test_each_person_knows_its_line(data: bytes, persons: tuple[PersonRecord, ...]) -> None:
    lines = data.decode().splitlines()

    for person in persons:
        assert json.loads(lines[person.line - 1].rstrip(","))["burgerservicenummer"] == person.bsn


def test_sixty_addresses_are_not_full(persons: tuple[PersonRecord, ...]) -> None:
    kinds = Counter(person.address.kind for person in persons if person.address)

    assert kinds == {AddressKind.DUTCH: 581, AddressKind.ABROAD: 58, AddressKind.UNKNOWN: 2}
    assert sum(not (person.address and person.address.is_full) for person in persons) == 60


def test_126_persons_share_one_address(persons: tuple[PersonRecord, ...]) -> None:
    places = Counter(
        (person.address.postcode, person.address.house_number)
        for person in persons
        if person.address and person.address.is_full
    )

    assert places.most_common(1)[0][1] == 126


def test_authority_is_found_with_its_minor(persons: tuple[PersonRecord, ...]) -> None:
    found = [each for person in persons for each in person.authority]

    assert Counter(each.kind for each in found) == {
        AuthorityKind.TWO_PARENTS: 102,
        AuthorityKind.ONE_PARENT: 41,
        AuthorityKind.UNDETERMINED: 32,
        AuthorityKind.GUARDIANSHIP: 12,
        AuthorityKind.NONE_FOR_NOW: 4,
        AuthorityKind.JOINT: 3,
    }
    assert all(each.minor_bsn for each in found)
    assert sum(bool(person.authority) for person in persons) == 154


def test_partly_unknown_dates_of_birth_keep_what_is_known(persons: tuple[PersonRecord, ...]) -> None:
    precisions = Counter(person.birth.precision for person in persons if person.birth)

    assert precisions == {Precision.DAY: 629, Precision.YEAR: 7, Precision.MONTH: 3, Precision.UNKNOWN: 2}


def test_marks_and_family_are_found(persons: tuple[PersonRecord, ...]) -> None:
    counted = {
        "geheim": sum(person.secrecy for person in persons),
        "curatele": sum(person.under_curatorship for person in persons),
        "overleden": sum(person.is_deceased for person in persons),
        "onderzoek": sum(bool(person.under_investigation) for person in persons),
        "briefadres": sum(bool(person.address and person.address.is_letter_address) for person in persons),
        "kinderen": sum(len(person.children) for person in persons),
        "ouders": sum(len(person.parents) for person in persons),
        "onbekende ouders": sum(not parent.is_known for person in persons for parent in person.parents),
        "partners": sum(len(person.partners) for person in persons),
    }

    assert counted == {
        "geheim": 30,
        "curatele": 10,
        "overleden": 20,
        "onderzoek": 28,
        "briefadres": 8,
        "kinderen": 423,
        "ouders": 1170,
        "onbekende ouders": 27,
        "partners": 167,
    }


def test_the_set_is_written_and_read_back_the_same(persons: tuple[PersonRecord, ...]) -> None:
    assert read_persons(write_persons(persons), "terug.json").persons == persons
