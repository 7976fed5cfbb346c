"""Invented families for the genogram, by seed: several partners, half-siblings, twins, adoption and foster care."""

import random
from dataclasses import dataclass, field, replace
from functools import cache

from kring.draw import Drawing, arranged, draw_genogram
from kring.draw.genogram.model import (
    Bond,
    Child,
    Ending,
    GenogramInput,
    Household,
    Person,
    Relation,
    Sex,
    Tie,
    Union,
)
from kring.draw.ties import Quality

NAMES = (
    *("Aya", "Bram", "Cato", "Daan", "Esra", "Fatima", "Gijs", "Hanna", "Ilse", "Jayden", "Karim", "Lisa", "Milan"),
    *("Noor", "Omar", "Petra", "Quinten", "Roos", "Sandra", "Truus", "Umut", "Vera", "Willem-Alexander", "Xander"),
    *("Yasmin", "Zoë", "Anna-Margaretha", "Mohamed", "Henk", "Jo"),
)
THIS_YEAR = 2026
TIES = (Tie.MARRIED, Tie.COHABITING, Tie.TOGETHER)
MOST_PARTNERS = 4
ADULT = 19
SEEDS = range(60)
"""The families of the property tests and the contact sheets."""


@dataclass(slots=True)
class _Making:
    chance: random.Random
    most: int
    persons: list[Person] = field(default_factory=list)
    unions: list[Union] = field(default_factory=list)

    def person(self, born: int, sex: Sex | None = None) -> str:
        key = f"p{len(self.persons)}"
        died = self.chance.randint(max(born, 2000), THIS_YEAR) if self.chance.random() < 0.12 else None
        sex = sex or self.chance.choice((Sex.MALE, Sex.FEMALE, Sex.MALE, Sex.FEMALE, Sex.OTHER))
        name = NAMES[len(self.persons) % len(NAMES)]
        self.persons.append(Person(key, name, sex, (died or THIS_YEAR) - born, born, died))
        return key

    @property
    def full(self) -> bool:
        return len(self.persons) >= self.most

    def grown(self, key: str) -> bool:
        return self.born(key) + ADULT < THIS_YEAR

    def born(self, key: str) -> int:
        return next(person.born or 0 for person in self.persons if person.key == key)

    def descend(self, parent: str, generations: int) -> None:
        """Give `parent` partners and children, and those theirs."""
        count = self.chance.choice((1, 1, 1, 2, 2, 3, MOST_PARTNERS)) if generations > 1 else 1
        start = self.born(parent) + ADULT
        for turn in range(count):
            if self.full or start > THIS_YEAR:
                return
            alone = self.chance.random() < 0.12
            partners = (parent,) if alone else (parent, self.person(self.born(parent) + self.chance.randint(-6, 6)))
            children = self._children(start, self.chance.choice((0, 1, 1, 2, 2, 3)), turn)
            if children or not alone:
                over = turn < count - 1
                ending = self.chance.choice((Ending.SEPARATED, Ending.DIVORCED)) if over else Ending.NONE
                since, until = start, start + 6 if over else None
                self.unions.append(Union(partners, self.chance.choice(TIES), since, until, ending, children))
            start += 7
            if generations > 1:
                for child in children:
                    if self.grown(child.key) and self.chance.random() < 0.6:
                        self.descend(child.key, generations - 1)

    def _children(self, start: int, count: int, turn: int) -> tuple[Child, ...]:
        found: list[Child] = []
        while len(found) < count and not self.full and start + 2 * len(found) <= THIS_YEAR:
            bond = self.chance.choice((Bond.BIRTH,) * 8 + (Bond.ADOPTED, Bond.FOSTER))
            twin = f"t{turn}-{len(found)}" if bond is Bond.BIRTH and self.chance.random() < 0.1 else ""
            identical = bool(twin) and self.chance.random() < 0.5
            for _one in range(2 if twin and len(self.persons) + 1 < self.most else 1):
                found.append(Child(self.person(start + 2 * len(found)), bond, twin, identical))
        return tuple(found)

    def foster(self) -> None:
        """Place some child with another couple as well: two lines come down to it."""
        children = [child.key for union in self.unions for child in union.children if child.bond is Bond.BIRTH]
        for key in self.chance.sample(children, min(len(children), self.chance.choice((0, 1, 1, 2)))):
            own = {union.partners for union in self.unions if any(child.key == key for child in union.children)}
            able = [
                place
                for place, union in enumerate(self.unions)
                if union.partners not in own
                and all(self.born(parent) + 18 < self.born(key) for parent in union.partners)
            ]
            if able:
                place = self.chance.choice(able)
                union = self.unions[place]
                self.unions[place] = Union(
                    union.partners,
                    union.tie,
                    union.since,
                    union.until,
                    union.ending,
                    (*union.children, Child(key, Bond.FOSTER)),
                )


