"""Who can be written down as a professional round a family."""

from datetime import date

import pytest

from kring.ground.access.party_rules import can_be_party, can_change, can_last, same_person

JAN, MAY, SEP = date(2026, 1, 1), date(2026, 5, 1), date(2026, 9, 1)
RALPH = ("Ralph Vermeer", "GGZ Waard")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (RALPH, ("ralph  vermeer", "GGZ waard"), True),
        (("Karin Prins", "Gemeente Zeewaard"), ("Karin Prins", "Zeewaard"), True),
        (RALPH, ("Ralph Vermeer", "Wijkteam"), False),
        (RALPH, ("Ralf Vermeer", "GGZ Waard"), False),
    ],
)
def test_one_professional_however_it_is_spelled(one: tuple[str, str], other: tuple[str, str], same: bool) -> None:
    assert (same_person(*one) == same_person(*other)) is same


@pytest.mark.parametrize(
    ("name", "phone", "others", "says"),
    [
        ("Ralph Vermeer", "", [], ""),
        ("Ralph Vermeer", "088 000 13 03", [("Loes Keizer", "")], ""),
        (" ", "", [], "Schrijf de naam op"),
        ("Ralph Vermeer", "bellen na vijven", [], "geen telefoonnummer"),
        ("Ralph Vermeer", "", [RALPH], "staat er al"),
    ],
)
def test_a_person_by_name_and_not_twice(name: str, phone: str, others: list[tuple[str, str]], says: str) -> None:
    verdict = can_be_party(name, "GGZ Waard", phone, others)
    assert (bool(verdict), says in str(verdict.reason or "")) == (not says, True)


@pytest.mark.parametrize(
    ("since", "until", "fits"), [(JAN, None, True), (JAN, MAY, True), (MAY, MAY, False), (SEP, None, False)]
)
def test_from_one_day_until_another(since: date, until: date | None, fits: bool) -> None:
    assert bool(can_last(since, until, MAY)) is fits


@pytest.mark.parametrize(
    ("works_along", "is_withdrawn", "fits"), [(False, False, True), (True, False, False), (False, True, False)]
)
def test_who_works_along_is_ended_where_the_rights_are(works_along: bool, is_withdrawn: bool, fits: bool) -> None:
    assert bool(can_change(works_along=works_along, is_withdrawn=is_withdrawn)) is fits
