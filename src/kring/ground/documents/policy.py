"""Who may add a document to a dossier, at which shield level, and who may withdraw it.

A family reads what is shared with it, per person; it puts no documents in the dossier itself (handbook §5).
"""

from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.parts import Part
from kring.ground.access.policy import is_involved, levels_written
from kring.ground.access.roles import DEPUTY, REGISSEUR
from kring.ground.documents.models import Document
from kring.ground.shared.levels import Level
from kring.ground.shared.verdict import YES, Verdict, no


def levels(actor: Actor, dossier: UUID) -> tuple[Level, ...]:
    """The levels at which the actor adds a document here."""
    return levels_written(actor, dossier, Part.DOCUMENT)


def may_add(actor: Actor, dossier: UUID, level: int | None = None) -> Verdict:
    """A professional who reads documents of this level here; nobody hides something from themselves."""
    mine = levels(actor, dossier)
    if not mine:
        return no(_("Alleen een professional met een taak in dit dossier zet er een document in."))
    return YES if level is None or level in mine else no(_("Dit beschermniveau mag u zelf niet lezen. Kies een ander."))


def may_mend(actor: Actor, document: Document) -> Verdict:
    """What stands beside it is put right, or it goes to the family where it belongs, by the same people."""
    if may_withdraw(actor, document):
        return YES
    return no(_("Alleen wie dit document toevoegde en de regisseur kunnen het veranderen."))


def may_withdraw(actor: Actor, document: Document) -> Verdict:
    """Whoever added it, the regisseur and the deputy."""
    if document.added_by == actor.id or is_involved(actor, document.dossier_id, REGISSEUR.code, DEPUTY.code):
        return YES
    return no(_("Alleen wie dit document toevoegde en de regisseur kunnen het intrekken."))
