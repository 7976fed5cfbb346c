"""A household is family at one full address: properties that hold for whatever people and ties."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from kring.practice.households.rules.formation import Dweller, Home, continued, households

HOMES = [Home("1781AB", "12"), Home("1781AB", "12", "a"), Home("1781AC", "3"), None]
PEOPLE = range(12)

dwellers = st.lists(
    st.builds(Dweller, st.sampled_from(PEOPLE), st.sampled_from(HOMES), st.booleans()),
    unique_by=lambda dweller: dweller.person,
)
ties = st.lists(st.tuples(st.sampled_from(PEOPLE), st.sampled_from(PEOPLE)))


@given(dwellers, ties)
def test_everyone_with_a_full_address_is_in_one_household_and_nobody_else_is(
    people: list[Dweller[int]], tied: list[tuple[int, int]]
) -> None:
    members = [person for group in households(people, tied) for person in group]
    assert sorted(members) == sorted(dweller.person for dweller in people if dweller.home)


@given(dwellers, ties)
def test_a_household_has_one_address(people: list[Dweller[int]], tied: list[tuple[int, int]]) -> None:
    home = {dweller.person: dweller.home for dweller in people}
    assert all(len({home[person] for person in group}) == 1 for group in households(people, tied))


@given(dwellers)
def test_an_address_alone_makes_no_household(people: list[Dweller[int]]) -> None:
    assert all(len(group) == 1 for group in households(people, []))


@given(ties)
def test_a_tie_alone_makes_no_household(tied: list[tuple[int, int]]) -> None:
    """Everybody at a home of his own."""
    apart = [Dweller(person, Home("1781AB", str(person + 1))) for person in PEOPLE]
    assert all(len(group) == 1 for group in households(apart, tied))


@given(ties)
def test_without_a_full_address_there_is_no_household_at_all(tied: list[tuple[int, int]]) -> None:
    assert households([Dweller(person, None) for person in PEOPLE], tied) == ()


@given(dwellers, ties, st.randoms())
def test_the_order_of_people_and_ties_makes_no_difference(
    people: list[Dweller[int]], tied: list[tuple[int, int]], random: Random
) -> None:
    before = set(households(people, tied))
    random.shuffle(people)
    random.shuffle(tied)
    assert set(households(people, [(other, one) for one, other in tied])) == before


@given(dwellers, ties, st.tuples(st.sampled_from(PEOPLE), st.sampled_from(PEOPLE)))
def test_one_more_tie_never_parts_people(
    people: list[Dweller[int]], tied: list[tuple[int, int]], more: tuple[int, int]
) -> None:
    after = households(people, [*tied, more])
    assert all(any(group <= larger for larger in after) for group in households(people, tied))


@given(dwellers, ties, st.dictionaries(st.sampled_from(PEOPLE), st.sampled_from("ABC")))
def test_a_household_goes_on_in_one_group_at_most_and_only_where_it_lived(
    people: list[Dweller[int]], tied: list[tuple[int, int]], present: dict[int, str]
) -> None:
    answer = continued(households(people, tied), present)
    going_on = [house for house in answer.values() if house]
    assert len(going_on) == len(set(going_on))
    assert all(house is None or house in {present.get(person) for person in group} for group, house in answer.items())


@given(dwellers, ties)
def test_when_nothing_changed_every_household_goes_on(people: list[Dweller[int]], tied: list[tuple[int, int]]) -> None:
    groups = households(people, tied)
    present = {person: f"huis {min(group)}" for group in groups for person in group}
    assert continued(groups, present) == {group: f"huis {min(group)}" for group in groups}


def test_the_larger_part_of_a_household_that_splits_goes_on() -> None:
    mother_and_children, father = frozenset({"Sanne", "Daan", "Lot"}), frozenset({"Erik"})
    present = dict.fromkeys(["Sanne", "Daan", "Lot", "Erik"], "Dijk 12")
    assert continued([father, mother_and_children], present) == {mother_and_children: "Dijk 12", father: None}


def test_the_spelling_of_an_addition_does_not_count() -> None:
    assert Home.of("1781 ab", "12", "A-bis") == Home.of("1781AB", "012", "a bis")
    assert Home.of("1781AB", "12", "a") != Home.of("1781AB", "12")
    assert Home.of("1781AB", "") is None
