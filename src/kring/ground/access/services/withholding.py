"""Withholding from a client (BR-073): asked by one professional, started by the yes of another, given when it ends.

It ends by itself after the day on which it is looked at again, unless another professional agrees with longer.
"""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access import compiler
from kring.ground.access.actor import Actor
from kring.ground.access.gates import gate
from kring.ground.access.models import DossierSubject, SecondAnswer, Withholding
from kring.ground.access.policy import (
    can_be_second,
    can_be_second_for_longer,
    can_last_longer,
    may_answer_withholding,
    may_withhold,
)
from kring.ground.access.rules import (
    can_agree,
    can_answer_withholding,
    can_end_withholding,
    can_withhold,
    last_moment,
)
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.shared.verdict import Refused

GROUND = "Jeugdwet 7.3.2 lid 4"


@dataclass(frozen=True, slots=True)
class Withheld:
    """From whom, what and why; `until` is given when it cannot wait for the second professional."""

    member: UUID
    reason: str
    second: UUID
    review_on: date
    document: UUID | None = None
    subject: UUID | None = None
    law: str = ""
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Longer:
    """Up to and with which day, why, and whose new opinion is asked; meanwhile it holds until `meanwhile` at least."""

    until: date
    reason: str
    second: UUID
    meanwhile: datetime


def ask_withholding(*, actor: Actor, dossier: UUID, wish: Withheld) -> Withholding:
    """Nothing is withheld before the second professional says yes, unless it holds provisionally until `until`."""
    may_withhold(actor, dossier).enforce()
    can_be_second(actor, dossier, wish.second).enforce()
    can_withhold(wish.reason, today=actor.today, review_on=wish.review_on, at=actor.at, until=wish.until).enforce()
    row = Withholding(
        dossier_id=dossier,
        member_id=wish.member,
        subject_id=wish.subject,
        law=wish.law,
        document=wish.document,
        reason=wish.reason.strip(),
        asked_by=actor.id,
        asked_at=actor.at,
        second_id=wish.second,
        review_on=wish.review_on,
        started_at=actor.at if wish.until else None,
        ended_at=wish.until,
    )
    with gate():
        _enforce_member(row)
        row.save(force_insert=True)
        compiler.recompile_dossier(dossier)
    _note("access.withholding_asked", row)
    return row


def answer_withholding(*, actor: Actor, withholding: Withholding, answer: SecondAnswer, words: str) -> None:
    """A yes starts it, or lets what held provisionally go on; a no ends it at once."""
    may_answer_withholding(actor, withholding).enforce()
    can_answer_withholding(
        words, at=actor.at, is_answered=bool(withholding.answer), ended_at=withholding.ended_at
    ).enforce()
    agrees = answer is SecondAnswer.AGREES
    if agrees:
        can_agree(at=actor.at, review_on=withholding.review_on).enforce()
    _change(
        withholding,
        answer=answer,
        words=words.strip(),
        answered_at=actor.at,
        started_at=(withholding.started_at or actor.at) if agrees else withholding.started_at,
        ended_at=last_moment(withholding.review_on) if agrees else actor.at,
    )
    _note("access.withholding_answered", withholding)


def ask_longer(*, actor: Actor, withholding: Withholding, wish: Longer) -> None:
    """It goes on while the other thinks about it, for two working days at most, and then ends by itself."""
    may_withhold(actor, withholding.dossier_id).enforce()
    can_last_longer(actor, withholding).enforce()
    can_be_second_for_longer(actor, withholding, wish.second).enforce()
    can_withhold(wish.reason, today=actor.today, review_on=wish.until, at=actor.at, until=wish.meanwhile).enforce()
    if wish.until <= withholding.review_on:
        raise Refused(_("Kies een dag na de dag waarop het nu eindigt."))
    _change(
        withholding,
        longer_until=wish.until,
        longer_reason=wish.reason.strip(),
        longer_by=actor.id,
        longer_asked_at=actor.at,
        longer_second_id=wish.second,
        longer_answer="",
        longer_words="",
        longer_answered_at=None,
        ended_at=max(withholding.ended_at or actor.at, wish.meanwhile),
    )
    _note("access.withholding_longer_asked", withholding)


def answer_longer(*, actor: Actor, withholding: Withholding, answer: SecondAnswer, words: str) -> None:
    """A yes sets the new day; after a no it ends on the day that was agreed before, or now when that is past."""
    may_answer_withholding(actor, withholding).enforce()
    can_answer_withholding(
        words, at=actor.at, is_answered=not withholding.asks_longer, ended_at=withholding.ended_at
    ).enforce()
    agrees = answer is SecondAnswer.AGREES
    day = withholding.longer_until if agrees and withholding.longer_until else withholding.review_on
    _change(
        withholding,
        longer_answer=answer,
        longer_words=words.strip(),
        longer_answered_at=actor.at,
        review_on=day,
        ended_at=max(last_moment(day), actor.at),
    )
    _note("access.withholding_longer_answered", withholding)


def end_withholding(*, actor: Actor, withholding: Withholding, words: str) -> None:
    """From now on the member of the family sees it, and reads in the log that it was withheld."""
    may_withhold(actor, withholding.dossier_id).enforce()
    can_end_withholding(words, at=actor.at, ended_at=withholding.ended_at).enforce()
    _change(withholding, ended_at=actor.at, ended_by=actor.id, end_words=words.strip())
    _note("access.withholding_ended", withholding)


def _change(withholding: Withholding, **fields: object) -> None:
    """Only as it was read: two people may answer or end it in the same second."""
    with gate():
        same = Withholding.objects.filter(
            id=withholding.id,
            answer=withholding.answer,
            ended_at=withholding.ended_at,
            longer_asked_at=withholding.longer_asked_at,
            longer_answer=withholding.longer_answer,
        )
        if not same.update(**fields):
            raise Refused(_("Iemand anders heeft dit net veranderd. Kijk opnieuw."))
        compiler.recompile_dossier(withholding.dossier_id)
    for name, value in fields.items():
        setattr(withholding, name, value)


def _enforce_member(row: Withholding) -> None:
    people = {one for one in (row.member_id, row.subject_id) if one is not None}
    if DossierSubject.objects.filter(dossier_id=row.dossier_id, subject_id__in=people).count() != len(people):
        raise Refused(_("Deze persoon hoort niet bij dit dossier."))


def _note(what: str, row: Withholding) -> None:
    """Never with the reason: whom it is withheld from reads this line as soon as it has ended."""
    note_deed(
        what,
        "withholding",
        event=Event.RIGHTS,
        dossier=row.dossier_id,
        subjects=[row.member_id],
        ground=GROUND,
        thing=row.id,
    )
