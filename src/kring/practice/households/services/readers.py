"""Naming a reader of what is protected sets a task for whoever named: to look at it again on the agreed day."""

from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.models import Dossier, NamedReader
from kring.ground.access.services import Naming, end_named_reader, name_reader
from kring.ground.agenda.models import Task, TaskState
from kring.ground.agenda.services import add_task, cancel_task, finish_task

REVIEW = "beschermd_lezen"


def name_with_review(*, actor: Actor, dossier: Dossier, naming: Naming) -> NamedReader:
    """The task says nothing of whom or what; a safeguarding officer who is not involved has it without the dossier."""
    reader = name_reader(actor=actor, dossier=dossier, naming=naming)
    visible = Dossier.objects.filter(id=dossier.id).exists()
    add_task(
        actor=actor,
        account=actor.id,
        clock=REVIEW,
        title=_("Kijk na wie beschermde gegevens op naam leest"),
        dossier=dossier.id if visible else None,
        due_on=naming.review_on,
    )
    return reader


def end_idle_readers(*, actor: Actor, dossier: Dossier, reason: str) -> int:
    """Who read by name what is not protected any more, reads by name no longer. Gives how many."""
    with connection.cursor() as cursor:
        cursor.execute("select gate.idle_readers(%s)", [dossier.id])
        idle = [row[0] for row in cursor.fetchall()]
    for reader in idle:
        end_with_review(actor=actor, dossier=dossier, reader=reader, reason=reason)
    return len(idle)


def end_with_review(*, actor: Actor, dossier: Dossier, reader: UUID, reason: str) -> None:
    """Who named need not look at it again; of two readings on one day each has its own task."""
    row = end_named_reader(actor=actor, dossier=dossier, reader=reader, reason=reason)
    tasks = Task.objects.filter(account_id=row.named_by, clock=REVIEW, due_on=row.review_on, state=TaskState.OPEN)
    task = tasks.order_by("began_on", "id").first()
    if task is None:
        return
    if row.named_by == actor.id:
        finish_task(actor=actor, task=task)
    else:
        cancel_task(actor=actor, task=task, reason=_("Het is niet meer nodig."))
