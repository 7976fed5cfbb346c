"""What a genogram makes of ties: couples, children with one parent or four, twins, and who is told otherwise."""

from dataclasses import replace
from uuid import UUID

import pytest

from kring.draw import Bond, Ending, Tie
from kring.practice.drawings.rules.family import (
    KinLine,
    Relative,
    contradictory,
    drawn_ties,
    first_names,
    unions,
)
from kring.practice.drawings.rules.keeping import Aside, fingerprint, moved, settled

MARLOES, STEFAN, FINN, LOTTE, TRUUS, WIL = (UUID(int=number) for number in range(1, 7))
ROW = UUID(int=99)
REGISTERED = KinLine((STEFAN, FINN), "parent")
COUPLE = KinLine((MARLOES, STEFAN), "partner", since=2012)


def parent(one: UUID, child: UUID, bond: str = "birth") -> KinLine:
    return KinLine((one, child), "parent", ROW, bond=bond)


def test_the_register_has_partners_both_ways_and_they_are_drawn_once() -> None:
    back = KinLine((STEFAN, MARLOES), "partner", since=2012)
    [union] = unions(drawn_ties((COUPLE, back)))
    assert (union.tie, union.since) == (Tie.MARRIED, 2012)


def test_what_was_told_goes_before_the_register() -> None:
    told = KinLine((MARLOES, STEFAN), "partner", ROW, together="cohabiting", ending="separated", since=2012, until=2024)
    [union] = unions(drawn_ties((COUPLE, told)))
    assert (union.tie, union.ending, union.until) == (Tie.COHABITING, Ending.SEPARATED, 2024)


def test_what_somebody_contradicts_is_not_drawn() -> None:
    assert drawn_ties((REGISTERED, replace(REGISTERED, row=ROW, denies=True))) == ()


@pytest.mark.parametrize(("late", "ending"), [(set(), Ending.DIVORCED), ({STEFAN}, Ending.WIDOWED)])
def test_the_register_says_that_a_marriage_ended_and_a_death_says_how(late: set[UUID], ending: Ending) -> None:
    [union] = unions((replace(COUPLE, until=2020),), frozenset(late))
    assert union.ending is ending


def test_parents_who_were_never_together_are_no_couple() -> None:
    [union] = unions((REGISTERED, parent(MARLOES, FINN)))
    assert (union.tie, len(union.partners)) == (Tie.PARENTS, 2)


def test_a_child_has_birth_and_foster_parents_at_once() -> None:
    found = unions((parent(MARLOES, FINN), parent(TRUUS, FINN, "foster"), parent(WIL, FINN, "foster")))
    assert {(len(union.partners), union.children[0].bond) for union in found} == {(1, Bond.BIRTH), (2, Bond.FOSTER)}


def test_a_couple_that_came_back_together_has_its_children_once() -> None:
    again = KinLine((MARLOES, STEFAN), "partner", UUID(int=98), "married", since=2020)
    first = KinLine((MARLOES, STEFAN), "partner", ROW, "married", "divorced", since=2008, until=2015)
    found = unions(drawn_ties((first, again, parent(MARLOES, FINN), parent(STEFAN, FINN))))
    assert [len(union.children) for union in found] == [0, 1]


def test_twins_share_a_mark() -> None:
    twins = KinLine((FINN, LOTTE), "twin", ROW, identical=True)
    [union] = unions((parent(MARLOES, FINN), parent(MARLOES, LOTTE), twins))
    assert len({(child.twin, child.identical) for child in union.children}) == 1


def test_an_own_ancestor_is_a_contradiction() -> None:
    assert contradictory((parent(STEFAN, FINN), parent(FINN, STEFAN)))
    assert not contradictory((parent(TRUUS, STEFAN), parent(STEFAN, FINN)))


def test_members_go_by_their_first_name_unless_two_have_it() -> None:
    people = (
        Relative(MARLOES, "Marloes Bakker", "moeder", is_member=True),
        Relative(STEFAN, "Jan de Wit", "vader", is_member=True),
        Relative(FINN, "Jan Bakker", "kind", is_member=True),
        Relative(TRUUS, "oma Truus", "oma"),
    )
    assert list(first_names(people).values()) == ["Marloes", "Jan de Wit", "Jan Bakker", "oma Truus"]


@pytest.mark.parametrize(
    ("who", "way", "row"),
    [("b", Aside.LEFT, ("b", "a", "c")), ("b", Aside.RIGHT, ("a", "c", "b")), ("a", Aside.LEFT, ("a", "b", "c"))],
)
def test_somebody_moves_one_place_in_the_own_row(who: str, way: Aside, row: tuple[str, ...]) -> None:
    assert moved([["x", "y"], ["a", "b", "c"]], who, way) == (("x", "y"), row)


def test_how_somebody_put_people_goes_before_how_they_were_drawn() -> None:
    before = ((str(FINN), str(LOTTE)),)
    assert settled({}, before, (LOTTE, FINN)) == (str(FINN), str(LOTTE))
    assert settled({FINN: 5, LOTTE: 2, TRUUS: 1}, before, (LOTTE, FINN)) == (str(LOTTE), str(FINN))


def test_a_fingerprint_is_of_everything_that_is_drawn() -> None:
    assert fingerprint(COUPLE) == fingerprint(replace(COUPLE))
    assert fingerprint(COUPLE) != fingerprint(replace(COUPLE, since=2013))
