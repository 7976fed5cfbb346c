"""What a genogram shows: persons, unions with their children, who live together and how people get on.

A person is a key; everything else names persons by key. What a viewer may not see is left out before it comes here.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from kring.draw.ties import Quality

MOST_PARTNERS = 2


class Sex(StrEnum):
    """As given by the person or the register; the outline of the symbol."""

    MALE = "male"
    FEMALE = "female"
    OTHER = "other"


class Tie(StrEnum):
    """How two people are or were together; the line between them."""

    MARRIED = "married"
    COHABITING = "cohabiting"
    TOGETHER = "together"
    PARENTS = "parents"
    """Parents of the same child; nothing more is known, or may be seen."""


class Ending(StrEnum):
    """How a union ended; none, one or two strokes through its line."""

    NONE = "none"
    SEPARATED = "separated"
    DIVORCED = "divorced"
    WIDOWED = "widowed"


class Bond(StrEnum):
    """How a child belongs to a union; the line down to the child."""

    BIRTH = "birth"
    ADOPTED = "adopted"
    FOSTER = "foster"


@dataclass(frozen=True, slots=True)
class Person:
    """`age` in whole years, at death if deceased; `born` and `died` are years. `index` is for whom it is drawn.

    `href`: where one works with this person; the symbol is then a link.
    """

    key: str
    name: str
    sex: Sex = Sex.OTHER
    age: int | None = None
    born: int | None = None
    died: int | None = None
    deceased: bool = False
    index: bool = False
    href: str = ""

    @property
    def late(self) -> bool:
        return self.deceased or self.died is not None

    @property
    def life(self) -> str:
        """1948–2019, 1984, or nothing."""
        if self.died is not None:
            return f"{self.born or '?'}–{self.died}"
        return str(self.born) if self.born is not None else ""


@dataclass(frozen=True, slots=True)
class Child:
    """Children of one union with the same `twin` were born together; `identical` twins have a bar between them."""

    key: str
    bond: Bond = Bond.BIRTH
    twin: str = ""
    identical: bool = False


@dataclass(frozen=True, slots=True)
class Union:
    """One or two parents or partners with their children; of one parent the other is unknown or not shown."""

    partners: tuple[str, ...]
    tie: Tie = Tie.MARRIED
    since: int | None = None
    until: int | None = None
    ending: Ending = Ending.NONE
    children: tuple[Child, ...] = ()

    @property
    def members(self) -> tuple[str, ...]:
        return (*self.partners, *(child.key for child in self.children))


@dataclass(frozen=True, slots=True)
class Household:
    """Who live at one address; a child may live at two."""

    label: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """How two people get on. Violence has a direction: from `one` to `other`."""

    one: str
    other: str
    quality: Quality


@dataclass(frozen=True, slots=True)
class GenogramInput:
    """`key` is unique on the page. `order` is the row of each generation, left to right, of an earlier drawing.

    With an `order` people stay where they were: who is new is put in, and nobody else changes places.
    """

    key: str
    persons: tuple[Person, ...]
    unions: tuple[Union, ...] = ()
    households: tuple[Household, ...] = ()
    relations: tuple[Relation, ...] = ()
    order: tuple[tuple[str, ...], ...] = ()
    title: str = "Genogram"

    def __post_init__(self) -> None:
        known = {person.key for person in self.persons}
        if len(known) < len(self.persons):
            raise ValueError("Twee personen in het genogram hebben dezelfde sleutel; geef elk een eigen.")
        if strange := sorted(set(self._named()) - known):
            raise ValueError(f"Het genogram noemt {', '.join(strange)}, maar die persoon is er niet bij gegeven.")
        for union in self.unions:
            _check(union)

    def _named(self) -> Iterable[str]:
        homes = (home.members for home in self.households)
        pairs = ((relation.one, relation.other) for relation in self.relations)
        return chain.from_iterable(chain((union.members for union in self.unions), homes, pairs))


def _check(union: Union) -> None:
    if not 1 <= len(union.partners) <= MOST_PARTNERS or len(set(union.members)) < len(union.members):
        raise ValueError(
            "Een relatie heeft één of twee verschillende partners en elk kind één keer;"
            f" nu: {', '.join(union.members)}."
        )
