"""My rights, the officer's list and the family's page, by real pages and real buttons."""

import json
from io import BytesIO
from uuid import UUID
from zipfile import ZipFile

import pytest

from tests.plans.family import Family
from tests.rights.test_requests import collect, family
from tests.web.visitor import Visitor, signed_in

pytestmark = pytest.mark.django_db
__all__ = ["family"]

OWN, LIST = "/mijn-rechten/", "/toezicht/verzoeken/"


def link_in(visitor: Visitor, url: str, start: str) -> str:
    """The first link on a page that begins so, and is more than that."""
    return next(link for link in visitor.get(url).links() if link.startswith(start) and len(link) > len(start) + 30)


def test_one_button_a_decision_and_a_package_without_anybody_elses_data(family: Family) -> None:
    marloes, mark = signed_in(family.marloes.id), signed_in(family.town.mark.id)
    page = marloes.press(marloes.get(OWN), "Vraag al mijn gegevens op")
    assert "antwoord uiterlijk 1 december 2026" in page.text
    place = link_in(mark, LIST, LIST)
    collect(UUID(place.split("/")[-2]))
    page = mark.get(place)
    assert "Wat er is verzameld" in page.text
    assert "Rust in de avond" not in page.text, "numbers only"
    page = mark.press(mark.get(f"{place}besluit/"), "Leg het besluit vast", {"state": "given"})
    assert page.status == 422
    assert "hoe u hebt gelet op anderen" in page.text
    mark.press(page, "Leg het besluit vast", {"state": "given", "weighed": "Er staat niets schadelijks in."})
    response = marloes.get(link_in(marloes, OWN, f"{OWN}pakket/")).response
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Content-Disposition"] == 'attachment; filename="kring-gegevens.zip"'
    with ZipFile(BytesIO(response.content)) as package:  # type: ignore[attr-defined]  # an ordinary response
        told = json.loads(package.read("gegevens.json"))
    assert told["over"] == "Marloes Bakker"
    assert "plans.Question" in {section["code"] for section in told["onderdelen"]}


def test_somebody_else_does_not_fetch_it(family: Family) -> None:
    marloes, mark = signed_in(family.marloes.id), signed_in(family.town.mark.id)
    marloes.press(marloes.get(OWN), "Vraag al mijn gegevens op")
    place = link_in(mark, LIST, LIST)
    asked = place.split("/")[-2]
    collect(UUID(asked))
    mark.press(mark.get(f"{place}besluit/"), "Leg het besluit vast", {"state": "given", "weighed": "Gelet op allen."})
    assert marloes.get(f"{OWN}pakket/{asked}/").status == 200
    for who in (family.stefan, family.town.jorien, family.town.mark):
        assert signed_in(who.id).get(f"{OWN}pakket/{asked}/").status == 404
    assert signed_in(family.town.jorien.id).get(f"{place}pakket/").status in {403, 404}
    assert mark.get(f"{place}pakket/").status == 200


def test_a_correction_is_asked_in_own_words(family: Family) -> None:
    marloes = signed_in(family.marloes.id)
    page = marloes.press(marloes.get(f"{OWN}verbeteren/1/"), "Verstuur", {"words": ""})
    assert page.status == 422
    page = marloes.press(page, "Verstuur", {"words": "Mijn werk is niet bakker maar kok."})
    assert "Mijn werk is niet bakker maar kok." in page.text
    assert marloes.get(f"{OWN}verbeteren/2/").status == 404


def test_the_officer_writes_a_letter_down_and_checks_who_it_is(family: Family) -> None:
    mark = signed_in(family.town.mark.id)
    letter = {
        "name": "Stefan de Wit", "born_0": "2", "born_1": "7", "born_2": "1988", "right": "access",
        "asker": "Stefan de Wit", "channel": "letter", "received_on": "20-10-2026",
    }  # fmt: skip
    page = mark.press(mark.get(f"{LIST}nieuw/"), "Zet in de lijst", letter | {"born_2": "1989"})
    assert "Niet precies één persoon" in page.text
    page = mark.press(page, "Zet in de lijst", letter)
    assert "20 november 2026" in page.text
    place = page.url
    page = mark.press(mark.get(f"{place}identiteit/"), "Leg vast", {"how": "paspoort gezien aan de balie"})
    assert "paspoort gezien aan de balie" in page.text
    page = mark.press(mark.get(f"{place}verlengen/"), "Verleng", {"reason": "Er zijn veel leveringen."})
    assert "20 januari 2027" in page.text
    page = mark.press(page, "Ingetrokken")
    assert "ingetrokken" in page.text


def test_the_list_searches_and_sorts_and_says_when_it_is_empty(family: Family) -> None:
    mark = signed_in(family.town.mark.id)
    assert "Er zijn nog geen verzoeken" in mark.get(LIST).text
    for who in (family.marloes, family.stefan):
        visitor = signed_in(who.id)
        visitor.press(visitor.get(OWN), "Vraag al mijn gegevens op")
    text = mark.get(f"{LIST}?sort=-about").text
    assert text.index("Stefan de Wit") < text.index("Marloes Bakker")
    assert "Stefan de Wit" not in mark.get(f"{LIST}?q=marloes").text
    assert "Geen verzoek met deze naam." in mark.get(f"{LIST}?q=niemand").text


def test_the_list_is_the_officers_only(family: Family) -> None:
    for who in (family.town.jorien, family.marloes, family.town.bram):
        assert signed_in(who.id).get(LIST).status == 403


def test_who_works_with_the_family_writes_one_down_on_its_page(family: Family) -> None:
    jorien, place = signed_in(family.town.jorien.id), f"/dossier/{family.id}/rechten/"
    page = jorien.get(place)
    assert "Er lopen geen verzoeken" in page.text
    answers = {
        "member": str(family.subject("Stefan de Wit")),
        "right": "access",
        "asker": "Stefan de Wit",
        "channel": "desk",
    }
    page = jorien.press(page, "Schrijf op", answers)
    assert "Stefan de Wit: inzage" in page.text
    assert signed_in(family.marloes.id).get(place).status == 403


def test_whoever_works_here_is_told_where_to_ask(family: Family) -> None:
    assert "Deze bladzijde is voor leden van een gezin" in signed_in(family.town.henk.id).get(OWN).text


def test_an_objection_to_research_is_one_button_and_taken_back_as_easily(family: Family) -> None:
    marloes = signed_in(family.marloes.id)
    page = marloes.press(marloes.get(OWN), "Maak bezwaar tegen onderzoek")
    assert "Deze gegevens doen niet mee in onderzoek." in page.text
    jorien = signed_in(family.town.jorien.id)
    assert "Marloes Bakker maakt bezwaar" in jorien.get(f"/dossier/{family.id}/rechten/").text
    page = marloes.press(page, "Trek het bezwaar tegen onderzoek in")
    assert "Maak bezwaar tegen onderzoek" in page.text


def test_who_works_with_the_family_writes_an_objection_down(family: Family) -> None:
    jorien, place = signed_in(family.town.jorien.id), f"/dossier/{family.id}/rechten/"
    page = jorien.press(jorien.get(place), "Bezwaar van Lotte vastleggen")
    assert "Lotte maakt bezwaar, en doet dus niet mee" in page.text
