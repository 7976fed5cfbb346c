"""Decisions that will end soon, for the job that tells who leads; it knows ids and moments, and no content."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kring.ground.access.actor import Actor
from kring.ground.access.models import SharingDecision


@dataclass(frozen=True, slots=True)
class Ending:
    """A running decision and its end."""

    id: UUID
    dossier: UUID
    ends_at: datetime


def ending(*, actor: Actor, before: datetime) -> tuple[Ending, ...]:
    """Running now, ending before this moment, and nobody has been told."""
    running = SharingDecision.objects.filter(started_at__lte=actor.at, withdrawn_at=None, end_told_at=None)
    soon = running.filter(ended_at__gt=actor.at, ended_at__lte=before).order_by("ended_at", "id")
    rows = soon.values_list("id", "dossier_id", "ended_at")
    return tuple(Ending(one, dossier, end) for one, dossier, end in rows if end is not None)


def mark_end_told(*, actor: Actor, decisions: Sequence[UUID]) -> None:
    SharingDecision.objects.filter(id__in=decisions).update(end_told_at=actor.at)
