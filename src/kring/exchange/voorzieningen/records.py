"""What a CSV of provisions holds: whose delivery it is, and per case who gets what, since when, at which cost."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from kring.exchange.findings import Finding
from kring.exchange.partial_date import PartialDate


class ServiceLaw(StrEnum):
    """The laws whose files stay apart; the values are those of the domain."""

    JEUGDWET = "jeugdwet"
    WMO = "wmo"
    PARTICIPATIEWET = "participatiewet"
    SCHULDHULP = "schuldhulp"
    LEERPLICHT = "leerplicht"
    ZVW = "zvw"
    WLZ = "wlz"
    OTHER = "overig"


class DeliveryScope(StrEnum):
    """Full: what is not in the file has ended. Supplement: what is not in the file stays as it was."""

    FULL = "volledig"
    SUPPLEMENT = "aanvullend"


class CostStatus(StrEnum):
    """BR-123: unknown is counted apart and never as nought."""

    KNOWN = "bekend"
    ESTIMATED = "geschat"
    UNKNOWN = "onbekend"
    ELSEWHERE = "niet van gemeente"


@dataclass(frozen=True, slots=True)
class Delivery:
    """One file: which municipality and source it speaks for, and on which day it was true."""

    municipality: str
    source: str
    scope: DeliveryScope
    as_of: date


@dataclass(frozen=True, slots=True)
class PersonReference:
    """Who it is about: a BSN, or surname, birth, postcode and house number together (BR-092)."""

    bsn: str | None = None
    surname: str | None = None
    prefix: str | None = None
    given_names: str | None = None
    birth: PartialDate | None = None
    postcode: str | None = None
    house_number: int | None = None
    house_letter: str | None = None
    house_addition: str | None = None


@dataclass(frozen=True, slots=True)
class Professional:
    """Someone who helps in this case, known by name."""

    name: str
    function: str | None = None
    organisation: str | None = None


@dataclass(frozen=True, slots=True)
class Cost:
    """What it costs the municipality, in euro cents; yearly and once are kept apart."""

    status: CostStatus
    cents_per_year: int | None = None
    cents_once: int | None = None


@dataclass(frozen=True, slots=True)
class ProvisionRow:
    """One case: `key` is the case number at the source, `ends_on` the last day."""

    key: str
    law: ServiceLaw
    provision: str
    person: PersonReference
    starts_on: date
    cost: Cost
    provider: str
    ends_on: date | None = None
    provider_agb: str | None = None
    professionals: tuple[Professional, ...] = ()
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class ReadProvisions:
    """`delivery` is None when the file as a whole was refused; `total` counts its rows.

    A refused row ends nothing: `refused_keys` are the cases to leave as they were, and when a refused row has
    no readable key (`has_unknown_refusals`) a full delivery may end nothing at all.
    """

    delivery: Delivery | None
    rows: tuple[ProvisionRow, ...]
    findings: tuple[Finding, ...]
    total: int = 0
    refused_keys: frozenset[str] = frozenset()
    has_unknown_refusals: bool = False

    @property
    def may_end_missing(self) -> bool:
        """Whether a case that is not in the file may be taken as ended."""
        full = self.delivery is not None and self.delivery.scope is DeliveryScope.FULL
        return full and not self.has_unknown_refusals
