"""What is wrong with what somebody wants to write down, per field, as tables."""

from dataclasses import replace
from datetime import date

import pytest

from kring.practice.plans.models import DoerKind
from kring.practice.plans.rules.lists import LIFE_AREAS, NO_INFORMAL_REASONS
from kring.practice.plans.rules.words import (
    DOERS,
    ActionWords,
    GoalWords,
    QuestionWords,
    ScoreWords,
    action_problems,
    goal_problems,
    question_problems,
    score_problems,
)

TODAY = date(2026, 11, 1)
TOMORROW = date(2026, 11, 2)
AREAS = {word.code for word in LIFE_AREAS.start}
REASONS = {word.code for word in NO_INFORMAL_REASONS.start}
QUESTION = QuestionWords("Dat ik ’s avonds niet meer lig te piekeren.", "Marloes", TODAY)
GOAL = GoalWords("Dat Finn weer met plezier naar school gaat.", "Marloes", "school")
OMA = ActionWords("Finn op woensdag naar voetbal brengen", "network", "oma Truus", TOMORROW)
COACH = ActionWords("De brieven samen openen", "professional", "Jorien Smit", TOMORROW)
SCORE = ScoreWords("Marloes", "family", 6, TODAY)


def fields(problems: object) -> list[str]:
    assert isinstance(problems, tuple)
    return [problem.field for problem in problems]


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        (QUESTION, []),
        (replace(QUESTION, words=" \n"), ["words"]),
        (replace(QUESTION, speaker=""), ["speaker"]),
        (replace(QUESTION, said_on=TOMORROW), ["said_on"]),
        (replace(QUESTION, language="Tigrinya", interpreter="mevrouw Haile"), []),
    ],
)
def test_a_question_needs_own_words_and_a_speaker(given: QuestionWords, wrong: list[str]) -> None:
    assert fields(question_problems(given, TODAY)) == wrong


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        (GOAL, []),
        (replace(GOAL, measure=""), []),
        (replace(GOAL, own_words="", measure="18 van de 20 ochtenden op tijd"), ["own_words"]),
        (replace(GOAL, speaker=" "), ["speaker"]),
        (replace(GOAL, life_area=""), ["life_area"]),
        (replace(GOAL, life_area="zelfredzaamheid"), ["life_area"]),
    ],
)
def test_a_goal_needs_own_words_and_no_measure(given: GoalWords, wrong: list[str]) -> None:
    assert fields(goal_problems(given, AREAS)) == wrong


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        (OMA, []),
        (replace(OMA, what=""), ["what"]),
        (replace(OMA, doer_name=""), ["doer_name"]),
        (replace(OMA, doer_kind="iedereen"), ["doer_name"]),
        (replace(OMA, due_on=None), ["due_on"]),
        (replace(OMA, due_on=date(2026, 10, 31)), ["due_on"]),
        (replace(OMA, due_on=TODAY), []),
        (COACH, ["informal_first"]),
        (replace(COACH, informal_first="yes"), ["informal_who"]),
        (replace(COACH, informal_first="yes", informal_who="buurvrouw Anja, later"), []),
        (replace(COACH, informal_first="no"), ["informal_reason"]),
        (replace(COACH, informal_first="no", informal_reason="expertise"), []),
        (replace(COACH, informal_first="no", informal_reason="druk"), ["informal_reason"]),
        (replace(COACH, doer_kind="volunteer", doer_name="Ria"), []),
    ],
)
def test_an_action_has_one_doer_a_day_and_for_a_professional_the_question_who_else(
    given: ActionWords, wrong: list[str]
) -> None:
    """BR-017: can someone from the own network, or a volunteer, do this?"""
    assert fields(action_problems(given, TODAY, REASONS)) == wrong


def test_a_day_that_was_agreed_before_may_stay() -> None:
    late = replace(OMA, due_on=date(2026, 9, 1))
    assert fields(action_problems(late, date(2026, 9, 1), REASONS)) == []
    assert fields(action_problems(late, TODAY, REASONS)) == ["due_on"]


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        (SCORE, []),
        (replace(SCORE, value=0), []),
        (replace(SCORE, value=10), []),
        (replace(SCORE, value=11), ["value"]),
        (replace(SCORE, value=-1), ["value"]),
        (replace(SCORE, giver=" "), ["giver"]),
        (replace(SCORE, giver_kind="team"), ["giver_kind"]),
        (replace(SCORE, given_on=TOMORROW), ["given_on"]),
    ],
)
def test_a_score_is_of_one_person_on_a_day_that_has_been(given: ScoreWords, wrong: list[str]) -> None:
    assert fields(score_problems(given, TODAY)) == wrong


def test_the_rules_know_the_same_doers_as_the_model() -> None:
    assert list(DOERS) == DoerKind.values
