"""Doubles by real pages and real buttons: finding, comparing, deciding, merging and undoing."""

from datetime import date, datetime
from io import StringIO
from unittest import mock
from uuid import UUID

import pytest
from django.core.management import call_command

from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.jobs import JOBS
from kring.oversight.doubles.models import Double, DoubleState
from kring.oversight.doubles.rules.weights import WEIGHED
from kring.practice.households.models import Person, PersonAddress, PersonBsn, PersonIdentity
from tests.conftest import speaking_as
from tests.exchange_store.town import Register, importing, make_register
from tests.households.people import deliver_persons, person
from tests.web.visitor import Page, Visitor, signed_in

pytestmark = pytest.mark.django_db

LIST = "/leveringen/dubbel/"
SANDRA = person("999990019", "Sandra Maria", "Bakker", date(1984, 3, 12))
AGAIN = person("999990056", "Sandra", "Bakkers", date(1984, 3, 12))
KARIM = person("999990068", "Karim", "Bakker", date(1984, 3, 12))


@pytest.fixture
def register(now: datetime) -> Register:
    """Sandra stands in the register twice: the second time without a BSN."""
    made = make_register(now)
    deliver_persons(made, SANDRA, AGAIN, KARIM)
    with importing():
        again = Person.objects.get(surname="Bakkers")
        PersonBsn.objects.filter(subject=again.subject).delete()
    return made


@pytest.fixture
def ruben(register: Register) -> Visitor:
    """The data steward."""
    return signed_in(register.ruben.id)


def search(register: Register, ruben: Visitor) -> Page:
    ruben.press(ruben.get(LIST), "Zoek opnieuw")
    JOBS["doubles.find"].perform(organisation=str(register.controller.id), account=str(register.ruben.id))
    return ruben.get(LIST)


def judged(register: Register, ruben: Visitor, decision: str) -> UUID:
    search(register, ruben)
    with speaking_as(DatabaseRole.MERGE):
        found = Double.objects.get().id
    page = ruben.get(f"{LIST}{found}/")
    ruben.press(page, "Leg vast", {"decision": decision, "reason": "Nagevraagd bij Burgerzaken"})
    return found


def work(register: Register, double: UUID) -> Double:
    JOBS["doubles.carry_out"].perform(double=str(double), account=str(register.ruben.id))
    with speaking_as(DatabaseRole.MERGE):
        return Double.objects.get(id=double)


def surnames() -> list[str]:
    with importing():
        return list(Person.objects.order_by("surname").values_list("surname", flat=True))


def test_an_empty_list_says_what_to_do(ruben: Visitor) -> None:
    assert "Er zijn geen dubbele personen gevonden" in ruben.get(LIST).text


def test_who_has_no_bsn_and_fits_a_step_is_on_the_list_with_what_is_equal(register: Register, ruben: Visitor) -> None:
    page = search(register, ruben)
    assert "Sandra Bakker en Sandra Bakkers" in page.text or "Sandra Bakkers en Sandra Bakker" in page.text
    assert "Karim" not in page.text
    assert "Geen paar met deze woorden." in ruben.get(f"{LIST}?q=Mulder").text


def test_the_pair_says_what_weighs_how_much(register: Register, ruben: Visitor) -> None:
    page = search(register, ruben)
    assert "99 %" in page.text
    with speaking_as(DatabaseRole.MERGE):
        found = Double.objects.get().id
    text = ruben.get(f"{LIST}{found}/").text
    assert "Hoe zwaar het weegt" in text
    assert "weegt zwaar mee" in text


