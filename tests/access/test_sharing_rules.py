"""Which ground carries what, from which day (BR-089, BR-090), and how a sharing decision lives (handbook §3.3)."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kring.ground.access import sharing_rules as rules
from kring.ground.access.models import SharingGround
from kring.ground.access.sharing_rules import (
    GROUNDS,
    TRANSITIONS,
    Moments,
    Sharing,
    SharingState,
    can_become,
    can_share,
    can_state_reasons,
    can_stop,
    grounds_on,
    state_of,
)
from tests.conftest import TODAY

DAY = TODAY.date()
WMO, YOUTH, BOTH = frozenset({"wmo"}), frozenset({"jeugdwet"}), frozenset({"wmo", "jeugdwet"})
ACROSS = "alleen met uitdrukkelijke toestemming"
ONLY_YOUTH = "alleen voor gegevens van de Jeugdwet"


@pytest.mark.parametrize(
    ("ground", "law", "works_under", "reason"),
    [
        ("wmo_5_1_1_4", "jeugdwet", WMO, ""),
        ("wmo_5_1_1_4", "schuldhulp", WMO, ""),
        ("jw_7_3_11", "jeugdwet", WMO, ACROSS),
        ("statutory", "participatiewet", WMO, ACROSS),
        ("statutory", "schuldhulp", YOUTH, ACROSS),
        ("vital", "schuldhulp", WMO, ""),
        ("wmo_5_2_6", "jeugdwet", WMO, ""),
        ("jw_7_3_11", "jeugdwet", YOUTH, ""),
        ("jw_7_3_11", "jeugdwet", BOTH, ""),
        ("jw_7_3_11", "jeugdwet", frozenset(), ""),
        ("jw_7_3_11", "wmo", WMO, ONLY_YOUTH),
        ("jw_7_3_11", "", frozenset(), ONLY_YOUTH),
        ("jw_7_3_11_2", "jeugdwet", YOUTH, ""),
        ("jw_7_3_11_2", "jeugdwet", WMO, "Rechtstreeks betrokken"),
        ("statutory", "leerplicht", WMO, ""),
        ("wmo_5_1_1_4", "", WMO, ""),
        ("wams", "jeugdwet", WMO, "geldt nu niet"),
    ],
)
def test_a_ground_carries_a_law_to_the_work_of_another(
    ground: str, law: str, works_under: frozenset[str], reason: str
) -> None:
    verdict = can_share(Sharing(ground, law, works_under), DAY)
    assert bool(verdict) is not bool(reason)
    assert reason in str(verdict.reason)


def test_the_wams_is_off_and_comes_on_by_a_day() -> None:
    on = tuple(replace(one, since=date(2027, 1, 1)) if one.code == rules.WAMS else one for one in GROUNDS)
    wanted = Sharing(rules.WAMS, "schuldhulp", WMO)
    assert rules.WAMS not in grounds_on(DAY)
    assert not can_share(wanted, date(2026, 12, 31), on)
    assert can_share(wanted, date(2027, 1, 1), on)
    assert rules.WAMS in grounds_on(date(2027, 1, 1), on)


def test_a_ground_that_ends_holds_until_that_day() -> None:
    ended = tuple(replace(one, until=date(2026, 7, 1)) if one.code == rules.CONSENT else one for one in GROUNDS)
    assert rules.CONSENT in grounds_on(date(2026, 6, 30), ended)
    assert rules.CONSENT not in grounds_on(date(2026, 7, 1), ended)


def test_every_ground_of_the_form_stands_in_the_table_with_its_days() -> None:
    assert {one.code for one in GROUNDS} == set(SharingGround.values)


@pytest.mark.parametrize("missing", range(3))
def test_purpose_necessity_and_proportionality_are_asked_always(missing: int) -> None:
    texts = ["één plan", "anders botsen de afspraken", "alleen welke hulp er is"]
    assert can_state_reasons(*texts)
    texts[missing] = " "
    assert not can_state_reasons(*texts)


@pytest.mark.parametrize(("ground", "may"), [("wmo_5_1_1_4", True), ("jw_7_3_11", True), ("statutory", False)])
def test_consent_is_taken_back_and_a_duty_of_the_law_is_not(ground: str, may: bool) -> None:
    assert bool(can_stop(ground)) is may


STAGES = [
    (Moments(), SharingState.CONCEPT),
    (Moments(taken_at=TODAY), SharingState.TAKEN),
    (Moments(taken_at=TODAY, informed_on=DAY), SharingState.TOLD),
    (Moments(taken_at=TODAY - timedelta(days=2), ended_at=TODAY), SharingState.EXPIRED),
    (Moments(taken_at=TODAY - timedelta(days=2), ended_at=TODAY, revised_at=TODAY), SharingState.REVISED),
    (Moments(taken_at=TODAY - timedelta(days=2), withdrawn_at=TODAY), SharingState.WITHDRAWN),
    (Moments(withdrawn_at=TODAY), SharingState.WITHDRAWN),
]


@pytest.mark.parametrize(("moments", "state"), STAGES, ids=lambda one: getattr(one, "name", ""))
def test_the_moments_say_where_a_decision_stands(moments: Moments, state: SharingState) -> None:
    assert state_of(moments, TODAY) is state


def test_what_has_ended_does_not_begin_again() -> None:
    for over in (SharingState.EXPIRED, SharingState.WITHDRAWN, SharingState.REVISED):
        assert not any(can_become(over, state) for state in SharingState)
    assert can_become(SharingState.CONCEPT, SharingState.TAKEN)
    assert not can_become(SharingState.CONCEPT, SharingState.REVISED)


def reachable(state: SharingState) -> set[SharingState]:
    return {state}.union(*(reachable(after) for after in TRANSITIONS[state]))


moments = st.integers(-300, 300).map(lambda days: TODAY + timedelta(days=days))


@given(
    st.builds(
        Moments,
        taken_at=st.none() | moments,
        informed_on=st.none(),
        ended_at=st.none() | moments,
        withdrawn_at=st.none() | moments,
        revised_at=st.none(),
    ),
    moments,
    moments,
)
def test_time_only_moves_a_decision_forward(given_moments: Moments, one: datetime, other: datetime) -> None:
    earlier, later = sorted((one, other))
    assert state_of(given_moments, later) in reachable(state_of(given_moments, earlier))
