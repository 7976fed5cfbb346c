"""How a track of the meldcode is changed and logged: at level 3, so that no family member reads the line (BR-072)."""

from django.utils.translation import gettext as _

from kring.ground.access.parts import Part
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.shared.levels import Level
from kring.ground.shared.verdict import Refused
from kring.practice.safety.models import ReportTrack
from kring.practice.safety.rules.track import Weighing


def weighing_of(row: ReportTrack) -> Weighing:
    return Weighing(row.suspicion, row.unsafe, row.able, row.accepted, row.effective)


def change_track(row: ReportTrack, done: str, changed: dict[str, object], *, ground: str = "") -> None:
    """Only as it was read."""
    if not ReportTrack.objects.filter(id=row.id, state=row.state, decision=row.decision).update(**changed):
        raise Refused(_("Iemand anders heeft dit net veranderd. Kijk opnieuw."))
    for name, value in changed.items():
        setattr(row, name, value)
    note_track(done, row, ground=ground)


def note_track(done: str, row: ReportTrack, event: Event = Event.CHANGE, *, ground: str = "") -> None:
    note_deed(
        f"safety.track_{done}", Part.MELDCODE, event=event, dossier=row.dossier_id,
        subjects=[row.subject_id] if row.subject_id else [], ground=ground, level=Level.PROTECTED, thing=row.id,
    )  # fmt: skip
