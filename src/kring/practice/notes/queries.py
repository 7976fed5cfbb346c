"""The contact notes of a dossier as the reader may see them: the list, one note, and what a new one begins with."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from uuid import UUID

from django.db.models import OuterRef, Q, Subquery

from kring.ground.access.actor import Actor
from kring.ground.access.models import Dossier
from kring.ground.access.parts import Law, Part
from kring.ground.audit.trail import note_read
from kring.ground.shared.levels import Level
from kring.practice.circle.queries import names_beside
from kring.practice.notes.models import ContactNote, MovedNote


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One contact. `how` is the code of the word; `subject` None: about the whole family."""

    id: UUID
    dossier: UUID
    held_on: date
    held_at: time | None
    how: str
    with_whom: str
    subject: UUID | None
    law: Law | None
    level: Level
    said: str
    agreed: str
    writer: str
    is_mine: bool
    written_at: datetime
    withdrawn_at: datetime | None
    withdrawn_reason: str
    also: tuple[UUID, ...] = ()
    """Of whom the same contact was written down in one go, each with a note of the own."""

    @property
    def about(self) -> tuple[UUID, ...]:
        return (self.subject, *self.also) if self.subject else ()

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_at is not None


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which notes of a dossier. `subject` with `name`: about this person, or in which the person took part."""

    text: str = ""
    how: str = ""
    subject: UUID | None = None
    name: str = ""
    oldest_first: bool = False

    @property
    def is_everything(self) -> bool:
        return not (self.text or self.how or self.subject)


@dataclass(frozen=True, slots=True)
class DossierNotes:
    """What there is, and apart what was withdrawn."""

    present: tuple[NoteRow, ...]
    withdrawn: tuple[NoteRow, ...]
    moved: tuple[datetime, ...] = ()
    """When something was taken away that belonged to another family."""


EVERYTHING = Wanted()


def dossier_notes(actor: Actor, dossier: UUID, wanted: Wanted = EVERYTHING) -> DossierNotes:
    """Two queries; newest first."""
    order = ("held_on", "held_at", "written_at", "id")
    found = ContactNote.objects.filter(_fits(wanted), dossier_id=dossier)
    rows = found.order_by(*order) if wanted.oldest_first else found.order_by(*(f"-{name}" for name in order))
    notes = [_row(actor, row) for row in rows]
    _note_read(dossier, notes)
    moved = MovedNote.objects.filter(dossier_id=dossier).order_by("-moved_at", "id") if wanted.is_everything else None
    return DossierNotes(
        _together(note for note in notes if not note.is_withdrawn),
        _together(note for note in notes if note.is_withdrawn),
        tuple(moved.values_list("moved_at", flat=True)) if moved is not None else (),
    )


def _together(notes: Iterable[NoteRow]) -> tuple[NoteRow, ...]:
    """One contact that was written down about several people is one line, at the place of the first."""
    found: dict[tuple[object, ...], NoteRow] = {}
    for note in notes:
        one = (
            note.written_at, note.writer, note.held_on, note.held_at, note.how, note.with_whom, note.law, note.level,
            note.said, note.agreed,
        )  # fmt: skip
        first = found.get(one)
        if first is None or not note.subject or not first.subject or note.subject in first.about:
            found[one if first is None else (*one, note.id)] = note
        else:
            found[one] = replace(first, also=(*first.also, note.subject))
    return tuple(found.values())


def one_note(actor: Actor, note: UUID, dossier: UUID | None = None) -> NoteRow | None:
    """None when it is not there, or not for this reader."""
    rows = ContactNote.objects.filter(id=note)
    row = (rows.filter(dossier_id=dossier) if dossier else rows).first()
    if row is None:
        return None
    _note_read(row.dossier_id, [_row(actor, row)], thing=row.id)
    return _row(actor, row)


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a new note begins with: how the actor had contact here last, and who of the circle can be chosen."""

    how: str = ""
    circle: tuple[str, ...] = ()


def beginning(actor: Actor, dossier: UUID) -> Beginning:
    """One query; of the circle, for who reads that."""
    mine = ContactNote.objects.filter(dossier=OuterRef("pk"), written_by=actor.id).order_by("-written_at")
    rows = Dossier.objects.filter(id=dossier).values_list(Subquery(mine.values("how")[:1]), names_beside("pk"))
    how, circle = rows.first() or ("", [])
    if circle:
        note_read(Part.NETWORK, dossier=dossier)
    return Beginning(how or "", tuple(circle))


def _fits(wanted: Wanted) -> Q:
    fits = Q()
    if wanted.text:
        fits &= Q(said__icontains=wanted.text) | Q(agreed__icontains=wanted.text) | Q(with_whom__icontains=wanted.text)
    if wanted.how:
        fits &= Q(how=wanted.how)
    if wanted.subject:
        took_part = Q(with_whom__icontains=wanted.name) if wanted.name else Q()
        fits &= (Q(subject=wanted.subject) | took_part) if took_part else Q(subject=wanted.subject)
    return fits


def _note_read(dossier: UUID, rows: Iterable[NoteRow], *, thing: UUID | None = None) -> None:
    """What is protected has lines of its own, which the family reads when the shield has ended (BR-103)."""
    about: dict[int, set[UUID]] = {0: set()} if thing is None else {}
    for row in rows:
        level = row.level if row.level >= Level.PROTECTED else 0
        about.setdefault(level, set()).update({row.subject} if row.subject else ())
    for level, subjects in about.items():
        note_read(Part.CONTACT_NOTE, dossier=dossier, subjects=subjects, level=level, thing=thing)


def _row(actor: Actor, note: ContactNote) -> NoteRow:
    return NoteRow(
        id=note.id,
        dossier=note.dossier_id,
        held_on=note.held_on,
        held_at=note.held_at,
        how=note.how,
        with_whom=note.with_whom,
        subject=note.subject_id,
        law=next((law for law in Law if law.value == note.law), None),
        level=Level(note.level),
        said=note.said,
        agreed=note.agreed,
        writer=note.written_by_name,
        is_mine=note.written_by == actor.id,
        written_at=note.written_at,
        withdrawn_at=note.withdrawn_at,
        withdrawn_reason=note.withdrawn_reason,
    )
