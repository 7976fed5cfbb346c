"""*Dit klopt niet*, by real buttons: from beside a part to who leads, and the answer back at the plan."""

from datetime import datetime

import pytest
from django.urls import reverse

from kring.practice.plans.models import Goal
from tests.plans.family import Family, lay_down, make_family, make_plan
from tests.web.statements import statements
from tests.web.visitor import Page, Visitor, signed_in

pytestmark = pytest.mark.django_db

WORDS = "Het gaat niet om de brieven maar om de schuld."


@pytest.fixture
def family(now: datetime) -> Family:
    family = make_family(now)
    make_plan(family)
    lay_down(family)
    return family


def visit(family: Family, name: str) -> Visitor:
    return signed_in(family.actor(name).id)


def say(family: Family, marloes: Visitor | None = None) -> Page:
    """As Marloes does it beside the goal."""
    marloes = marloes or visit(family, "marloes")
    plan = marloes.get(reverse("our_plan", args=[family.id]))
    with family.acting("marloes"):
        goal = Goal.objects.get(dossier_id=family.id)
    place = reverse("not_right", args=[family.id, "doel", goal.id])
    assert place in plan.links()
    return marloes.press(marloes.get(place), "Versturen", {"words": WORDS})


def test_it_stands_at_the_plan_of_who_said_it_until_there_is_an_answer(family: Family) -> None:
    page = say(family)
    assert page.url == reverse("our_plan", args=[family.id])
    mine = page.text.split("Wat volgens u niet klopt", 1)[1]
    assert f"“{WORDS}”" in mine
    assert "Er is nog geen antwoord" in mine
    assert WORDS not in visit(family, "stefan").get(reverse("our_plan", args=[family.id])).text


def test_who_leads_answers_and_marloes_reads_what_came_of_it(family: Family) -> None:
    say(family)
    jorien = visit(family, "jorien")
    listed = jorien.get(reverse("remarks", args=[family.id]))
    assert WORDS in listed.text
    (place,) = [link for link in listed.links() if "/klopt-niet/" in link and not link.endswith("/klopt-niet/")]
    refused = jorien.press(jorien.get(place), "Antwoord versturen", {"outcome": "gebleven"})
    assert (refused.status, "Schrijf op waarom het zo blijft" in refused.text) == (422, True)
    answered = jorien.press(refused, "Antwoord versturen", {"outcome": "gesprek", "answer": "Woensdag bij u thuis."})
    assert "Het antwoord is verstuurd." in answered.text
    read = visit(family, "marloes").get(reverse("our_plan", args=[family.id])).text
    assert "Wij praten erover Woensdag bij u thuis. Jorien Smit" in read


def test_sent_by_mistake_is_taken_back(family: Family) -> None:
    marloes = visit(family, "marloes")
    page = marloes.press(say(family, marloes), "Ongedaan maken")
    assert page.status == 200
    assert WORDS not in page.text
    listed = visit(family, "jorien").get(reverse("remarks", args=[family.id]))
    assert "Niemand schreef dat iets niet klopt" in listed.text


def test_an_empty_remark_comes_back(family: Family) -> None:
    marloes = visit(family, "marloes")
    page = marloes.press(marloes.get(reverse("not_right", args=[family.id, "plan", family.id])), "Versturen")
    assert (page.status, "Schrijf op wat er niet klopt." in page.text) == (422, True)


def test_a_parent_reads_no_list_of_what_others_said(family: Family) -> None:
    say(family)
    assert visit(family, "stefan").get(reverse("remarks", args=[family.id])).status == 403


@pytest.mark.parametrize(("name", "place"), [("marloes", "our_plan"), ("jorien", "remarks")])
def test_a_page_with_remarks_asks_little_of_the_database(family: Family, name: str, place: str) -> None:
    say(family)
    visitor = visit(family, name)
    visitor.get(reverse(place, args=[family.id]))
    with statements() as asked:
        assert visitor.get(reverse(place, args=[family.id])).status == 200
    assert len(asked) <= 10
