"""Which messages were taken, so that an identification is not used for something else (TR056)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kring.ground.shared.ledger import Ledger
from kring.practice.care.models import Received


@dataclass(frozen=True, slots=True)
class Receipt:
    """A message or file by its sender and identification; `digest` is the same for the same content."""

    controller: UUID
    kind: str
    sender: str
    identification: str
    dated: date
    digest: str


def received_before(receipt: Receipt) -> list[Received]:
    """What was taken under this identification, of whatever day and content."""
    return list(
        Received.objects.filter(
            organisation_id=receipt.controller,
            kind=receipt.kind,
            sender=receipt.sender,
            identification=receipt.identification,
        )
    )


def stated_later(receipt: Receipt) -> bool:
    """Whether this sender stated something of a later day already."""
    return Received.objects.filter(
        organisation_id=receipt.controller, kind=receipt.kind, sender=receipt.sender, dated__gt=receipt.dated
    ).exists()


def note_received(*, ledger: Ledger, receipt: Receipt) -> None:
    row = Received(
        organisation_id=receipt.controller,
        kind=receipt.kind,
        sender=receipt.sender,
        identification=receipt.identification,
        dated=receipt.dated,
        digest=receipt.digest,
    )
    ledger.add(row, unit=f"bericht {row.id}")
