"""A safety agreement says who checks and when it is looked at again; figures and talks say whose they are."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest

from kring.practice.safety.models import AgreementState
from kring.practice.safety.rules.agreements import (
    AGREEMENT_STEPS,
    AgreementWords,
    agreement_problems,
    can_move_agreement,
    can_write_agreement,
    is_late,
)
from kring.practice.safety.rules.telling import (
    SafetyFigure,
    TalkWords,
    can_talk_in_confidence,
    figure_problems,
    talk_problems,
)

TODAY = date(2026, 11, 1)
MAGDA = AgreementWords(
    "Magda belt elke dag om negen uur.",
    "Elke dag",
    "Magda belt, Agnieszka neemt op",
    "Naima Haddou",
    TODAY,
    date(2026, 12, 1),
)


@pytest.mark.parametrize(
    ("words", "field"),
    [
        pytest.param(MAGDA, None, id="BR-077 whole"),
        pytest.param(replace(MAGDA, checks=" "), "checks", id="BR-077 nobody checks"),
        pytest.param(replace(MAGDA, review_on=TODAY - timedelta(days=1)), "review_on", id="BR-077 in the past"),
        pytest.param(replace(MAGDA, review_on=date(2027, 11, 1)), "review_on", id="BR-077 not looked at for a year"),
        pytest.param(replace(MAGDA, what=""), "what", id="nothing agreed"),
        pytest.param(replace(MAGDA, applies_when=""), "applies_when", id="no moment"),
        pytest.param(replace(MAGDA, who_does=""), "who_does", id="nobody does it"),
        pytest.param(replace(MAGDA, pictogram="phone"), "child_words", id="a picture without words"),
        pytest.param(replace(MAGDA, pictogram="draak", child_words="Bel."), "pictogram", id="no such picture"),
        pytest.param(replace(MAGDA, pictogram="phone", child_words="Bel tante Ewa."), None, id="for a child too"),
    ],
)
def test_what_an_agreement_needs(words: AgreementWords, field: str | None) -> None:
    assert [problem.field for problem in agreement_problems(words, TODAY)] == ([field] if field else [])


@pytest.mark.parametrize(
    ("now", "then", "reason", "goes"),
    [
        ("draft", "holds", "", True),
        ("draft", "ended", "Toch niet.", False),
        ("holds", "changed", "", True),
        ("holds", "ended", "Het is niet meer nodig.", True),
        ("holds", "ended", " ", False),
        ("changed", "changed", "", True),
        ("ended", "holds", "", False),
    ],
)
def test_the_way_of_an_agreement(now: str, then: str, reason: str, goes: bool) -> None:
    assert bool(can_move_agreement(now, then, reason)) is goes


def test_the_states_are_those_of_the_table() -> None:
    assert set(AGREEMENT_STEPS) == set(AgreementState.values)


@pytest.mark.parametrize(
    ("state", "is_withdrawn", "goes"),
    [("draft", False, True), ("changed", False, True), ("ended", False, False), ("holds", True, False)],
)
def test_what_is_over_is_not_rewritten(state: str, is_withdrawn: bool, goes: bool) -> None:
    assert bool(can_write_agreement(state, is_withdrawn=is_withdrawn)) is goes


@pytest.mark.parametrize(
    ("state", "days", "late"),
    [
        pytest.param("holds", 0, False, id="BR-077 on the day itself"),
        pytest.param("holds", 1, True, id="BR-077 the day after"),
        pytest.param("changed", 1, True, id="BR-077 in other words"),
        pytest.param("draft", 1, False, id="BR-077 not agreed yet"),
        pytest.param("ended", 1, False, id="BR-077 over"),
    ],
)
def test_when_looking_again_is_late(state: str, days: int, late: bool) -> None:
    assert is_late(TODAY, state, TODAY + timedelta(days=days)) is late


FIGURE = SafetyFigure(uuid4(), "Agnieszka Nowak", "family", 5, TODAY, "Ik slaap weer een paar uur.")


@pytest.mark.parametrize(
    ("figure", "field"),
    [
        (FIGURE, None),
        (replace(FIGURE, value=11), "value"),
        (replace(FIGURE, value=0), None),
        (replace(FIGURE, giver=""), "giver"),
        (replace(FIGURE, giver_kind="volunteer"), "giver_kind"),
        (replace(FIGURE, reason=" "), "reason"),
        (replace(FIGURE, given_on=TODAY + timedelta(days=1)), "given_on"),
    ],
)
def test_a_figure_says_who_gives_it_and_why(figure: SafetyFigure, field: str | None) -> None:
    assert [problem.field for problem in figure_problems(figure, TODAY)] == ([field] if field else [])


TALK = TalkWords(uuid4(), TODAY, "Ik wil niet kiezen tussen papa en mama.", "Naima Haddou")


@pytest.mark.parametrize(
    ("talk", "field"),
    [
        (TALK, None),
        (replace(TALK, said=" "), "said"),
        (replace(TALK, with_whom=""), "with_whom"),
        (replace(TALK, held_on=TODAY + timedelta(days=1)), "held_on"),
    ],
)
def test_a_talk_has_the_words_of_the_child(talk: TalkWords, field: str | None) -> None:
    assert [problem.field for problem in talk_problems(talk, TODAY)] == ([field] if field else [])


@pytest.mark.parametrize(("age", "goes"), [(12, True), (17, True), (None, True), (18, False)])
def test_a_talk_in_confidence_is_with_a_child(age: int | None, goes: bool) -> None:
    assert bool(can_talk_in_confidence(age)) is goes
