"""Lines as the database keeps them, read behind everybody's back."""

from collections.abc import Iterable
from uuid import UUID

from kring.ground.access.actor import Actor, acting
from kring.ground.access.parts import Part
from kring.ground.audit.models import Event, LogLine
from kring.ground.audit.trail import note_read, recording, write
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.levels import Level
from kring.practice.households.models import PersonContact
from tests.conftest import speaking_as


def reads(
    actor: Actor,
    part: Part,
    *,
    dossier: UUID | None = None,
    subjects: Iterable[UUID] = (),
    level: int = 0,
    event: Event = Event.READ,
    what: str = "test.page",
) -> LogLine:
    """Somebody has this before the eyes, as a page would note it. Returns the line."""
    with recording(what) as trail, acting(actor):
        note_read(part, dossier=dossier, subjects=subjects, level=level, event=event)
        write(trail)
    return all_lines()[-1]


def all_lines(**of: object) -> list[LogLine]:
    with speaking_as(DatabaseRole.LOG):
        return list(LogLine.objects.filter(**of).order_by("id"))


def lines_for(actor: Actor) -> list[LogLine]:
    """What this account itself may read of the log."""
    with acting(actor):
        return list(LogLine.objects.order_by("id"))


def something_shielded(subject: UUID) -> None:
    """A telephone number that nobody may find; as long as it is there, so is a shield."""
    with speaking_as(DatabaseRole.IMPORT):
        PersonContact.objects.create(
            subject_id=subject, level=Level.SHIELDED, kind="phone", value="06 0006 8317", source="Kring"
        )
