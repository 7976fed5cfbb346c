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


FIELDS = ("fingerprint", "wide", "narrow", "title", "description", "columns", "rows", "standing")


def kept_drawing(actor: Actor, dossier: UUID, kind: str) -> Kept | None:
    found = models.Drawing.objects.filter(dossier_id=dossier, viewer_id=actor.id, kind=kind)
    for mark, wide, narrow, title, description, columns, rows, standing in found.values_list(*FIELDS):
        lines = tuple(Row(tuple(cells), Tone(tone) if tone else None, href, named) for cells, tone, href, named in rows)
        drawing = Drawing(wide, narrow, title, description, tuple(columns), lines)
        return Kept(mark, drawing, tuple(tuple(one) for one in standing))
    return None
