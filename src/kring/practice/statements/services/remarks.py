"""*Dit klopt niet*: said by somebody of the family, answered by who leads; who said it hears what came of it."""

from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor, own_name
from kring.ground.access.models import Account
from kring.ground.agenda.models import NoticeKind
from kring.ground.agenda.services import finish_clock, notify
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.shared.verdict import Refused
from kring.practice.leads.services import tell_lead
from kring.practice.statements.models import Remark
from kring.practice.statements.policy import may_answer, may_remark
from kring.practice.statements.queries import FOUND_IN, about_what
from kring.practice.statements.rules import (
    NOT_RIGHT,
    Disputed,
    Outcome,
    RemarkState,
    can_answer,
    can_remark,
    can_take_back,
    remark_state,
)


def say_not_right(*, actor: Actor, dossier: UUID, kind: Disputed, thing: UUID, words: str) -> Remark:
    """About a part that one reads, in the own name; who leads gets a task."""
    may_remark(actor, dossier).enforce()
    can_remark(words).enforce()
    about = about_what(dossier, kind, thing)
    if about is None:
        raise Refused(_("Dit onderdeel is er niet, of u mag het niet zien."))
    mine = Account.objects.get(id=actor.id)
    assert mine.subject_id is not None, "an account of the family is of one person"
    row = Remark(
        dossier_id=dossier, subject_id=mine.subject_id, kind=kind, thing=thing, about=about,
        speaker=mine.display_name, words=words.strip(), written_by=actor.id, written_at=actor.at,
    )  # fmt: skip
    row.save(force_insert=True)
    _note("statements.not_right_said", row, Event.CREATE)
    tell_lead(actor=actor, dossier=dossier, clock=NOT_RIGHT)
    return row


def take_back(*, actor: Actor, remark: Remark) -> None:
    """By who said it, as long as there is no answer."""
    if remark.written_by != actor.id:
        raise Refused(_("Alleen wie dit schreef, neemt het terug."))
    can_take_back(now=_state(remark)).enforce()
    Remark.objects.filter(id=remark.id).update(withdrawn_at=actor.at)
    _note("statements.not_right_taken_back", remark, Event.CHANGE)


def answer_remark(*, actor: Actor, remark: Remark, outcome: Outcome, answer: str) -> None:
    """The one who said it gets a notice; with the last answer the task is done."""
    may_answer(actor, remark.dossier_id).enforce()
    can_answer(outcome, answer, now=_state(remark)).enforce()
    by = own_name(actor)
    Remark.objects.filter(id=remark.id).update(
        outcome=outcome, answer=answer.strip(), answered_by_name=by, answered_at=actor.at
    )
    _note("statements.not_right_answered", remark, Event.CHANGE)
    notify(account=remark.written_by, kind=NoticeKind.REMARK_ANSWERED, dossier=remark.dossier_id)
    if not Remark.objects.filter(dossier_id=remark.dossier_id, answered_at=None, withdrawn_at=None).exists():
        finish_clock(actor=actor, dossier=remark.dossier_id, clock=NOT_RIGHT)


def _state(remark: Remark) -> RemarkState:
    return remark_state(is_answered=remark.answered_at is not None, is_withdrawn=remark.withdrawn_at is not None)


def _note(what: str, row: Remark, event: Event) -> None:
    part = FOUND_IN[Disputed.of(row.kind)][2]
    note_deed(what, part, event=event, dossier=row.dossier_id, subjects=[row.subject_id])
