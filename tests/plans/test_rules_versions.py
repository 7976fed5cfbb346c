"""The way of a plan as data, what it may be laid down as, and what is said of it later (BR-019, BR-020)."""

from collections.abc import Callable, Mapping
from copy import deepcopy
from datetime import date

import pytest

from kring.practice.plans.models import PlanVariant, VersionState
from kring.practice.plans.rules.agreeing import Opinion, heard, later_opinion_problems
from kring.practice.plans.rules.content import PlanContent
from kring.practice.plans.rules.lifecycle import (
    CONCEPT,
    READ_AND_AGREE,
    READ_AND_TALK,
    VERSION_STEPS,
    Seen,
    Talk,
    can_move_version,
    material,
    table_problems,
    talk_problems,
    variant_problems,
    working_state,
)
from kring.practice.plans.rules.summaries import LANGUAGES, SummaryWords, code_of, direction_of, summary_problems
from tests.plans.test_difference import action, goal, plan, score

TODAY, TOMORROW, BEFORE = date(2026, 11, 1), date(2026, 11, 2), date(2026, 10, 1)


def test_the_states_are_those_of_the_model() -> None:
    assert list(VERSION_STEPS) == VersionState.values


@pytest.mark.parametrize(
    ("now", "then", "may"),
    [
        ("concept", "discussed", True),
        ("concept", "agreed", False),
        ("discussed", "agreed", True),
        ("discussed", "concept", True),
        pytest.param("agreed", "replaced", True, id="BR-019 a new version replaces it: passes"),
        pytest.param("agreed", "concept", False, id="BR-019 agreed never changes: refused"),
        pytest.param("agreed", "discussed", False, id="BR-019 agreed is not talked over again: refused"),
        pytest.param("replaced", "agreed", False, id="BR-019 replaced stays replaced: refused"),
    ],
)
def test_a_plan_is_talked_over_first_and_never_changes_once_agreed(now: str, then: str, may: bool) -> None:
    assert bool(can_move_version(now, then)) is may


@pytest.mark.parametrize(
    ("seen", "refused"),
    [
        pytest.param("a1", False, id="as it was read: passes"),
        pytest.param("b2", True, id="changed since it was read: refused"),
        pytest.param("", False, id="nothing is said of what was read: passes"),
    ],
)
@pytest.mark.parametrize("text", [READ_AND_AGREE, READ_AND_TALK])
def test_what_is_talked_over_or_agreed_is_what_was_read(seen: str, refused: bool, text: str) -> None:
    assert [one.text for one in table_problems(Seen(table=seen), "a1", text)] == [text] * refused


ACTION, GOAL = action("a1", "Post openen"), goal("g1", "Niet meer piekeren", action("a1", "Post openen"))
CHANGES: Mapping[str, Callable[[PlanContent], PlanContent]] = {
    "goal": lambda now: {**now, "goals": [{**GOAL, "own_words": "Slapen"}]},
    "doer": lambda now: {**now, "goals": [{**GOAL, "actions": [{**ACTION, "who": "opa Jan"}]}]},
    "new action": lambda now: {**now, "goals": [{**GOAL, "actions": [ACTION, action("a9", "Samen koken")]}]},
    "new goal": lambda now: {**now, "goals": [GOAL, goal("g9", "Weer samen eten")]},
    "day": lambda now: {**now, "evaluation_on": "2027-03-01"},
    "question": lambda now: {**now, "question": None},
    "score": lambda now: {**now, "goals": [{**GOAL, "scores": [score("Marloes", 7, "2026-10-30")]}]},
    "tick": lambda now: {**now, "goals": [{**GOAL, "actions": [{**ACTION, "state": "done", "result": "Gedaan"}]}]},
    "lead": lambda now: {**now, "lead": None},
    "number": lambda now: {**now, "number": 7, "agreed_on": "2027-01-01"},
}


@pytest.mark.parametrize(
    ("part", "state"),
    [
        ("goal", "concept"),
        ("doer", "concept"),
        ("new action", "concept"),
        ("new goal", "concept"),
        ("day", "concept"),
        ("question", "concept"),
        ("score", "discussed"),
        ("tick", "discussed"),
        ("lead", "discussed"),
        ("number", "discussed"),
    ],
)
def test_a_talk_lapses_when_what_was_on_the_table_changes(part: str, state: str) -> None:
    assert working_state(material(plan()), CHANGES[part](plan())) == state


