"""Notices as pages show them, and the mails that the demo would have sent."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import F, OuterRef, Subquery
from django.db.models.lookups import IsNull

from kring.ground.access.actor import Actor
from kring.ground.access.models import Dossier
from kring.ground.access.parts import Part
from kring.ground.agenda.models import Notice, NoticeKind, OutboxMail
from kring.ground.audit.trail import note_read

SHOWN = 200


@dataclass(frozen=True, slots=True)
class MyNotice:
    """What happened and where, never what it says. `dossier_label` is empty when the dossier closed to the actor."""

    id: UUID
    kind: NoticeKind
    at: datetime
    is_read: bool
    dossier: UUID | None
    dossier_label: str = ""


def my_notices(actor: Actor) -> tuple[MyNotice, ...]:
    """Unread first, then the newest; the older ones stay in the table and not on the page."""
    label = Dossier.objects.filter(id=OuterRef("dossier")).values("label")[:1]
    is_read = IsNull(F("read_at"), False)
    rows = Notice.objects.filter(account_id=actor.id).annotate(label=Subquery(label)).order_by(is_read, "-at", "id")
    notices = tuple(
        MyNotice(id_, NoticeKind(kind), at, read_at is not None, dossier, label or "")
        for id_, kind, at, read_at, dossier, label in rows.values_list(
            "id", "kind", "at", "read_at", "dossier", "label"
        )[:SHOWN]
    )
    for dossier in {notice.dossier for notice in notices if notice.dossier_label}:
        note_read(Part.DOSSIER_FACE, dossier=dossier)
    return notices


@dataclass(frozen=True, slots=True)
class SentMail:
    """What the demo would have sent."""

    address: str
    subject: str
    body: str
    at: datetime


def outbox() -> tuple[SentMail, ...]:
    """The newest first. Empty outside the demo, where mail is really sent."""
    rows = OutboxMail.objects.order_by("-at", "id").values_list("address", "subject", "body", "at")
    return tuple(SentMail(*row) for row in rows[:SHOWN])
