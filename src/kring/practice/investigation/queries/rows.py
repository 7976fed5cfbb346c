"""Investigations with what belongs to them, read in one statement."""

from collections.abc import Iterable
from datetime import date
from typing import TypedDict
from uuid import UUID

from django.db.models import OuterRef

from kring.ground.shared.aside import rows_aside
from kring.practice.investigation.models import BlockFinding, ClockPause, Investigation
from kring.practice.investigation.rules.blocks import Block, Finding
from kring.practice.investigation.rules.clocks import Clock, Pause, decision_clock, personal_plan_clock, report_clock


class PauseRow(TypedDict):
    """As the database gives it."""

    id: str
    since: str
    until: str | None
    reason: str


class FindingRow(TypedDict):
    """As the database gives it."""

    id: str
    block: str
    words: str
    conclusion: str
    not_applicable: str
    plan_used: str


# Written out once: making these statements costs the process more than asking them.
PAUSED = Investigation.objects.annotate(
    still=rows_aside(
        ClockPause.objects.filter(investigation=OuterRef("pk")).order_by("since", "id"),
        "id", "since", "until", "reason",
    )
)  # fmt: skip
WHOLE = PAUSED.annotate(
    found=rows_aside(
        BlockFinding.objects.filter(investigation=OuterRef("pk")).order_by("block"),
        "id", "block", "words", "conclusion", "not_applicable", "plan_used",
    )
)  # fmt: skip


def pauses_of(rows: Iterable[PauseRow]) -> tuple[tuple[UUID, Pause], ...]:
    """Each with its key; what lasted no day was a mistake."""
    read = ((UUID(row["id"]), Pause(_day(row["since"]), _until(row["until"]), row["reason"])) for row in rows)
    return tuple((key, one) for key, one in read if one.until != one.since)


def finding_of(row: FindingRow) -> Finding:
    return Finding(Block.of(row["block"]), row["words"], row["conclusion"], row["not_applicable"], row["plan_used"])


def clock_of_state(row: Investigation, pauses: Iterable[Pause], today: date) -> Clock:
    """The term that runs now, or that ran last: to decide once there is an application, else to investigate."""
    if row.applied_on is not None:
        return decision_clock(row.applied_on, pauses, today, row.decided_on or row.ended_on)
    return report_clock(row.reported_on, pauses, today, row.sent_on or row.ended_on)


def plan_clock_of(row: Investigation) -> Clock:
    return personal_plan_clock(row.reported_on, row.plan_received_on)


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _until(text: str | None) -> date | None:
    return _day(text) if text else None
