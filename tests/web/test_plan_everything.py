"""All goals and actions in one list: late first, narrowed to one person, in the order of a head."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from django.urls import reverse

from kring.practice.plans.models import ActionState
from kring.practice.plans.services import add_action, move_action
from tests.plans.family import COACH, OMA, Family, make_family, make_plan
from tests.web.statements import statements
from tests.web.visitor import Page, signed_in

pytestmark = pytest.mark.django_db

LATE = replace(OMA, what="De fiets maken", doer_kind="family", doer_name="Stefan de Wit", due_on=date(2026, 10, 31))
DONE = replace(OMA, what="De map kopen", due_on=date(2026, 12, 30))


@pytest.fixture
def family(now: datetime) -> Family:
    family = make_family(now)
    goal = make_plan(family)
    with family.acting("jorien", ago=timedelta(days=2)) as jorien:
        add_action(actor=jorien, goal=goal, words=OMA)
        add_action(actor=jorien, goal=goal, words=COACH)
        add_action(actor=jorien, goal=goal, words=LATE)
        done = add_action(actor=jorien, goal=goal, words=DONE)
        move_action(actor=jorien, action=done, state=ActionState.DONE)
    return family


def listed(family: Family, query: str = "") -> Page:
    return signed_in(family.town.jorien.id).get(f"{reverse('plan_all', args=[family.id])}{query}")


def whats(page: Page) -> list[str]:
    return [link.text for link in page.tree.xpath("//tbody//th/a")]


def test_what_is_late_stands_first_and_what_is_done_is_not_there(family: Family) -> None:
    page = listed(family)
    assert whats(page) == ["De fiets maken", OMA.what, COACH.what]
    assert "te laat" in page.text


def test_everything_can_be_shown(family: Family) -> None:
    assert "De map kopen" in whats(listed(family, "?stand=alles"))


def test_it_is_narrowed_to_one_person_without_a_name_in_the_address(family: Family) -> None:
    [mark] = listed(family).tree.xpath("//select[@name='wie']/option[text()='Stefan de Wit']/@value")
    assert whats(listed(family, f"?wie={mark}")) == ["De fiets maken"]
    assert "stefan" not in mark.lower()


def test_a_head_puts_it_in_another_order(family: Family) -> None:
    assert whats(listed(family, "?sort=wie")) == [COACH.what, OMA.what, "De fiets maken"]
    assert whats(listed(family, "?sort=-wat"))[0] == OMA.what


def test_before_the_first_step_it_says_what_to_do(now: datetime) -> None:
    family = make_family(now)
    make_plan(family)
    page = listed(family)
    assert "spreek af wie de eerste stap zet" in page.text
    assert "Doelen zonder acties" in page.text


def test_it_costs_few_statements(family: Family) -> None:
    visitor = signed_in(family.town.jorien.id)
    with statements() as asked:
        visitor.get(reverse("plan_all", args=[family.id]))
    assert len(asked) <= 10
