"""Which messages were taken, so that an identification is not used for something else (TR056)."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from kring.ground.shared.ledger import Ledger
from kring.practice.care.models import Received

Name = tuple[str, str, str]
"""Kind, sender and identification."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """A message or file by its sender and identification; `digest` is the same for the same content."""

    controller: UUID
    kind: str
    sender: str
    identification: str
    dated: date
    digest: str

    @property
    def name(self) -> Name:
        return self.kind, self.sender, self.identification


@dataclass(frozen=True)
class Inbox:
    """What was taken before under these names: read when first asked for, and kept up to date.

    For many messages only while nobody else takes any.
    """

    controller: UUID
    names: frozenset[Name]

    def named(self, name: Name) -> list[Received]:
        """What was taken under this name, of whatever day and content."""
        return self._by_name[name]

    def keep(self, row: Received) -> None:
        self._by_name[row.kind, row.sender, row.identification].append(row)

    @cached_property
    def _by_name(self) -> dict[Name, list[Received]]:
        rows = Received.objects.filter(
            organisation=self.controller,
            sender__in={sender for _kind, sender, _identification in self.names},
            identification__in={identification for _kind, _sender, identification in self.names},
        )
        found: dict[Name, list[Received]] = defaultdict(list)
        for row in rows:
            found[row.kind, row.sender, row.identification].append(row)
        return found


def stated_later(receipt: Receipt) -> bool:
    """Whether this sender stated something of a later day already."""
    return Received.objects.filter(
        organisation_id=receipt.controller, kind=receipt.kind, sender=receipt.sender, dated__gt=receipt.dated
    ).exists()


def note_received(*, ledger: Ledger, inbox: Inbox, receipt: Receipt) -> None:
    row = Received(
        organisation_id=receipt.controller,
        kind=receipt.kind,
        sender=receipt.sender,
        identification=receipt.identification,
        dated=receipt.dated,
        digest=receipt.digest,
    )
    ledger.add(row, unit=f"bericht {row.id}")
    inbox.keep(row)
