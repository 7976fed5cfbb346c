"""Beside the care picture: the first question, who of the own network helps, what was agreed, goals that are alike."""

from datetime import date, datetime, timedelta

import pytest

from kring.practice.plans.queries.beside_care import BesideCare, beside_care
from kring.practice.plans.rules.words import GoalWords
from kring.practice.plans.services import add_goal
from tests.circle.round import add
from tests.plans.family import GOAL, Family, lay_down, make_family, make_plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def family(now: datetime) -> Family:
    family = make_family(now)
    make_plan(family)
    return family


def seen_by(family: Family, who: str) -> BesideCare:
    with family.acting(who) as actor:
        return beside_care(actor, family.id)


def test_the_first_question_stays_beside_all_that_came_of_it(family: Family) -> None:
    asked = seen_by(family, "jorien").question
    assert asked is not None
    assert (asked.words, asked.speaker) == ("Rust in de avond.", "Marloes")


def test_who_of_the_own_network_helps_stands_there_with_what_and_since_when(family: Family) -> None:
    add(family)
    [truus] = seen_by(family, "jorien").informal
    assert (truus.who, truus.what, truus.start, truus.end) == (
        "Truus Bakker",
        "haalt Finn van school",
        date(2026, 11, 1),
        None,
    )


def test_what_was_agreed_is_there_with_its_day(family: Family) -> None:
    lay_down(family, ago=timedelta(days=1))
    assert [(plan.number, plan.on) for plan in seen_by(family, "jorien").agreed] == [(1, date(2026, 10, 31))]


def test_two_open_goals_on_one_area_of_life_are_named(family: Family) -> None:
    assert seen_by(family, "jorien").alike == ()
    with family.acting("jorien") as jorien:
        add_goal(actor=jorien, dossier=family.id, words=GoalWords("Geen boetes meer.", "Stefan", "money"))
    [same] = seen_by(family, "jorien").alike
    assert (same.area, same.goals) == ("geld", (GOAL.own_words, "Geen boetes meer."))


def test_who_does_not_work_with_the_family_finds_nothing(family: Family) -> None:
    add(family)
    assert seen_by(family, "fatima") == BesideCare()
    assert seen_by(family, "jorien") != BesideCare()
