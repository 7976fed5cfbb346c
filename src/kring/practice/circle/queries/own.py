"""What a family told of itself, for this reader: row-level security leaves out what is not shown to it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kring.ground.access.parts import Part
from kring.ground.audit.trail import note_read
from kring.practice.circle.models import Familiar, LifeEvent
from kring.practice.circle.rules.own import About, FamiliarKind, MomentKind, ShownTo


@dataclass(frozen=True, slots=True)
class FamiliarLine:
    """`subject` None: of the whole family."""

    id: UUID
    subject: UUID | None
    kind: FamiliarKind
    words: str
    told_by: str
    shown_to: ShownTo


@dataclass(frozen=True, slots=True)
class MomentLine:
    """`on` is the first day of the month, season or year that is meant when `about` says so."""

    id: UUID
    subject: UUID | None
    kind: MomentKind
    on: date
    about: About
    what: str
    feeling: str
    told_by: str
    shown_to: ShownTo


def familiar(dossier: UUID) -> tuple[FamiliarLine, ...]:
    """One query."""
    rows = Familiar.objects.filter(dossier=dossier, withdrawn_at=None).order_by("kind", "written_at", "id")
    note_read(Part.NETWORK, dossier=dossier)
    return tuple(
        FamiliarLine(
            row.id, row.subject_id, FamiliarKind.of(row.kind), row.words, row.told_by, ShownTo.of(row.shown_to)
        )
        for row in rows
    )


def moments(dossier: UUID) -> tuple[MomentLine, ...]:
    """Earliest first. One query."""
    rows = LifeEvent.objects.filter(dossier=dossier, withdrawn_at=None).order_by("on", "written_at", "id")
    note_read(Part.NETWORK, dossier=dossier)
    return tuple(
        MomentLine(
            row.id, row.subject_id, MomentKind.of(row.kind), row.on, About.of(row.about), row.what, row.feeling,
            row.told_by, ShownTo.of(row.shown_to),
        )
        for row in rows
    )  # fmt: skip
