"""Which messages were taken, so that a sender does not use a name, a number or a month again (TR056, TR318, TR333)."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from kring.ground.shared.ledger import Ledger
from kring.practice.care.models import Received
from kring.practice.care.rules.breaches import DECLARED_AS_BEFORE, PERIOD_GONE_BY, Rule

Name = tuple[str, str, str]
"""Kind, sender and identification."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """A message or file by its sender and identification; `digest` is the same for the same content.

    A declaration also has a number, and the first day of its month.
    """

    controller: UUID
    kind: str
    sender: str
    identification: str
    dated: date
    digest: str
    declared_as: str = ""
    declared_from: date | None = None

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

    def objection(self, receipt: Receipt) -> Rule | None:
        """Why a declaration cannot come after what this provider declared before."""
        if receipt.declared_from is None:
            return None
        declared = self._declared[receipt.kind, receipt.sender]
        if receipt.declared_as in {row.declared_as for row in declared}:
            return DECLARED_AS_BEFORE
        months = [row.declared_from for row in declared if row.declared_from and row.dated <= receipt.dated]
        return PERIOD_GONE_BY if any(month > receipt.declared_from for month in months) else None

    def keep(self, row: Received) -> None:
        self._by_name[row.kind, row.sender, row.identification].append(row)
        if row.declared_from is not None:
            self._declared[row.kind, row.sender].append(row)

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

    @cached_property
    def _declared(self) -> dict[tuple[str, str], list[Received]]:
        """Declarations by kind and sender."""
        rows = Received.objects.filter(
            organisation=self.controller,
            kind__in={kind for kind, _sender, _identification in self.names},
            sender__in={sender for _kind, sender, _identification in self.names},
            declared_from__isnull=False,
        )
        found: dict[tuple[str, str], list[Received]] = defaultdict(list)
        for row in rows:
            found[row.kind, row.sender].append(row)
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
        declared_as=receipt.declared_as,
        declared_from=receipt.declared_from,
    )
    ledger.add(row, unit=f"bericht {row.id}")
    inbox.keep(row)
