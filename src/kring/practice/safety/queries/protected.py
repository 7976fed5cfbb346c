"""What stands at level 3, for who may read it: the tracks of the meldcode, and what children said in confidence."""

from dataclasses import dataclass
from datetime import date
from typing import TypedDict
from uuid import UUID

from django.db.models import OuterRef

from kring.ground.access.parts import Part
from kring.ground.audit.trail import note_read
from kring.ground.shared.aside import rows_aside
from kring.ground.shared.levels import Level
from kring.practice.safety.models import ChildTalk, ReportTrack, SkipReason, TrackState, TrackStep
from kring.practice.safety.rules.track import CLOSED, Weighing, is_advised, must_report, routes

FIELDS = ("number", "done_on", "outcome", "consulted", "skipped", "written_by_name")


class _Step(TypedDict):
    number: int
    done_on: str
    outcome: str
    consulted: str
    skipped: str
    written_by_name: str


@dataclass(frozen=True, slots=True)
class StepView:
    """One step as it was done."""

    number: int
    done_on: date
    outcome: str
    consulted: str
    skipped: SkipReason | None
    writer: str


@dataclass(frozen=True, slots=True)
class TrackView:
    """One time through the meldcode, with the steps that were done."""

    row: ReportTrack
    state: TrackState
    weighing: Weighing
    steps: tuple[StepView, ...]

    def step(self, number: int) -> StepView | None:
        return next((one for one in self.steps if one.number == number), None)

    @property
    def now(self) -> int:
        """The step that is to be done; 0 when all are."""
        return int(self.state[-1]) if self.state.startswith("step") else 0

    @property
    def is_closed(self) -> bool:
        return self.state == CLOSED

    @property
    def must_report(self) -> bool:
        return must_report(self.weighing)

    @property
    def is_advised(self) -> bool:
        return is_advised(self.weighing)

    @property
    def routes(self) -> tuple[str, ...]:
        return routes(self.weighing, overruled=bool(self.row.overruled_because))


@dataclass(frozen=True, slots=True)
class TalkView:
    """One talk; `said` in the child's own words."""

    id: UUID
    subject: UUID
    held_on: date
    said: str
    with_whom: str
    may_tell: str
    writer: str


def tracks(dossier: UUID) -> tuple[TrackView, ...]:
    """What runs comes first, then the newest. One query. Of nothing found no log tells that it was looked for."""
    steps = rows_aside(TrackStep.objects.filter(track=OuterRef("pk")).order_by("number"), *FIELDS)
    rows = ReportTrack.objects.filter(dossier_id=dossier).annotate(done=steps).order_by("-written_at", "id")
    found = tuple(_track(row) for row in rows)
    if found:
        note_read(Part.MELDCODE, dossier=dossier, level=Level.PROTECTED)
    return tuple(sorted(found, key=lambda one: one.is_closed))


def talks(dossier: UUID) -> tuple[TalkView, ...]:
    """Newest first; for a child only what it said itself. One query."""
    rows = ChildTalk.objects.filter(dossier_id=dossier, withdrawn_at=None).order_by("-held_on", "-written_at", "id")
    found = tuple(
        TalkView(row.id, row.subject_id, row.held_on, row.said, row.with_whom, row.may_tell, row.written_by_name)
        for row in rows
    )
    if found:
        subjects = {one.subject for one in found}
        note_read(Part.CHILD_TALK, dossier=dossier, subjects=subjects, level=Level.PROTECTED)
    return found


def _track(row: ReportTrack) -> TrackView:
    done: list[_Step] = getattr(row, "done", [])
    return TrackView(
        row,
        TrackState(row.state),
        Weighing(row.suspicion, row.unsafe, row.able, row.accepted, row.effective),
        tuple(_step(one) for one in done),
    )


def _step(one: _Step) -> StepView:
    return StepView(
        one["number"], date.fromisoformat(one["done_on"]), one["outcome"], one["consulted"],
        SkipReason(one["skipped"]) if one["skipped"] else None, one["written_by_name"],
    )  # fmt: skip
