"""Withholding from a client, with its tasks: another professional is asked, and a day to look again (BR-073)."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.keys import law_key
from kring.ground.access.models import Grant, SecondAnswer, Withholding
from kring.ground.access.parts import Part
from kring.ground.access.services import Withheld, answer_withholding, ask_withholding, end_withholding
from kring.ground.agenda.models import Task, TaskState
from kring.ground.agenda.rules import LOOK_AGAIN, SECOND_OPINION, clock_of, due_on
from kring.ground.agenda.services import add_task, cancel_task, finish_task
from kring.ground.documents.models import Document
from kring.ground.shared.period import HERE
from kring.ground.shared.verdict import Refused

ASK, LOOK = "Geef uw mening over iets in dit dossier", "Bekijk een afspraak in dit dossier opnieuw"
"""Titles of tasks tell nothing of what it is about."""


def ask(*, actor: Actor, dossier: UUID, wish: Withheld, is_urgent: bool) -> Withholding:
    """The other professional gets a task. Urgent: it holds from now on, for two working days at most."""
    _enforce_readable(actor, dossier, wish)
    until = _provisional(actor) if is_urgent else None
    row = ask_withholding(actor=actor, dossier=dossier, wish=replace(wish, until=until))
    add_task(actor=actor, account=wish.second, clock=SECOND_OPINION, title=ASK, dossier=dossier)
    return row


def answer(*, actor: Actor, withholding: Withholding, answer: SecondAnswer, words: str) -> None:
    """Who asked looks again on the agreed day, if the answer is yes."""
    answer_withholding(actor=actor, withholding=withholding, answer=answer, words=words)
    _finish(actor, withholding, SECOND_OPINION, actor.id)
    if answer is SecondAnswer.AGREES:
        add_task(
            actor=actor,
            account=withholding.asked_by,
            clock=LOOK_AGAIN,
            title=LOOK,
            dossier=withholding.dossier_id,
            due_on=withholding.review_on,
        )


def end(*, actor: Actor, withholding: Withholding, words: str) -> None:
    """Nobody need give an opinion or look again any more."""
    end_withholding(actor=actor, withholding=withholding, words=words)
    if withholding.answer:
        _finish(actor, withholding, LOOK_AGAIN, withholding.asked_by)
    else:
        _finish(actor, withholding, SECOND_OPINION, withholding.second_id)


def _provisional(actor: Actor) -> datetime:
    """Up to the end of the second working day, whatever term is set for the task itself."""
    last = due_on(clock_of(SECOND_OPINION), actor.today)
    return datetime.combine(last + timedelta(days=1), time(), HERE)


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
