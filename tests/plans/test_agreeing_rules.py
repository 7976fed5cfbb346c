"""What must be there before a plan is laid down, in plain words, and who is asked what they think."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from kring.practice.plans.models import Familiegroepsplan, PositionKind
from kring.practice.plans.rules.agreeing import (
    ANSWERED,
    POSITIONS,
    Opinion,
    Readiness,
    familiegroepsplan_problems,
    is_asked,
    missing,
    opinion_problems,
    professional_plan_due,
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
        (READY, []),
        (replace(READY, active_goals=0), ["goals"]),
        (replace(READY, has_strengths=False), ["strengths"]),
        (replace(READY, evaluation_on=None), ["evaluation_on"]),
        (replace(READY, evaluation_on=date(2026, 10, 31)), ["evaluation_on"]),
        (replace(READY, evaluation_on=TODAY), []),
        (replace(READY, has_contact=False), ["contact"]),
        (Readiness(0, False, None, False, False, ""), ["goals", "strengths", "evaluation_on", "contact"]),
    ],
)
def test_a_plan_needs_a_goal_a_strength_a_day_and_a_contact(plan: Readiness, fields: list[str]) -> None:
    """BR-015."""
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
    assert set(Familiegroepsplan.values) == ANSWERED | {"wanted"}
    assert list(POSITIONS) == PositionKind.values


@pytest.mark.parametrize(
    ("answer", "offered_on", "reason", "fields"),
    [
        ("wanted", TODAY, "", []),
        ("wanted", None, "", ["offered_on"]),
        ("wanted", date(2026, 11, 2), "", ["offered_on"]),
        ("not_wished", TODAY, "", []),
        ("threat", TODAY, "", ["reason"]),
        ("threat", TODAY, "Veilig Thuis ziet direct gevaar", []),
        ("mandated", None, "Voogdij bij de GI", []),
        ("mandated", None, " ", ["reason"]),
    ],
)
def test_leaving_the_own_plan_out_needs_a_ground_of_the_law(
    answer: str, offered_on: date | None, reason: str, fields: list[str]
) -> None:
    found = familiegroepsplan_problems(answer, offered_on, reason, TODAY)
    assert [problem.field for problem in found] == fields


@pytest.mark.parametrize(
    ("answer", "due"),
    [("not_wished", date(2026, 12, 13)), ("threat", date(2026, 12, 13)), ("ready", None), ("mandated", None)],
)
def test_six_weeks_for_the_professionals_plan_once_it_was_waived(answer: str, due: date | None) -> None:
    """BR-011, Jeugdwet 4.1.3 lid 5."""
    assert professional_plan_due(answer, TODAY) == due


@pytest.mark.parametrize(("age", "asked"), [(11, False), (12, True), (78, True), (None, True)])
def test_members_from_twelve_are_asked(age: int | None, asked: bool) -> None:
    """BR-020; whose age is not known is asked too."""
    assert is_asked(age) is asked


ELS = Opinion("Els", "x")


@pytest.mark.parametrize(
    ("opinions", "fields"),
    [
        ([Opinion("Samira", "agrees", "", SAMIRA), Opinion("Yassin", "disagrees", "", YASSIN)], []),
        ([Opinion("Samira", "agrees", "", SAMIRA)], [""]),
        ([Opinion("Samira", "agrees", "", SAMIRA), Opinion("Yassin", "agrees", "", YASSIN), ELS], ["Els"]),
        ([Opinion("Samira", "", "", SAMIRA), Opinion("Yassin", "partly", "", YASSIN)], ["Samira"]),
        ([Opinion("Samira", "agrees", "", SAMIRA), Opinion("Yassin", "not_asked", "", YASSIN)], ["Yassin"]),
        ([Opinion("Samira", "agrees", "", SAMIRA), Opinion("Yassin", "not_asked", "is op kamp", YASSIN)], []),
        (
            [Opinion("Samira", "agrees", "", SAMIRA), Opinion("Yassin", "agrees", "", YASSIN), Opinion("Els", "x")],
            ["Els"],
        ),
    ],
)
def test_everyone_asked_has_an_opinion_and_disagreement_does_not_block(
    opinions: list[Opinion], fields: list[str]
) -> None:
    assert [problem.field for problem in opinion_problems(opinions, [SAMIRA, YASSIN])] == fields
