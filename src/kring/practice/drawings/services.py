"""The only writers of finished drawings and of where people stand in them."""

from collections.abc import Iterable
from dataclasses import astuple
from uuid import UUID

from kring.ground.access.actor import Actor
from kring.ground.access.parts import Part
from kring.ground.audit.trail import note_deed
from kring.practice.drawings import models
from kring.practice.drawings.policy import may_keep_circle
from kring.practice.drawings.queries.kept import Kept
from kring.practice.drawings.rules.keeping import Aside, moved

FIELDS = ("fingerprint", "wide", "narrow", "title", "description", "columns", "rows", "standing", "made_at")


def keep_drawing(*, actor: Actor, dossier: UUID, kind: str, made: Kept) -> None:
    """For this viewer alone, instead of the one that was kept. Making it changes nothing, so it is no deed."""
    drawing = made.drawing
    row = models.Drawing(
        dossier_id=dossier, viewer_id=actor.id, kind=kind, fingerprint=made.fingerprint, wide=drawing.svg,
        narrow=drawing.narrow, title=drawing.title, description=drawing.description, columns=list(drawing.columns),
        rows=[list(astuple(one)) for one in drawing.rows], standing=[list(one) for one in made.standing],
        made_at=actor.at,
    )  # fmt: skip
    models.Drawing.objects.bulk_create(
        [row], update_conflicts=True, unique_fields=["dossier", "viewer", "kind"], update_fields=FIELDS
    )


def put_aside(*, actor: Actor, dossier: UUID, subject: UUID, way: Aside, standing: Iterable[Iterable[str]]) -> None:
    """One place to the left or the right in the own generation, for everybody who draws this family."""
    may_keep_circle(actor, dossier).enforce()
    rows = moved([list(row) for row in standing], str(subject), way)
    _place(dossier, [UUID(one) for row in rows for one in row])
    note_deed("drawings.person_moved", Part.NETWORK, dossier=dossier, subjects=[subject])


def draw_for(*, actor: Actor, dossier: UUID, subject: UUID, standing: Iterable[Iterable[str]]) -> None:
    """From now on the genogram is about this person; everybody stays where they stand."""
    may_keep_circle(actor, dossier).enforce()
    _place(dossier, [UUID(one) for row in standing for one in row])
    places = models.Place.objects.filter(dossier_id=dossier)
    places.filter(is_index=True).update(is_index=False)
    places.filter(subject_id=subject).update(is_index=True)
    note_deed("drawings.index_chosen", Part.NETWORK, dossier=dossier, subjects=[subject])


def _place(dossier: UUID, people: list[UUID]) -> None:
    rows = [models.Place(dossier_id=dossier, subject_id=one, rank=rank) for rank, one in enumerate(people)]
    models.Place.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["dossier", "subject"], update_fields=["rank"]
    )
