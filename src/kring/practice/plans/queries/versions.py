"""The versions that were laid down: a list, one version as it was, and the one before it to compare with."""

from dataclasses import dataclass
from datetime import date
from typing import cast
from uuid import UUID

from kring.ground.access.parts import Part
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_read
from kring.practice.leads.queries import DossierHead
from kring.practice.plans.models import PlanVersion
from kring.practice.plans.queries import frozen
from kring.practice.plans.queries.views import WorkingPlan
from kring.practice.plans.rules.content import PlanContent, digest
from kring.practice.plans.rules.difference import Change, difference


@dataclass(frozen=True, slots=True)
class VersionLine:
    """A version in the list, with what changed since the one before; the first has no changes."""

    number: int
    agreed_on: date
    agreed_by: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class VersionView:
    """One version as it was laid down. `is_intact`: the content still gives the hash that was stored with it."""

    number: int
    agreed_on: date
    agreed_by: str
    content: PlanContent
    sha256: str
    is_intact: bool
    is_last: bool
    changes: tuple[Change, ...]


def version_lines(dossier: UUID) -> tuple[VersionLine, ...]:
    """The newest first. One query."""
    rows = list(PlanVersion.objects.filter(dossier_id=dossier).order_by("number"))
    note_read(Part.PLAN, dossier=dossier)
    lines = [
        VersionLine(row.number, row.agreed_on, row.agreed_by_name, _changes(before, row))
        for before, row in zip([None, *rows], rows, strict=False)
    ]
    return tuple(reversed(lines))


def version(dossier: UUID, number: int, *, event: Event = Event.READ) -> VersionView | None:
    """None when there is no such version for this reader. One query."""
    rows = PlanVersion.objects.filter(dossier_id=dossier, number__gte=number - 1).order_by("number")
    found = {row.number: row for row in rows}
    row = found.get(number)
    if row is None:
        return None
    note_read(Part.PLAN, dossier=dossier, event=event)
    content = content_of(row)
    return VersionView(
        row.number,
        row.agreed_on,
        row.agreed_by_name,
        content,
        row.sha256,
        digest(content) == row.sha256,
        row.number == max(found),
        _changes(found.get(number - 1), row),
    )


def changes_since(head: DossierHead, plan: WorkingPlan, today: date) -> tuple[Change, ...]:
    """What the next version would change, members and opinions apart; nothing before the first version."""
    row = PlanVersion.objects.filter(dossier_id=head.id).order_by("-number").first()
    if row is None:
        return ()
    before = content_of(row)
    after = frozen.content(head, plan, (), on=today, by="")
    after["positions"] = before["positions"]
    return difference(before, after)


def content_of(row: PlanVersion) -> PlanContent:
    return cast("PlanContent", row.content)


def _changes(before: PlanVersion | None, after: PlanVersion) -> tuple[Change, ...]:
    return () if before is None else difference(content_of(before), content_of(after))
