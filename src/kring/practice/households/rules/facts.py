"""What a source says about a person, in our own terms: every connector and form translates into these."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from kring.practice.households.rules.births import UNKNOWN, Birth
from kring.practice.households.rules.formation import Home
from kring.practice.households.rules.names import Name


class Source(StrEnum):
    """Where the register zone has persons from. The BRP overrules what another administration said."""

    BRP = "BRP"
    DELIVERY = "levering"

    @property
    def overrules(self) -> frozenset[str]:
        return frozenset(Source) if self is Source.BRP else frozenset({self})


@dataclass(frozen=True, slots=True)
class AddressFacts:
    """Where someone lives or receives post. `kind` is one of `AddressKind`; `since` when that is known."""

    kind: str
    street: str = ""
    number: str = ""
    suffix: str = ""
    postcode: str = ""
    place: str = ""
    municipality_code: str = ""
    since: date | None = None

    @property
    def home(self) -> Home | None:
        return Home.of(self.postcode, self.number, self.suffix)

    @property
    def point(self) -> tuple[str, int] | None:
        """Postcode and house number, by which the neighbourhood is found."""
        return (self.postcode, int(self.number)) if self.postcode and self.number.isdecimal() else None

    @property
    def place_key(self) -> tuple[str, ...]:
        """Equal for the same place, however it is spelled."""
        home = self.home
        if home is not None:
            return self.kind, home.postcode, home.number, home.suffix
        return self.kind, self.street, self.place


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """One person as a row of a file tells. Without an address nothing is said about where he lives."""

    line: int
    bsn: str | None
    name: Name
    birth: Birth = UNKNOWN
    sex: str = ""
    deceased: bool = False
    deceased_on: date | None = None
    secrecy: bool = False
    in_investigation: bool = False
    suspended: str = ""
    address: AddressFacts | None = None


@dataclass(frozen=True, slots=True)
class TieFacts:
    """`subject` is parent or partner of `other`."""

    subject: UUID
    other: UUID
    kind: str
    started_on: date | None = None
    ended_on: date | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class AuthorityFacts:
    """Who has authority over this child; without holder nobody, or someone we hold no data of."""

    child: UUID
    kind: str
    holder: UUID | None = None
    line: int | None = None
