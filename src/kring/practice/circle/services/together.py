"""Who does not go together: a warning for who invites, and nothing about why."""

from uuid import UUID

from kring.ground.access.actor import Actor
from kring.ground.access.parts import Part
from kring.ground.audit.trail import note_deed
from kring.practice.circle.models import NotTogether
from kring.practice.circle.policy import may_keep_circle


def set_apart(*, actor: Actor, dossier: UUID, one: UUID, other: UUID) -> None:
    """Either way round it is the same."""
    may_keep_circle(actor, dossier).enforce()
    first, second = sorted((one, other))
    NotTogether.objects.get_or_create(
        dossier_id=dossier, subject_id=first, other_id=second, until=None,
        defaults={"since": actor.today, "written_by": actor.id, "written_at": actor.at},
    )  # fmt: skip
    note_deed("circle.apart_set", Part.NETWORK, dossier=dossier, subjects=[one, other])


def end_apart(*, actor: Actor, dossier: UUID, apart: UUID) -> None:
    """By the row that says so."""
    may_keep_circle(actor, dossier).enforce()
    NotTogether.objects.filter(id=apart, dossier_id=dossier, until=None).update(until=actor.today)
    note_deed("circle.apart_ended", Part.NETWORK, dossier=dossier, thing=apart)
