"""Naming a reader of what is protected sets a task for whoever named: to look at it again on the agreed day."""

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.models import Dossier, NamedReader
from kring.ground.access.services import Naming, name_reader
from kring.ground.agenda.services import add_task

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
