"""Documents come in and are withdrawn; they are never changed."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from uuid import UUID

from kring.ground.access.actor import Actor
from kring.ground.access.parts import Part
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.documents.models import Document, DocumentKind
from kring.ground.documents.policy import may_add, may_withdraw
from kring.ground.documents.rules import FileType, can_add, can_withdraw, file_type
from kring.ground.shared.levels import Level
from kring.ground.shared.verdict import Refused


@dataclass(frozen=True, slots=True)
class Description:
    """What a person says about a document; the rest Kring sees for itself."""

    kind: DocumentKind
    title: str
    dated_on: date
    given_by: str = ""
    subject: UUID | None = None
    level: Level = Level.SHARED_PLAN


def add_document(*, actor: Actor, dossier: UUID, content: bytes, description: Description) -> Document:
    """Store the file. Its own name is not kept: it may say more than the dossier does."""
    may_add(actor, dossier, description.level).enforce()
    can_add(content).enforce()
    document = Document(
        dossier_id=dossier,
        subject_id=description.subject,
        level=description.level,
        kind=description.kind,
        title=description.title,
        given_by=description.given_by,
        dated_on=description.dated_on,
        added_at=actor.at,
        added_by=actor.id,
        media_type=_known(content).media_type,
        size=len(content),
        sha256=sha256(content).hexdigest(),
        content=content,
    )
    document.save(force_insert=True)
    _note("documents.document_added", document, Event.CREATE)
    return document


def withdraw_document(*, actor: Actor, document: Document, reason: str) -> None:
    """Nobody can open it any more; that it was there, and why it went, stays."""
    may_withdraw(actor, document).enforce()
    can_withdraw(is_withdrawn=document.withdrawn_at is not None, reason=reason).enforce()
    changed = Document.objects.filter(id=document.id, withdrawn_at=None)
    if not changed.update(withdrawn_at=actor.at, withdrawn_by=actor.id, withdrawn_reason=reason):
        raise Refused("Iemand anders heeft dit document net ingetrokken.")
    _note("documents.document_withdrawn", document, Event.DELETE, ground=reason)


def _known(content: bytes) -> FileType:
    found = file_type(content)
    if found is None:
        raise ValueError("A document of no known type.")
    return found


def _note(what: str, document: Document, event: Event, *, ground: str = "") -> None:
    subjects = [document.subject_id] if document.subject_id else []
    note_deed(
        what,
        Part.DOCUMENT,
        event=event,
        dossier=document.dossier_id,
        subjects=subjects,
        ground=ground,
        level=document.level,
        thing=document.id,
    )
