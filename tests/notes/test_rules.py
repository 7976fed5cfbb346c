"""What a note begins with, and what it must hold."""

from datetime import date

import pytest

from kring.ground.shared.levels import Level
from kring.practice.notes.rules import Usual, can_be_held, can_say, can_stand_at, follow_up, usual

TODAY = date(2026, 11, 1)
FILE = (Level.SHARED_PLAN, Level.DOMAIN_FILE)


@pytest.mark.parametrize(
    ("laws", "levels", "expected"),
    [
        ([], FILE, Usual("", Level.SHARED_PLAN)),
        (["wmo"], FILE, Usual("wmo", Level.DOMAIN_FILE)),
        (["jeugdwet", "wmo"], FILE, Usual("jeugdwet", Level.DOMAIN_FILE)),
        (["wmo"], FILE[:1], Usual("wmo", Level.SHARED_PLAN)),
    ],
)
def test_law_and_level_come_from_the_function_of_the_writer(
    laws: list[str], levels: tuple[Level, ...], expected: Usual
) -> None:
    assert usual(laws, levels) == expected


@pytest.mark.parametrize(("day", "allowed"), [(31, True), (1, True), (2, False)])
def test_a_contact_that_is_still_to_come_is_a_task(day: int, allowed: bool) -> None:
    assert bool(can_be_held(date(2026, 10 if day == 31 else 11, day), TODAY)) == allowed


@pytest.mark.parametrize(
    ("said", "agreed", "allowed"),
    [("Gebeld.", "", True), ("", "Dinsdag weer.", True), (" ", "", False), ("x" * 4001, "", False)],
)
def test_something_was_said_or_agreed(said: str, agreed: str, allowed: bool) -> None:
    assert bool(can_say(said, agreed)) == allowed


@pytest.mark.parametrize(
    ("law", "level", "allowed"),
    [("wmo", 2, True), ("", 1, True), ("jeugdwet", 2, False), ("wmo", 3, False)],
)
def test_a_law_of_the_own_function_at_a_level_that_one_reads(law: str, level: int, allowed: bool) -> None:
    assert bool(can_stand_at(law, Level(level), ["wmo"], FILE)) == allowed


def test_what_stands_in_a_file_does_not_go_along_into_a_task() -> None:
    assert follow_up("Gebeld.", "Dinsdag\n weer.", Level.SHARED_PLAN) == "Dinsdag weer."
    assert follow_up("Gebeld.", "", Level.SHARED_PLAN) == "Gebeld."
    assert follow_up("Gebeld.", "Dinsdag weer.", Level.DOMAIN_FILE) == ""
