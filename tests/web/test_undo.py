"""Ongedaan maken: by the button that comes with the message, on every list that has one."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from django.urls import reverse

from kring.ground.shared.undoing import UNDO_WITHIN
from kring.ground.shared.verdict import Refused
from kring.practice.households.models import PersonContact
from kring.practice.plans.models import Action, ActionState, Goal, GoalState, Plan
from kring.practice.plans.services import (
    add_action,
    edit_goal,
    move_action,
    save_texts,
    undo_action,
    undo_goal,
    undo_texts,
)
from tests.plans.family import GOAL, OMA, TEXTS, Family, make_family, make_plan
from tests.web.visitor import signed_in

pytestmark = pytest.mark.django_db
UNDO = "Ongedaan maken"


@pytest.fixture
def family(now: datetime) -> Family:
    return make_family(now)


@pytest.fixture
def goal(family: Family) -> Goal:
    return make_plan(family)


@pytest.fixture
def oma(family: Family, goal: Goal) -> Action:
    with family.acting("jorien", ago=timedelta(days=1)) as jorien:
        return add_action(actor=jorien, goal=goal, words=OMA)


def test_a_number_that_was_just_added(family: Family) -> None:
    visitor, place = signed_in(family.town.jorien.id), f"/dossier/{family.id}/personen/"
    page = visitor.get(f"{place}{family.subject('Finn')}/toevoegen/")
    page = visitor.press(page, "Opslaan", {"kind": "phone", "value": "06 1234 5678"})
    page = visitor.press(page, UNDO)
    assert "Het is ongedaan gemaakt." in page.text
    assert "06 1234 5678" not in page.text
    assert UNDO not in page.buttons()


def test_a_number_that_was_just_ended_is_there_again(family: Family) -> None:
    visitor, place = signed_in(family.town.jorien.id), f"/dossier/{family.id}/personen/"
    page = visitor.get(f"{place}{family.subject('Finn')}/toevoegen/")
    visitor.press(page, "Opslaan", {"kind": "phone", "value": "06 1234 5678"})
    with family.acting("jorien"):
        contact = PersonContact.objects.get()
    page = visitor.press(visitor.get(f"{place}bereikbaar/{contact.id}/"), "Dit klopt niet meer")
    assert "06 1234 5678" in visitor.press(page, UNDO).text


def test_an_action_that_was_ticked_off_by_mistake_is_as_it_was(family: Family, oma: Action) -> None:
    with family.acting("jorien", ago=timedelta(hours=1)) as jorien:
        move_action(actor=jorien, action=oma, state=ActionState.BUSY)
    visitor = signed_in(family.marloes.id)
    with family.acting("jorien"):
        Action.objects.filter(id=oma.id).update(doer_kind="family", doer_name="Marloes Bakker")
    page = visitor.press(visitor.get("/"), f"Gedaan: {oma.what}")
    visitor.press(page, UNDO)
    with family.acting("jorien"):
        oma.refresh_from_db()
    assert (oma.state, oma.closed_on) == (ActionState.BUSY, None)


def test_an_action_that_was_just_added_lapses(family: Family) -> None:
    goal = make_plan(family)
    with family.acting("jorien") as jorien:
        action = add_action(actor=jorien, goal=goal, words=OMA)
        undo_action(actor=jorien, action=action)
        action.refresh_from_db()
    assert (action.state, action.result) == (ActionState.CANCELLED, "ongedaan gemaakt")


def now_of(family: Family, goal: Goal) -> Goal:
    with family.acting("jorien"):
        return Goal.objects.get(id=goal.id)


def test_a_goal_that_was_just_put_in_other_words_is_as_it_was(family: Family, goal: Goal) -> None:
    jorien = signed_in(family.town.jorien.id)
    form = jorien.get(reverse("goal_edit", args=[family.id, goal.id]))
    page = jorien.press(form, "Doel opslaan", {"own_words": "Rust.", "measure": ""})
    assert now_of(family, goal).own_words == "Rust."
    page = jorien.press(page, UNDO)
    assert (page.url, UNDO in page.buttons()) == (reverse("goal", args=[family.id, goal.id]), False)
    after = now_of(family, goal)
    assert (after.own_words, after.measure) == (GOAL.own_words, GOAL.measure)


def test_a_goal_that_was_let_go_by_mistake_is_worked_on_again(family: Family, goal: Goal) -> None:
    jorien = signed_in(family.town.jorien.id)
    form = jorien.get(reverse("goal", args=[family.id, goal.id]))
    jorien.press(jorien.press(form, "Bijwerken", {"stand-state": "dropped", "stand-reason": "Niet nu."}), UNDO)
    after = now_of(family, goal)
    assert (after.state, after.ended_on, after.end_reason) == (GoalState.ACTIVE, None, "")


def test_a_goal_that_was_kept_to_one_is_for_all_again_with_its_steps(family: Family, goal: Goal, oma: Action) -> None:
    with family.acting("jorien") as jorien:
        edit_goal(actor=jorien, goal=goal, words=replace(GOAL, only_for=family.subject("Finn")))
        assert Action.objects.get(id=oma.id).subject_id == family.subject("Finn")
        undo_goal(actor=jorien, goal=goal)
    with family.acting("stefan"):
        assert Goal.objects.get(id=goal.id).subject_id is None
        assert Action.objects.get(id=oma.id).subject_id is None


def test_a_goal_that_is_new_is_let_go_with_a_reason(family: Family, goal: Goal) -> None:
    with family.acting("jorien", ago=timedelta(days=2)) as jorien, pytest.raises(Refused, match="nieuw"):
        undo_goal(actor=jorien, goal=goal)


def test_the_texts_of_the_plan_are_as_they_were(family: Family, goal: Goal) -> None:
    jorien = signed_in(family.town.jorien.id)
    form = jorien.get(reverse("plan_texts", args=[family.id]))
    page = jorien.press(form, "Opslaan", {"strengths": "Weg ermee.", "evaluation_on": "1-3-2027"})
    jorien.press(page, UNDO)
    with family.acting("jorien"):
        plan = Plan.objects.get(dossier_id=family.id)
    assert (plan.strengths, plan.evaluation_on) == (TEXTS.strengths, TEXTS.evaluation_on)


def test_the_first_texts_of_a_plan_are_taken_back_to_nothing(family: Family) -> None:
    jorien = signed_in(family.town.jorien.id)
    form = jorien.get(reverse("plan_texts", args=[family.id]))
    jorien.press(jorien.press(form, "Opslaan", {"strengths": "Weg ermee."}), UNDO)
    with family.acting("jorien"):
        assert Plan.objects.get(dossier_id=family.id).strengths == ""


def test_a_question_that_was_written_down_wrong_is_taken_back(family: Family, goal: Goal) -> None:
    jorien = signed_in(family.town.jorien.id)
    form = jorien.get(reverse("plan_question", args=[family.id]))
    page = jorien.press(form, "Vraag opslaan", {"words": "Verkeerd gezin.", "speaker": "Marloes"})
    taken_back = jorien.press(page, UNDO)
    assert "De vraag is teruggenomen." in taken_back.text
    assert "Verkeerd gezin." not in jorien.get(reverse("plan", args=[family.id])).text


@pytest.mark.parametrize(("name", "later"), [("naima", timedelta()), ("jorien", UNDO_WITHIN + timedelta(seconds=1))])
def test_words_of_another_and_words_of_long_ago_stay(family: Family, goal: Goal, name: str, later: timedelta) -> None:
    with family.acting("jorien") as jorien:
        edit_goal(actor=jorien, goal=goal, words=replace(GOAL, own_words="Rust."))
        save_texts(actor=jorien, dossier=family.id, words=replace(TEXTS, dream="Zee."))
    with family.acting(name, ago=-later) as actor:
        with pytest.raises(Refused):
            undo_goal(actor=actor, goal=goal)
        with pytest.raises(Refused):
            undo_texts(actor=actor, dossier=family.id)


@pytest.mark.parametrize(("name", "later"), [("naima", timedelta()), ("jorien", UNDO_WITHIN + timedelta(seconds=1))])
def test_not_what_another_did_and_not_after_ten_minutes(
    family: Family, oma: Action, name: str, later: timedelta
) -> None:
    with family.acting("jorien") as jorien:
        move_action(actor=jorien, action=oma, state=ActionState.DONE)
    with family.acting(name, ago=-later) as actor, pytest.raises(Refused):
        undo_action(actor=actor, action=oma)
