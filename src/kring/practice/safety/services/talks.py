"""A talk in confidence with a child: written down, put right, withdrawn. The child reads it, its parents do not."""

from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor, own_name
from kring.ground.access.parts import Part
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.audit.undoing import before_last
from kring.ground.documents.services import enforce_member
from kring.ground.shared.levels import Level
from kring.ground.shared.verdict import Refused
from kring.practice.leads.rules import enforce
from kring.practice.safety.models import ChildTalk
from kring.practice.safety.policy import may_write_talk
from kring.practice.safety.rules.telling import TalkWords, can_talk_in_confidence, talk_problems

UNDONE = ("held_on", "said", "with_whom", "may_tell", "withdrawn_at", "withdrawn_because")


def write_talk(*, actor: Actor, dossier: UUID, words: TalkWords, age: int | None = None) -> ChildTalk:
    """With one child of the family."""
    (may_write_talk(actor, dossier) and can_talk_in_confidence(age)).enforce()
    enforce(talk_problems(words, actor.today))
    enforce_member(dossier, words.subject)
    row = ChildTalk(
        dossier_id=dossier, subject_id=words.subject, written_by=actor.id, written_by_name=own_name(actor),
        written_at=actor.at, **_fields(words),
    )  # fmt: skip
    row.save(force_insert=True)
    _note("written", row, Event.CREATE)
    return row


def correct_talk(*, actor: Actor, row: ChildTalk, words: TalkWords) -> None:
    """It was written down wrongly; of which child it is does not change."""
    _enforce(actor, row)
    enforce(talk_problems(words, actor.today))
    _change(row, "corrected", _fields(words))


def withdraw_talk(*, actor: Actor, row: ChildTalk, reason: str) -> None:
    _enforce(actor, row)
    if not reason.strip():
        raise Refused(_("Schrijf op waarom."))
    _change(row, "withdrawn", {"withdrawn_at": actor.at, "withdrawn_because": reason.strip()}, Event.DELETE)


def undo_talk(*, actor: Actor, row: ChildTalk) -> None:
    """What was just written is withdrawn; what was corrected or withdrawn is as it was."""
    may_write_talk(actor, row.dossier_id).enforce()
    was = before_last(ChildTalk, row.pk, UNDONE, by=actor.id, at=actor.at)
    gone = {"withdrawn_at": actor.at, "withdrawn_because": _("ongedaan gemaakt")}
    _change(row, "undone", dict(was or gone))


def _fields(words: TalkWords) -> dict[str, object]:
    return {
        "held_on": words.held_on,
        "said": words.said.strip(),
        "with_whom": words.with_whom.strip(),
        "may_tell": words.may_tell.strip(),
    }


def _enforce(actor: Actor, row: ChildTalk) -> None:
    may_write_talk(actor, row.dossier_id).enforce()
    if row.withdrawn_at is not None:
        raise Refused(_("Dit gesprek is ingetrokken."))


def _change(row: ChildTalk, done: str, changed: dict[str, object], event: Event = Event.CHANGE) -> None:
    ChildTalk.objects.filter(pk=row.pk).update(**changed)
    _note(done, row, event)


def _note(done: str, row: ChildTalk, event: Event) -> None:
    note_deed(
        f"safety.child_talk_{done}", Part.CHILD_TALK, event=event, dossier=row.dossier_id, subjects=[row.subject_id],
        level=Level.PROTECTED, thing=row.id,
    )  # fmt: skip
