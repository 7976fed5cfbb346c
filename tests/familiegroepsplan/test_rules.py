"""The family's own plan first: each rule with what passes and what is refused (BR-009 to BR-014)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kring.practice.familiegroepsplan.models import Outcome, OwnPlanState
from kring.practice.familiegroepsplan.rules.states import (
    FIRST,
    STEPS,
    can_move,
    is_overdue,
    outcome,
    professional_plan_due,
)
from kring.practice.familiegroepsplan.rules.words import (
    OfferWords,
    OwnWords,
    can_bring,
    can_judge,
    meeting_problems,
    offer_problems,
)
from kring.practice.plans.rules.agreeing import Readiness, missing

TODAY = date(2026, 11, 1)
SHIRLEY = OfferWords(offered_on=date(2026, 9, 5), answer="wanted")
NOTHING = OwnWords()


def reachable(steps: Mapping[str, frozenset[str]], start: frozenset[str]) -> set[str]:
    found, waiting = set[str](), set(start)
    while waiting:
        found |= waiting
        waiting = set().union(*(steps[state] for state in waiting)) - found
    return found


def test_every_state_is_reached_and_is_one_of_the_model() -> None:
    assert reachable(STEPS, FIRST) == set(STEPS) == set(OwnPlanState.values)


@given(st.lists(st.sampled_from(sorted(STEPS)), max_size=12), st.sampled_from(sorted(FIRST)))
def test_whatever_is_tried_the_plan_never_leaves_its_life_cycle(tried: list[str], state: str) -> None:
    for then in tried:
        if can_move(state, then):
            assert then in STEPS[state]
            state = then
    assert state in STEPS


@pytest.mark.parametrize(
    ("state", "ground", "blocks"),
    [
        pytest.param("offered", "", True, id="BR-009 asked, no answer yet: refused"),
        pytest.param("wanted", "", True, id="BR-009 the family said yes: refused"),
        pytest.param("running", "", True, id="BR-009 the family is at it: refused"),
        pytest.param("received", "", True, id="BR-009 in, not talked over: refused"),
        pytest.param("rejected", "", True, id="BR-009 not accepted, and nothing else agreed: refused"),
        pytest.param("talking", "", True, id="BR-009 a new talk: refused"),
        pytest.param("accepted", "", False, id="BR-009 accepted: passes"),
        pytest.param("remarks", "", False, id="BR-009 accepted with remarks: passes"),
        pytest.param("waived", "not_wished", False, id="BR-009 the parents do not wish it: passes"),
        pytest.param("waived", "threat", False, id="BR-009 a concrete threat: passes"),
        pytest.param("waived", "interest", False, id="BR-009 harm to the child's interest: passes"),
        pytest.param("exempt", "mandated", False, id="BR-009 GI with jeugdreclassering or voogdij: passes"),
    ],
)
def test_no_professional_plan_before_the_family_was_offered_its_own(state: str, ground: str, blocks: bool) -> None:
    plan = Readiness(1, True, date(2027, 2, 1), True, True, outcome(state, ground))
    assert [one.field for one in missing(plan, TODAY)] == ["familiegroepsplan"] * blocks


@pytest.mark.parametrize(
    ("words", "fields"),
    [
        pytest.param(SHIRLEY, [], id="BR-009 yes: passes"),
        pytest.param(replace(SHIRLEY, answer=""), [], id="BR-009 offered, no answer yet: passes"),
        pytest.param(replace(SHIRLEY, answer="no_time"), ["answer"], id="BR-009 a ground of our own: refused"),
        pytest.param(replace(SHIRLEY, offered_on=None), ["offered_on"], id="BR-009 no day: refused"),
        pytest.param(replace(SHIRLEY, offered_on=date(2026, 11, 2)), ["offered_on"], id="BR-009 tomorrow: refused"),
        pytest.param(replace(SHIRLEY, answer="not_wished"), [], id="BR-009 parents owe no reason: passes"),
        pytest.param(replace(SHIRLEY, answer="threat"), ["reason"], id="BR-009 threat without words: refused"),
        pytest.param(replace(SHIRLEY, answer="interest", reason=" "), ["reason"], id="BR-009 blank words: refused"),
        pytest.param(
            replace(SHIRLEY, answer="threat", reason="Veilig Thuis ziet direct gevaar"), [], id="BR-009 threat: passes"
        ),
        pytest.param(OfferWords(None, answer="mandated", reason="Voogdij"), [], id="BR-009 GI, not offered: passes"),
        pytest.param(replace(SHIRLEY, due_on=date(2026, 9, 1)), ["due_on"], id="BR-010 before the offer: refused"),
        pytest.param(replace(SHIRLEY, due_on=date(2026, 12, 5)), [], id="BR-010 a term of their own: passes"),
    ],
)
def test_an_offer_is_an_answer_or_a_ground_of_the_law(words: OfferWords, fields: list[str]) -> None:
    assert [one.field for one in offer_problems(words, TODAY)] == fields


@pytest.mark.parametrize(
    ("state", "due_on", "late"),
    [
        pytest.param("running", date(2026, 11, 1), False, id="BR-010 on its last day"),
        pytest.param("running", date(2026, 10, 31), True, id="BR-010 the day after"),
        pytest.param("wanted", date(2026, 10, 31), True, id="BR-010 not begun"),
        pytest.param("received", date(2026, 10, 31), False, id="BR-010 it is in"),
        pytest.param("running", None, False, id="BR-010 nothing agreed"),
    ],
)
def test_a_term_that_passed_is_seen_and_ends_nothing(state: str, due_on: date | None, late: bool) -> None:
    assert is_overdue(state, due_on, TODAY) is late
    assert outcome(state, "") == "wanted", "the family's plan still goes first"


@pytest.mark.parametrize(
    ("ground", "due"),
    [
        pytest.param("not_wished", date(2026, 12, 13), id="BR-011 waived by the parents: six weeks"),
        pytest.param("threat", date(2026, 12, 13), id="BR-011 a threat: six weeks"),
        pytest.param("interest", date(2026, 12, 13), id="BR-011 harm: six weeks"),
        pytest.param("ready", None, id="BR-011 there is an own plan: no clock"),
        pytest.param("wanted", None, id="BR-011 still at it: no clock"),
        pytest.param("mandated", None, id="BR-011 the GI leads: no clock"),
    ],
)
def test_six_weeks_for_the_professionals_plan_once_it_was_waived(ground: str, due: date | None) -> None:
    assert professional_plan_due(ground, TODAY) == due
    assert professional_plan_due(ground, None) is None


@pytest.mark.parametrize(
    ("words", "has_file", "passes"),
    [
        pytest.param(replace(NOTHING, worries="De nachten"), False, True, id="BR-014 worries alone: passes"),
        pytest.param(replace(NOTHING, well="Zondag eten"), False, True, id="BR-014 what goes well alone: passes"),
        pytest.param(replace(NOTHING, steps="Oma helpt"), False, True, id="BR-014 a step alone: passes"),
        pytest.param(NOTHING, True, True, id="BR-014 a photo alone: passes"),
        pytest.param(replace(NOTHING, held_on=TODAY), False, True, id="BR-014 a meeting alone: passes"),
        pytest.param(replace(NOTHING, given_by="oma", worries="  "), False, False, id="BR-014 nothing at all: refused"),
    ],
)
def test_the_family_chooses_its_own_form(words: OwnWords, has_file: bool, passes: bool) -> None:
    assert bool(can_bring(words, has_file=has_file)) is passes


def test_a_meeting_is_written_down_once_it_was_held() -> None:
    assert [one.field for one in meeting_problems(NOTHING, TODAY)] == ["held_on"]
    assert [one.field for one in meeting_problems(replace(NOTHING, held_on=date(2026, 11, 14)), TODAY)] == ["held_on"]
    assert meeting_problems(replace(NOTHING, held_on=TODAY), TODAY) == ()


@pytest.mark.parametrize(
    ("judgement", "words", "passes"),
    [
        ("accepted", "", True),
        ("remarks", "", False),
        ("remarks", "Shanaya slaapt bij oma: prima, bel wel even.", True),
        ("rejected", " ", False),
        ("rejected", "Wie is er ’s nachts bij Shanaya?", True),
        ("received", "x", False),
    ],
)
def test_who_does_not_accept_says_why(judgement: str, words: str, passes: bool) -> None:
    assert bool(can_judge(judgement, words)) is passes


def test_every_outcome_is_one_the_family_can_read() -> None:
    grounds = {"waived": ("not_wished", "threat", "interest"), "exempt": ("mandated",)}
    found = {outcome(state, ground) for state in STEPS for ground in grounds.get(state, ("",))}
    assert found - {""} == set(Outcome.values)
