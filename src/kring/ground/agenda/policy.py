"""Who may give a task to whom, and who may do something with it."""

from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.models import Dossier, Grant
from kring.ground.access.parts import Part
from kring.ground.agenda.models import Task
from kring.ground.shared.protection import Writes
from kring.ground.shared.verdict import YES, Verdict, no


def may_add_task(actor: Actor, account: UUID, dossier: UUID | None) -> Verdict:
    """For oneself in any dossier that one sees; for another only where one works on the tasks."""
    if account == actor.id and (dossier is None or Dossier.objects.filter(id=dossier).exists()):
        return YES
    if dossier is not None and _works_on(actor, dossier):
        return YES
    return no(_("U werkt niet aan dit dossier. Daarom kunt u er geen taak in zetten."))


def may_change_task(actor: Actor, task: Task) -> Verdict:
    """Whoever must do it, or who works on the same dossier (a deputy closes the regisseur's tasks)."""
    if task.account_id == actor.id or (task.dossier_id is not None and _works_on(actor, task.dossier_id)):
        return YES
    return no(_("Deze taak is van iemand anders."))


def _works_on(actor: Actor, dossier: UUID) -> bool:
    """Grants are the account's own to read; a family member has tasks, and no list of tasks."""
    mine = Grant.objects.filter(account_id=actor.id, part=Part.TASK, key=dossier, writes=Writes.ALL)
    mine = mine.filter(valid_from__lte=actor.at)
    return mine.exclude(valid_until__lte=actor.at).exists()
