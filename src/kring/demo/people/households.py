"""Households as a town has them: alone, together, one parent, two, three generations, two homes after a parting.

Who lives together is told by address and family tie only, as in the BRP.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from kring.demo.chance import Chance
from kring.demo.days import REFERENCE, Days
from kring.demo.model import Home, Human, Name
from kring.demo.people import names
from kring.demo.people.homes import Homes, Place
from kring.demo.people.numbers import Numbers

A_YEAR = 365.25


class Households:
    """Makes households one after the other; each gets the next number."""

    def __init__(self, days: Days, numbers: Numbers, homes: Homes) -> None:
        self._days = days
        self._numbers = numbers
        self._homes = homes
        self._chance = Chance("households")
        self._made = 0

    def fill(self, place: Place, count: int) -> tuple[tuple[Human, ...], ...]:
        """So many groups of people, spread over the place; one that lives in two homes counts once here."""
        return tuple(self._one(place) for _turn in range(count))

    def of_kind(self, place: Place, kind: str, surname: tuple[str, str] | None = None) -> tuple[Human, ...]:
        self._made += 1
        return _KINDS[kind](_Makings(self, place, surname or names.surname(self._chance)))

    def _one(self, place: Place) -> tuple[Human, ...]:
        return self.of_kind(place, self._chance.weighted(_SHARES))

    def home(self, place: Place) -> Home:
        return self._homes.free(place, self._chance.one(place.quarters), self._chance.number(0, 99))

    def born(self, youngest: int, oldest: int) -> date:
        """Someone of between so many years on the reference day."""
        back = self._chance.number(round(youngest * A_YEAR) + 1, round((oldest + 1) * A_YEAR) - 1)
        return REFERENCE - timedelta(days=back)

    def human(self, letter: str, surname: tuple[str, str], born: date, home: Home, sex: str = "") -> Human:
        chance, sex = self._chance, sex or ("V" if self._chance.happens(50) else "M")
        lives_here = chance.number(60, 20 * 365)
        return Human(
            ref=f"H{self._made:04}{letter}",
            bsn=self._numbers.bsn(),
            name=Name(names.given(chance, sex), surname[0], surname[1]),
            sex=sex,
            born=self._days.day(born),
            home=home,
            since=self._days.day(max(born, REFERENCE - timedelta(days=lives_here))),
            only_year=chance.happens(1),
        )

    @property
    def chance(self) -> Chance:
        return self._chance

    @property
    def today(self) -> date:
        return self._days.today


class _Makings:
    """What one household is made from: a place and a surname; people get their letters in order."""

    def __init__(self, all_households: Households, place: Place, surname: tuple[str, str]) -> None:
        self.of = all_households
        self.place = place
        self.surname = surname
        self.home = all_households.home(place)
        self._letters = iter("abcdefghij")

    def person(self, youngest: int, oldest: int, *, own_name: bool = True, sex: str = "") -> Human:
        surname = self.surname if own_name else names.surname(self.of.chance)
        return self.of.human(next(self._letters), surname, self.of.born(youngest, oldest), self.home, sex)

    def children(self, parents: Sequence[Human], most: int) -> tuple[Human, ...]:
        """Between sixteen and forty years younger than the youngest parent, and still at home."""
        youngest = max(parent.born for parent in parents)
        age = int((self.of.today - youngest).days // A_YEAR)
        refs = tuple(parent.ref for parent in parents)
        return tuple(
            _with_parents(self.person(max(0, age - 40), min(19, max(0, age - 18))), refs, self.of.today)
            for _turn in range(self.of.chance.number(1, most))
        )


def _with_parents(child: Human, refs: tuple[str, ...], today: date) -> Human:
    return replace(child, parents=refs, authority=refs if child.is_minor_on(today) else ())


def _together(one: Human, other: Human) -> tuple[Human, Human]:
    return replace(one, partner=other.ref), replace(other, partner=one.ref)


def _alone(making: _Makings) -> tuple[Human, ...]:
    return (making.person(21, 88),)


def _couple(making: _Makings) -> tuple[Human, ...]:
    one = making.person(27, 84)
    return _together(one, making.person(27, 84, own_name=False))


def _one_parent(making: _Makings) -> tuple[Human, ...]:
    parent = making.person(22, 50, sex="V" if making.of.chance.happens(80) else "M")
    return (parent, *making.children([parent], 3))


def _two_parents(making: _Makings) -> tuple[Human, ...]:
    parents = _together(making.person(25, 52, sex="M"), making.person(25, 50, own_name=False, sex="V"))
    return (*parents, *making.children(parents, 4))


def _three_generations(making: _Makings) -> tuple[Human, ...]:
    grandparent = making.person(66, 86)
    parent = replace(making.person(36, 45), parents=(grandparent.ref,))
    return (grandparent, parent, *making.children([parent], 3))


def _two_homes(making: _Makings) -> tuple[Human, ...]:
    """Parted parents, both with authority; the children are registered with one of them."""
    elsewhere = replace(making.person(28, 50, sex="M"), home=making.of.home(making.place))
    parent = making.person(28, 48, own_name=False, sex="V")
    return (elsewhere, parent, *making.children([elsewhere, parent], 3))


_KINDS: dict[str, Callable[[_Makings], tuple[Human, ...]]] = {
    "alone": _alone,
    "couple": _couple,
    "one parent": _one_parent,
    "two parents": _two_parents,
    "three generations": _three_generations,
    "two homes": _two_homes,
}
_SHARES = (
    ("alone", 30),
    ("couple", 13),
    ("one parent", 21),
    ("two parents", 27),
    ("three generations", 4),
    ("two homes", 5),
)
