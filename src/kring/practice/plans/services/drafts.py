"""Keeping what is being typed at the table, for its writer alone, until it goes into the plan or is thrown away."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID

from kring.ground.access.actor import Actor
from kring.ground.access.parts import Part
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.practice.leads.policy import roles_in
from kring.practice.plans.models import Draft
from kring.practice.plans.policy import Deed, may


def keep_draft(*, actor: Actor, dossier: UUID, place: str, fields: Mapping[str, str], since: str = "") -> None:
    """As it stands now. What the writer began with stays what it was at the first word."""
    may(Deed.WRITE, roles_in(actor, dossier)).enforce()
    now = {"fields": dict(fields), "saved_at": actor.at}
    _draft, is_new = Draft.objects.update_or_create(
        dossier_id=dossier, author_id=actor.id, place=place, defaults=now, create_defaults={**now, "since": since}
    )
    if is_new:
        note_deed("plans.draft_kept", Part.PLAN, event=Event.CREATE, dossier=dossier)


def drop_draft(*, actor: Actor, dossier: UUID, place: str) -> None:
    """It stands in the plan now, or is not wanted any more."""
    if Draft.objects.filter(dossier_id=dossier, author_id=actor.id, place=place).delete()[0]:
        note_deed("plans.draft_dropped", Part.PLAN, event=Event.DELETE, dossier=dossier)


def drop_old_drafts(*, at: datetime, days: int) -> int:
    """What nobody took up again. Returns how many."""
    dropped, _rows = Draft.objects.filter(saved_at__lte=at - timedelta(days=days)).delete()
    return dropped