def test_what_was_never_talked_over_is_a_concept() -> None:
    assert working_state("", plan()) == CONCEPT


def test_the_order_of_actions_is_no_change() -> None:
    one = plan()
    one["goals"][0]["actions"].append(action("a2", "Bellen"))
    other = deepcopy(one)
    other["goals"][0]["actions"].reverse()
    assert material(one) == material(other)


@pytest.mark.parametrize(
    ("talk", "fields"),
    [
        (Talk(TODAY, ("Marloes", "Jorien")), []),
        (Talk(BEFORE, ("Marloes",)), []),
        (Talk(TOMORROW, ("Marloes",)), ["discussed_on"]),
        (Talk(TODAY, ()), ["present"]),
        (Talk(TODAY, (" ",)), ["present"]),
    ],
)
def test_a_talk_has_a_day_and_people(talk: Talk, fields: list[str]) -> None:
    assert [problem.field for problem in talk_problems(talk, TODAY)] == fields


@pytest.mark.parametrize(
    ("variant", "answer", "concerns", "blocked"),
    [
        ("light", "", "", False),
        ("wmo", "", "", False),
        ("gi", "mandated", "", False),
        ("family", "ready", "", False),
        ("family", "wanted", "", True),
        ("family", "not_wished", "", True),
        ("heavy", "", "Het is niet veilig thuis.", False),
        ("heavy", "", " ", True),
        ("anders", "", "", True),
    ],
)
def test_a_plan_is_what_it_says_it_is(variant: str, answer: str, concerns: str, blocked: bool) -> None:
    found = variant_problems(variant, PlanVariant.values, answer, concerns)
    assert [problem.field for problem in found] == ["variant"] * blocked


def test_a_light_plan_is_talked_over_with_everyone_who_was_asked() -> None:
    opinions = [Opinion("Samira", "agrees"), Opinion("Yassin", "disagrees"), Opinion("Els", "not_asked", "op kamp")]
    assert heard(opinions) == ("Samira", "Yassin")


@pytest.mark.parametrize(
    ("opinion", "said_on", "fields"),
    [
        pytest.param(Opinion("Jaylen", "disagrees", "Ik wil zelf kiezen."), TODAY, [], id="BR-020 said later"),
        pytest.param(Opinion("Jaylen", "agrees"), BEFORE, [], id="BR-020 on the day itself"),
        pytest.param(Opinion("Jaylen", "not_asked", "ziek"), TODAY, ["position"], id="BR-020 later is asked"),
        pytest.param(Opinion("", "agrees"), TODAY, ["name"], id="BR-020 somebody's"),
        pytest.param(Opinion("Jaylen", "misschien"), TODAY, ["position"], id="BR-020 unknown"),
        pytest.param(Opinion("Jaylen", "agrees"), TOMORROW, ["said_on"], id="BR-020 not yet"),
        pytest.param(Opinion("Jaylen", "agrees"), date(2026, 9, 30), ["said_on"], id="BR-020 before the plan"),
    ],
)
def test_an_opinion_may_come_after_the_version(opinion: Opinion, said_on: date, fields: list[str]) -> None:
    found = later_opinion_problems(opinion, said_on, agreed_on=BEFORE, today=TODAY)
    assert [problem.field for problem in found] == fields


FATMA = SummaryWords("Turks", "Bu sizin planınız.", "Ayşe Demir", TODAY)


@pytest.mark.parametrize(
    ("words", "fields"),
    [
        (FATMA, []),
        (SummaryWords("Klingon", "x", "Ayşe Demir", TODAY), ["language"]),
        (SummaryWords("Turks", " ", "", TODAY), ["words", "interpreter"]),
        (SummaryWords("Turks", "x", "Ayşe Demir", TOMORROW), ["made_on"]),
        (SummaryWords("Turks", "x", "Ayşe Demir", date(2026, 9, 30)), ["made_on"]),
    ],
)
def test_a_summary_has_a_language_words_and_a_named_interpreter(words: SummaryWords, fields: list[str]) -> None:
    assert [problem.field for problem in summary_problems(words, agreed_on=BEFORE, today=TODAY)] == fields


@pytest.mark.parametrize(("language", "code", "direction"), [("Arabisch", "ar", "rtl"), ("Turks", "tr", "ltr")])
def test_a_language_is_read_in_its_own_direction(language: str, code: str, direction: str) -> None:
    assert (code_of(language), direction_of(language)) == (code, direction)
    assert len(set(LANGUAGES.values())) == len(LANGUAGES)
