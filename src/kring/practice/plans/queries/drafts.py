"""The writer's own drafts. What one types oneself is not noted as read."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import OuterRef

from kring.ground.access.actor import Actor
from kring.ground.access.models import Dossier
from kring.ground.access.parts import Part
from kring.ground.audit.trail import note_read
from kring.ground.shared.aside import rows_aside
from kring.practice.plans.models import Draft
from kring.practice.plans.queries.around import Party, parties_aside, parties_from


@dataclass(frozen=True, slots=True)
class DraftView:
    """A form as it was typed, and what stood there when the writer began."""

    fields: Mapping[str, str]
    since: str
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class OnTable:
    """The writer's drafts by place, and the professionals round the family by name."""

    drafts: Mapping[str, DraftView]
    parties: tuple[Party, ...]


def on_table(actor: Actor, dossier: UUID) -> OnTable:
    """One query."""
    drafts = Draft.objects.filter(author_id=actor.id, dossier=OuterRef("pk"))
    row = (
        Dossier.objects.filter(id=dossier)
        .values_list(parties_aside(actor.today), rows_aside(drafts, "place", "fields", "since", "saved_at"))
        .first()
    )
    parties, mine = row or ([], [])
    note_read(Part.PARTY, dossier=dossier)
    found = {one["place"]: DraftView(one["fields"], one["since"], _moment(one["saved_at"])) for one in mine}
    return OnTable(found, parties_from(parties))


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)
