"""Jorien chooses an action from the list of the life area; Zeewaard keeps that list like any other."""

from dataclasses import replace
from datetime import datetime

import pytest
from django.urls import reverse

from kring.practice.plans.models import Action
from kring.practice.plans.rules.lists import LIFE_AREAS
from kring.practice.plans.rules.ready_made import READY_MADE, ready_made_for
from kring.practice.plans.services import add_action
from tests.plans.family import OMA, make_family, make_plan
from tests.web.visitor import signed_in

pytestmark = pytest.mark.django_db

MARLOES = {"doer": "family|Marloes Bakker", "due_on": "1-12-2026"}


def test_every_life_area_has_a_handful() -> None:
    assert set(READY_MADE) == {word.code for word in LIFE_AREAS.start}
    assert all(3 <= len(words.start) <= 6 for words in READY_MADE.values())


def test_a_life_area_that_a_municipality_made_itself_has_none() -> None:
    assert ready_made_for("verhuizen") == ()
    assert ready_made_for("money") == (READY_MADE["money"],)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("", "Samen de post openen en in mappen doen"),
        ("De post bij oma openen", "De post bij oma openen"),
    ],
    ids=["chosen", "own words go before"],
)
def test_an_action_is_chosen_in_one_step(now: datetime, written: str, kept: str) -> None:
    family = make_family(now)
    goal = make_plan(family)
    jorien = signed_in(family.town.jorien.id)
    page = jorien.get(reverse("action_add", args=[family.id, goal.id]))
    done = jorien.press(page, "Actie opslaan", MARLOES | {"ready": "open_post", "what": written})
    assert done.status == 200
    with family.acting("jorien"):
        assert Action.objects.get(dossier_id=family.id).what == kept


def test_without_either_it_is_asked_for(now: datetime) -> None:
    family = make_family(now)
    goal = make_plan(family)
    jorien = signed_in(family.town.jorien.id)
    page = jorien.press(jorien.get(reverse("action_add", args=[family.id, goal.id])), "Actie opslaan", MARLOES)
    assert page.status == 422
    assert "Schrijf op wat er gaat gebeuren." in page.text


def test_a_municipality_adds_one_and_it_can_be_chosen(now: datetime) -> None:
    family = make_family(now)
    goal = make_plan(family)
    bram = signed_in(family.town.bram.id)
    new = reverse("word_new", args=[family.town.municipality.id, READY_MADE["money"].code])
    bram.press(bram.get(new), "Voeg toe", {"label": "Langs bij de Geldwinkel in Zeewaard"})
    jorien = signed_in(family.town.jorien.id)
    page = jorien.get(reverse("action_add", args=[family.id, goal.id]))
    assert "Langs bij de Geldwinkel in Zeewaard" in page.text
    assert "Naar de tandarts" not in page.text


def test_what_stands_there_is_only_rewritten(now: datetime) -> None:
    family = make_family(now)
    goal = make_plan(family)
    with family.acting("jorien") as jorien:
        made = add_action(actor=jorien, goal=goal, words=replace(OMA, doer_name="Oma Truus"))
    page = signed_in(family.town.jorien.id).get(reverse("action_edit", args=[family.id, made.id]))
    assert "Kies een voorbeeld" not in page.text
