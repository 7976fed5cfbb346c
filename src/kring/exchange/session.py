"""What a connector has at hand while it stores one delivery: for whom, on which day, the journal and the report."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from kring.exchange.findings import Finding
from kring.exchange.journal import Journal, Plain
from kring.exchange.models import Delivery, ReviewItem, ReviewState
from kring.ground.access.actor import Actor
from kring.ground.organisations.models import Organisation


class Outcome(StrEnum):
    """What became of one row of the file; the names of the counts on a delivery."""

    CREATED = "created"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    TO_REVIEW = "to_review"
    REFUSED = "refused"


class Rejected(Exception):
    """Raised while storing: the file as a whole cannot be taken, and nothing of it stays."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(f"{len(findings)} bevindingen")
        self.findings = tuple(findings)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A row whose person is not certain. `reason` holds no personal data.

    `fingerprint` is the same for the same person: a keyed hash of what the row says about who it is.
    """

    line: int
    reason: str
    fingerprint: str
    row: Mapping[str, Plain]
    candidates: Sequence[Mapping[str, Plain]] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """What the data steward decided before about this person: this subject, or leave the row."""

    subject: UUID | None


def earlier_decisions(controller: UUID, fingerprints: Iterable[str]) -> dict[str, Decision]:
    """By fingerprint, where the data steward decided before; a new person is found by his data and needs none."""
    asked = set(fingerprints)
    if not asked:
        return {}
    made = ReviewItem.objects.filter(organisation=controller, fingerprint__in=asked)
    kept = made.filter(state__in=[ReviewState.MATCHED, ReviewState.DROPPED]).order_by("decided_at")
    return {item.fingerprint: Decision(item.chosen) for item in kept}


def silent(_rows: int) -> None:
    """Nobody watches the progress."""


@dataclass(slots=True)
class Session:
    """One delivery in the making. Rows of the register are written through `journal` only."""

    actor: Actor
    controller: Organisation
    delivery: Delivery
    journal: Journal
    step: Callable[[int], object] = silent
    findings: list[Finding] = field(default_factory=list)
    counts: Counter[Outcome] = field(default_factory=Counter)

    @property
    def today(self) -> date:
        return self.actor.today

    @property
    def has_written(self) -> bool:
        """Whether a row came into the database, or onto the review list."""
        return bool(self.journal.writes or self.counts[Outcome.TO_REVIEW])

    def start_again(self) -> None:
        """Forget what was prepared: the file is refused as a whole. A connector does so before it writes a row."""
        if self.has_written:
            raise RuntimeError("A file was refused after a row of it was written.")
        self.journal = Journal(self.delivery)
        self.findings.clear()
        self.counts.clear()

    def report(self, finding: Finding) -> None:
        """A line of the report about something that turned up while storing."""
        self.findings.append(finding)

    def count(self, outcome: Outcome, rows: int = 1) -> None:
        if rows:
            self.counts[outcome] += rows

    def settle(self, lines: Iterable[int], created: Iterable[int]) -> None:
        """Count rows that were stored: those in `created` are new, the others changed something or nothing."""
        new = set(created)
        for line in lines:
            changed = Outcome.CHANGED if line in self.journal.touched else Outcome.UNCHANGED
            self.count(Outcome.CREATED if line in new else changed)

    def decided(self, fingerprints: Iterable[str]) -> dict[str, Decision]:
        return earlier_decisions(self.controller.id, fingerprints)

    def review(self, doubts: Sequence[Doubt]) -> None:
        """Leave these rows to the data steward."""
        self.count(Outcome.TO_REVIEW, len(doubts))
        ReviewItem.objects.bulk_create(
            [
                ReviewItem(
                    delivery=self.delivery,
                    organisation=self.controller,
                    line=doubt.line,
                    reason=doubt.reason,
                    fingerprint=doubt.fingerprint,
                    row=dict(doubt.row),
                    candidates=[dict(each) for each in doubt.candidates],
                )
                for doubt in doubts
            ]
        )
