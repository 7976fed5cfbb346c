"""The documents of a dossier as the reader may see them, and one file with a name that says nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import OuterRef, Subquery

from kring.ground.access.actor import Actor
from kring.ground.access.models import Account
from kring.ground.access.parts import Part
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_read
from kring.ground.documents.models import Document, DocumentKind, MovedDocument
from kring.ground.documents.rules import FILE_TYPES, FileType
from kring.ground.shared.levels import Level


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One document in the list. The names are empty for someone of another organisation."""

    id: UUID
    kind: DocumentKind
    title: str
    given_by: str
    dated_on: date
    added_at: datetime
    level: Level
    type: FileType
    size: int
    subject: UUID | None
    added_by_name: str
    is_mine: bool
    withdrawn_at: datetime | None
    withdrawn_by_name: str
    withdrawn_reason: str

    @property
    def number(self) -> str:
        return number_of(self.id)


@dataclass(frozen=True, slots=True)
class DocumentFile:
    """A file on its way to the reader."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class DossierDocuments:
    """What can be opened, newest first; and what was withdrawn."""

    present: tuple[DocumentRow, ...]
    withdrawn: tuple[DocumentRow, ...]
    moved: tuple[datetime, ...] = ()
    """When something was taken away that belonged to another family."""


def number_of(document: UUID) -> str:
    """Six figures of the id: a name to call it by, that tells neither what it is nor how many there are."""
    return f"{document.int % 1_000_000:06}"


def dossier_documents(actor: Actor, dossier: UUID) -> DossierDocuments:
    """Two queries, without the files themselves."""
    adder, withdrawer = (
        Subquery(Account.objects.filter(id=OuterRef(column)).values("display_name")[:1])
        for column in ("added_by", "withdrawn_by")
    )
    found = Document.objects.filter(dossier_id=dossier).annotate(adder=adder, withdrawer=withdrawer)
    ordered = found.defer("content").order_by("-dated_on", "-added_at", "id")
    rows = [_row(actor, document, document.adder or "", document.withdrawer or "") for document in ordered]
    _note_list(dossier, rows)
    return DossierDocuments(
        tuple(row for row in rows if row.withdrawn_at is None),
        tuple(row for row in rows if row.withdrawn_at is not None),
        tuple(
            MovedDocument.objects.filter(dossier_id=dossier)
            .order_by("-moved_at", "id")
            .values_list("moved_at", flat=True)
        ),
    )


def _note_list(dossier: UUID, rows: Iterable[DocumentRow]) -> None:
    """What is protected has lines of its own, which the family reads when the shield has ended (BR-103)."""
    about: dict[int, set[UUID]] = {0: set()}
    for row in rows:
        level = row.level if row.level >= Level.PROTECTED else 0
        about.setdefault(level, set()).update({row.subject} if row.subject else ())
    for level, subjects in about.items():
        note_read(Part.DOCUMENT, dossier=dossier, subjects=subjects, level=level)


def document_file(dossier: UUID, document: UUID) -> DocumentFile | None:
    """The file itself; None for what is withdrawn, in another dossier, or not the reader's to see."""
    row = Document.objects.filter(id=document, dossier_id=dossier, withdrawn_at=None).first()
    if row is None:
        return None
    note_read(
        Part.DOCUMENT,
        dossier=dossier,
        subjects=[row.subject_id] if row.subject_id else [],
        event=Event.EXPORT,
        level=row.level,
        thing=row.id,
    )
    ending = FILE_TYPES[row.media_type].ending
    return DocumentFile(f"document-{number_of(row.id)}.{ending}", row.media_type, bytes(row.content))


def _row(actor: Actor, document: Document, adder: str, withdrawer: str) -> DocumentRow:
    return DocumentRow(
        id=document.id,
        kind=DocumentKind(document.kind),
        title=document.title,
        given_by=document.given_by,
        dated_on=document.dated_on,
        added_at=document.added_at,
        level=Level(document.level),
        type=FILE_TYPES[document.media_type],
        size=document.size,
        subject=document.subject_id,
        added_by_name=adder,
        is_mine=document.added_by == actor.id,
        withdrawn_at=document.withdrawn_at,
        withdrawn_by_name=withdrawer,
        withdrawn_reason=document.withdrawn_reason,
    )
