"""Who a row is about: certain by BSN or by a step that fits just one person; everything else is a guess."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kring.practice.households.matching import Identity, Match, candidates, match
from kring.practice.households.models import PersonBsn
from kring.practice.households.rules.births import Birth
from tests.exchange_store.town import Register, importing, make_register
from tests.households.people import KARIM, SANDRA, deliver_persons, family, person, subject_of

pytestmark = pytest.mark.django_db

SANDRAS = Identity(None, "Bakker", "Sandra Maria", Birth(1984, 3, 12), "1781AB", "12")


@pytest.fixture
def register(now: datetime) -> Register:
    found = make_register(now)
    deliver_persons(found, *family().values())
    return found


def found_by(register: Register, identity: Identity) -> Match:
    with importing():
        return match(register.controller.id, [identity])[0]


def test_an_equal_bsn_is_certain_whatever_else_the_row_says(register: Register) -> None:
    row = Identity(SANDRA, "Jansen", "", Birth())
    assert found_by(register, row).subject == subject_of(register, SANDRA).id


@pytest.mark.parametrize(
    "row",
    [SANDRAS, replace(SANDRAS, surname="BAKKER", given="sandra  maria"), replace(SANDRAS, given="Sándra-Maria")],
)
def test_all_details_of_just_one_person_are_certain(register: Register, row: Identity) -> None:
    assert found_by(register, row).subject == subject_of(register, SANDRA).id


@pytest.mark.parametrize(
    "row",
    [
        replace(SANDRAS, surname="Bakkers"),
        replace(SANDRAS, given="Sandra"),
        replace(SANDRAS, given="S.M."),
        replace(SANDRAS, surname="de Vries-Bakker"),
        replace(SANDRAS, birth=Birth(1984, 12, 3)),
        replace(SANDRAS, birth=Birth(1984, 3, 13)),
        replace(SANDRAS, birth=Birth(1984)),
        replace(SANDRAS, postcode="1781AC"),
        replace(SANDRAS, number=""),
    ],
    ids=["spelling", "one name", "initials", "both", "changed", "one figure", "only year", "postcode", "no number"],
)
def test_a_step_of_the_cascade_that_fits_just_one_person_is_certain(register: Register, row: Identity) -> None:
    assert found_by(register, row).subject == subject_of(register, SANDRA).id


@pytest.mark.parametrize(
    "row",
    [
        replace(SANDRAS, surname="Vos", postcode=""),
        replace(SANDRAS, given="Ilse"),
        replace(SANDRAS, birth=Birth(1984), postcode=""),
        replace(SANDRAS, birth=Birth(1986, 4, 12)),
        replace(SANDRAS, sex="M"),
        replace(SANDRAS, bsn="999990056"),
    ],
    ids=["surname", "given name", "neither birth nor home", "birth", "sex", "another BSN"],
)
def test_what_no_step_fits_is_uncertain(register: Register, row: Identity) -> None:
    assert found_by(register, row).subject is None


def test_twins_with_the_same_names_are_never_certain(register: Register) -> None:
    twins = [person(bsn, "Sandra Maria", "Bakker", date(1984, 3, 12)) for bsn in ("999990056", "999990068")]
    deliver_persons(register, *twins)
    answer = found_by(register, SANDRAS)
    assert answer.subject is None
    assert len(answer.candidates) == 3


def test_a_bsn_that_is_new_fits_a_person_of_whom_no_bsn_is_known(register: Register) -> None:
    with importing():
        PersonBsn.objects.filter(subject=subject_of(register, SANDRA)).delete()
    # the lookup by BSN finds nobody now, the details do
    row = replace(SANDRAS, bsn="999990056")
    assert found_by(register, row).subject is not None


def test_candidates_share_the_birth_date_and_a_name(register: Register) -> None:
    row = replace(SANDRAS, given="Ilse", postcode="", number="")
    assert found_by(register, row).candidates == (subject_of(register, SANDRA).id,)
    assert found_by(register, replace(row, given="Ilse", surname="Vos")).candidates == ()


def test_a_candidate_shows_name_birth_and_address(register: Register) -> None:
    karim = subject_of(register, KARIM).id
    with importing():
        shown = candidates([karim])[karim]
    assert (shown.name, shown.born, shown.address) == ("Karim El Amrani", "02-07-1981", "1781AB 12")


def test_a_shielded_address_is_not_shown_with_a_candidate(register: Register) -> None:
    deliver_persons(register, replace(family()[SANDRA], secrecy=True))
    sandra = subject_of(register, SANDRA).id
    with importing():
        assert candidates([sandra])[sandra].address == "afgeschermd"


def test_another_municipality_has_its_own_persons(register: Register) -> None:
    with importing():
        assert match(register.town.provider.id, [SANDRAS, Identity(SANDRA, "", "", Birth())]) == [Match(None)] * 2


def test_the_number_of_queries_does_not_grow_with_the_rows(register: Register) -> None:
    def queries(rows: int) -> int:
        with importing(), CaptureQueriesContext(connection) as captured:
            match(register.controller.id, [SANDRAS, replace(SANDRAS, given="Ilse")] * rows)
        return len(captured)

    assert queries(1) == queries(200)
