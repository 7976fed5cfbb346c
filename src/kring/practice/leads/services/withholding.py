"""Withholding from a client, with its tasks: another professional is asked, and a day to look again (BR-073)."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.keys import law_key
from kring.ground.access.models import Grant, SecondAnswer, Withholding
from kring.ground.access.parts import Part
from kring.ground.access.rules import last_moment
from kring.ground.access.services import (
    Longer,
    Withheld,
    answer_longer,
    answer_withholding,
    ask_longer,
    ask_withholding,
    end_withholding,
)
from kring.ground.agenda.models import Task, TaskState
from kring.ground.agenda.rules import LOOK_AGAIN, SECOND_OPINION, clock_of, due_on
from kring.ground.agenda.services import add_task, cancel_task, finish_task
from kring.ground.documents.models import Document
from kring.ground.shared.verdict import Refused

ASK, LOOK = "Geef uw mening over iets in dit dossier", "Bekijk een afspraak in dit dossier opnieuw"
"""Titles of tasks tell nothing of what it is about."""
LOOK_BEFORE = timedelta(days=7)
"""It ends by itself, so there must be time left to ask another whether it may last longer."""


def ask(*, actor: Actor, dossier: UUID, wish: Withheld, is_urgent: bool) -> Withholding:
    """The other professional gets a task. Urgent: it holds from now on, for two working days at most."""
    _enforce_readable(actor, dossier, wish)
    until = _provisional(actor) if is_urgent else None
    row = ask_withholding(actor=actor, dossier=dossier, wish=replace(wish, until=until))
    add_task(actor=actor, account=wish.second, clock=SECOND_OPINION, title=ASK, dossier=dossier)
    return row


def answer(*, actor: Actor, withholding: Withholding, answer: SecondAnswer, words: str) -> None:
    """Whether it may, or may longer: who asked looks again a week before it ends, if the answer is yes."""
    give = answer_longer if withholding.asks_longer else answer_withholding
    give(actor=actor, withholding=withholding, answer=answer, words=words)
    _finish(actor, withholding, SECOND_OPINION, actor.id)
    if answer is SecondAnswer.AGREES:
        add_task(
            actor=actor,
            account=_who_looks(withholding),
            clock=LOOK_AGAIN,
            title=LOOK,
            dossier=withholding.dossier_id,
            due_on=max(actor.today, withholding.review_on - LOOK_BEFORE),
        )


def longer(*, actor: Actor, withholding: Withholding, until: date, reason: str, second: UUID) -> None:
    """Asking is having looked again; it goes on for two working days while the other thinks about it."""
    looks = _who_looks(withholding)
    wish = Longer(until, reason, second, _provisional(actor))
    ask_longer(actor=actor, withholding=withholding, wish=wish)
    _finish(actor, withholding, LOOK_AGAIN, looks)
    add_task(actor=actor, account=second, clock=SECOND_OPINION, title=ASK, dossier=withholding.dossier_id)


def end(*, actor: Actor, withholding: Withholding, words: str) -> None:
    """Nobody need give an opinion or look again any more."""
    end_withholding(actor=actor, withholding=withholding, words=words)
    if withholding.asks_longer and withholding.longer_second_id:
        _finish(actor, withholding, SECOND_OPINION, withholding.longer_second_id)
    elif withholding.answer:
        _finish(actor, withholding, LOOK_AGAIN, _who_looks(withholding))
    else:
        _finish(actor, withholding, SECOND_OPINION, withholding.second_id)


def _provisional(actor: Actor) -> datetime:
    """Up to the end of the second working day, whatever term is set for the task itself."""
    return last_moment(due_on(clock_of(SECOND_OPINION), actor.today))


def _who_looks(withholding: Withholding) -> UUID:
    """Who asked for it last, with a yes."""
    agreed = withholding.longer_by if withholding.longer_answer == SecondAnswer.AGREES else None
    return agreed or withholding.asked_by


def _enforce_readable(actor: Actor, dossier: UUID, wish: Withheld) -> None:
    """Nobody withholds what they cannot read themselves."""
    if wish.document is not None:
        found = Document.objects.filter(id=wish.document, dossier_id=dossier, withdrawn_at=None).exists()
    elif wish.subject is None:
        found = False
    else:
        key = law_key(wish.subject, wish.law)
        mine = Grant.objects.filter(account_id=actor.id, part=Part.PROVISION, key=key, valid_from__lte=actor.at)
        found = mine.exclude(valid_until__lte=actor.at).exists()
    if not found:
        raise Refused(_("Dit kunt u zelf niet lezen. Kies iets anders."))


def _finish(actor: Actor, withholding: Withholding, clock: str, account: UUID) -> None:
    """The oldest open one: of two withholdings in a dossier each has its own task."""
    tasks = Task.objects.filter(dossier_id=withholding.dossier_id, clock=clock, account_id=account)
    task = tasks.filter(state=TaskState.OPEN).order_by("began_on", "due_on", "id").first()
    if task is None:
        return
    if account == actor.id:
        finish_task(actor=actor, task=task)
    else:
        cancel_task(actor=actor, task=task, reason=_("Het is niet meer nodig."))
