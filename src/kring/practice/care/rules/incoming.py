"""What an import asks `care` to store, in the words of the domain; `line` is the row, `at` the place in the file."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from kring.practice.care.rules.allowance import Volume
from kring.practice.care.rules.breaches import Breach
from kring.practice.care.rules.help import CostState
from kring.practice.care.rules.reports import Report, Status

MESSAGE_SOURCES = {"jeugdwet": "iJw", "wmo": "iWmo"}
"""The source of what came by message; no other delivery may call itself so."""


class Channel(StrEnum):
    """What kind of file an identification belongs to, where it is no message."""

    CSV = "CSV"


@dataclass(frozen=True, slots=True)
class Envelope:
    """What holds for a whole message: whose it is, under which law, from or to which provider.

    `declared_until` is the last day of the month that a declaration is about.
    """

    controller: UUID
    municipality: str
    law: str
    provider: str
    message: str
    dated: date
    declared_until: date | None = None

    @property
    def source(self) -> str:
        return MESSAGE_SOURCES[self.law]

    def source_key(self, case_number: str) -> str:
        return f"{self.municipality} {case_number}"


@dataclass(frozen=True, slots=True)
class Grant:
    """An assignment (301). `stated_at` is its date and time; the latest counts. `volume` is for people to read."""

    subject: UUID
    case_number: str
    product: str
    category: str
    code: str
    volume: str
    started_on: date
    ended_on: date | None
    stated_at: datetime
    removed: bool
    line: int
    at: int
    assigned: Volume | None = None
    budget: int | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A start or stop (305, 307) as it came in."""

    subject: UUID
    case_number: str
    report: Report
    status: Status
    line: int
    at: int


@dataclass(frozen=True, slots=True)
class Performance:
    """A declared performance (323). `position` is its place in the message; `cents` is negative for a credit,
    which takes `previous` back.
    """

    subject: UUID
    case_number: str
    reference: str
    position: int
    category: str
    code: str
    first: date
    last: date
    volume: int
    unit: str
    cents: int
    line: int
    at: int
    previous: str = ""


@dataclass(frozen=True, slots=True)
class Professional:
    name: str
    function: str
    organisation: str


@dataclass(frozen=True, slots=True)
class CaseCost:
    state: CostState
    per_year: int | None
    once: int | None


@dataclass(frozen=True, slots=True)
class Case:
    """One case of a CSV of provisions."""

    subject: UUID
    number: str
    law: str
    product: str
    provider: str
    provider_agb: str
    started_on: date
    ended_on: date | None
    cost: CaseCost
    professionals: tuple[Professional, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Batch:
    """What holds for all cases of one CSV: whose, from which source, true on which day."""

    controller: UUID
    municipality: str
    source: str
    as_of: date

    def source_key(self, number: str) -> str:
        return f"{self.municipality} {number}"


@dataclass(frozen=True, slots=True)
class Stored:
    """What became of the rows: lines with something new, rules that kept a client's part out, and what waits."""

    created: frozenset[int] = frozenset()
    breaches: tuple[Breach, ...] = ()
    notes: tuple[Breach, ...] = ()
