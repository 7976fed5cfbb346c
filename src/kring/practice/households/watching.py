"""What is shielded, for who leads and for the safeguarding officer, who works with no family (handbook §5, AF)."""

from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from kring.ground.access.models import Dossier
from kring.ground.access.parts import Part
from kring.ground.audit.trail import note_read
from kring.ground.shared.levels import Level


@dataclass(frozen=True, slots=True)
class Watched:
    """A dossier as far as watching over its shield needs it."""

    id: UUID
    controller: UUID
    label: str
    shield: Level

    @property
    def dossier(self) -> Dossier:
        """As the services of access take it."""
        return Dossier(id=self.id, controller_id=self.controller, shield=self.shield)


@dataclass(frozen=True, slots=True)
class WatchedMember:
    """A member by name, and at which level he or she stands."""

    subject: UUID
    name: str
    role: str
    shield: Level


def shielded_dossiers() -> tuple[Watched, ...]:
    """In which something is shielded, for the safeguarding officer of their controller; for anybody else none."""
    found = _watched("select dossier, controller, label, shield from gate.shielded_dossiers()", [])
    for one in found:
        note_read(Part.DOSSIER_FACE, dossier=one.id, level=Level.PROTECTED)
    return found


def watched_dossier(dossier: UUID) -> Watched | None:
    """None for who neither leads it nor watches over its shield."""
    found = _watched("select dossier, controller, label, shield from gate.watched_dossier(%s)", [dossier])
    if found:
        note_read(Part.DOSSIER_FACE, dossier=dossier, level=Level.PROTECTED)
    return found[0] if found else None


def watched_family(dossier: UUID) -> tuple[Watched, tuple[WatchedMember, ...]] | None:
    """The dossier with its members by name, in one statement; None as above."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select d.dossier, d.controller, d.label, d.shield, m.subject, m.name, m.role, m.shield"
            " from gate.watched_dossier(%s) as d, gate.watched_members(%s) as m",
            [dossier, dossier],
        )
        rows = cursor.fetchall()
    if not rows:
        return None
    members = tuple(WatchedMember(row[4], row[5], row[6], Level(row[7])) for row in rows)
    note_read(Part.DOSSIER_FACE, dossier=dossier, level=Level.PROTECTED)
    note_read(Part.PERSON, dossier=dossier, subjects=[one.subject for one in members], level=Level.PROTECTED)
    dossier_id, controller, label, shield = rows[0][:4]
    return Watched(dossier_id, controller, label, Level(shield)), members


def _watched(statement: str, given: list[UUID]) -> tuple[Watched, ...]:
    with connection.cursor() as cursor:
        cursor.execute(statement, given)
        return tuple(Watched(row[0], row[1], row[2], Level(row[3])) for row in cursor.fetchall())
