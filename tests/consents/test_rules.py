"""Who must agree, by age, and what the answers come to (BR-080 to BR-083)."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kring.practice.consents.rules.help import (
    AgeGroup,
    Capacity,
    ExceptionKind,
    Said,
    State,
    Voice,
    can_ask,
    can_assume,
    can_except,
    can_say,
    group_of,
    must_answer,
    state_of,
)

SELF, PARENT, REPRESENTATIVE = Capacity.SELF, Capacity.PARENT, Capacity.REPRESENTATIVE
YES, NO, OPEN, BACK = Said.GIVEN, Said.REFUSED, Said.ASKED, Said.WITHDRAWN


@pytest.mark.parametrize(
    ("age", "capable", "who"),
    [
        (0, True, {PARENT}),
        (11, True, {PARENT}),
        (12, True, {SELF, PARENT}),
        (15, True, {SELF, PARENT}),
        (16, True, {SELF}),
        (17, True, {SELF}),
        (18, True, {SELF}),
        (80, True, {SELF}),
        (13, False, {PARENT}),
        (17, False, {PARENT}),
        (44, False, {REPRESENTATIVE}),
    ],
)
def test_who_must_answer_follows_from_age_and_understanding(age: int, capable: bool, who: set[Capacity]) -> None:
    assert must_answer(group_of(age), capable=capable) == who


def voices(own: Said | None, *parents: Said) -> tuple[Voice, ...]:
    child = () if own is None else (Voice("Deniz", SELF, own),)
    return (*child, *(Voice(f"ouder {number}", PARENT, said) for number, said in enumerate(parents, start=1)))


@pytest.mark.parametrize(
    ("own", "parents", "state"),
    [
        (None, [OPEN, OPEN], State.ASKED),
        (None, [YES, OPEN], State.SECOND_PARENT),
        (None, [OPEN, YES], State.SECOND_PARENT),
        (None, [YES, YES], State.GIVEN),
        (None, [YES], State.GIVEN),
        (None, [YES, NO], State.REFUSED),
        (None, [OPEN, NO], State.REFUSED),
        (None, [YES, BACK], State.WITHDRAWN),
        (YES, [YES, OPEN], State.SECOND_PARENT),
        (OPEN, [YES, YES], State.ASKED),
        (OPEN, [YES, OPEN], State.SECOND_PARENT),
        (YES, [YES, YES], State.GIVEN),
        (NO, [YES, YES], State.REFUSED),
        (YES, [], State.GIVEN),
        (BACK, [], State.WITHDRAWN),
    ],
)
def test_what_the_answers_come_to(own: Said | None, parents: Sequence[Said], state: State) -> None:
    assert state_of(voices(own, *parents)) is state


def test_assumed_is_labelled_and_a_no_ends_it() -> None:
    """BR-082."""
    assert state_of(voices(None, OPEN, OPEN), assumed=True) is State.ASSUMED
    assert state_of(voices(None, OPEN, NO), assumed=True) is State.REFUSED
    assert state_of(voices(None, YES, YES), assumed=True) is State.GIVEN


@pytest.mark.parametrize(
    ("said", "invasive", "may"), [(OPEN, False, True), (YES, False, True), (OPEN, True, False), (NO, False, False)]
)
def test_only_help_that_is_not_invasive_and_not_refused_is_assumed(said: Said, invasive: bool, may: bool) -> None:
    assert bool(can_assume(voices(None, said), invasive=invasive)) is may


@pytest.mark.parametrize(
    ("group", "own", "parents", "kind", "reason", "message"),
    [
        (AgeGroup.FROM_12, YES, [NO, YES], ExceptionKind.WISH, "het blijft dit willen", ""),
        (AgeGroup.FROM_12, YES, [OPEN, OPEN], ExceptionKind.HARM, "anders gaat het mis", ""),
        (AgeGroup.FROM_12, YES, [OPEN, YES], ExceptionKind.WISH, "het blijft dit willen", "als een ouder nee"),
        (AgeGroup.FROM_12, OPEN, [NO, NO], ExceptionKind.HARM, "anders gaat het mis", "Het kind zelf"),
        (AgeGroup.FROM_12, YES, [NO, NO], ExceptionKind.HARM, "  ", "Schrijf op waarom"),
        (AgeGroup.UNDER_12, YES, [NO, NO], ExceptionKind.HARM, "anders gaat het mis", "alleen voor kinderen van 12"),
        (AgeGroup.FROM_16, YES, [], ExceptionKind.HARM, "anders gaat het mis", "alleen voor kinderen van 12"),
    ],
)
def test_an_exception_from_twelve_to_fifteen_needs_its_reason(
    group: AgeGroup, own: Said, parents: Sequence[Said], kind: ExceptionKind, reason: str, message: str
) -> None:
    """BR-081."""
    verdict = can_except(group, voices(own, *parents), kind, reason)
    assert bool(verdict) is not bool(message)
    assert message in str(verdict.reason)


def test_an_exception_lasts_as_long_as_the_child_wants_it() -> None:
    assert state_of(voices(YES, NO, OPEN), exception="wish") is State.EXCEPTED
    assert state_of(voices(BACK, NO, OPEN), exception="wish") is State.WITHDRAWN


def test_nobody_is_asked_as_long_as_authority_is_not_known() -> None:
    assert not can_ask({PARENT}, 0, "")
    assert can_ask({PARENT}, 1, "")
    assert not can_ask({REPRESENTATIVE}, 0, " ")


@pytest.mark.parametrize(
    ("last", "said", "may"),
    [(OPEN, YES, True), (OPEN, NO, True), (YES, BACK, True), (BACK, YES, True), (NO, YES, True), (OPEN, BACK, False),
     (YES, YES, False), (NO, OPEN, False)],
)  # fmt: skip
def test_only_a_yes_is_taken_back(last: Said, said: Said, may: bool) -> None:
    assert bool(can_say(last, said)) is may


everybody = st.builds(
    voices, st.none() | st.sampled_from(Said), st.sampled_from(Said), st.sampled_from(Said)
) | st.builds(voices, st.sampled_from(Said))


@given(everybody, st.randoms(use_true_random=False), st.booleans())
def test_the_order_of_answering_does_not_matter(given_voices: tuple[Voice, ...], chance: object, assumed: bool) -> None:
    shuffled = list(given_voices)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # Hypothesis gives a Random
    assert state_of(shuffled, assumed=assumed) is state_of(given_voices, assumed=assumed)


@given(everybody)
def test_agreed_is_agreed_by_everybody(given_voices: tuple[Voice, ...]) -> None:
    """BR-083: one missing answer is never a yes."""
    agreed = state_of(given_voices) is State.GIVEN
    assert agreed is all(voice.said is Said.GIVEN for voice in given_voices)
