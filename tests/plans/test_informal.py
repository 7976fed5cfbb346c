"""Informal first is a choice of real people (BR-017, BR-057); a no is asked again when the plan is looked back on."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from kring.ground.agenda.models import Task
from kring.ground.shared.verdict import Refused
from kring.practice.circle.rules.words import Load
from kring.practice.circle.services import mark_load
from kring.practice.plans.models import Action, Goal
from kring.practice.plans.queries import working_plan
from kring.practice.plans.rules.informal import InformalAnswer, must_ask_again
from kring.practice.plans.services import add_action, answer_again
from tests.circle.round import add
from tests.plans.family import COACH, OMA, Family, make_family, make_plan

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 1)
TRUUS = replace(COACH, informal_first="yes", informal_who="Truus Bakker", informal_reason="")
WISH = replace(COACH, informal_first="volunteer", informal_reason="", volunteer_wish="Samen naar de bieb lopen")


@pytest.fixture
def family(now: datetime) -> Family:
    return make_family(now)


@pytest.fixture
def goal(family: Family) -> Goal:
    return make_plan(family)


def limited(family: Family) -> None:
    member = add(family)
    with family.acting("marloes") as marloes:
        mark_load(actor=marloes, member=member, load=Load.LIMIT)


def test_a_yes_names_somebody_of_the_circle(family: Family, goal: Goal) -> None:
    member = add(family)
    with family.acting("jorien") as jorien:
        assert add_action(actor=jorien, goal=goal, words=TRUUS).informal_subject_id == member.pk


def test_nobody_outside_the_circle_can_be_named(family: Family, goal: Goal) -> None:
    with family.acting("jorien") as jorien, pytest.raises(Refused, match="staat niet in de kring"):
        add_action(actor=jorien, goal=goal, words=TRUUS)


def test_br_057_who_is_at_the_own_limit_cannot_be_named(family: Family, goal: Goal) -> None:
    limited(family)
    with family.acting("jorien") as jorien, pytest.raises(Refused, match="grens"):
        add_action(actor=jorien, goal=goal, words=TRUUS)


def test_a_volunteer_is_asked_for_in_one_go(family: Family, goal: Goal) -> None:
    """Who leads gets the task, in the words that were written down."""
    with family.acting("jorien") as jorien:
        add_action(actor=jorien, goal=goal, words=WISH)
        [task] = Task.objects.filter(clock="vrijwilliger_vragen")
    assert (task.title, task.account_id) == ("Vraag een vrijwilliger: Samen naar de bieb lopen", family.town.jorien.id)


@pytest.mark.parametrize(
    ("first", "answered_on", "looked_back_on", "again"),
    [
        ("no", date(2026, 9, 1), TODAY, True),
        ("no", TODAY, TODAY, False),
        ("no", None, TODAY, True),
        ("no", date(2026, 9, 1), None, True),
        ("yes", date(2026, 9, 1), TODAY, False),
        ("volunteer", date(2026, 9, 1), TODAY, False),
    ],
)
def test_only_a_no_of_before_is_asked_again(
    first: str, answered_on: date | None, looked_back_on: date | None, again: bool
) -> None:
    assert must_ask_again(first, answered_on, looked_back_on) is again


def test_a_no_comes_back_until_it_is_answered_for_this_one_step(family: Family, goal: Goal) -> None:
    """One answer for one action: nothing answers them all."""
    with family.acting("jorien", ago=timedelta(days=30)) as jorien:
        first = add_action(actor=jorien, goal=goal, words=replace(COACH, due_on=date(2026, 12, 1)))
        second = add_action(actor=jorien, goal=goal, words=replace(COACH, what="De post ophalen"))
        add_action(actor=jorien, goal=goal, words=OMA)
    with family.acting("jorien") as jorien:
        [one, other] = working_plan(jorien, family.id).to_ask_again(TODAY)
        assert (one.id, one.informal_word, other.id) == (first.id, "de vraag vraagt vakkennis", second.id)
        answer_again(actor=jorien, action=first, answer=InformalAnswer("no", reason="expertise"))
        assert [left.id for left in working_plan(jorien, family.id).to_ask_again(TODAY)] == [second.id]


def test_somebody_who_has_room_by_now_is_named_after_all(family: Family, goal: Goal) -> None:
    with family.acting("jorien", ago=timedelta(days=30)) as jorien:
        action = add_action(actor=jorien, goal=goal, words=COACH)
    member = add(family)
    with family.acting("jorien") as jorien:
        answer_again(actor=jorien, action=action, answer=InformalAnswer("yes", who="Truus Bakker"))
        now = Action.objects.get(id=action.id)
    assert (now.informal_first, now.informal_subject_id, now.informal_reason) == ("yes", member.pk, "")
    assert (now.informal_answered_on, now.informal_asked_on) == (TODAY, TODAY - timedelta(days=30))


def test_a_family_does_not_answer_for_a_professional(family: Family, goal: Goal) -> None:
    with family.acting("jorien") as jorien:
        action = add_action(actor=jorien, goal=goal, words=COACH)
    with family.acting("marloes") as marloes, pytest.raises(Refused, match="spreekt de regisseur"):
        answer_again(actor=marloes, action=action, answer=InformalAnswer("no", reason="expertise"))


def test_the_question_belongs_to_a_step_of_a_professional(family: Family, goal: Goal) -> None:
    with family.acting("jorien") as jorien:
        action = add_action(actor=jorien, goal=goal, words=OMA)
        with pytest.raises(Refused, match="stap van een professional"):
            answer_again(actor=jorien, action=action, answer=InformalAnswer("no", reason="expertise"))
