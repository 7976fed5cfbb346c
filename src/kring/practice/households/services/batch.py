"""What all writers of one delivery share."""

from dataclasses import dataclass
from uuid import UUID

from kring.ground.shared.ledger import Ledger
from kring.practice.households.rules.facts import Source


@dataclass(frozen=True, slots=True)
class Batch:
    """Whose register, from which source, and the ledger that every row is written through."""

    controller: UUID
    source: Source
    ledger: Ledger


def unit_of(subject: UUID) -> str:
    """The rows of one person stand or fall together when a delivery is undone."""
    return f"persoon {subject}"