@cache
def family(seed: int, *, fewest: int = 8, most: int = 30) -> GenogramInput:
    """The same family for the same seed: `fewest` to `most` persons in two to four generations."""
    chance = random.Random(seed)
    while True:
        making = _Making(chance, chance.randint(fewest, most))
        making.descend(making.person(1940 + chance.randint(0, 12)), chance.randint(2, 4) - 1 or 1)
        if len(making.persons) >= fewest:
            break
    making.foster()
    keys = [person.key for person in making.persons]
    index = chance.choice(keys[len(keys) // 2 :])
    persons = tuple(
        Person(one.key, one.name, one.sex, one.age, one.born, one.died, index=one.key == index)
        for one in making.persons
    )
    return GenogramInput("familie", persons, tuple(making.unions), _homes(chance, making), _relations(chance, keys))


@cache
def settled(seed: int) -> tuple[tuple[str, ...], ...]:
    return arranged(family(seed))


@cache
def drawn(seed: int) -> Drawing:
    return draw_genogram(replace(family(seed), order=settled(seed)))


def _homes(chance: random.Random, making: _Making) -> tuple[Household, ...]:
    found = []
    for number, union in enumerate(chance.sample(making.unions, min(2, len(making.unions))), start=1):
        found.append(Household(f"Adres {number}", union.members))
    return tuple(found)


def _relations(chance: random.Random, keys: list[str]) -> tuple[Relation, ...]:
    pairs = {tuple(sorted(chance.sample(keys, 2))) for _turn in range(6)}
    return tuple(Relation(one, other, chance.choice(tuple(Quality))) for one, other in sorted(pairs))


BAKKER = GenogramInput(
    "bakker",
    (
        Person("mohamed", "Mohamed", Sex.MALE, 65, 1950, 2015),
        Person("fatima", "Fatima", Sex.FEMALE, 71, 1955),
        Person("henk", "Henk", Sex.MALE, 71, 1948, 2019),
        Person("truus", "Truus", Sex.FEMALE, 75, 1951),
        Person("ronald", "Ronald", Sex.MALE, 45, 1981),
        Person("dennis", "Dennis", Sex.MALE, 43, 1983),
        Person("karim", "Karim", Sex.MALE, 44, 1982),
        Person("sandra", "Sandra", Sex.FEMALE, 42, 1984),
        Person("petra", "Petra", Sex.FEMALE, 38, 1988),
        Person("kevin", "Kevin", Sex.MALE, 21, 2005),
        Person("lisa", "Lisa", Sex.FEMALE, 18, 2008),
        Person("jayden", "Jayden", Sex.MALE, 13, 2013, index=True),
        Person("yasmin", "Yasmin", Sex.FEMALE, 7, 2019),
        Person("adam", "Adam", Sex.MALE, 7, 2019),
        Person("milan", "Milan", Sex.MALE, 10, 2016),
    ),
    (
        Union(("mohamed", "fatima"), Tie.MARRIED, 1976, ending=Ending.WIDOWED, children=(Child("karim"),)),
        Union(("henk", "truus"), Tie.MARRIED, 1979, ending=Ending.WIDOWED, children=(Child("sandra"), Child("petra"))),
        Union(("ronald", "sandra"), Tie.MARRIED, 2004, 2011, Ending.DIVORCED, (Child("kevin"), Child("lisa"))),
        Union(("dennis", "sandra"), Tie.COHABITING, 2012, 2015, Ending.SEPARATED, (Child("jayden"),)),
        Union(
            ("karim", "sandra"),
            Tie.COHABITING,
            2017,
            children=(Child("yasmin", twin="2019"), Child("adam", twin="2019"), Child("milan", Bond.FOSTER)),
        ),
        Union(("petra",), children=(Child("milan"),)),
    ),
    (Household("Wonen samen", ("karim", "sandra", "lisa", "jayden", "yasmin", "adam", "milan")),),
    (
        Relation("truus", "lisa", Quality.FUSED),
        Relation("fatima", "karim", Quality.CLOSE),
        Relation("ronald", "sandra", Quality.TENSE),
        Relation("sandra", "petra", Quality.TENSE),
        Relation("sandra", "jayden", Quality.CLOSE),
        Relation("dennis", "jayden", Quality.BROKEN),
        Relation("karim", "kevin", Quality.DISTANT),
    ),
)
"""Half-siblings of three fathers, twins, and a nephew in foster care with his aunt."""
