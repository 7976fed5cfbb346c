"""One person of the circle: what is written down, how this person stands now, and what one must know before a deed."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef

from kring.ground.access.actor import Actor
from kring.ground.access.models import Hidden
from kring.ground.access.parts import Part
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_read
from kring.practice.circle import models
from kring.practice.circle.models import NetworkMember
from kring.practice.circle.rules.words import FULL

_HIDDEN = Hidden.objects.filter(dossier=OuterRef("dossier"), subject=OuterRef("pk"), ended_at=None)
_MEMBERS = NetworkMember.objects.filter(withdrawn_at=None).annotate(
    hidden=ArraySubquery(_HIDDEN.order_by("started_at").values("reader_id"))
)


@dataclass(frozen=True, slots=True)
class Person:
    """`hidden_from` by subject."""

    member: NetworkMember
    standing: models.Standing | None
    hidden_from: tuple[UUID, ...]

    @property
    def is_full(self) -> bool:
        return self.standing is not None and self.standing.load in FULL


def person_in(actor: Actor, dossier: UUID, subject: UUID, *, event: Event = Event.READ) -> Person | None:
    """Two queries; None for who is not there, or not for this reader."""
    member = _MEMBERS.filter(dossier_id=dossier, pk=subject).first()
    if member is None:
        return None
    note_read(Part.NETWORK, dossier=dossier, subjects=[subject], event=event)
    standing = models.Standing.objects.filter(member=member, until=None, since__lte=actor.today).first()
    return Person(member, standing, tuple(member.hidden))
