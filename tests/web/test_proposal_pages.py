"""Henk proposes another way to do his own step; Jorien reads both texts and decides."""

from dataclasses import replace
from datetime import datetime

import pytest
from django.urls import reverse

from kring.ground.access import roles
from kring.practice.plans.models import Action
from kring.practice.plans.services import add_action
from tests.access.people import give_role
from tests.plans.family import COACH, Family, make_family, make_plan
from tests.web.statements import statements
from tests.web.visitor import Visitor, signed_in

pytestmark = pytest.mark.django_db

HENK = "Henk Prins"
WISHED = {"what": "Om de week de brieven openen", "rhythm": "fortnightly", "because": "Elke week is te veel."}


@pytest.fixture
def family(now: datetime) -> Family:
    found = make_family(now)
    give_role(found.town, found.dossier, found.town.henk, roles.TEAM_PROFESSIONAL)
    goal = make_plan(found)
    with found.acting("jorien") as jorien:
        add_action(actor=jorien, goal=goal, words=replace(COACH, doer_name=HENK))
    return found


def visit(family: Family, name: str) -> Visitor:
    return signed_in(family.actor(name).id)


def at(name: str, family: Family, *args: object) -> str:
    return reverse(name, args=[family.id, *args])


def step(family: Family) -> Action:
    with family.acting("jorien"):
        return Action.objects.get(dossier_id=family.id, instead_of=None)


def proposed(family: Family) -> None:
    henk = visit(family, "henk")
    page = henk.get(at("action", family, step(family).id))
    assert at("proposal_change", family, step(family).id) in page.links()
    form = henk.get(at("proposal_change", family, step(family).id))
    sent = henk.press(form, "Leg voor aan de regisseur", WISHED)
    assert sent.url == at("proposals", family)
    assert "ligt bij de regisseur" in sent.text


def test_both_texts_stand_beside_each_other_and_are_decided_on(family: Family) -> None:
    proposed(family)
    jorien = visit(family, "jorien")
    assert at("proposals", family) in jorien.get(at("plan", family)).links()
    page = jorien.get(at("proposals", family))
    assert COACH.what in page.text
    assert "Om de week de brieven openen" in page.text
    done = jorien.press(page, "Neem over in het plan", {})
    assert "Het voorstel is overgenomen." in done.text
    assert step(family).what == "Om de week de brieven openen"
    undone = jorien.press(done, "Ongedaan maken", {})
    assert "Het voorstel ligt er weer." in undone.text
    assert step(family).what == COACH.what


def test_a_hard_word_in_a_proposal_gets_a_tip(family: Family) -> None:
    henk = visit(family, "henk")
    form = henk.get(at("proposal_change", family, step(family).id))
    sent = henk.press(form, "Leg voor aan de regisseur", WISHED | {"what": "Middels de app de brieven openen"})
    assert "“middels” is een lastig woord" in sent.text


def test_without_a_reason_the_page_comes_back(family: Family) -> None:
    proposed(family)
    jorien = visit(family, "jorien")
    page = jorien.press(jorien.get(at("proposals", family)), "Niet overnemen", {})
    assert page.status == 422
    assert "Schrijf op waarom." in page.text


def test_the_proposer_takes_it_back(family: Family) -> None:
    proposed(family)
    henk = visit(family, "henk")
    page = henk.press(henk.get(at("proposals", family)), "Trek het voorstel in", {})
    assert "Het voorstel is ingetrokken." in page.text
    assert "ingetrokken)" in page.text


def test_a_new_step_says_first_who_else_can_do_it(family: Family) -> None:
    henk = visit(family, "henk")
    form = henk.get(at("proposal_add", family, step(family).goal_id))
    new = {"what": "Samen naar de bank", "due_on": "1-12-2026", "because": "De bank vroeg erom."}
    again = henk.press(form, "Leg voor aan de regisseur", new)
    assert again.status == 422
    assert "Beantwoord eerst deze vraag" in again.text
    sent = henk.press(again, "Leg voor aan de regisseur", {"informal_first": "no", "informal_reason": "expertise"})
    assert "Samen naar de bank" in sent.text


@pytest.mark.parametrize(("who", "status"), [("henk", 200), ("stefan", 403), ("jorien", 403)])
def test_who_finds_the_form(family: Family, who: str, status: int) -> None:
    """Who leads writes it down without a proposal."""
    assert visit(family, who).get(at("proposal_add", family, step(family).goal_id)).status == status


def test_two_proposals_of_one_person_each_have_their_own_heading(family: Family) -> None:
    proposed(family)
    henk = visit(family, "henk")
    form = henk.get(at("proposal_add", family, step(family).goal_id))
    new = {"what": "Samen naar de bank", "due_on": "1-12-2026", "because": "De bank vroeg erom."}
    again = henk.press(form, "Leg voor aan de regisseur", new)
    page = henk.press(again, "Leg voor aan de regisseur", {"informal_first": "no", "informal_reason": "expertise"})
    ids = [str(one) for one in page.tree.xpath("//main//h2/@id")]
    assert len(ids) == len(set(ids)) == 2


def test_at_most_ten_statements(family: Family) -> None:
    proposed(family)
    jorien = visit(family, "jorien")
    jorien.get(at("proposals", family))
    with statements() as asked:
        jorien.get(at("proposals", family))
    assert len(asked) <= 10, asked.of_page
