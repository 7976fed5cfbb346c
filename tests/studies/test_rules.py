"""The rules of a study in tables: when it runs, who approves and names, and what people are called."""

from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kring.steering.studies.models import StudyState
from kring.steering.studies.rules.naming import (
    ALPHABET,
    NamedMember,
    called,
    family_role,
    household_label,
    pseudonym,
)
from kring.steering.studies.rules.running import (
    APPROVED,
    DRAFT,
    ENDED,
    TRANSITIONS,
    can_approve,
    can_end,
    can_name,
    can_use,
    phase,
)

LONNEKE, MARK = UUID(int=1), UUID(int=2)
FIRST, LAST, TODAY = date(2026, 10, 1), date(2027, 3, 31), date(2026, 11, 1)


def test_the_rules_know_the_same_states_as_the_table() -> None:
    assert set(TRANSITIONS) == set(StudyState.values)


def test_every_state_is_reached_and_the_end_is_final() -> None:
    reached, waiting = {DRAFT}, [DRAFT]
    while waiting:
        for state in TRANSITIONS[waiting.pop()] - reached:
            reached.add(state)
            waiting.append(state)
    assert reached == set(TRANSITIONS)
    assert not TRANSITIONS[ENDED]


@pytest.mark.parametrize(
    ("state", "today", "runs", "where"),
    [
        (DRAFT, TODAY, False, "draft"),
        (APPROVED, date(2026, 9, 30), False, "waiting"),
        (APPROVED, FIRST, True, "running"),
        (APPROVED, LAST, True, "running"),
        (APPROVED, date(2027, 4, 1), False, "over"),
        (ENDED, TODAY, False, "ended"),
    ],
)
def test_a_study_runs_when_approved_between_its_first_and_last_day(
    state: str, today: date, runs: bool, where: str
) -> None:
    verdict = can_use(state, FIRST, LAST, today)
    assert bool(verdict) is runs
    assert runs or verdict.reason
    assert phase(state, FIRST, LAST, today) == where


@pytest.mark.parametrize(
    ("state", "approver", "today", "allowed"),
    [
        (DRAFT, MARK, TODAY, True),
        (DRAFT, LONNEKE, TODAY, False),
        (APPROVED, MARK, TODAY, False),
        (ENDED, MARK, TODAY, False),
        (DRAFT, MARK, date(2027, 4, 1), False),
    ],
    ids=["another person", "the asker", "approved already", "ended", "period is over"],
)
def test_a_draft_is_approved_by_another_person_while_its_period_is_not_over(
    state: str, approver: UUID, today: date, allowed: bool
) -> None:
    assert bool(can_approve(state, LAST, today, asked_by=LONNEKE, approver=approver)) is allowed


@pytest.mark.parametrize(("state", "allowed"), [(DRAFT, True), (APPROVED, True), (ENDED, False)])
def test_a_study_ends_once(state: str, allowed: bool) -> None:
    assert bool(can_end(state)) is allowed


@pytest.mark.parametrize(
    ("namer", "already", "allowed"), [(MARK, False, True), (LONNEKE, False, False), (MARK, True, False)]
)
def test_a_second_person_names_a_household_once(namer: UUID, already: bool, allowed: bool) -> None:
    assert bool(can_name(asked_by=LONNEKE, namer=namer, already=already)) is allowed


@given(st.binary(min_size=1, max_size=64), st.uuids(), st.uuids(), st.uuids())
def test_a_pseudonym_is_the_same_in_one_study_and_another_in_the_next(
    key: bytes, study: UUID, other: UUID, household: UUID
) -> None:
    name = pseudonym(key, study, household)
    assert name == pseudonym(key, study, household)
    assert (name == pseudonym(key, other, household)) is (study == other)
    assert (name == pseudonym(key + b"!", study, household)) is False
    assert len(name) == 11
    assert set(name) - {"-"} <= set(ALPHABET)


def test_people_are_called_by_what_the_year_of_birth_tells() -> None:
    """Who turns 18 in this year is an adult: a study knows no more than the year."""
    years = [("a", 1984), ("b", 1990), ("c", 2008), ("d", 2009), ("e", 2020), ("f", None)]
    assert called(years, TODAY) == {
        "a": "volwassene 1",
        "b": "volwassene 2",
        "c": "volwassene 3",
        "d": "kind 1",
        "e": "kind 2",
        "f": "persoon 1",
    }


def member(
    name: str,
    family: str = "",
    *,
    born: int = 1984,
    sex: str = "",
    parent: bool = False,
    child: bool = False,
    grandparent: bool = False,
) -> NamedMember:
    return NamedMember(UUID(int=3), name, family, born, sex, parent, child, grandparent)


@pytest.mark.parametrize(
    ("who", "role"),
    [
        (member("Marloes de Wit", sex="V", parent=True), "moeder"),
        (member("Karim Bakker", sex="M", parent=True), "vader"),
        (member("Alex Smit", sex="O", parent=True), "ouder"),
        (member("Samira El Amrani", sex="V", parent=True, child=True), "moeder"),
        (member("Fatma Bouzian", sex="V", parent=True, grandparent=True), "grootmoeder"),
        (member("Driss Bouzian", sex="M", parent=True, grandparent=True), "grootvader"),
        (member("Noah de Wit", born=2015, child=True), "kind"),
        (member("Jaylen Pinas", born=2005, child=True), "kind"),
        (member("Milan", born=2016), "kind"),
        (member("Rick van der Laan"), "volwassene"),
    ],
)
def test_a_role_in_the_family_follows_from_ties(who: NamedMember, role: str) -> None:
    assert family_role(who, TODAY) == role


@pytest.mark.parametrize(
    ("members", "label"),
    [
        ([member("Rick van der Laan", "van der Laan")], "Rick van der Laan"),
        ([member("A", "de Wit", parent=True), member("B", "de Wit", child=True)], "Huishouden De Wit"),
        ([member("A", "Bakker"), member("B", "El Amrani")], "Huishouden Bakker – El Amrani"),
        ([member("A", "Bakker"), member("B", "Bakker"), member("C", "Smit", child=True)], "Huishouden Bakker"),
        ([member("A", "Aa"), member("B", "Bb"), member("C", "Cc")], "Huishouden Aa – Bb"),
        ([member("Sandra"), member("Kim", child=True)], "Huishouden Sandra"),
        (
            [
                member("F", "Bouzian", parent=True, grandparent=True),
                member("S", "El Amrani", parent=True, child=True),
                member("N", "El Amrani", child=True),
            ],
            "Huishouden Bouzian – El Amrani",
        ),
    ],
    ids=[
        "one adult",
        "mother and child",
        "two names",
        "a child's other name",
        "three names",
        "no surname known",
        "three generations",
    ],
)
def test_the_name_of_a_dossier(members: list[NamedMember], label: str) -> None:
    assert household_label(members) == label
