"""Consent of the AVG: who gives it, for what, and until when a yes holds."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from kring.practice.consents.rules.data import (
    LONGEST,
    PURPOSES,
    Purpose,
    UseState,
    can_answer_use,
    can_ask_use,
    purpose_of,
    purposes_on,
    state_on,
    who_consents,
)
from kring.practice.consents.rules.help import Capacity, Said, Voice

TODAY = date(2026, 11, 1)
LATER = TODAY + timedelta(days=1)
ASKED, YES, NO, BACK = Said.ASKED, Said.GIVEN, Said.REFUSED, Said.WITHDRAWN


@pytest.mark.parametrize(
    ("age", "capable", "who"),
    [
        (3, True, Capacity.PARENT),
        (15, True, Capacity.PARENT),
        (16, True, Capacity.SELF),
        (17, False, Capacity.PARENT),
        (18, False, Capacity.REPRESENTATIVE),
        (80, True, Capacity.SELF),
    ],
)
def test_from_sixteen_somebody_consents_alone(age: int, capable: bool, who: Capacity) -> None:
    assert who_consents(age, capable=capable) is who


@pytest.mark.parametrize(
    ("said", "until", "state"),
    [
        ([ASKED], LATER, UseState.ASKED),
        ([YES], LATER, UseState.GIVEN),
        ([YES], TODAY, UseState.EXPIRED),
        ([YES, ASKED], LATER, UseState.SECOND_PARENT),
        ([YES, NO], LATER, UseState.REFUSED),
        ([YES, BACK], LATER, UseState.WITHDRAWN),
        ([BACK], TODAY, UseState.WITHDRAWN),
    ],
)
def test_every_voice_counts_and_a_yes_ends_on_its_day(said: Sequence[Said], until: date, state: UseState) -> None:
    voices = [Voice(f"ouder {number}", Capacity.PARENT, one) for number, one in enumerate(said)]
    assert state_on(voices, until, TODAY) is state


@pytest.mark.parametrize(
    ("last", "said", "state", "may"),
    [
        (ASKED, YES, UseState.ASKED, True),
        (ASKED, NO, UseState.ASKED, True),
        (NO, YES, UseState.REFUSED, True),
        (YES, BACK, UseState.GIVEN, True),
        (YES, BACK, UseState.SECOND_PARENT, True),
        (None, BACK, UseState.GIVEN, True),
        (None, YES, UseState.ASKED, False),
        (None, BACK, UseState.ASKED, False),
        (ASKED, BACK, UseState.ASKED, False),
        (YES, YES, UseState.GIVEN, False),
        (YES, BACK, UseState.EXPIRED, False),
        (ASKED, ASKED, UseState.ASKED, False),
    ],
)
def test_stopping_is_for_whoever_said_yes_and_for_whose_data_they_are(
    last: Said | None, said: Said, state: UseState, may: bool
) -> None:
    assert bool(can_answer_use(last, said, state)) is may


@pytest.mark.parametrize(
    ("details", "until", "says"),
    [
        (" ", LATER, "waar het precies om gaat"),
        ("een foto", TODAY, "Kies een dag na vandaag"),
        ("een foto", TODAY + LONGEST + timedelta(days=1), "binnen twee jaar"),
        ("een foto", TODAY + LONGEST, ""),
    ],
)
def test_it_is_asked_for_one_thing_and_never_for_ever(details: str, until: date, says: str) -> None:
    found = can_ask_use(purpose_of("images"), details, today=TODAY, until=until)
    assert bool(found) is not bool(says)
    assert says in str(found.reason)


def test_a_purpose_that_has_ended_is_asked_no_more() -> None:
    old = Purpose("old", "Oud", "Oud.", "Niets.", "AVG", until=TODAY)
    assert purposes_on(TODAY, (*PURPOSES, old)) == PURPOSES
    assert not can_ask_use(old, "iets", today=TODAY, until=LATER)


def test_every_purpose_says_what_it_is_and_what_stops() -> None:
    assert [one.code for one in PURPOSES if not (one.meaning.endswith(".") and one.stops.endswith("."))] == []
    assert len({one.code for one in PURPOSES}) == len(PURPOSES)


def test_an_unknown_purpose_is_no_purpose() -> None:
    with pytest.raises(ValueError, match="Onbekend doel"):
        purpose_of("reclame")