def test_who_is_found_by_weight_alone_is_asked_and_not_when_more_certainty_is_wanted(now: datetime) -> None:
    """Sandra moved and of her birth only the year is known: no step finds her, all of it together does."""
    made = make_register(now)
    rare = person("999990019", "Sandra Maria", "Wiśniewska", date(1984, 3, 12))
    deliver_persons(made, rare, person("999990056", "Sandra Maria", "Wisniewska", date(1984, 3, 12)))
    with importing():
        again = Person.objects.get(surname="Wisniewska").subject
        PersonBsn.objects.filter(subject=again).delete()
        PersonAddress.objects.filter(subject=again).delete()
        PersonIdentity.objects.filter(subject=again).update(birth_month=None, birth_day=None)
    ruben = signed_in(made.ruben.id)
    text = search(made, ruben).text
    assert "Sandra Wisniewska" in text
    with speaking_as(DatabaseRole.MERGE):
        assert Double.objects.get().step == WEIGHED
    with mock.patch("kring.ground.configuration.queries.value", return_value=99):
        assert "Er zijn geen dubbele personen gevonden" in search(made, ruben).text


def test_where_splink_is_not_installed_the_steps_work_alone(register: Register, ruben: Visitor) -> None:
    with mock.patch("kring.linking.process.is_installed", return_value=False):
        assert "Sandra Bakkers" in search(register, ruben).text
    with speaking_as(DatabaseRole.MERGE):
        assert Double.objects.get().weights == []


def test_everybody_is_looked_for_now_by_a_command(register: Register, ruben: Visitor) -> None:
    said = StringIO()
    call_command("doubles", stdout=said)
    assert "Klaar" in said.getvalue()
    assert "Sandra Bakkers" in ruben.get(LIST).text


def test_two_different_people_are_not_asked_about_again(register: Register, ruben: Visitor) -> None:
    judged(register, ruben, "different")
    assert "Er zijn geen dubbele personen gevonden" in search(register, ruben).text
    assert "twee verschillende personen" in ruben.get(f"{LIST}?toon=beoordeeld").text
    assert surnames() == ["Bakker", "Bakker", "Bakkers"]


def test_the_same_person_becomes_one_and_two_again_when_it_is_undone(register: Register, ruben: Visitor) -> None:
    found = judged(register, ruben, "same")
    assert work(register, found).state == DoubleState.MERGED
    assert surnames() == ["Bakker", "Bakker"]
    page = ruben.press(ruben.get(f"{LIST}{found}/ongedaan/"), "Maak ongedaan", {"reason": "Het was haar nicht"})
    assert "wordt ongedaan gemaakt" in page.text
    assert work(register, found).state == DoubleState.DIFFERENT
    assert surnames() == ["Bakker", "Bakker", "Bakkers"]


def test_two_who_got_a_number_each_since_are_not_merged(register: Register, ruben: Visitor) -> None:
    found = judged(register, ruben, "same")
    with importing():
        again = Person.objects.get(surname="Bakkers").subject
        PersonBsn.objects.create(subject=again, controller=register.controller, bsn_encrypted=b"x", bsn_hmac=b"y" * 32)
    done = work(register, found)
    assert (done.state, "eigen BSN" in done.refused) == (DoubleState.OPEN, True)
    assert "Het is niet gelukt" in ruben.get(f"{LIST}{found}/").text


def test_a_decision_needs_a_choice_and_a_reason(register: Register, ruben: Visitor) -> None:
    search(register, ruben)
    with speaking_as(DatabaseRole.MERGE):
        found = Double.objects.get().id
    page = ruben.press(ruben.get(f"{LIST}{found}/"), "Leg vast")
    assert page.status == 422
    assert "Kies of dit dezelfde persoon is." in page.text
    page = ruben.press(ruben.get(f"{LIST}{found}/"), "Leg vast", {"decision": "different", "reason": "nee"})
    assert "in ten minste tien letters" in page.text


def test_nobody_else_sees_the_list(register: Register, ruben: Visitor) -> None:
    search(register, ruben)
    bram = signed_in(register.town.bram.id)
    with speaking_as(DatabaseRole.MERGE):
        found = Double.objects.get().id
    assert bram.get(LIST).status == 403
    assert bram.get(f"{LIST}{found}/").status == 403
    assert "Dubbele personen" not in bram.get("/leveringen/").text
    assert "Dubbele personen" in ruben.get("/leveringen/").text
