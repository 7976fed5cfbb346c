"""Invented streets with postcodes that no town has (9995–9998), and the addresses given out in them."""

from dataclasses import dataclass

from kring.demo.data import read
from kring.demo.model import Home


@dataclass(frozen=True, slots=True)
class Quarter:
    """A neighbourhood in an area: its streets with their postcodes, and where it lies (metres, RD)."""

    code: str
    name: str
    area: str
    x: int
    y: int
    streets: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A municipality with its neighbourhoods."""

    code: str
    name: str
    quarters: tuple[Quarter, ...]


def places() -> dict[str, Place]:
    """By name. The last four take part in the pilot of 2018 only."""
    return {town["name"]: Place(town["code"], town["name"], _quarters(town["quarters"])) for town in read("towns")}


def _quarters(given: list[dict[str, object]]) -> tuple[Quarter, ...]:
    return tuple(
        Quarter(
            str(each["code"]),
            str(each["name"]),
            str(each["area"]),
            int(str(each["x"])),
            int(str(each["y"])),
            tuple((street, postcode) for street, postcode in each["streets"]),  # type: ignore[attr-defined]
        )
        for each in given
    )


class Homes:
    """Gives out addresses, each to one household."""

    def __init__(self) -> None:
        self._next: dict[str, int] = {}
        self._taken: set[tuple[str, int]] = set()

    def at(self, place: Place, street: str, number: int, postcode: str) -> Home:
        """This very address. One in a street that the town's list does not have is a secret address."""
        self._taken.add((postcode, number))
        for quarter in place.quarters:
            if (street, postcode) in quarter.streets:
                return _home(place, quarter, street, number)
        return Home(place.code, place.name, street, number, postcode, listed=False)

    def free(self, place: Place, quarter: Quarter, turn: int) -> Home:
        """The next free address in one of the quarter's streets; `turn` says which."""
        street, postcode = quarter.streets[turn % len(quarter.streets)]
        number = self._next.get(postcode, 1)
        while (postcode, number) in self._taken:
            number += 1
        self._next[postcode] = number + 1
        self._taken.add((postcode, number))
        return _home(place, quarter, street, number)


def _home(place: Place, quarter: Quarter, street: str, number: int) -> Home:
    along = [name for name, _postcode in quarter.streets].index(street)
    x, y = quarter.x + along * 140 + number % 2 * 12, quarter.y + number * 6
    return Home(place.code, place.name, street, number, quarter.streets[along][1], quarter.code, x, y)
