"""What must be there before a plan is laid down, in plain words, and who is asked what they think."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from kring.practice.familiegroepsplan.models import Outcome
from kring.practice.plans.models import PositionKind
from kring.practice.plans.rules.agreeing import (
    ANSWERED,
    POSITIONS,
    Opinion,
    Readiness,
    is_asked,
    missing,
    opinion_problems,
)

TODAY = date(2026, 11, 1)
READY = Readiness(
    active_goals=1,
    has_strengths=True,
    evaluation_on=date(2027, 2, 1),
    has_contact=True,
    has_children=False,
    familiegroepsplan="",
)
SAMIRA, YASSIN = UUID(int=1), UUID(int=2)


@pytest.mark.parametrize(
    ("plan", "fields"),
    [
        pytest.param(READY, [], id="BR-015 everything is there: passes"),
        pytest.param(replace(READY, active_goals=0), ["goals"], id="BR-015 no goal: refused"),
        pytest.param(replace(READY, has_strengths=False), ["strengths"], id="BR-015 no strength: refused"),
        pytest.param(replace(READY, evaluation_on=None), ["evaluation_on"], id="BR-015 no day to look back: refused"),
        pytest.param(
            replace(READY, evaluation_on=date(2026, 10, 31)), ["evaluation_on"], id="BR-015 a day gone by: refused"
        ),
        pytest.param(replace(READY, evaluation_on=TODAY), [], id="BR-015 looking back today: passes"),
        pytest.param(replace(READY, has_contact=False), ["contact"], id="BR-015 nobody to call: refused"),
        pytest.param(
            Readiness(0, False, None, False, False, ""),
            ["goals", "strengths", "evaluation_on", "contact"],
            id="BR-015 nothing at all: refused",
        ),
    ],
)
def test_a_plan_needs_a_goal_a_strength_a_day_and_a_contact(plan: Readiness, fields: list[str]) -> None:
    assert [problem.field for problem in missing(plan, TODAY)] == fields


@pytest.mark.parametrize(
    ("answer", "blocks"),
    [("", True), ("wanted", True), ("ready", False), ("not_wished", False), ("threat", False), ("mandated", False)],
)
def test_with_children_the_own_plan_is_offered_first(answer: str, blocks: bool) -> None:
    """BR-009, Jeugdwet 4.1.2."""
    plan = replace(READY, has_children=True, familiegroepsplan=answer)
    assert [problem.field for problem in missing(plan, TODAY)] == ["familiegroepsplan"] * blocks


def test_rules_for_youth_do_not_appear_for_an_adult_alone() -> None:
    assert missing(replace(READY, has_children=False, familiegroepsplan=""), TODAY) == ()


def test_the_rules_know_every_answer_and_position_of_the_models() -> None:
    assert set(Outcome.values) == ANSWERED | {"wanted"}
    assert list(POSITIONS) == PositionKind.values


@pytest.mark.parametrize(
    ("age", "asked"),
    [
        pytest.param(11, False, id="BR-020 eleven: not asked"),
        pytest.param(12, True, id="BR-020 twelve: asked"),
        pytest.param(78, True, id="BR-020 seventy-eight: asked"),
        pytest.param(None, True, id="BR-020 nobody knows: asked"),
    ],
)
def test_members_from_twelve_are_asked(age: int | None, asked: bool) -> None:
    assert is_asked(age) is asked


AGREES, YES = Opinion("Samira", "agrees", "", SAMIRA), Opinion("Yassin", "agrees", "", YASSIN)


@pytest.mark.parametrize(
    ("opinions", "fields"),
    [
        pytest.param([AGREES, replace(YES, position="disagrees")], [], id="BR-020 one disagrees: passes"),
        pytest.param([AGREES], [""], id="BR-020 Yassin was left out: refused"),
        pytest.param([AGREES, YES, Opinion("Els", "x")], ["Els"], id="BR-020 no such position: refused"),
        pytest.param(
            [replace(AGREES, position=""), replace(YES, position="partly")], ["Samira"], id="BR-020 empty: refused"
        ),
        pytest.param([AGREES, replace(YES, position="not_asked")], ["Yassin"], id="BR-020 not asked, no why: refused"),
        pytest.param(
            [AGREES, replace(YES, position="not_asked", remark="is op kamp")],
            [],
            id="BR-020 not asked, and why: passes",
        ),
    ],
)
def test_everyone_asked_has_an_opinion_and_disagreement_does_not_block(
    opinions: list[Opinion], fields: list[str]
) -> None:
    assert [problem.field for problem in opinion_problems(opinions, [SAMIRA, YASSIN])] == fields
