"""The family's own page: who helps, what I do, what we want; by real pages and real buttons."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kring.ground.access import roles
from kring.practice.plans.models import Action, ActionState, DoerKind, Goal
from kring.practice.plans.rules.words import ActionWords, GoalWords, ScoreWords
from kring.practice.plans.services import add_action, add_goal, give_score, save_texts
from tests.access.people import give_role, make_dossier, make_family_account, make_subject
from tests.plans.family import COACH, GOAL, OMA, TEXTS, Family, make_family, make_plan
from tests.web.test_my_day import number_of_reads
from tests.web.visitor import signed_in

pytestmark = pytest.mark.django_db

BY_MARLOES = ActionWords("De post van deze week meenemen", "family", "Marloes", date(2026, 11, 4))
BY_STEFAN = ActionWords("Met de voetbaltrainer praten", "family", "Stefan", date(2026, 11, 6))


@pytest.fixture
def family(now: datetime) -> Family:
    family = make_family(now)
    goal = make_plan(family)
    with family.acting("jorien") as jorien:
        for words in (OMA, COACH, BY_MARLOES, BY_STEFAN):
            add_action(actor=jorien, goal=goal, words=words)
    return family


def section(text: str, heading: str, until: str) -> str:
    return text.split(heading, 1)[1].split(until, 1)[0]


def test_it_begins_with_what_i_do_and_ends_with_who_helps(family: Family) -> None:
    page = signed_in(family.marloes.id).get("/")
    assert "Dag Marloes" in page.text
    mine = section(page.text, "Dit ga ik doen", "Wat wij willen")
    assert "De post van deze week meenemen" in mine
    assert "voetbaltrainer" not in mine
    helpers = page.text.split("Wie helpt", 1)[1]
    assert "Jorien Smit uw regisseur" in helpers
    assert "Dan helpt Naima Haddou" in helpers
    for who, what in (
        ("Stefan", "Met de voetbaltrainer praten"),
        ("oma Truus grootmoeder", "Finn op woensdag naar voetbal brengen"),
        ("Jorien Smit", "De brieven samen openen"),
    ):
        assert f"{who} {what}" in helpers


def test_the_day_on_which_we_look_back_stands_first_until_it_is_over(family: Family) -> None:
    before = signed_in(family.marloes.id).get("/")
    assert "Maandag 1 februari, met Jorien Smit" in before.text
    with family.acting("jorien") as jorien:
        save_texts(actor=jorien, dossier=family.id, words=replace(TEXTS, evaluation_on=date(2026, 10, 31)))
    assert "De volgende afspraak" not in signed_in(family.marloes.id).get("/").text


def test_the_goals_come_with_their_steps_and_my_own_last_figure(family: Family) -> None:
    with family.acting("marloes") as marloes:
        goal = Goal.objects.get(dossier_id=family.id)
        for value in (4, 6):
            words = ScoreWords("Marloes Bakker", "family", value, date(2026, 10, 1 + value))
            give_score(actor=marloes, goal=goal, words=words)
    page = signed_in(family.marloes.id).get("/")
    assert "lig te piekeren over de brieven" in page.text
    assert "0 van 4 stappen gezet" in page.text
    assert "Uw cijfer 4 → naar 6" in page.text
    stefan = signed_in(family.stefan.id).get("/")
    assert "Uw cijfer" not in stefan.text, "a figure of Marloes is not Stefan's"
    assert reverse("our_figure", args=[family.id, goal.id]) in stefan.links()


def test_i_say_that_my_step_is_done(family: Family) -> None:
    visitor = signed_in(family.marloes.id)
    page = visitor.press(visitor.get("/"), "Gedaan: De post van deze week meenemen")
    assert "afgevinkt in het plan" in page.text
    with family.acting("marloes"):
        done = Action.objects.get(what=BY_MARLOES.what)
    assert (done.state, done.doer_kind) == (ActionState.DONE, DoerKind.FAMILY)


def test_a_single_adult_reads_i_and_never_family(now: datetime) -> None:
    family = make_family(now)
    willem = make_subject(family.town.municipality, "Willem Dekker")
    dossier = make_dossier(family.town, "Willem Dekker", [(willem, "")])
    account = make_family_account(family.town, willem, "Willem Dekker")
    give_role(family.town, dossier, account, roles.ADULT)
    give_role(family.town, dossier, family.town.jorien, roles.REGISSEUR)
    with Family(family.town, dossier, {}, account, account).acting("jorien") as jorien:
        add_goal(
            actor=jorien,
            dossier=dossier.id,
            words=GoalWords("Ik wil weer onder de mensen.", "Willem", "leisure", area_reason="Stil."),
        )
    page = signed_in(account.id).get("/")
    assert "Wat ik wil" in page.text
    assert "gezin" not in page.tree.xpath("//main")[0].text_content().lower()


def test_before_there_is_a_plan_the_page_says_what_will_happen(now: datetime) -> None:
    family = make_family(now)
    page = signed_in(family.marloes.id).get("/")
    assert "Het plan is nog leeg" in page.text
    assert "Wie helpt" in page.text


def test_costs_and_the_task_list_of_professionals_are_not_on_a_familys_page(family: Family) -> None:
    page = signed_in(family.marloes.id).get("/")
    assert "€" not in page.text
    assert "Mijn gezinnen" not in page.text


def test_whoever_is_in_two_families_chooses_between_two_plans(family: Family) -> None:
    other = make_dossier(family.town, "Gezin Bakker", [(family.subjects["Marloes Bakker"], "zus")])
    give_role(family.town, other, family.marloes, roles.ADULT)
    visitor = signed_in(family.marloes.id)
    first = visitor.get("/")
    assert "Gezin De Wit-Bakker" in first.text
    assert "De post van deze week meenemen" not in first.text, "Bakker comes before De Wit"
    second = visitor.get("/?plan=2")
    assert "De post van deze week meenemen" in second.text
    assert visitor.get("/?plan=9").status == visitor.get("/?plan=x").status == 200


def test_the_number_of_queries_does_not_grow_with_the_plan(family: Family) -> None:
    visitor = signed_in(family.marloes.id)
    visitor.get("/")
    with CaptureQueriesContext(connection) as few:
        visitor.get("/")
    with family.acting("jorien") as jorien:
        for _number in range(4):
            goal = add_goal(actor=jorien, dossier=family.id, words=GOAL)
            add_action(actor=jorien, goal=goal, words=BY_MARLOES)
    with CaptureQueriesContext(connection) as many:
        visitor.get("/")
    assert len(many) == len(few)
    assert number_of_reads(many) == 10


def test_letters_become_large_until_i_want_them_as_they_were(family: Family) -> None:
    visitor = signed_in(family.marloes.id)
    large = visitor.press(visitor.get("/"), "Grote letters")
    assert large.tree.xpath("/html/@data-letters") == ["large"]
    plan = visitor.get(reverse("our_plan", args=[family.id]))
    usual = visitor.press(plan, "Gewone letters")
    assert usual.url == reverse("our_plan", args=[family.id])
    assert usual.tree.xpath("/html/@data-letters") == []
