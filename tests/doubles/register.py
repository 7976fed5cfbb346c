"""A register of invented people in households: Dutch, Turkish, Moroccan, Polish, Surinamese and Eritrean names.

The same seed gives the same people.
"""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

Surname = tuple[str, str]


def _surname(name: str) -> Surname:
    """`van den Berg` is a prefix and a name."""
    prefix, _space, own = name.rpartition(" ")
    return prefix, own


PREFIXES = ("van", "de", "van der", "van den", "den", "ter", "ten", "van de", "'t", "in 't")
NAMES = json.loads((Path(__file__).parent / "names.json").read_text(encoding="utf-8"))
STEMS = NAMES["stems"].split()
ENDINGS = NAMES["endings"].split(",")
FREQUENT = [_surname(name) for name in NAMES["frequent"].split(",")]
ELSEWHERE = [_surname(name) for name in NAMES["elsewhere"].split(",")]
GIVEN: dict[str, list[str]] = {sex: names.split() for sex, names in NAMES["given"].items()}
GIVEN_ELSEWHERE: dict[str, list[str]] = {sex: names.split() for sex, names in NAMES["given_elsewhere"].items()}
LETTERS = "ABCDEFGHJKLMNPRSTVWXZ"


@dataclass(frozen=True, slots=True)
class Human:
    """Someone of the register. `partner` is the surname of the partner, who may be called by it."""

    number: int
    given: str
    prefix: str
    surname: str
    sex: str
    born: date
    postcode: str
    house: int
    partner: str = ""

    @property
    def full_surname(self) -> str:
        return f"{self.prefix} {self.surname}".strip()

    @property
    def surnames(self) -> str:
        return f"{self.full_surname}-{self.partner}" if self.partner else self.full_surname


@dataclass(slots=True)
class Town:
    """Where people are invented: postcodes of some fifteen homes, and surnames as rare and frequent as they are."""

    people: int
    chance: random.Random
    surnames: list[Surname] = field(init=False)
    shares: list[float] = field(init=False)
    postcodes: list[str] = field(init=False)

    def __post_init__(self) -> None:
        built = [(self._prefix(), stem + end) for stem in STEMS for end in ENDINGS]
        self.chance.shuffle(built)
        self.surnames = [*FREQUENT, *built, *ELSEWHERE]
        dutch = [1 / (place + 3) ** 0.7 for place in range(len(self.surnames) - len(ELSEWHERE))]
        share = sum(dutch) / 0.86 * 0.14 / len(ELSEWHERE)
        self.shares = list(accumulate([*dutch, *[share] * len(ELSEWHERE)]))
        self.postcodes = [self._new_postcode() for _ in range(max(50, self.people // 40))]

    def _prefix(self) -> str:
        return self.chance.choice(PREFIXES) if self.chance.random() < 0.3 else ""

    def _new_postcode(self) -> str:
        return f"{self.chance.randint(1000, 9999)}{self.chance.choice(LETTERS)}{self.chance.choice(LETTERS)}"

    def surname(self) -> Surname:
        return self.chance.choices(self.surnames, cum_weights=self.shares)[0]

    def home(self) -> tuple[str, int]:
        return self.chance.choice(self.postcodes), self.chance.randint(1, 180)

    def given(self, sex: str, surname: Surname) -> str:
        elsewhere = surname in ELSEWHERE and self.chance.random() < 0.85
        first = self.chance.choice((GIVEN_ELSEWHERE if elsewhere else GIVEN)[sex])
        more = self.chance.random()
        return first if more < 0.6 else f"{first} {self.chance.choice(GIVEN[sex])}"


def make_register(people: int, seed: int = 7) -> list[Human]:
    """Households of one to five; partners may be called by each other's name, children have one of the two."""
    town = Town(people, random.Random(seed))
    found: list[Human] = []
    while len(found) < people:
        found += _household(town, len(found))
    return found[:people]


def _household(town: Town, start: int) -> Iterator[Human]:
    chance = town.chance
    size = chance.choices((1, 2, 3, 4, 5), weights=(39, 33, 12, 12, 4))[0]
    own, other, (postcode, house) = town.surname(), town.surname(), town.home()
    sex = chance.choice("MV")
    for place in range(size):
        surname = other if place == 1 else own
        age = chance.randint(22, 88) if place < 2 else chance.randint(0, 20)
        sex = {"M": "V", "V": "M"}[sex] if place == 1 else chance.choice("MV") if place else sex
        partner = " ".join(own).strip() if place == 1 and sex == "V" else ""
        born = date(2026, 1, 1) - timedelta(days=age * 365 + chance.randint(0, 364))
        given = town.given(sex, surname)
        yield Human(start + place, given, surname[0], surname[1], sex, born, postcode, house, partner)
