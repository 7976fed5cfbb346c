"""The versions that were laid down: a list, one version as it was, and the one before it to compare with."""

from dataclasses import dataclass
from datetime import date
from typing import TypedDict, cast
from uuid import UUID

from django.db.models import OuterRef, QuerySet

from kring.ground.access.parts import Part
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_read
from kring.ground.shared.aside import rows_aside
from kring.ground.shared.prepared import Prepared
from kring.practice.leads.queries import DossierHead
from kring.practice.plans.models import PlanSummary, PlanVersion, Position, VersionState
from kring.practice.plans.queries import frozen
from kring.practice.plans.queries.views import WorkingPlan
from kring.practice.plans.rules.content import PlanContent, digest
from kring.practice.plans.rules.difference import Change, difference
from kring.practice.plans.rules.lifecycle import material, version_state, working_state


@dataclass(frozen=True, slots=True)
class VersionLine:
    """A version in the list, with what changed since the one before; the first has no changes."""

    number: int
    agreed_on: date
    agreed_by: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class AddedPosition:
    """What somebody said of the version after it was laid down."""

    name: str
    position: str
    remark: str
    said_on: date


@dataclass(frozen=True, slots=True)
class SummaryView:
    """The version in short in another language."""

    id: UUID
    language: str
    words: str
    interpreter: str
    made_on: date


@dataclass(frozen=True, slots=True)
class VersionView:
    """One version as it was laid down. `is_intact`: the content still gives the hash that was stored with it.

    `added` and `summaries` came later: of each person, and of each language, the last.
    """

    id: UUID
    number: int
    agreed_on: date
    agreed_by: str
    content: PlanContent
    sha256: str
    is_intact: bool
    is_last: bool
    changes: tuple[Change, ...]
    added: tuple[AddedPosition, ...]
    summaries: tuple[SummaryView, ...]

    @property
    def state(self) -> VersionState:
        return VersionState(version_state(is_last=self.is_last))


class _Later(TypedDict):
    name: str
    position: str
    remark: str
    said_on: str


class _Told(TypedDict):
    id: str
    language: str
    words: str
    interpreter: str
    made_on: str


_WITH_LATER = PlanVersion.objects.annotate(
    later=rows_aside(
        Position.objects.filter(version=OuterRef("pk"), is_added=True).order_by("said_on", "written_at"),
        *_Later.__annotations__,
    ),
    told=rows_aside(
        PlanSummary.objects.filter(version=OuterRef("pk"), withdrawn_at=None)
        .order_by("language", "-written_at")
        .distinct("language"),
        *_Told.__annotations__,
    ),
)


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
    rows = _WITH_LATER.filter(dossier_id=dossier, number__gte=number - 1).order_by("number")
    found = {row.number: row for row in rows}
    row = found.get(number)
    if row is None:
        return None
    note_read(Part.PLAN, dossier=dossier, event=event)
    content = content_of(row)
    return VersionView(
        row.id,
        row.number,
        row.agreed_on,
        row.agreed_by_name,
        content,
        row.sha256,
        digest(content) == row.sha256,
        row.number == max(found),
        _changes(found.get(number - 1), row),
        tuple(_added(one) for one in row.later),
        tuple(_summary(one) for one in row.told),
    )


def version_on(dossier: UUID, day: date) -> int | None:
    """The number of the version that held on this day; None when there was none yet. One query."""
    held = PlanVersion.objects.filter(dossier_id=dossier, agreed_on__lte=day).order_by("-number")
    return held.values_list("number", flat=True).first()


def between(dossier: UUID, earlier: int, later: int) -> tuple[Change, ...] | None:
    """What changed from one version to another; None when one of them is not there for this reader. One query."""
    rows = PlanVersion.objects.filter(dossier_id=dossier, number__in=(earlier, later))
    found = {row.number: row for row in rows}
    if not {earlier, later} <= set(found):
        return None
    note_read(Part.PLAN, dossier=dossier)
    return difference(content_of(found[earlier]), content_of(found[later]))


@Prepared
def _last(dossier: UUID) -> QuerySet[PlanVersion, PlanContent]:
    return PlanVersion.objects.filter(dossier_id=dossier).order_by("-number").values_list("content", flat=True)[:1]


def changes_since(head: DossierHead, plan: WorkingPlan, today: date) -> tuple[Change, ...]:
    """What the next version would change, members and opinions apart; nothing before the first version."""
    held = _last(head.id)
    if not held:
        return ()
    (before,) = held
    after = frozen.content(head, plan, (), on=today, by="")
    after["positions"] = before["positions"]
    return difference(before, after)


def state_now(head: DossierHead, plan: WorkingPlan, today: date) -> VersionState:
    """Of the plan that is being worked on: talked over as it stands now, or a concept (again)."""
    talked = plan.discussed.sha256 if plan.discussed else ""
    return VersionState(working_state(talked, frozen.content(head, plan, (), on=today, by="")))


def table_now(head: DossierHead, plan: WorkingPlan, today: date) -> str:
    """The digest of what lies on the table."""
    return material(frozen.content(head, plan, (), on=today, by=""))


def content_of(row: PlanVersion) -> PlanContent:
    return cast("PlanContent", row.content)


def _added(row: _Later) -> AddedPosition:
    return AddedPosition(row["name"], row["position"], row["remark"], date.fromisoformat(row["said_on"]))


def _summary(row: _Told) -> SummaryView:
    made_on = date.fromisoformat(row["made_on"])
    return SummaryView(UUID(row["id"]), row["language"], row["words"], row["interpreter"], made_on)


def _changes(before: PlanVersion | None, after: PlanVersion) -> tuple[Change, ...]:
    return () if before is None else difference(content_of(before), content_of(after))
