"""Who works round a family now: every professional as a person with function, organisation and phone."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kring.ground.access.actor import Actor
from kring.ground.access.models import Party
from kring.ground.access.parts import Part
from kring.ground.audit.trail import note_read


@dataclass(frozen=True, slots=True)
class Around:
    """One professional. `account` is empty for who does not work with Kring."""

    account: UUID | None
    name: str
    function: str
    organisation: str
    phone: str
    since: date


def parties(actor: Actor, dossier: UUID) -> tuple[Around, ...]:
    """By name. One query."""
    note_read(Part.PARTY, dossier=dossier)
    now = Party.objects.filter(dossier_id=dossier, started_on__lte=actor.today, withdrawn_at=None)
    rows = now.exclude(ended_on__lte=actor.today)
    return tuple(
        Around(row.account, row.name, row.function, row.organisation_name, row.phone, row.started_on)
        for row in rows.order_by("name", "id")
    )
