"""The connectors: each turns the bytes of one kind of file into rows, and says how rows are stored.

A connector is registered by its kind; the command line, the upload page and the worker find it here.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePath
from typing import Protocol
from uuid import UUID

from django.utils.functional import Promise

from kring.exchange.findings import Finding
from kring.exchange.journal import Plain
from kring.exchange.models import DeliveryKind
from kring.exchange.session import Session
from kring.ground.organisations.models import Organisation

Row = Mapping[str, Plain]


@dataclass(frozen=True, slots=True)
class Incoming:
    """One file as it was brought."""

    name: str
    content: bytes

    @property
    def sha256(self) -> str:
        return sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file holds. `rows` counts all its rows, also those that were refused; `store` writes the good ones.

    `refused` refuses the file as a whole: then nothing of it is stored.
    """

    rows: int
    findings: Sequence[Finding]
    refused: bool
    store: Callable[[Session], None]


class Connector(Protocol):
    """One kind of file. Reading touches no database; storing happens inside the transaction of the delivery."""

    @property
    def kind(self) -> DeliveryKind: ...

    @property
    def title(self) -> Promise:
        """What it reads, as a person knows it."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The ends of file names that it takes, in lower case; from a folder the other files are left out."""

    def rank(self, file: Incoming) -> tuple[int, str]:
        """Of several files those of the lowest rank go first: a start goes before its stop."""

    def read(self, file: Incoming) -> Reading: ...

    def read_together(self, files: Sequence[Incoming], controller: Organisation) -> Iterator[Reading]:
        """Some files of one folder, in this order. They are stored one by one, while nobody else writes the register:
        what the register holds may be asked once for all of them.
        """

    def resume(self, row: Row, subject: UUID | None, session: Session) -> None:
        """Store a row from the review list, now that it is certain: for this subject, or for a new person."""


class EachAlone:
    """A connector whose files have nothing to ask together."""

    def read_together(self: Connector, files: Sequence[Incoming], controller: Organisation) -> Iterator[Reading]:  # noqa: ARG002
        return map(self.read, files)


_connectors: dict[DeliveryKind, Connector] = {}


def register(connector: Connector) -> None:
    if connector.kind in _connectors:
        raise ValueError(f"Er is al een koppeling voor {connector.kind}.")
    _connectors[connector.kind] = connector


def connector_for(kind: str) -> Connector:
    return _connectors[DeliveryKind(kind)]


def connectors() -> tuple[Connector, ...]:
    """In the order of the kinds."""
    return tuple(_connectors[kind] for kind in DeliveryKind if kind in _connectors)


def accepts(connector: Connector, name: str) -> bool:
    return PurePath(name).suffix.lower() in connector.suffixes
