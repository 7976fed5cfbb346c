"""A declared performance of Noor beside her assignment and beside what was declared before, rule by rule."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kring.practice.care.rules.allowance import Volume, fits, most_in, most_over
from kring.practice.care.rules.declared import Assigned, Past, Performed, broken

JAN, MARCH, JUNE = date(2026, 1, 10), date(2026, 3, 1), date(2026, 6, 17)
MARCH_ENDS = date(2026, 3, 31)
ASSIGNED = Assigned("noor", "90000001", "45", "45A03", JAN, JUNE, removed=False)
DEBIT = Performed("noor", "90000001", "45", "45A03", MARCH, MARCH_ENDS, 480, "01", 62400, "R1", until=MARCH_ENDS)
CREDIT = replace(DEBIT, cents=-62400, reference="R2", previous="R1")
A_MONTH, A_WEEK = Volume(480, "01", "4"), Volume(2, "04", "2")
APRIL = replace(DEBIT, first=date(2026, 4, 1), last=date(2026, 4, 30), until=date(2026, 4, 30), reference="R4")


def codes(assigned: Assigned | None, past: Past, one: Performed) -> list[str]:
    return [rule.code for rule in broken(assigned, past, one)]


CASES: list[tuple[str, Assigned | None, Past, Performed]] = [
    ("", ASSIGNED, (), DEBIT),
    ("", None, (), DEBIT),
    ("TR304", ASSIGNED, (), replace(DEBIT, client="daan")),
    ("TR019", ASSIGNED, (), replace(DEBIT, provider="90000002")),
    ("TR384", replace(ASSIGNED, removed=True), (), DEBIT),
    ("", replace(ASSIGNED, removed=True), (DEBIT,), CREDIT),
    ("TR307", replace(ASSIGNED, started_on=date(2026, 3, 9)), (), DEBIT),
    ("TR308", replace(ASSIGNED, ended_on=date(2026, 3, 9)), (), DEBIT),
    ("", replace(ASSIGNED, ended_on=date(2026, 3, 9)), (DEBIT,), CREDIT),
    ("TR319", ASSIGNED, (), replace(DEBIT, until=date(2026, 2, 28))),
    ("", ASSIGNED, (), replace(DEBIT, until=date(2026, 5, 31))),
    ("TR339", replace(ASSIGNED, category="41", code=""), (), DEBIT),
    ("", replace(ASSIGNED, category="", code=""), (), DEBIT),
    ("TR340", ASSIGNED, (), replace(DEBIT, code="45A04")),
    ("", replace(ASSIGNED, code=""), (), replace(DEBIT, code="45A04")),
    ("TR341", replace(ASSIGNED, volume=replace(A_MONTH, unit="16")), (), DEBIT),
    ("TR341", replace(ASSIGNED, volume=A_MONTH), (), replace(DEBIT, unit="04", volume=8)),
    ("", replace(ASSIGNED, volume=replace(A_MONTH, amount=8, unit="04")), (), DEBIT),
    ("TR387", ASSIGNED, (), replace(DEBIT, first=date(2026, 3, 2))),
    ("", replace(ASSIGNED, started_on=date(2026, 3, 9)), (), replace(DEBIT, first=date(2026, 3, 9))),
    ("TR387", replace(ASSIGNED, started_on=date(2026, 3, 9)), (), replace(DEBIT, first=date(2026, 3, 10))),
    ("", replace(ASSIGNED, started_on=MARCH), (DEBIT,), replace(CREDIT, first=MARCH)),
    ("TR388", ASSIGNED, (), replace(DEBIT, last=date(2026, 3, 30))),
    ("", replace(ASSIGNED, ended_on=date(2026, 3, 9)), (), replace(DEBIT, last=date(2026, 3, 9))),
    ("TR388", replace(ASSIGNED, ended_on=date(2026, 3, 9)), (), replace(DEBIT, last=date(2026, 3, 8))),
    ("", replace(ASSIGNED, ended_on=None), (), DEBIT),
    ("TR389", ASSIGNED, (DEBIT,), replace(DEBIT, reference="R3")),
    ("TR389", None, (DEBIT,), replace(DEBIT, reference="R3")),
    ("", ASSIGNED, (DEBIT, CREDIT), replace(DEBIT, reference="R3")),
    ("TR389", ASSIGNED, (DEBIT, CREDIT, replace(DEBIT, reference="R3")), replace(DEBIT, reference="R5")),
    ("", ASSIGNED, (DEBIT,), APRIL),
    ("", ASSIGNED, (DEBIT,), CREDIT),
    ("TR390", ASSIGNED, (DEBIT, CREDIT), replace(CREDIT, reference="R6")),
    ("TR390", None, (DEBIT, CREDIT), replace(CREDIT, reference="R6")),
    ("", ASSIGNED, (DEBIT, CREDIT, replace(DEBIT, reference="R3")), replace(CREDIT, reference="R6", previous="R3")),
    ("TR323", ASSIGNED, (), CREDIT),
    ("TR323", ASSIGNED, (APRIL,), replace(CREDIT, previous="R4")),
    ("", replace(ASSIGNED, budget=62400), (), DEBIT),
    ("TR369", replace(ASSIGNED, budget=62399), (), DEBIT),
    ("TR369", replace(ASSIGNED, budget=100000), (DEBIT,), APRIL),
    ("", replace(ASSIGNED, budget=100000), (DEBIT, CREDIT), APRIL),
    ("", replace(ASSIGNED, volume=A_MONTH), (), DEBIT),
    ("TR321", replace(ASSIGNED, volume=A_MONTH), (), replace(DEBIT, volume=481)),
    ("TR321", replace(ASSIGNED, volume=A_WEEK), (), replace(DEBIT, volume=6 * 120 + 1)),
    ("", replace(ASSIGNED, volume=A_WEEK), (), replace(DEBIT, volume=6 * 120)),
    ("TR322", replace(ASSIGNED, volume=Volume(900, "01", "6")), (DEBIT,), APRIL),
    ("", replace(ASSIGNED, volume=Volume(900, "01", "6")), (DEBIT, CREDIT), APRIL),
    ("TR322", replace(ASSIGNED, ended_on=None, volume=Volume(900, "01", "6")), (DEBIT,), APRIL),
]
TOLD = {"TR321", "TR322", "TR323"}


@pytest.mark.parametrize(
    ("rule", "assigned", "past", "one"), CASES, ids=[f"{place}-{case[0] or 'past'}" for place, case in enumerate(CASES)]
)
def test_a_performance_beside_its_assignment_and_the_past(
    rule: str, assigned: Assigned | None, past: Past, one: Performed
) -> None:
    assert codes(assigned, past, one)[:1] == ([rule] if rule else [])


def test_only_volumes_and_unknown_debits_are_told_and_not_refused() -> None:
    rules = [rule for _code, assigned, past, one in CASES for rule in broken(assigned, past, one)]
    assert {rule.code for rule in rules if not rule.refuses} == TOLD
    assert {code for code, *_rest in CASES} - {""} == {rule.code for rule in rules}


def test_every_rule_says_what_and_why_and_where() -> None:
    for _code, assigned, past, one in CASES:
        for rule in broken(assigned, past, one):
            assert all((rule.field, rule.what.endswith("."), rule.why.endswith("."), rule.todo))


# The examples of IV077 and IV078: three hours a week, fifteen hours a month.
THREE_A_WEEK, FIFTEEN_A_MONTH = Volume(3, "04", "2"), Volume(15, "04", "4")


@pytest.mark.parametrize(
    ("volume", "category", "first", "last", "hours"),
    [
        (THREE_A_WEEK, "45", date(2022, 10, 11), date(2022, 10, 31), 12),
        (THREE_A_WEEK, "45", date(2022, 11, 1), date(2022, 11, 30), 15),
        (THREE_A_WEEK, "45", date(2022, 12, 1), date(2022, 12, 28), 15),
        (THREE_A_WEEK, "02", date(2021, 10, 12), date(2021, 10, 31), 9),
        (THREE_A_WEEK, "01", date(2022, 11, 1), date(2022, 11, 30), 18),
        (FIFTEEN_A_MONTH, "45", date(2021, 10, 12), date(2021, 10, 31), 15),
        (Volume(2, "04", "1"), "45", date(2022, 11, 1), date(2022, 11, 30), 60),
        (Volume(40, "04", "6"), "45", date(2022, 11, 1), date(2022, 11, 30), None),
        (Volume(300, "83", "2"), "45", date(2022, 11, 1), date(2022, 11, 30), None),
        (Volume(1, "82", "4"), "45", date(2022, 11, 1), date(2022, 11, 30), None),
        (Volume(4, "84", "4"), "45", date(2022, 11, 1), date(2022, 11, 30), 4),
    ],
)
def test_the_most_in_one_period(volume: Volume, category: str, first: date, last: date, hours: int | None) -> None:
    unit = 60 if volume.unit == "04" else 1
    assert most_in(volume, category, first, last) == (None if hours is None else hours * unit)


@pytest.mark.parametrize(
    ("volume", "first", "last", "amount"),
    [
        (THREE_A_WEEK, date(2022, 10, 11), date(2022, 12, 28), 12 * 3 * 60),
        (THREE_A_WEEK, date(2022, 7, 11), date(2022, 9, 4), 8 * 3 * 60),
        (THREE_A_WEEK, date(2022, 7, 11), None, None),
        (FIFTEEN_A_MONTH, date(2021, 10, 12), date(2021, 12, 13), 3 * 15 * 60),
        (Volume(300, "83", "2"), date(2022, 10, 11), date(2022, 12, 31), 12 * 300),
        (Volume(40, "14", "6"), date(2022, 10, 11), None, 40),
    ],
)
def test_the_most_over_an_assignment(volume: Volume, first: date, last: date | None, amount: int | None) -> None:
    assert most_over(volume, first, last) == amount


@given(st.dates(date(2021, 1, 1), date(2030, 1, 1)), st.integers(0, 30), st.sampled_from(["1", "2", "4"]))
def test_a_period_within_an_assignment_allows_no_more_than_the_assignment(first: date, days: int, often: str) -> None:
    volume, last = Volume(7, "01", often), date.fromordinal(first.toordinal() + days)
    ends = date.fromordinal(last.toordinal() + 40)
    in_period, in_all = most_in(volume, "45", first, last), most_over(volume, first, ends)
    assert in_period is not None
    assert in_all is not None
    assert 7 <= in_period <= in_all


def test_hours_may_be_declared_in_minutes_and_not_the_other_way() -> None:
    assert fits("04", "01")
    assert fits("04", "04")
    assert not fits("01", "04")
    assert not fits("84", "82")
