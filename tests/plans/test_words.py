"""What is wrong with what somebody wants to write down, per field, as tables."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from kring.practice.plans.models import DoerKind, Rhythm
from kring.practice.plans.rules.lists import LIFE_AREAS, NO_INFORMAL_REASONS, UNDISCUSSED_GROUNDS
from kring.practice.plans.rules.words import (
    DOERS,
    RHYTHMS,
    ActionWords,
    Beside,
    GoalWords,
    Offered,
    QuestionWords,
    ScoreWords,
    action_problems,
    goal_problems,
    question_problems,
    score_problems,
)

TODAY = date(2026, 11, 1)
TOMORROW = date(2026, 11, 2)
EARLIER = UUID(int=1)
AREAS = {word.code for word in LIFE_AREAS.start}
OFFERED = Offered(
    {word.code for word in NO_INFORMAL_REASONS.start}, {word.code for word in UNDISCUSSED_GROUNDS.start}, {EARLIER}
)
QUESTION = QuestionWords("Dat ik ’s avonds niet meer lig te piekeren.", "Marloes", TODAY)
GOAL = GoalWords("Dat Finn weer met plezier naar school gaat.", "Marloes", "school", area_reason="Finn blijft thuis.")
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
        pytest.param(OMA, [], id="BR-017 one doer and a day: passes"),
        (replace(OMA, what=""), ["what"]),
        pytest.param(replace(OMA, doer_name=""), ["doer_name"], id="BR-017 no doer: refused"),
        pytest.param(replace(OMA, doer_kind="iedereen"), ["doer_name"], id="BR-017 everybody does it: refused"),
        pytest.param(replace(OMA, due_on=None), ["due_on"], id="BR-017 no day: refused"),
        (replace(OMA, due_on=date(2026, 10, 31)), ["due_on"]),
        (replace(OMA, due_on=TODAY), []),
        pytest.param(COACH, ["informal_first"], id="BR-017 a professional, the question not asked: refused"),
        pytest.param(replace(COACH, informal_first="yes"), ["informal_who"], id="BR-017 yes, and nobody: refused"),
        pytest.param(
            replace(COACH, informal_first="yes", informal_who="buurvrouw Anja"), [], id="BR-017 yes, and who: passes"
        ),
        (replace(COACH, informal_first="volunteer"), ["volunteer_wish"]),
        (replace(COACH, informal_first="volunteer", volunteer_wish="Samen naar de bakker lopen"), []),
        pytest.param(replace(COACH, informal_first="no"), ["informal_reason"], id="BR-017 no, without why: refused"),
        pytest.param(
            replace(COACH, informal_first="no", informal_reason="expertise"), [], id="BR-017 no, and why: passes"
        ),
        (replace(COACH, informal_first="no", informal_reason="druk"), ["informal_reason"]),
        (replace(COACH, doer_kind="volunteer", doer_name="Ria"), []),
    ],
)
def test_an_action_has_one_doer_a_day_and_for_a_professional_the_question_who_else(
    given: ActionWords, wrong: list[str]
) -> None:
    """Can someone from the own network, or a volunteer, do this?"""
    assert fields(action_problems(given, TODAY, OFFERED)) == wrong


@pytest.mark.parametrize(
    ("given", "beside", "wrong"),
    [
        pytest.param(GOAL, Beside(), [], id="BR-091 a life area is opened with a reason"),
        pytest.param(replace(GOAL, area_reason=" "), Beside(), ["area_reason"], id="BR-091 not without a reason"),
        pytest.param(
            replace(GOAL, area_reason=""), Beside({"school"}), [], id="BR-091 one that is open needs no other"
        ),
        pytest.param(replace(GOAL, area_reason=""), Beside({"money"}), ["area_reason"], id="BR-091 another one does"),
        pytest.param(
            replace(GOAL, extra_reason="Finn vroeg het zelf."), Beside(is_full=True), [], id="BR-016 with a reason"
        ),
        pytest.param(GOAL, Beside(is_full=True), ["extra_reason"], id="BR-016 one goal too many says why"),
    ],
)
def test_a_goal_reckons_with_the_others(given: GoalWords, beside: Beside, wrong: list[str]) -> None:
    assert fields(goal_problems(given, AREAS, beside)) == wrong


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        pytest.param(OMA, [], id="BR-079 discussed with the family"),
        pytest.param(replace(OMA, is_discussed=False, undiscussed_ground="child"), [], id="BR-079 not, for safety"),
        pytest.param(replace(OMA, is_discussed=False), ["undiscussed_ground"], id="BR-079 not, and no ground"),
        pytest.param(
            replace(OMA, is_discussed=False, undiscussed_ground="druk"),
            ["undiscussed_ground"],
            id="BR-079 no such ground",
        ),
        pytest.param(replace(OMA, start_on=TODAY, rhythm="weekly"), [], id="every week from today"),
        pytest.param(replace(OMA, start_on=date(2026, 11, 3)), ["start_on"], id="begins after it is done"),
        pytest.param(replace(OMA, rhythm="soms"), ["rhythm"], id="no such rhythm"),
        pytest.param(replace(OMA, depends_on=EARLIER), [], id="after another step"),
        pytest.param(replace(OMA, depends_on=UUID(int=2)), ["depends_on"], id="after a step that is not there"),
    ],
)
def test_a_step_says_what_it_must(given: ActionWords, wrong: list[str]) -> None:
    assert fields(action_problems(given, TODAY, OFFERED)) == wrong


def test_a_day_that_was_agreed_before_may_stay() -> None:
    late = replace(OMA, due_on=date(2026, 9, 1))
    assert fields(action_problems(late, date(2026, 9, 1), OFFERED)) == []
    assert fields(action_problems(late, TODAY, OFFERED)) == ["due_on"]


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        pytest.param(SCORE, [], id="BR-022 one person's, on a day: passes"),
        (replace(SCORE, value=0), []),
        (replace(SCORE, value=10), []),
        (replace(SCORE, value=11), ["value"]),
        (replace(SCORE, value=-1), ["value"]),
        pytest.param(replace(SCORE, giver=" "), ["giver"], id="BR-022 nobody's: refused"),
        pytest.param(replace(SCORE, giver_kind="team"), ["giver_kind"], id="BR-022 a team's: refused"),
        (replace(SCORE, given_on=TOMORROW), ["given_on"]),
    ],
)
def test_a_score_is_of_one_person_on_a_day_that_has_been(given: ScoreWords, wrong: list[str]) -> None:
    assert fields(score_problems(given, TODAY)) == wrong


def test_the_rules_know_the_same_doers_as_the_model() -> None:
    assert list(DOERS) == DoerKind.values
    assert list(RHYTHMS) == Rhythm.values
