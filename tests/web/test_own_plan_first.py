"""The familiegroepsplan on the screen: offered by Jorien, made by Marloes, accepted, and in the plan."""

from datetime import datetime, timedelta

import pytest
from django.urls import reverse

from kring.ground.access.services import represent
from tests.plans.family import Family, lay_down, make_family, make_plan
from tests.web.statements import statements
from tests.web.visitor import Page, Visitor, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def family(now: datetime) -> Family:
    """Marloes has authority over Finn, and so knows that he is a child."""
    found = make_family(now)
    with found.acting("mark", ago=timedelta(hours=1)) as mark:
        marloes, finn = found.subject("Marloes Bakker"), found.subject("Finn")
        represent(actor=mark, dossier=found.dossier, holder=marloes, child=finn, until=None, source="gezagsregister")
    return found


def at(name: str, family: Family) -> str:
    return reverse(name, args=[family.id])


def who(family: Family, name: str) -> Visitor:
    return signed_in(family.actor(name).id)


def offered(family: Family, answer: str = "") -> Visitor:
    jorien = who(family, "jorien")
    jorien.press(jorien.get(at("own_plan_offer", family)), "Opslaan", {"answer": answer, "offered_on": "20-10-2026"})
    return jorien


def brought(family: Family) -> Page:
    marloes = who(family, "marloes")
    marloes.press(marloes.get(at("own_plan_answer", family)), "Antwoord bewaren", {"wants": "yes", "support": "none"})
    return marloes.press(
        marloes.get(at("own_plan_add", family)), "Bewaren", {"worries": "De nachten", "well": "Zondag eten"}
    )


def test_from_the_offer_to_words_in_the_plan(family: Family) -> None:
    jorien = offered(family)
    page = brought(family)
    assert "U bent bezig met uw plan." in page.text
    assert "De nachten" in page.text
    marloes = who(family, "marloes")
    done = marloes.press(marloes.get(at("own_plan_hand_in", family)), "Ja, lever ons plan in")
    assert "Uw plan is ingeleverd." in done.text
    judged = jorien.press(jorien.get(at("own_plan_judge", family)), "Opslaan", {"judgement": "accepted"})
    assert "telt als het plan" in judged.text
    jorien.press(judged, "Neem de woorden over in het plan")
    assert "Zondag eten" in jorien.get(at("plan", family)).text


def test_what_is_refused_comes_back_in_the_form(family: Family) -> None:
    jorien = offered(family, "wanted")
    empty = jorien.press(jorien.get(at("own_plan_add", family)), "Bewaren")
    assert empty.status == 422
    assert "Er staat nog niets." in empty.text
    jorien.press(jorien.get(at("own_plan_hand_in", family)), "Plan is ontvangen")
    judged = jorien.press(jorien.get(at("own_plan_judge", family)), "Opslaan", {"judgement": "rejected"})
    assert judged.status == 422
    assert "Schrijf op waarom" in judged.text


def test_a_step_that_cannot_be_taken_now_has_no_page(family: Family) -> None:
    jorien = who(family, "jorien")
    assert jorien.get(at("own_plan_add", family)).status == 404, "nothing was offered"
    offered(family, "wanted")
    assert jorien.get(at("own_plan_judge", family)).status == 404, "nothing came in"
    assert jorien.get(at("own_plan_hand_in", family)).status == 200, "the twin"


def test_a_family_without_children_has_no_such_page(now: datetime) -> None:
    family = make_family(now, children=False)
    assert who(family, "jorien").get(at("familiegroepsplan", family)).status == 404


@pytest.mark.parametrize("name", ["jorien", "marloes"])
def test_the_page_asks_few_statements(family: Family, name: str) -> None:
    offered(family)
    brought(family)
    visitor = who(family, name)
    with statements() as asked:
        visitor.get(at("familiegroepsplan", family))
    assert len(asked) <= 10


def test_the_clock_of_the_professionals_plan_stops_when_there_is_one(family: Family) -> None:
    """BR-011."""
    due = "Het plan moet er zijn op"
    make_plan(family)
    assert due in who(family, "jorien").get(at("plan", family)).text
    lay_down(family)
    assert due not in who(family, "jorien").get(at("plan", family)).text
