"""After saving a text that a family reads: a tip to say it more plainly, to who leads, and never a gate."""

from datetime import datetime

import pytest
from django.urls import reverse

from kring.ground.access import roles
from kring.practice.plans.models import Goal
from tests.access.people import give_role, make_dossier, make_subject
from tests.plans.family import GOAL, Family, make_family, make_plan
from tests.web.visitor import Page, signed_in

pytestmark = pytest.mark.django_db

HARD = "Middels een interventie is dit te realiseren."
PLAIN = "Vier zondagen achter elkaar."
TIP = "Een tip, het gezin leest dit ook."


@pytest.fixture
def family(now: datetime) -> Family:
    family = make_family(now)
    make_plan(family)
    return family


def measures(family: Family, name: str, words: str) -> Page:
    """How one notices that the goal is reached, written down by this person."""
    with family.acting("jorien"):
        goal = Goal.objects.get(own_words=GOAL.own_words)
    visitor = signed_in(family.actor(name).id)
    form = visitor.get(reverse("goal_edit", args=[family.id, goal.id]))
    page = visitor.press(form, "Doel opslaan", {"measure": words})
    with family.acting("jorien"):
        assert Goal.objects.get(id=goal.id).measure == words
    return page


def test_a_hard_word_is_saved_and_gets_a_plain_one_beside_it(family: Family) -> None:
    page = measures(family, "jorien", HARD)
    assert f"{TIP} “middels” is een lastig woord. Gewoner is: met." in page.text


def test_plain_words_get_no_tip(family: Family) -> None:
    assert TIP not in measures(family, "jorien", PLAIN).text


def test_a_family_writes_as_it_speaks(family: Family) -> None:
    assert TIP not in measures(family, "marloes", HARD).text


def test_the_reason_why_a_goal_ends_stands_in_the_letter_and_gets_a_tip(family: Family) -> None:
    with family.acting("jorien"):
        goal = Goal.objects.get(own_words=GOAL.own_words)
    jorien = signed_in(family.actor("jorien").id)
    form = jorien.get(reverse("goal", args=[family.id, goal.id]))
    assert f"{TIP} “middels”" in jorien.press(form, "Bijwerken", {"stand-state": "dropped", "stand-reason": HARD}).text


def test_of_one_person_it_speaks_of_no_family(family: Family) -> None:
    willem = make_subject(family.town.municipality, "Willem Dekker")
    dossier = make_dossier(family.town, "Willem Dekker", [(willem, "")])
    give_role(family.town, dossier, family.town.jorien, roles.REGISSEUR)
    jorien = signed_in(family.actor("jorien").id)
    page = jorien.press(jorien.get(reverse("plan_texts", args=[dossier.id])), "Opslaan", {"strengths": HARD})
    assert "Een tip, de persoon om wie het gaat leest dit ook. “middels”" in page.text
    assert TIP not in page.text


def test_the_texts_of_the_plan_get_two_tips_at_most(family: Family) -> None:
    jorien = signed_in(family.actor("jorien").id)
    form = jorien.get(reverse("plan_texts", args=[family.id]))
    page = jorien.press(form, "Opslaan", {"strengths": HARD, "dream": "Alvorens wij derhalve beginnen."})
    assert page.text.count("is een lastig woord") == 2
