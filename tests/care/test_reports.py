"""Starts and stops of one assignment, beside each other."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kring.practice.care.rules.breaches import Rule
from kring.practice.care.rules.reports import (
    CURRENT,
    MOVES,
    Course,
    Kind,
    Report,
    State,
    Status,
    arrived,
    course_of,
    judged,
    receive,
    settled,
)
from kring.practice.care.rules.standing import Facts, Standing, on_day, standing

JAN, MARCH, JULY = date(2026, 1, 12), date(2026, 3, 1), date(2026, 7, 1)
START = Report(Kind.START, JAN)
STOP = Report(Kind.STOP, JAN, ended_on=MARCH, reason="31")
PAUSE = Report(Kind.STOP, JAN, ended_on=MARCH, reason="20")


def broken(past: tuple[Report, ...], new: Report, status: Status = Status.NEW) -> str:
    outcome = receive(past, new, status)
    return outcome.code if isinstance(outcome, Rule) else ""


@pytest.mark.parametrize(
    ("past", "new", "rule"),
    [
        ((), START, ""),
        ((START,), START, "TR074"),
        ((START,), Report(Kind.START, JULY), "TR326"),
        ((START, STOP), Report(Kind.START, JULY), ""),
        ((START, PAUSE), Report(Kind.START, JULY), ""),
        ((), STOP, ""),
        ((START,), STOP, ""),
        ((START,), Report(Kind.STOP, JAN, "45", "45A01", MARCH, "31"), "TR382"),
        ((START, STOP), Report(Kind.STOP, JAN, ended_on=JULY, reason="31"), "TR415"),
        ((START, PAUSE), Report(Kind.STOP, JAN, ended_on=JULY, reason="20"), "TR413"),
        ((START, PAUSE), Report(Kind.STOP, JAN, ended_on=JAN, reason="31"), "TR414"),
        ((START, PAUSE), Report(Kind.STOP, JAN, ended_on=JULY, reason="31"), ""),
    ],
)
def test_a_new_report_beside_those_that_are_there(past: tuple[Report, ...], new: Report, rule: str) -> None:
    assert broken(past, new) == rule


@pytest.mark.parametrize(
    ("past", "new", "status", "states"),
    [
        ((START,), START, Status.DELETED, ["withdrawn"]),
        ((START, STOP), STOP, Status.DELETED, ["waiting", "withdrawn"]),
        ((START, STOP), PAUSE, Status.CHANGED, ["waiting", "replaced", "waiting"]),
        ((START,), Report(Kind.START, JULY), Status.CHANGED, ["replaced", "waiting"]),
    ],
)
def test_what_is_changed_or_deleted_stays_in_history(
    past: tuple[Report, ...], new: Report, status: Status, states: list[str]
) -> None:
    after = receive(past, new, status)
    assert not isinstance(after, Rule)
    assert [one.state.value for one in after] == states


@pytest.mark.parametrize("status", [Status.CHANGED, Status.DELETED])
def test_without_an_earlier_report_there_is_nothing_to_change(status: Status) -> None:
    assert broken((STOP,), START, status) == "TR063"


def test_a_stop_without_its_start_waits() -> None:
    assert [one.state for one in settled((STOP,), assigned=True)] == [State.WAITING]
    assert [one.state for one in settled((START, STOP), assigned=True)] == [State.ACTIVE, State.ACTIVE]


def test_a_stop_waits_again_when_its_start_is_withdrawn() -> None:
    gone = Report(Kind.START, JAN, state=State.WITHDRAWN)
    assert [one.state for one in settled((gone, STOP), assigned=True)] == [State.WITHDRAWN, State.WAITING]


spans = st.lists(st.tuples(st.integers(1, 40), st.integers(1, 40)), min_size=1, max_size=4)


def story(lengths: list[tuple[int, int]]) -> list[Report]:
    """Starts and stops one after the other, each after a silence."""
    day, told = JAN, []
    for silence, length in lengths:
        began = day + timedelta(days=silence)
        day = began + timedelta(days=length)
        told += [Report(Kind.START, began), Report(Kind.STOP, began, ended_on=day, reason="31")]
    return told


@given(spans, st.data(), st.booleans())
def test_the_order_in_which_reports_wait_does_not_matter(
    lengths: list[tuple[int, int]], data: st.DataObject, runs: bool
) -> None:
    told = story(lengths)[: -1 if runs else None]
    waiting: tuple[Report, ...] = ()
    for one in data.draw(st.permutations(told)):
        after = arrived(waiting, one, Status.NEW, assigned=False)
        assert not isinstance(after, Rule)
        waiting = after

    fit, unfit = judged(waiting)

    last = told[-1].ended_on
    assert not unfit
    assert course_of(settled(tuple(fit.values()), assigned=True)) == Course(
        told[0].began_on, last, "" if runs else "31"
    )


reports = st.lists(
    st.builds(
        Report,
        st.sampled_from(Kind),
        st.dates(JAN, JULY),
        ended_on=st.dates(JULY, JULY + timedelta(days=30)),
        state=st.sampled_from(State),
    ),
    max_size=6,
)


@given(reports, st.booleans())
def test_a_report_moves_only_as_the_table_says(past: list[Report], assigned: bool) -> None:
    for before, after in zip(past, settled(past, assigned=assigned), strict=True):
        assert after.state is before.state or after.state in MOVES[before.state]


@given(reports, st.booleans())
def test_settling_twice_is_settling_once(past: list[Report], assigned: bool) -> None:
    once = settled(past, assigned=assigned)
    assert settled(once, assigned=assigned) == once


@given(reports)
def test_without_assignment_nothing_counts(past: list[Report]) -> None:
    assert course_of(one for one in settled(past, assigned=False) if one.state in CURRENT) == Course()


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        (Facts(), "assigned"),
        (Facts(began=True), "running"),
        (Facts(began=True, ended=True), "stopped"),
        (Facts(removed=True, began=True, ended=True), "withdrawn"),
    ],
)
def test_where_a_provision_stands(facts: Facts, state: str) -> None:
    assert standing(facts).value == state


@pytest.mark.parametrize(
    ("first", "last", "state"),
    [
        (MARCH, None, Standing.RUNNING),
        (MARCH, MARCH, Standing.RUNNING),
        (JAN, MARCH - timedelta(days=1), Standing.STOPPED),
        (JULY, None, Standing.ASSIGNED),
    ],
)
def test_the_last_day_counts(first: date, last: date | None, state: Standing) -> None:
    assert on_day(first, last, MARCH) is state
