"""The course of a family: each rule with what passes and what is refused (BR-021, BR-023, BR-024, BR-025)."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kring.practice.course.models import Result
from kring.practice.course.rules.states import STEPS, Facts, Stage, can_rest, is_late, stage
from kring.practice.course.rules.terms import after_care_days, is_re_entry, latest_evaluation, next_change
from kring.practice.course.rules.words import (
    RESULTS,
    ClosingWords,
    EvaluationWords,
    FeltWords,
    closing_problems,
    evaluation_problems,
    pause_problems,
)

TODAY = date(2026, 11, 1)
RUNS = Facts(state="active", agreed=True, evaluation_on=date(2027, 1, 11))
SAID = EvaluationWords(held_on=date(2026, 10, 30), result="same", next_on=date(2027, 1, 11))
WHOLE = ClosingWords(
    remains="Iris wandelt mee, de babygroep op donderdag",
    relapse="Drie slechte ochtenden achter elkaar: bellen",
    call="Naima Haddou, 06 0000 0002",
    by_agreement=True,
    scores_asked=True,
    letter_given=True,
    after_care=(date(2026, 12, 13),),
)


@pytest.mark.parametrize(
    ("facts", "where"),
    [
        (Facts("named"), Stage.NAMED),
        (Facts("asked"), Stage.ASKED),
        (Facts("active", own_plan_goes_first=True), Stage.OWN_PLAN),
        (Facts("active"), Stage.PLANNING),
        (RUNS, Stage.RUNNING),
        (replace(RUNS, evaluation_on=TODAY), Stage.RUNNING),
        (replace(RUNS, evaluation_on=date(2026, 10, 31)), Stage.LOOKING_BACK),
        (replace(RUNS, steps_down=True), Stage.STEPPING_DOWN),
        (replace(RUNS, is_paused=True), Stage.PAUSED),
        (replace(RUNS, state="closed", after_care_open=True), Stage.AFTER_CARE),
        (replace(RUNS, state="closed"), Stage.DONE),
    ],
)
def test_where_a_family_is_follows_from_what_is_there(facts: Facts, where: Stage) -> None:
    assert stage(facts, TODAY) is where


@given(
    st.builds(
        Facts,
        st.sampled_from(["named", "asked", "active", "closed"]),
        st.booleans(),
        st.booleans(),
        st.none() | st.dates(date(2026, 1, 1), date(2027, 12, 31)),
        st.booleans(),
        st.booleans(),
        st.booleans(),
    )
)
def test_whatever_the_facts_there_is_one_stage_and_it_is_in_the_life_cycle(facts: Facts) -> None:
    assert stage(facts, TODAY) in STEPS


def test_every_stage_is_reached() -> None:
    found, waiting = set[str](), {"named"}
    while waiting:
        found |= waiting
        waiting = set().union(*(STEPS[one] for one in waiting)) - found
    assert found == set(STEPS) == set(Stage)


@pytest.mark.parametrize(
    ("state", "is_paused", "refused"),
    [
        pytest.param("active", False, None, id="a plan that runs: rests"),
        pytest.param("active", True, "rust al", id="it rests already: refused"),
        pytest.param("named", False, "loopt niet", id="nobody was asked yet: refused"),
        pytest.param("asked", False, "loopt niet", id="the family has not answered: refused"),
        pytest.param("closed", False, "loopt niet", id="it is closed: refused"),
        pytest.param("closed", True, "loopt niet", id="it rested when it was closed: refused"),
    ],
)
def test_only_a_plan_that_runs_rests(state: str, is_paused: bool, refused: str | None) -> None:
    verdict = can_rest(state, is_paused=is_paused)
    assert bool(verdict) is (refused is None)
    assert (refused or "") in str(verdict.reason)


@pytest.mark.parametrize(
    ("reason", "until", "fields"),
    [
        pytest.param("Opname van Stefan", date(2026, 12, 1), [], id="why, and until when: passes"),
        pytest.param(" ", date(2026, 12, 1), ["reason"], id="nobody says why: refused"),
        pytest.param("Opname van Stefan", TODAY, ["until"], id="until today: refused"),
        pytest.param("", date(2026, 10, 1), ["reason", "until"], id="neither: both are told"),
    ],
)
def test_a_plan_rests_for_a_reason_until_a_later_day(reason: str, until: date, fields: list[str]) -> None:
    assert [one.field for one in pause_problems(reason, until, TODAY)] == fields


@pytest.mark.parametrize(
    ("variant", "last"),
    [
        pytest.param("light", date(2027, 9, 1), id="BR-021 light: ten months"),
        pytest.param("heavy", date(2027, 1, 24), id="BR-021 heavy: twelve weeks"),
        pytest.param("family", date(2027, 9, 1), id="BR-021 any other: as a light one"),
    ],
)
def test_a_heavy_plan_is_looked_back_on_sooner(variant: str, last: date) -> None:
    assert latest_evaluation(variant, TODAY, light_months=10, heavy_weeks=12) == last


@pytest.mark.parametrize(
    ("on", "late"),
    [
        pytest.param(date(2026, 11, 1), False, id="BR-021 on the day itself: in time"),
        pytest.param(date(2026, 10, 31), True, id="BR-021 the day after: late"),
        pytest.param(None, False, id="BR-021 not agreed yet"),
    ],
)
def test_an_evaluation_is_late_from_the_day_after(on: date | None, late: bool) -> None:
    assert is_late(on, TODAY) is late


@pytest.mark.parametrize(
    ("words", "felt", "fields"),
    [
        pytest.param(SAID, (), [], id="BR-021 the same, with a next time: passes"),
        pytest.param(replace(SAID, next_on=None), (), ["next_on"], id="BR-021 no next time: refused"),
        pytest.param(replace(SAID, result="close", next_on=None), (), [], id="BR-021 closing needs no next: passes"),
        pytest.param(replace(SAID, held_on=date(2026, 11, 2)), (), ["held_on"], id="BR-021 tomorrow: refused"),
        pytest.param(replace(SAID, next_on=date(2026, 10, 30)), (), ["next_on"], id="BR-021 same day: refused"),
        pytest.param(replace(SAID, result="x"), (), ["result"], id="BR-021 no result: refused"),
        pytest.param(SAID, (FeltWords("Sanne", 9, 10),), [], id="felt 1 to 10: passes"),
        pytest.param(SAID, (FeltWords("Sanne", 0, 11),), [""], id="felt outside 1 to 10: refused"),
    ],
)
def test_looking_back_ends_with_what_comes_of_it(
    words: EvaluationWords, felt: tuple[FeltWords, ...], fields: list[str]
) -> None:
    assert [one.field for one in evaluation_problems(words, felt, TODAY)] == fields


@pytest.mark.parametrize(
    ("words", "fields"),
    [
        pytest.param(WHOLE, [], id="BR-023 everything is there: passes"),
        pytest.param(replace(WHOLE, scores_asked=False), ["scores_asked"], id="BR-023 no last figures: refused"),
        pytest.param(replace(WHOLE, remains=" "), ["remains"], id="BR-023 nothing remains: refused"),
        pytest.param(replace(WHOLE, relapse=""), ["relapse"], id="BR-023 no relapse agreement: refused"),
        pytest.param(replace(WHOLE, call=""), ["call"], id="BR-023 nobody to call: refused"),
        pytest.param(replace(WHOLE, after_care=()), ["after_care"], id="BR-023 no after-care: refused"),
        pytest.param(replace(WHOLE, after_care=(TODAY,)), ["after_care"], id="BR-023 after-care today: refused"),
        pytest.param(replace(WHOLE, letter_given=False), ["letter_given"], id="BR-023 no letter: refused"),
        pytest.param(replace(WHOLE, by_agreement=None), ["by_agreement"], id="BR-023 agreement not asked: refused"),
        pytest.param(replace(WHOLE, by_agreement=False), ["agreement_words"], id="BR-023 disagreed, no words: refused"),
        pytest.param(
            replace(WHOLE, by_agreement=False, agreement_words="Abena wil doorgaan"), [], id="BR-023 disagreed: passes"
        ),
        pytest.param(
            ClosingWords(by_agreement=True, without="Verhuisd, onbereikbaar"), [], id="BR-023 a reason without: passes"
        ),
        pytest.param(ClosingWords(without="Verhuisd"), ["by_agreement"], id="BR-023 agreement not asked, without"),
    ],
)
def test_closing_leaves_everything_behind_or_says_why_not(words: ClosingWords, fields: list[str]) -> None:
    assert [one.field for one in closing_problems(words, TODAY)] == fields


def test_after_care_is_after_six_weeks_three_months_and_six_months() -> None:
    assert after_care_days(date(2026, 7, 20)) == (date(2026, 8, 31), date(2026, 10, 20), date(2027, 1, 20))


def test_a_municipality_asks_after_people_on_days_of_its_own() -> None:
    """In order, also when the terms are not."""
    terms = {"nazorg_eerst_weken": 20, "nazorg_daarna_maanden": 1}
    assert after_care_days(date(2026, 7, 20), terms) == (date(2026, 8, 20), date(2026, 12, 7), date(2027, 1, 20))


@pytest.mark.parametrize(
    ("again_on", "counts"),
    [
        pytest.param(date(2026, 10, 12), True, id="BR-024 F10, after twelve weeks: counts"),
        pytest.param(date(2027, 7, 20), True, id="BR-024 twelve months to the day: counts"),
        pytest.param(date(2027, 7, 21), False, id="BR-024 a day later: does not count"),
    ],
)
def test_back_within_a_year_counts_as_herhaald_beroep(again_on: date, counts: bool) -> None:
    assert is_re_entry(date(2026, 7, 20), again_on) is counts


@pytest.mark.parametrize(
    ("born", "today", "change"),
    [
        pytest.param(date(2015, 1, 20), date(2026, 11, 24), None, id="BR-025 Finn, a day early: none"),
        pytest.param(date(2015, 1, 20), date(2026, 11, 25), (12, date(2027, 1, 20)), id="BR-025 Finn, eight weeks"),
        pytest.param(date(2015, 1, 20), date(2027, 1, 20), (12, date(2027, 1, 20)), id="BR-025 Finn, on the day"),
        pytest.param(date(2015, 1, 20), date(2027, 1, 21), None, id="BR-025 Finn, the day after: none"),
        pytest.param(date(2010, 11, 15), TODAY, (16, date(2026, 11, 15)), id="BR-025 sixteen"),
        pytest.param(date(2008, 11, 15), TODAY, (18, date(2026, 11, 15)), id="BR-025 eighteen"),
        pytest.param(date(2003, 11, 15), TODAY, (23, date(2026, 11, 15)), id="BR-025 twenty-three"),
        pytest.param(date(2006, 11, 15), TODAY, None, id="BR-025 twenty changes nothing: none"),
        pytest.param(date(2012, 2, 29), date(2028, 2, 10), (16, date(2028, 2, 29)), id="BR-025 a leap day"),
    ],
)
def test_eight_weeks_before_a_birthday_that_changes_much(
    born: date, today: date, change: tuple[int, date] | None
) -> None:
    assert next_change(born, today) == change


def test_the_rules_know_every_result_of_the_model() -> None:
    assert set(Result.values) == RESULTS
