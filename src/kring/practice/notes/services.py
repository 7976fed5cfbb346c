"""The only writers of contact notes: writing one down, correcting, withdrawing and moving it, and undoing."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor, own_name
from kring.ground.access.models import Dossier
from kring.ground.access.parts import Part
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.audit.undoing import before_last
from kring.ground.configuration.queries.words import choices
from kring.ground.documents.rules import Destination, can_move
from kring.ground.documents.services import enforce_member
from kring.ground.shared.verdict import Refused
from kring.practice.notes.models import ContactNote
from kring.practice.notes.policy import laws, levels, may_mend, may_take_in, may_write
from kring.practice.notes.rules import (
    HOW,
    NoteWords,
    can_be_held,
    can_correct,
    can_say,
    can_stand_at,
    can_withdraw,
    usual,
)

UNDONE = ("subject", "level", "law", "held_on", "held_at", "how", "with_whom", "said", "agreed",
          "withdrawn_at", "withdrawn_by", "withdrawn_reason")  # fmt: skip
"""What a service here may have changed."""


def write_note(*, actor: Actor, dossier: UUID, words: NoteWords) -> ContactNote:
    """One contact, in the writer's own name."""
    may_write(actor, dossier).enforce()
    _enforce_words(actor, dossier, words)
    note = ContactNote(
        dossier_id=dossier,
        written_by=actor.id,
        written_by_name=own_name(actor),
        written_at=actor.at,
        **_fields(words),
    )
    note.save(force_insert=True)
    _note("notes.note_written", note, Event.CREATE)
    return note


def write_notes(*, actor: Actor, dossier: UUID, words: NoteWords, also: Sequence[UUID]) -> list[ContactNote]:
    """One contact about several people: to each the own note, guarded by the own key (ADR 15)."""
    about = dict.fromkeys([*([words.subject] if words.subject else []), *also])
    return [write_note(actor=actor, dossier=dossier, words=replace(words, subject=one)) for one in about or [None]]


def correct_note(*, actor: Actor, note: ContactNote, words: NoteWords) -> None:
    """What it said before stays in its history. The law and level that stand there may stay."""
    may_mend(actor, note).enforce()
    can_correct(is_withdrawn=note.withdrawn_at is not None).enforce()
    _enforce_words(actor, note.dossier_id, words, now=note)
    _change(note, "notes.note_corrected", _fields(words))


def withdraw_note(*, actor: Actor, note: ContactNote, reason: str) -> None:
    """No longer shown; that it was there, and why it went, stays."""
    may_mend(actor, note).enforce()
    can_withdraw(is_withdrawn=note.withdrawn_at is not None, reason=reason).enforce()
    _withdraw(actor, note, reason.strip())


def undo_note(*, actor: Actor, note: ContactNote) -> None:
    """What was just written is withdrawn; what was corrected or withdrawn is as it was."""
    may_mend(actor, note).enforce()
    was = before_last(ContactNote, note.id, UNDONE, by=actor.id, at=actor.at)
    if was is None:
        for row in _written_with(note):
            _withdraw(actor, row, _("ongedaan gemaakt"))
    else:
        _change(note, "notes.note_undone", was)


def move_note(*, actor: Actor, note: ContactNote, to: Destination) -> None:
    """It was written with the wrong family. The database leaves a line there, and takes its history along.

    Under a law that the mover works with there; else under the one that is usual.
    """
    (may_mend(actor, note) and may_take_in(actor, note, to.dossier)).enforce()
    offered = levels(actor, to.dossier)
    is_withdrawn = note.withdrawn_at is not None
    can_move(
        is_withdrawn=is_withdrawn, here=note.dossier_id, there=to.dossier, level=note.level, levels=offered
    ).enforce()
    enforce_member(to.dossier, to.subject)
    own = [law.value for law in laws(actor, to.dossier)]
    law = note.law if note.law in own else usual(own, offered).law
    _note("notes.note_moved_away", note, Event.CHANGE)
    there = ContactNote.objects.filter(id=note.id, dossier_id=note.dossier_id, withdrawn_at=None)
    if not there.update(dossier_id=to.dossier, subject_id=to.subject, law=law):
        raise Refused(_("Iemand anders heeft dit contactmoment net veranderd. Kijk opnieuw."))
    note.dossier_id, note.subject_id, note.law = to.dossier, to.subject, law
    _note("notes.note_moved_here", note, Event.CREATE)


def undo_move(*, actor: Actor, note: ContactNote, back: Destination) -> None:
    """Where it stood, under the law of then; the line there goes, and none stays where it was for a moment."""
    was = before_last(ContactNote, note.id, ("law",), by=actor.id, at=actor.at)
    move_note(actor=actor, note=note, to=back)
    if was:
        ContactNote.objects.filter(id=note.id).update(**was)


def _written_with(note: ContactNote) -> list[ContactNote]:
    """The same contact as it was written about several people in one go; at least this one."""
    same = ContactNote.objects.filter(
        dossier=note.dossier_id, written_by=note.written_by, written_at=note.written_at, held_on=note.held_on,
        how=note.how, said=note.said, agreed=note.agreed, withdrawn_at=None,
    )  # fmt: skip
    others = same.exclude(id=note.id).exclude(subject=None) if note.subject_id else same.none()
    return [note, *others]


def _enforce_words(actor: Actor, dossier: UUID, words: NoteWords, *, now: ContactNote | None = None) -> None:
    (can_be_held(words.held_on, actor.today) and can_say(words.said, words.agreed)).enforce()
    stands = (now.law, now.level) if now else None
    if stands != (words.law, words.level):
        can_stand_at(words.law, words.level, laws(actor, dossier), levels(actor, dossier)).enforce()
    controller = Dossier.objects.values_list("controller_id", flat=True).get(id=dossier)
    offered = {code for code, _label in choices(HOW, controller, actor.at, keep=now.how if now else "")}
    if words.how not in offered:
        raise Refused(_("Kies hoe er contact was."))
    enforce_member(dossier, words.subject)


def _fields(words: NoteWords) -> dict[str, object]:
    return {
        "subject_id": words.subject,
        "level": words.level,
        "law": words.law,
        "held_on": words.held_on,
        "held_at": words.held_at,
        "how": words.how,
        "with_whom": words.with_whom.strip(),
        "said": words.said.strip(),
        "agreed": words.agreed.strip(),
    }


def _withdraw(actor: Actor, note: ContactNote, reason: str) -> None:
    fields = {"withdrawn_at": actor.at, "withdrawn_by": actor.id, "withdrawn_reason": reason}
    _change(note, "notes.note_withdrawn", fields, event=Event.DELETE, ground=reason)


def _change(
    note: ContactNote, what: str, fields: Mapping[str, object], *, event: Event = Event.CHANGE, ground: str = ""
) -> None:
    """Only as it was read: a withdrawn note is not corrected, and the other way round."""
    if not ContactNote.objects.filter(id=note.id, withdrawn_at=note.withdrawn_at).update(**fields):
        raise Refused(_("Iemand anders heeft dit contactmoment net veranderd. Kijk opnieuw."))
    _note(what, note, event, ground=ground)


def _note(what: str, note: ContactNote, event: Event, *, ground: str = "") -> None:
    subjects = [note.subject_id] if note.subject_id else []
    note_deed(
        what,
        Part.CONTACT_NOTE,
        event=event,
        dossier=note.dossier_id,
        subjects=subjects,
        ground=ground,
        level=note.level,
        thing=note.id,
    )
