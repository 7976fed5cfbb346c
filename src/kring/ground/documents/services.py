"""Documents come in, are put right and withdrawn, and go to the family where they belong; the file never changes."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.models import DossierSubject, Withholding
from kring.ground.access.parts import Part
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.audit.undoing import before_last
from kring.ground.documents.models import Document, DocumentKind
from kring.ground.documents.policy import levels, may_add, may_mend, may_withdraw
from kring.ground.documents.rules import Destination, FileType, can_add, can_correct, can_move, can_withdraw, file_type
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
        raise Refused(_("Iemand anders heeft dit document net ingetrokken."))
    _note("documents.document_withdrawn", document, Event.DELETE, ground=reason)


def correct_document(*, actor: Actor, document: Document, description: Description) -> None:
    """What a person said about it. The level stays: whoever may see it has perhaps read it."""
    may_mend(actor, document).enforce()
    can_correct(is_withdrawn=document.withdrawn_at is not None, title=description.title).enforce()
    enforce_member(document.dossier_id, description.subject)
    changed = Document.objects.filter(id=document.id, withdrawn_at=None).update(
        kind=description.kind,
        title=description.title.strip(),
        given_by=description.given_by,
        dated_on=description.dated_on,
        subject_id=description.subject,
    )
    if not changed:
        raise Refused(_("Iemand anders heeft dit document net ingetrokken."))
    _note("documents.document_corrected", document, Event.CHANGE)


def move_document(*, actor: Actor, document: Document, to: Destination) -> None:
    """It was put with the wrong family. The database leaves a line there, and takes its history along."""
    may_mend(actor, document).enforce()
    can_move(
        is_withdrawn=document.withdrawn_at is not None,
        here=document.dossier_id,
        there=to.dossier,
        level=document.level,
        levels=levels(actor, to.dossier),
    ).enforce()
    enforce_member(to.dossier, to.subject)
    if Withholding.objects.filter(document=document.id).exists():
        raise Refused(_("Dit document is achtergehouden voor iemand van dit gezin. Trek het in en voeg het daar toe."))
    _note("documents.document_moved_away", document, Event.CHANGE)
    there = Document.objects.filter(id=document.id, dossier_id=document.dossier_id, withdrawn_at=None)
    if not there.update(dossier_id=to.dossier, subject_id=to.subject):
        raise Refused(_("Iemand anders heeft dit document net veranderd. Kijk opnieuw."))
    document.dossier_id, document.subject_id = to.dossier, to.subject
    _note("documents.document_moved_here", document, Event.CREATE)


def undo_move(*, actor: Actor, document: Document, back: Destination) -> None:
    """Where it stood; the line that stayed there goes, and none stays where it was for a moment."""
    before_last(Document, document.id, ("title",), by=actor.id, at=actor.at)
    move_document(actor=actor, document=document, to=back)


def enforce_member(dossier: UUID, subject: UUID | None) -> None:
    if subject and not DossierSubject.objects.filter(dossier_id=dossier, subject_id=subject).exists():
        raise Refused(_("Deze persoon hoort niet bij dit dossier."))


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
