"""The people and help of the demo world, before they are files: the ten families count as in the handbook's table."""

from datetime import date, timedelta

import pytest

from kring.demo.data import read
from kring.demo.days import REFERENCE, Days, weeks_until
from kring.demo.families import Family
from kring.demo.model import Price
from kring.demo.pilot import JEUGDWET, WMO
from kring.demo.world import World, make_world
from kring.exchange.bsn import passes_eleven_test
from tests.demo.files import world


@pytest.fixture(scope="module")
def made() -> World:
    return world()


TABLE = {
    # family: (persons, provisions, professionals, euros a year, once, unknown costs)
    "F01": (5, 7, 9, 32_200, 0, 0),
    "F02": (4, 5, 7, 18_000, 0, 1),
    "F03": (4, 4, 6, 9_900, 0, 1),
    "F04": (4, 4, 6, 26_800, 0, 1),
    "F05": (2, 5, 7, 22_000, 0, 1),
    "F06": (4, 4, 8, 37_300, 0, 0),
    "F07": (5, 5, 9, 27_800, 0, 1),
    "F08": (3, 3, 4, 5_400, 0, 2),
    "F09": (4, 6, 13, 15_600, 14_500, 2),
    "F10": (4, 2, 3, 3_300, 0, 1),
}


@pytest.mark.parametrize("family", TABLE)
def test_a_family_counts_as_in_the_handbook(made: World, family: str) -> None:
    found = next(each for each in made.families if each.id == family)
    assert _counts(found) == TABLE[family]


def _counts(family: Family) -> tuple[int, ...]:
    known = [care.amount for care in family.cares if care.amount.price is Price.KNOWN]
    helping = {(one.name, one.organisation or care.provider) for care in family.cares for one in care.helping}
    return (
        len(family.humans),
        len(family.cares),
        len(helping),
        sum(amount.per_year or 0 for amount in known),
        sum(amount.once or 0 for amount in known),
        sum(care.amount.price is Price.UNKNOWN for care in family.cares),
    )


def test_the_ten_families_together_are_those_of_the_handbook(made: World) -> None:
    ten = [_counts(family) for family in made.families if family.id in TABLE]
    assert [sum(column) for column in zip(*ten, strict=True)] == [39, 45, 72, 198_300, 14_500, 10]


def test_nineteen_of_them_are_minors(made: World) -> None:
    ten = [human for family in made.families if family.id in TABLE for human in family.humans]
    assert sum(human.is_minor_on(REFERENCE) for human in ten) == 19


def test_every_bsn_passes_the_eleven_test_and_belongs_to_one_person(made: World) -> None:
    numbers = [human.bsn for human in made.humans.values()]
    assert all(passes_eleven_test(number) and number.startswith("9999") for number in numbers)
    assert len(set(numbers)) == len(numbers)


def test_there_are_some_450_generated_households(made: World) -> None:
    homes = {human.home for human in made.humans.values() if human.ref.startswith("H")}
    assert 440 <= len(homes) <= 500


def test_no_two_households_share_an_address(made: World) -> None:
    """Who lives at one address is family: a mistake here would make strangers one household."""
    by_home: dict[object, set[str]] = {}
    for human in made.humans.values():
        by_home.setdefault(human.home, set()).add(human.ref[:-1])
    assert [home for home, groups in by_home.items() if len(groups) > 1] == []


def test_most_households_have_little_help_and_some_have_three_to_five_laws(made: World) -> None:
    laws: dict[str, set[str]] = {human.ref[:-1]: set() for human in made.humans.values() if human.ref.startswith("H")}
    for town in made.towns[:2]:
        for care in town.cares:
            if care.person.startswith("H"):
                laws[care.person[:-1]].add(care.law)
    sizes = [len(found) for found in laws.values()]
    assert sum(size <= 2 for size in sizes) > 0.75 * len(sizes)
    assert sum(size >= 3 for size in sizes) >= 15
    assert max(sizes) == 5


def test_parents_are_older_than_their_children(made: World) -> None:
    gaps = [
        (human.born - made.humans[parent].born).days / 365.25
        for human in made.humans.values()
        for parent in human.parents
    ]
    assert min(gaps) > 15


class TestPilot:
    """24 Jeugd and 11 Wmo make 35: 4 Texel, 5 Schagen, 5 Hollands Kroon, 21 Den Helder."""

    def test_counts_deelnames_as_the_letter_does(self, made: World) -> None:
        assert [sum(client.domain == domain for client in made.clients) for domain in (JEUGDWET, WMO)] == [24, 11]
        towns = ("Texel", "Schagen", "Hollands Kroon", "Den Helder")
        assert [sum(client.town == town for client in made.clients) for town in towns] == [4, 5, 5, 21]

    def test_counting_households_gives_another_number(self, made: World) -> None:
        assert len({client.human.home for client in made.clients}) == 33

    def test_counting_laws_gives_another_number(self, made: World) -> None:
        refs = {client.human.ref for client in made.clients}
        used = {(care.person, care.law) for town in made.towns for care in town.cares if care.person in refs}
        assert len(used) >= 35 + 6

    def test_one_client_takes_part_once(self, made: World) -> None:
        assert len({client.human.ref for client in made.clients}) == 35


class TestWeeks:
    """At `--fresh` the world moves by whole weeks, so that 1 November 2026 is today or a few days ago."""

    @pytest.mark.parametrize(
        ("today", "weeks"),
        [
            (REFERENCE, 0),
            (date(2026, 11, 7), 0),
            (date(2026, 11, 8), 1),
            (date(2026, 10, 31), -1),
            (date(2028, 2, 29), 69),
        ],
    )
    def test_the_world_moves_by_whole_weeks(self, today: date, weeks: int) -> None:
        assert weeks_until(today) == weeks
        assert 0 <= (today - Days(weeks).today).days < 7

    def test_ages_hold(self, made: World) -> None:
        later = make_world(Days(60))
        assert {ref: human.is_minor_on(Days(60).today) for ref, human in later.humans.items()} == {
            ref: human.is_minor_on(REFERENCE) for ref, human in made.humans.items()
        }

    def test_everybody_was_born_so_many_weeks_later(self, made: World) -> None:
        later = make_world(Days(3))
        moved = {later.humans[ref].born - human.born for ref, human in made.humans.items()}
        assert moved == {timedelta(weeks=3)}

    def test_dates_inside_a_sentence_move_too(self) -> None:
        assert Days(1).text("Open vóór 28-12-2026 (20 van de 21).") == "Open vóór 4-1-2027 (20 van de 21)."


def test_men_and_women_have_names_of_their_own_and_nobody_s_name_is_there_twice() -> None:
    women, men = read("names")["women"], read("names")["men"]
    assert set(women).isdisjoint(men)
    assert [len(set(names)) for names in (women, men)] == [len(women), len(men)]
