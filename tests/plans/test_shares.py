"""Shares per kind of doer add up, and one person's figures never touch another's."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kring.practice.plans.models import ActionState
from kring.practice.plans.rules.shares import shares, steps, voices
from kring.practice.plans.rules.words import DOERS

actions = st.lists(st.tuples(st.sampled_from(DOERS), st.sampled_from(ActionState.values)), max_size=40)
people = st.sampled_from([("Marloes", "family"), ("Stefan", "family"), ("Jorien Smit", "professional")])
lines = st.lists(st.tuples(people, st.integers(0, 10), st.dates(date(2026, 1, 1), date(2026, 3, 1))), max_size=30)


OURS = (("family", "done"), ("network", "agreed"), ("network", "failed"))
COUNTED = [("family", 1, 33), ("network", 2, 67), ("volunteer", 0, 0), ("professional", 0, 0)]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(OURS, COUNTED, id="BR-018 each kind, also who does nothing: passes"),
        pytest.param((*OURS, ("professional", "cancelled")), COUNTED, id="BR-018 cancelled, done by nobody: refused"),
        pytest.param((*OURS, ("professional", "proposed")), COUNTED, id="BR-018 proposed, nobody's yet: refused"),
        pytest.param((*OURS, ("professional", "settled")), COUNTED, id="BR-018 a proposal that was decided: refused"),
        pytest.param((), [], id="BR-018 no actions, no shares"),
    ],
)
def test_the_share_of_each_kind_of_doer(
    given: tuple[tuple[str, str], ...], expected: list[tuple[str, int, int]]
) -> None:
    assert [(share.kind, share.count, share.percent) for share in shares(given)] == expected


@given(actions)
def test_shares_count_everything_once_and_make_a_hundred(given: list[tuple[str, str]]) -> None:
    found = shares(given)
    counted = [kind for kind, state in given if state not in {"cancelled", "proposed", "settled"}]
    assert sum(share.count for share in found) == len(counted)
    assert sum(share.percent for share in found) == (100 if counted else 0)


@pytest.mark.parametrize(
    ("states", "expected"),
    [([], (0, 0)), (["done", "agreed", "cancelled"], (1, 2)), (["failed", "busy"], (0, 2))],
)
def test_steps_of_a_goal(states: list[str], expected: tuple[int, int]) -> None:
    assert steps(states) == expected


def test_a_correction_is_one_more_line_and_the_last_of_a_day_counts() -> None:
    """BR-022: 4 was a slip of the pen, the same day it became 5."""
    [voice] = voices(
        [
            ("Marloes", "family", 2, date(2026, 1, 1)),
            ("Marloes", "family", 4, date(2026, 6, 1)),
            ("Marloes", "family", 5, date(2026, 6, 1)),
        ]
    )
    assert (voice.first, voice.last, voice.last_on, voice.before) == (2, 5, date(2026, 6, 1), 2)


def test_one_figure_has_no_before() -> None:
    [voice] = voices([("Finn", "family", 7, date(2026, 6, 1))])
    assert voice.before is None


@given(lines)
def test_nobodys_figures_are_put_together(given: list[tuple[tuple[str, str], int, date]]) -> None:
    found = voices((giver, kind, value, day) for (giver, kind), value, day in given)
    assert {(voice.giver, voice.kind) for voice in found} == {person for person, _value, _day in given}
    for voice in found:
        own = {value for person, value, _day in given if person == (voice.giver, voice.kind)}
        assert {voice.first, voice.last} <= own
