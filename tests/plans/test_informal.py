"""Informal first is a choice of real people (BR-017, BR-057); a no is asked again when the plan is looked back on."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.utils.translation import override

from kring.ground.access import roles
from kring.ground.access.actor import acting
from kring.ground.agenda.models import Task
from kring.ground.agenda.services import finish_task
from kring.ground.audit.trail import recording
from kring.ground.shared.verdict import Refused
from kring.practice.circle.rules.words import Load
from kring.practice.circle.services import mark_load
from kring.practice.plans.models import Action, Goal
from kring.practice.plans.queries import working_plan
from kring.practice.plans.rules.informal import InformalAnswer, must_ask_again
from kring.practice.plans.services import add_action, add_goal, answer_again, edit_action, edit_goal
from kring.practice.plans.services.informal import hide_wishes
from tests.access.people import actor_of, give_role, make_family_account
from tests.circle.round import add
from tests.plans.family import COACH, GOAL, OMA, Family, make_family, make_plan

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


HIDDEN = "Vraag een vrijwilliger voor een stap in het plan"


def wishes(family: Family) -> list[str]:
    """As the regisseur reads them in the list of tasks."""
    with family.acting("jorien"):
        return sorted(Task.objects.filter(clock="vrijwilliger_vragen").values_list("title", flat=True))


def hide(family: Family, goal: Goal) -> None:
    with family.acting("jorien") as jorien:
        mine = replace(GOAL, only_for=family.subject("Marloes Bakker"))
        edit_goal(actor=jorien, goal=Goal.objects.get(id=goal.id), words=mine)


def test_of_a_goal_that_is_hidden_later_no_task_keeps_the_words(family: Family, goal: Goal) -> None:
    """Of the other goals each keeps its own."""
    with family.acting("jorien") as jorien:
        other = add_goal(actor=jorien, dossier=family.id, words=GOAL)
        add_action(actor=jorien, goal=goal, words=WISH)
        add_action(actor=jorien, goal=other, words=replace(WISH, volunteer_wish="Een keer samen koken"))
    hide(family, goal)
    assert wishes(family) == [HIDDEN, "Vraag een vrijwilliger: Een keer samen koken"]


def test_nor_does_a_task_that_is_done_or_was_given_in_other_words(family: Family, goal: Goal) -> None:
    with family.acting("jorien") as jorien:
        action = add_action(actor=jorien, goal=goal, words=WISH)
        [task] = Task.objects.filter(clock="vrijwilliger_vragen")
        finish_task(actor=jorien, task=task)
        edit_action(actor=jorien, action=action, words=replace(WISH, volunteer_wish="Samen lezen"))
    hide(family, goal)
    assert wishes(family) == [HIDDEN]


def test_whoever_reads_kring_in_english_hides_nothing_of_the_others(family: Family, goal: Goal) -> None:
    with family.acting("jorien") as jorien:
        other = add_goal(actor=jorien, dossier=family.id, words=GOAL)
        add_action(actor=jorien, goal=other, words=WISH)
    with override("en"):
        hide(family, goal)
    assert wishes(family) == ["Vraag een vrijwilliger: Samen naar de bieb lopen"]


def test_a_young_person_who_hides_the_own_goal_sees_no_list_of_tasks(family: Family) -> None:
    """The task lies with Jorien; Finn hides what he said himself."""
    account = make_family_account(family.town, family.subjects["Finn"], "Finn")
    give_role(family.town, family.dossier, account, roles.YOUTH)
    said = replace(GOAL, speaker="Finn")
    with family.acting("jorien", ago=timedelta(hours=1)) as jorien:
        goal = add_goal(actor=jorien, dossier=family.id, words=said)
        add_action(actor=jorien, goal=goal, words=WISH)
    finn = actor_of(account.id, family.town.at)
    with recording("test.deed"), acting(finn):
        assert not Task.objects.exists()
        edit_goal(actor=finn, goal=goal, words=replace(said, only_for=family.subject("Finn")))
    assert wishes(family) == [HIDDEN]


def test_who_does_not_write_in_the_plan_touches_no_task(family: Family, goal: Goal) -> None:
    with family.acting("henk"), pytest.raises(DatabaseError, match="not yours"), transaction.atomic():
        hide_wishes(family.id)


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
