"""Writing an own statement down, and withdrawing one. There is no changing."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.models import DossierSubject
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.shared.verdict import Refused
from kring.practice.households.models import Person
from kring.practice.statements.models import OwnStatement
from kring.practice.statements.policy import may_state
from kring.practice.statements.queries import FOUND_IN, about_what
from kring.practice.statements.rules import Disputed, can_state, can_withdraw


@dataclass(frozen=True, slots=True)
class Said:
    """Whose statement, about which part, in which words."""

    subject: UUID
    kind: Disputed
    thing: UUID
    words: str
    said_on: date


def add_statement(*, actor: Actor, dossier: UUID, said: Said) -> OwnStatement:
    """Beside a part that the writer reads; the words are kept as they are (Jeugdwet 7.3.8 lid 2)."""
    may_state(actor, dossier, said.subject).enforce()
    can_state(said.words, said.said_on, actor.today).enforce()
    if not DossierSubject.objects.filter(dossier_id=dossier, subject_id=said.subject).exists():
        raise Refused(_("Deze persoon hoort niet bij dit dossier."))
    about = about_what(dossier, said.kind, said.thing)
    if about is None:
        raise Refused(_("Dit onderdeel is er niet, of u mag het niet zien."))
    row = OwnStatement(
        dossier_id=dossier, subject_id=said.subject, kind=said.kind, thing=said.thing, about=about,
        speaker=Person.objects.values_list("display_name", flat=True).get(subject=said.subject),
        words=said.words, said_on=said.said_on, written_by=actor.id, written_at=actor.at,
    )  # fmt: skip
    row.save(force_insert=True)
    _note("statements.statement_added", row, Event.CREATE)
    return row


def withdraw_statement(*, actor: Actor, statement: OwnStatement) -> None:
    """No longer shown; that it was there, and what it said, is kept."""
    may_state(actor, statement.dossier_id, statement.subject_id).enforce()
    can_withdraw(is_withdrawn=statement.withdrawn_at is not None).enforce()
    OwnStatement.objects.filter(id=statement.id).update(withdrawn_at=actor.at, withdrawn_by=actor.id)
    _note("statements.statement_withdrawn", statement, Event.CHANGE)


def _note(what: str, row: OwnStatement, event: Event) -> None:
    kind = next(one for one in Disputed if one == row.kind)
    note_deed(what, FOUND_IN[kind][2], event=event, dossier=row.dossier_id, subjects=[row.subject_id])
