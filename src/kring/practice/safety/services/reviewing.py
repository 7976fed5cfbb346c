"""The task to look again at what was agreed for safety: for who leads and for who is consulted (BR-077).

Its title tells nothing; the agenda itself warns its doer when it is late.
"""

from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.models import Involvement
from kring.ground.access.roles import CONSULTED, REGISSEUR
from kring.ground.agenda.models import Task, TaskState
from kring.ground.agenda.services import add_task, cancel_task, finish_task
from kring.ground.shared.lasting import in_force
from kring.practice.safety.models import SafetyAgreement
from kring.practice.safety.rules.agreements import IN_FORCE, REVIEW_CLOCK

LOOK = "Kijk samen opnieuw naar wat is afgesproken"


def look_again(actor: Actor, dossier: UUID, day: date) -> None:
    """One task each, however many agreements are looked at that day; late at once for a day that has passed."""
    waiting = set(_open(dossier, day).values_list("account_id", flat=True))
    for account in sorted(watchers(actor, dossier) - waiting):
        add_task(
            actor=actor, account=account, clock=REVIEW_CLOCK, title=LOOK, dossier=dossier,
            began_on=min(day, actor.today), due_on=day,
        )  # fmt: skip


def looked(actor: Actor, dossier: UUID, day: date) -> None:
    """When the last agreement of that day was looked at, moved or ended."""
    if SafetyAgreement.objects.filter(
        dossier_id=dossier, state__in=IN_FORCE, withdrawn_at=None, review_on=day
    ).exists():
        return
    for task in _open(dossier, day).order_by("id"):
        if task.account_id == actor.id:
            finish_task(actor=actor, task=task)
        else:
            cancel_task(actor=actor, task=task, reason=_("Het is niet meer nodig."))


def watchers(actor: Actor, dossier: UUID) -> set[UUID]:
    """The professional who leads, and the safeguarding officer as long as she is consulted."""
    there = Involvement.objects.filter(in_force(actor.at), dossier_id=dossier)
    found = there.filter(role__in=(REGISSEUR.code, CONSULTED.code)).values_list("account_id", flat=True)
    return set(found) or {actor.id}


def _open(dossier: UUID, day: date) -> QuerySet[Task]:
    return Task.objects.filter(dossier_id=dossier, clock=REVIEW_CLOCK, due_on=day, state=TaskState.OPEN)
