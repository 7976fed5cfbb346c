"""One person of the circle: what is written down, how this person stands now, and what one must know before a deed."""

from dataclasses import dataclass
from uuid import UUID

from kring.ground.access.actor import Actor
from kring.ground.access.models import Hidden
from kring.ground.access.parts import Part
from kring.ground.audit.trail import note_read
from kring.practice.circle import models
from kring.practice.circle.models import NetworkMember, NotTogether


@dataclass(frozen=True, slots=True)
class Person:
    """`hidden_from` and `apart` by subject; of `apart` also the row that says so."""

    member: NetworkMember
    standing: models.Standing | None
    hidden_from: tuple[UUID, ...]
    apart: tuple[tuple[UUID, UUID], ...]

    @property
    def is_full(self) -> bool:
        return self.standing is not None and self.standing.load in {"limit", "pause"}


def person_in(actor: Actor, dossier: UUID, subject: UUID) -> Person | None:
    """Four queries; None for who is not there, or not for this reader."""
    member = NetworkMember.objects.filter(dossier_id=dossier, pk=subject, withdrawn_at=None).first()
    if member is None:
        return None
    note_read(Part.NETWORK, dossier=dossier, subjects=[subject])
    standing = models.Standing.objects.filter(member=member, until=None, since__lte=actor.today).first()
    hidden = Hidden.objects.filter(dossier_id=dossier, subject_id=subject, ended_at=None).order_by("started_at")
    rows = NotTogether.objects.filter(dossier_id=dossier, until=None).order_by("since", "id")
    apart = tuple(
        (row.other_id if row.subject_id == subject else row.subject_id, row.id)
        for row in rows
        if subject in {row.subject_id, row.other_id}
    )
    return Person(member, standing, tuple(hidden.values_list("reader_id", flat=True)), apart)
