"""BR-017 once more: at a look back Jorien asks of each step whether somebody of the own circle can do it by now."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from django.urls import reverse

from kring.practice.plans.models import Action
from kring.practice.plans.services import add_action
from tests.circle.round import add
from tests.plans.family import COACH, OMA, Family, make_family, make_plan
from tests.web.statements import statements
from tests.web.visitor import Visitor, signed_in

pytestmark = pytest.mark.django_db

ASKED = "Bij deze stappen was het antwoord nee."
BANK = replace(COACH, what="Samen naar de bank")


@pytest.fixture
def family(now: datetime) -> Family:
    found = make_family(now)
    goal = make_plan(found)
    add(found)
    with found.acting("jorien", ago=timedelta(days=1)) as jorien:
        for words in (COACH, BANK, OMA):
            add_action(actor=jorien, goal=goal, words=words)
    return found


@pytest.fixture
def jorien(family: Family) -> Visitor:
    return signed_in(family.town.jorien.id)


def look_back(family: Family) -> str:
    return reverse("evaluation_add", args=[family.id])


def again(family: Family, what: str) -> str:
    with family.acting("jorien"):
        return reverse("informal_again", args=[family.id, Action.objects.get(dossier_id=family.id, what=what).id])


def test_each_no_is_asked_by_itself(family: Family, jorien: Visitor) -> None:
    page = jorien.get(look_back(family))
    assert ASKED in page.text
    assert {again(family, COACH.what), again(family, BANK.what)} <= set(page.links())
    assert again(family, OMA.what) not in page.links()
    answered = {"informal_first": "yes", "informal_who": "Truus Bakker"}
    back = jorien.press(jorien.get(again(family, BANK.what)), "Antwoord opslaan", answered)
    assert back.url == look_back(family)
    assert again(family, BANK.what) not in back.links()
    assert again(family, COACH.what) in back.links()


def test_the_same_no_is_given_again_today_for_one_step(family: Family, jorien: Visitor) -> None:
    no = {"informal_first": "no", "informal_reason": "expertise"}
    for what in (COACH.what, BANK.what):
        jorien.press(jorien.get(again(family, what)), "Antwoord opslaan", no)
    assert ASKED not in jorien.get(look_back(family)).text


def test_no_answer_comes_back(family: Family, jorien: Visitor) -> None:
    page = jorien.press(jorien.get(again(family, COACH.what)), "Antwoord opslaan", {})
    assert page.status == 422
    assert "Beantwoord eerst deze vraag" in page.text


def test_of_a_step_of_the_own_circle_there_is_nothing_to_ask(family: Family, jorien: Visitor) -> None:
    assert jorien.get(again(family, OMA.what)).status == 404


def test_who_does_not_lead_does_not_answer(family: Family) -> None:
    """The twin: Jorien does, above."""
    assert signed_in(family.marloes.id).get(again(family, COACH.what)).status == 403


def test_at_most_ten_statements(family: Family, jorien: Visitor) -> None:
    for address in (look_back(family), again(family, COACH.what)):
        jorien.get(address)
        with statements() as asked:
            jorien.get(address)
        assert len(asked) <= 10, asked.of_page
