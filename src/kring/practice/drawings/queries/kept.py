"""A finished drawing of this viewer, if what it was made of is still the same. One query."""

from dataclasses import dataclass
from uuid import UUID

from kring.draw import Drawing
from kring.draw.canvas import Row
from kring.draw.palette import Tone
from kring.ground.access.actor import Actor
from kring.practice.drawings import models


@dataclass(frozen=True, slots=True)
class Kept:
    """The drawing as it was kept; `standing` is who stood where, also of one that is out of date."""

    fingerprint: str
    drawing: Drawing
    standing: tuple[tuple[str, ...], ...]


def kept_drawing(actor: Actor, dossier: UUID, kind: str) -> Kept | None:
    row = models.Drawing.objects.filter(dossier_id=dossier, viewer_id=actor.id, kind=kind).first()
    if row is None:
        return None
    rows = tuple(Row(tuple(cells), Tone(tone) if tone else None, href, named) for cells, tone, href, named in row.rows)
    drawing = Drawing(row.wide, row.narrow, row.title, row.description, tuple(row.columns), rows)
    return Kept(row.fingerprint, drawing, tuple(tuple(one) for one in row.standing))
