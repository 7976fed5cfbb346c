"""One model for the iJw and iWmo messages 301, 305, 307 and 323: assigned, started, stopped, declared.

Codes stay codes (`codes` has their labels), amounts are euro cents, `line` is where it stood in the file.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, time

from kring.exchange.istandaarden.catalogue import Kind, Law, MessageType, Sender, message_type
from kring.exchange.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class Header:
    """Who sends what to whom; `identification` is unique per sender and kind (TR056)."""

    sender: str
    receiver: str
    identification: str
    dated: date
    base_version: str = "1.0.0"
    message_version: str = "1.0.0"


@dataclass(frozen=True, slots=True)
class Surname:
    name: str
    prefix: str | None = None


@dataclass(frozen=True, slots=True)
class Name:
    """`usage` is the NaamGebruik of a full name; the short name of a 305 or 307 has none."""

    surname: Surname
    partner: Surname | None = None
    given_names: str | None = None
    initials: str | None = None
    usage: str | None = None


@dataclass(frozen=True, slots=True)
class House:
    number: int
    letter: str | None = None
    addition: str | None = None
    designation: str | None = None


@dataclass(frozen=True, slots=True)
class Address:
    house: House | None = None
    postcode: str | None = None
    street: str | None = None
    town: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Phone:
    number: str
    country_code: str


@dataclass(frozen=True, slots=True)
class Contact:
    """Where someone can be reached; `kind` tells what sort of address it is (COD757)."""

    kind: str
    address: Address | None = None
    organisation: str | None = None
    phones: tuple[Phone, ...] = ()
    email: str | None = None
    begins_on: date | None = None
    ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """Someone around the client; a holder of authority is kind 10 or 11 (COD472)."""

    number: str
    kind: str
    name: Name
    contact: Contact
    order: int | None = None
    birth: PartialDate | None = None
    sex: str | None = None


@dataclass(frozen=True, slots=True)
class Product:
    category: str
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Volume:
    amount: int
    unit: str
    frequency: str


@dataclass(frozen=True, slots=True)
class Assignment:
    """A ToegewezenProduct: either a volume or a budget (euro cents). `ends_on` is the last day."""

    number: int
    assigned_on: date
    assigned_at: time
    starts_on: date
    ends_on: date | None = None
    product: Product | None = None
    volume: Volume | None = None
    budget: int | None = None
    change_reason: str | None = None
    provider_reference: str | None = None
    comment: str | None = None
    line: int = field(default=0, compare=False)

    @property
    def is_removed(self) -> bool:
        """Reason 13 on one and the same day: the assignment counts as never sent (CS335)."""
        return self.change_reason == "13" and self.starts_on == self.ends_on


@dataclass(frozen=True, slots=True)
class Start:
    """A StartProduct. `status` 1 is new, 2 replaces, 3 withdraws the one with the same key."""

    starts_on: date
    status: str
    assignment: int | None = None
    product: Product | None = None
    assigned_from: date | None = None
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Stop:
    """A StopProduct; `reason` 20 is a pause. `ends_on` is the last day of delivery."""

    starts_on: date
    ends_on: date
    reason: str
    status: str
    assignment: int | None = None
    product: Product | None = None
    assigned_from: date | None = None
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Span:
    """From the first day up to and including the last."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Amount:
    """Euro cents as declared; a credit takes back."""

    cents: int
    credit: bool = False

    @property
    def signed(self) -> int:
        return -self.cents if self.credit else self.cents


@dataclass(frozen=True, slots=True)
class Performance:
    """A Prestatie: what was delivered in one period and what it costs. `tariff` is in euro cents."""

    reference: str
    assignment: int
    category: str
    code: str
    period: Span
    volume: int
    unit: str
    amount: Amount
    tariff: int | None = None
    previous_reference: str | None = None
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Declaration:
    """What a 323 says about itself; the performances are with the clients."""

    number: str
    period: Span
    dated: date
    total: Amount


@dataclass(frozen=True, slots=True)
class Person:
    """What a 301, 305 or 307 tells about the client; only a 301 tells more than birth, sex and name."""

    birth: PartialDate
    sex: str
    name: Name
    contacts: tuple[Contact, ...] = ()
    relations: tuple[Relation, ...] = ()
    communication: str | None = None
    language: str | None = None
    legal_status: str | None = None
    representation: str | None = None
    comment: str | None = None


@dataclass(frozen=True, slots=True)
class Client:
    """One client with what the message brings; a 323 gives no more of the person than the BSN."""

    bsn: str
    person: Person | None = None
    assignments: tuple[Assignment, ...] = ()
    starts: tuple[Start, ...] = ()
    stops: tuple[Stop, ...] = ()
    performances: tuple[Performance, ...] = ()
    line: int = field(default=0, compare=False)

    def brings(self) -> set[Kind]:
        """The kinds of message that can hold what this client has."""
        held = {
            Kind.ASSIGNMENT: self.assignments,
            Kind.START: self.starts,
            Kind.STOP: self.stops,
            Kind.DECLARATION: self.performances,
        }
        return {kind for kind, things in held.items() if things}


@dataclass(frozen=True, slots=True)
class Message:
    """One message. A 301, 305 or 307 has exactly one client, a 323 has one or more."""

    law: Law
    kind: Kind
    header: Header
    clients: tuple[Client, ...]
    declaration: Declaration | None = None

    def __post_init__(self) -> None:
        if (self.declaration is not None) is not (self.kind is Kind.DECLARATION):
            raise ValueError("A 323 has a declaration, and no other message has one.")
        if self.kind is not Kind.DECLARATION and len(self.clients) != 1:
            raise ValueError("A 301, 305 or 307 is about exactly one client.")
        if any(kind is not self.kind for client in self.clients for kind in client.brings()):
            raise ValueError("A message holds only what belongs to its kind.")

    @property
    def type(self) -> MessageType:
        return message_type(self.law, self.kind)

    @property
    def code(self) -> str:
        """The BerichtCode."""
        return self.type.code or ""

    @property
    def municipality(self) -> str:
        """CBS code of the municipality, whichever side it is on."""
        from_municipality = self.type.sender is Sender.MUNICIPALITY
        return self.header.sender if from_municipality else self.header.receiver

    @property
    def provider(self) -> str:
        """AGB code of the provider, whichever side it is on."""
        from_municipality = self.type.sender is Sender.MUNICIPALITY
        return self.header.receiver if from_municipality else self.header.sender

    def performances(self) -> Iterator[tuple[Client, Performance]]:
        return ((client, performance) for client in self.clients for performance in client.performances)
