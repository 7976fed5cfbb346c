"""The meldcode: its steps, what may be skipped, and the one way out of acute or structural unsafety."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kring.practice.safety.models import Decision, TrackState
from kring.practice.safety.rules.agreements import AGREEMENT_STEPS
from kring.practice.safety.rules.track import (
    TRACK_STEPS,
    StepWords,
    Weighing,
    can_close,
    can_decide,
    can_do_step,
    can_follow,
    can_overrule,
    can_restart,
    can_weigh,
    is_advised,
    routes,
)
from kring.practice.safety.services.steps import REASONS

TODAY = date(2026, 11, 1)
UNSAFE = Weighing(suspicion=True, unsafe=True)
HELPED = Weighing(suspicion=True, unsafe=False, able=True, accepted=True, effective=True)
REFUSED_HELP = Weighing(suspicion=True, unsafe=False, able=True, accepted=False, effective=True)


def words(number: int, **other: object) -> StepWords:
    return StepWords(number, **({"done_on": TODAY, "outcome": "Opgeschreven."} | other))  # type: ignore[arg-type]  # by name


@pytest.mark.parametrize(
    ("state", "step", "goes"),
    [
        pytest.param("step1", words(1), True, id="BR-070 a step with its day and outcome"),
        pytest.param("step1", words(1, outcome=" "), False, id="BR-070 a step without an outcome"),
        pytest.param("step1", words(1, done_on=TODAY + timedelta(days=1)), False, id="BR-070 a day still to come"),
        pytest.param("step1", words(3), False, id="BR-070 a step before its turn"),
        pytest.param("step3", words(1), True, id="BR-070 an earlier step is put right"),
        pytest.param("step2", words(2), False, id="BR-070 consulting nobody"),
        pytest.param("step2", words(2, consulted="Samira Bouzid"), True, id="BR-070 consulting somebody"),
        pytest.param("step3", words(3, skipped="adult"), True, id="BR-070 the talk skipped for safety"),
        pytest.param("step3", words(3, skipped="geen tijd"), False, id="BR-070 the talk skipped for another reason"),
        pytest.param("step4", words(4, skipped="adult"), False, id="BR-070 another step skipped"),
        pytest.param("closed", words(1), False, id="BR-070 a step of what was closed"),
    ],
)
def test_a_step_is_done_in_its_turn(state: str, step: StepWords, goes: bool) -> None:
    assert bool(can_do_step(state, step, REASONS, TODAY)) is goes


@pytest.mark.parametrize(
    ("weighing", "decision", "overruled", "goes"),
    [
        pytest.param(UNSAFE, "help", False, False, id="BR-071 unsafe: help alone"),
        pytest.param(UNSAFE, "report", False, True, id="BR-071 unsafe: reporting"),
        pytest.param(UNSAFE, "help_and_report", False, True, id="BR-071 unsafe: both"),
        pytest.param(UNSAFE, "help", True, True, id="BR-071 unsafe: overruled with a reason"),
        pytest.param(HELPED, "help", False, True, id="BR-071 safe enough: help"),
        pytest.param(HELPED, "no_suspicion", False, False, id="BR-071 a suspicion is not explained away"),
        pytest.param(Weighing(suspicion=False), "no_suspicion", False, True, id="BR-071 no suspicion left"),
        pytest.param(Weighing(suspicion=False), "report", False, False, id="BR-071 nothing to report"),
    ],
)
def test_what_step_five_can_be(weighing: Weighing, decision: str, overruled: bool, goes: bool) -> None:
    assert bool(can_decide("step5", weighing, decision, overruled=overruled)) is goes
    assert not can_decide("step4", weighing, decision, overruled=overruled)


@given(st.tuples(*[st.sampled_from([True, False, None])] * 5))
def test_unsafe_has_no_way_out_but_reporting_br_071(answers: tuple[bool | None, ...]) -> None:
    weighing = Weighing(*answers)
    found = set(routes(weighing, overruled=False))
    assert found <= set(Decision.values)
    if weighing.unsafe and weighing.suspicion is not False:
        assert found == {"report", "help_and_report"}


@pytest.mark.parametrize(("reason", "goes"), [("Het kind is al veilig.", True), (" ", False)])
def test_overruling_needs_a_reason_br_071(reason: str, goes: bool) -> None:
    assert bool(can_overrule("step5", UNSAFE, reason)) is goes
    assert not can_overrule("step5", HELPED, reason)


@pytest.mark.parametrize(
    ("weighing", "is_answered", "advised"),
    [
        (Weighing(), False, False),
        (UNSAFE, True, True),
        (HELPED, True, False),
        (REFUSED_HELP, True, True),
        (Weighing(suspicion=True, unsafe=False), False, False),
        (Weighing(suspicion=False), True, False),
    ],
)
def test_the_five_questions(weighing: Weighing, is_answered: bool, advised: bool) -> None:
    assert (bool(can_weigh(weighing)), is_advised(weighing)) == (is_answered, advised)


@pytest.mark.parametrize(
    ("state", "goes"), [("step1", True), ("step3", True), ("step4", False), ("step5", False), ("followed", True)]
)
def test_closing_comes_before_the_weighing_or_after_the_deed(state: str, goes: bool) -> None:
    assert bool(can_close(state, "Het bleek anders te zijn.")) is goes
    assert not can_close(state, " ")


def test_what_was_reported_has_its_number() -> None:
    assert can_follow("step5", "report", "VT-2026-117")
    assert not can_follow("step5", "report", " ")
    assert can_follow("step5", "help", "")
    assert not can_follow("step5", "", "")


def test_only_what_is_closed_begins_again() -> None:
    assert can_restart("closed")
    assert not can_restart("step2")


@pytest.mark.parametrize(("steps", "first"), [(TRACK_STEPS, "step1"), (AGREEMENT_STEPS, "draft")])
def test_every_state_is_reached(steps: dict[str, frozenset[str]], first: str) -> None:
    reached, ahead = {first}, [first]
    while ahead:
        new = steps[ahead.pop()] - reached
        reached |= new
        ahead += new
    assert reached == set(steps)


def test_the_states_are_those_of_the_table() -> None:
    assert set(TRACK_STEPS) == set(TrackState.values)
