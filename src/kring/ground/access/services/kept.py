"""Keeping what was typed when the session had ended, giving it back to its writer, and dropping what is old."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from cryptography.fernet import Fernet
from django.conf import settings

from kring.ground.access.actor import Actor
from kring.ground.access.models import KeptText
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed

KEPT_FOR = timedelta(days=7)
"""BR-109: not longer."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A form as it was sent: where it goes, the page on which it stands, and its fields in order."""

    place: str
    target: str
    fields: Sequence[tuple[str, str]]
    id: UUID | None = None


def keep_text(*, actor: Actor, typed: Typed) -> UUID:
    """For the account that had the form before it, and nobody else."""
    sealed = Fernet(settings.SIGN_IN_KEY).encrypt(json.dumps(list(typed.fields)).encode()).decode("ascii")
    kept = KeptText(account_id=actor.id, place=typed.place, target=typed.target, sealed=sealed, kept_at=actor.at)
    kept.save(force_insert=True)
    note_deed("access.text_kept", "settings", event=Event.CREATE)
    return kept.id


def kept_text(*, actor: Actor, kept: UUID | None = None) -> Typed | None:
    """The writer's own: this one, or the latest. None when it is older than it may be."""
    mine = KeptText.objects.filter(account_id=actor.id, kept_at__gt=actor.at - KEPT_FOR).order_by("-kept_at", "id")
    found = (mine.filter(id=kept) if kept else mine).first()
    if found is None:
        return None
    fields = json.loads(Fernet(settings.SIGN_IN_KEY).decrypt(found.sealed.encode()))
    return Typed(found.place, found.target, [(str(name), str(value)) for name, value in fields], found.id)


def forget_text(*, actor: Actor, kept: UUID) -> None:
    """It has been sent again."""
    KeptText.objects.filter(id=kept, account_id=actor.id).delete()


def discard_text(*, actor: Actor, kept: UUID) -> str:
    """The writer does not want it any more. Gives the page on which it stood; "" when it is gone already."""
    mine = KeptText.objects.filter(id=kept, account_id=actor.id)
    place = mine.values_list("place", flat=True).first() or ""
    if mine.delete()[0]:
        note_deed("access.text_discarded", "settings", event=Event.DELETE)
    return place


def drop_old_texts(*, at: datetime) -> int:
    """What is older than seven days. Returns how many."""
    dropped, _rows = KeptText.objects.filter(kept_at__lte=at - KEPT_FOR).delete()
    return dropped
