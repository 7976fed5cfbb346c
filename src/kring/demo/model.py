"""The demo world before it becomes files: homes, people with their family ties, and the help they get. All invented."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Home:
    """An address. `listed` is whether the municipality's list of addresses has it: a secret one is left out."""

    town_code: str
    town: str
    street: str
    number: int
    postcode: str
    quarter: str = ""
    x: int = 0
    y: int = 0
    listed: bool = True


@dataclass(frozen=True, slots=True)
class Name:
    given: str
    surname: str
    prefix: str = ""

    @property
    def full(self) -> str:
        return " ".join(part for part in (self.given, self.prefix, self.surname) if part)


@dataclass(frozen=True, slots=True)
class Human:
    """Someone registered at a home. Parents, partner and holders of authority are refs of other people.

    `only_year`: the BRP knows no more of the birth. `secret`: with the mark of secrecy.
    """

    ref: str
    bsn: str
    name: Name
    sex: str
    born: date
    home: Home
    since: date
    parents: tuple[str, ...] = ()
    partner: str = ""
    authority: tuple[str, ...] = ()
    secret: bool = False
    only_year: bool = False
    phone: str = ""
    school: str = ""

    def is_minor_on(self, day: date) -> bool:
        return (day.year - self.born.year) - ((day.month, day.day) < (self.born.month, self.born.day)) < 18


class Price(StrEnum):
    """What is known of a cost, in the words of the CSV."""

    KNOWN = "bekend"
    ESTIMATED = "geschat"
    UNKNOWN = "onbekend"
    ELSEWHERE = "niet van gemeente"


@dataclass(frozen=True, slots=True)
class Amount:
    """In whole euros."""

    price: Price
    per_year: int | None = None
    once: int | None = None


@dataclass(frozen=True, slots=True)
class Helping:
    """A professional round one provision."""

    name: str
    function: str
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class Care:
    """One provision. `system` is the source that knows it; with `product` it comes by iJw or iWmo message instead."""

    ref: str
    person: str
    law: str
    title: str
    provider: str
    since: date
    until: date | None
    amount: Amount
    system: str
    helping: tuple[Helping, ...] = ()
    product: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Town:
    """Everything that one municipality delivers."""

    code: str
    name: str
    humans: tuple[Human, ...]
    cares: tuple[Care, ...]
