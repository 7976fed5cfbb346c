"""Searching by page: one's own by name, and a colleague's only as initials and area. No name is ever in an address."""

from datetime import date

import pytest
from django.urls import reverse

from kring.ground.access import roles
from kring.ground.access.models import Account, Dossier, Subject
from kring.ground.shared.database import DatabaseRole
from tests.access.people import give_role, make_dossier
from tests.conftest import speaking_as
from tests.studies.world import Desk, Resident, make_desk, make_person
from tests.web.visitor import Page, signed_in

pytestmark = pytest.mark.django_db

SAMIRA = {
    "name": "Samira El Amrani",
    "born_0": "17",
    "born_1": "5",
    "born_2": "1984",
    "reason": "Moeder belde over school",
}


@pytest.fixture
def desk() -> Desk:
    return make_desk()


def make_samira(desk: Desk) -> tuple[Dossier, Subject]:
    samira = make_person(desk, Resident("Samira El Amrani", date(1984, 5, 17).year, "V"))
    dossier = make_dossier(desk.town, "Gezin El Amrani", [(samira, "moeder")])
    give_role(desk.town, dossier, desk.town.jorien, roles.REGISSEUR)
    return dossier, samira


def ask(account: Account, **changes: str) -> Page:
    visitor = signed_in(account.id)
    return visitor.press(visitor.get(reverse("search_known")), "Vraag het", SAMIRA | changes)


def test_the_regisseur_finds_the_family_by_the_search_box_on_every_page(desk: Desk) -> None:
    make_samira(desk)
    jorien = signed_in(desk.town.jorien.id)
    response = jorien.client.get(reverse("search"))
    token = response.content.decode().split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
    found = jorien.client.post(reverse("search"), {"q": "amra", "csrfmiddlewaretoken": token}).content.decode()
    assert "Gezin El Amrani" in found
    assert "Samira El Amrani" in found


def test_without_the_token_of_the_page_nothing_is_searched(desk: Desk) -> None:
    make_samira(desk)
    assert signed_in(desk.town.jorien.id).client.post(reverse("search"), {"q": "amra"}).status_code == 403


def test_a_colleague_finds_nothing_and_is_shown_the_other_way(desk: Desk) -> None:
    make_samira(desk)
    henk = signed_in(desk.town.henk.id)
    page = henk.press(henk.get(reverse("search")), "Zoek", {"q": "Samira"})
    assert "Niets gevonden" in page.text
    assert "Samira" not in page.text
    assert reverse("search_known") in page.links()


def test_an_empty_question_says_what_to_do(desk: Desk) -> None:
    henk = signed_in(desk.town.henk.id)
    page = henk.press(henk.get(reverse("search")), "Zoek", {"q": " "})
    assert page.status == 422
    assert "Vul een naam in" in page.text


def test_of_the_same_team_one_gets_initials_and_no_name(desk: Desk) -> None:
    make_samira(desk)
    page = ask(desk.town.henk)
    assert "Bekend in uw team" in page.text
    assert "S.E.A." in page.text
    assert "Gezin El Amrani" not in page.text
    assert "Samira" not in page.text


def test_the_shielded_look_the_same_as_nobody(desk: Desk) -> None:
    _dossier, samira = make_samira(desk)
    with speaking_as(DatabaseRole.IMPORT):
        Subject.objects.filter(id=samira.id).update(shield=4)
    shielded, nobody = ask(desk.town.henk), ask(desk.town.henk, name="Iemand Anders")
    assert "Niets gevonden" in shielded.text
    assert shielded.text == nobody.text


def test_another_organisation_gets_nothing(desk: Desk) -> None:
    make_samira(desk)
    assert "Niets gevonden" in ask(desk.town.fatima).text


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"reason": "zomaar"}, "ten minste tien letters"),
        ({"born_1": "13"}, "Deze datum klopt niet"),
        ({"name": ""}, "Voor- en achternaam"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_searched(desk: Desk, changes: dict[str, str], said: str) -> None:
    make_samira(desk)
    page = ask(desk.town.henk, **changes)
    assert page.status == 422
    assert said in page.text
    assert "S.E.A." not in page.text


def test_after_too_many_searches_the_page_says_to_wait(desk: Desk) -> None:
    for _time in range(20):
        assert ask(desk.town.henk, name="Iemand Anders").status == 200
    page = ask(desk.town.henk)
    assert page.status == 403
    assert "twintig keer gezocht" in page.text


def test_no_name_is_in_an_address_or_title(desk: Desk) -> None:
    make_samira(desk)
    page = ask(desk.town.henk)
    assert "?" not in page.url
    assert "Samira" not in str(page.tree.xpath("string(//title)"))
