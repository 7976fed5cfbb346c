"""Who writes down a contact, under which law and at which level; mending one's own, or as who leads anybody's.

A family reads what is about it and writes none: it has its own words (handbook §5, condition 1).
"""

from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.models import Involvement
from kring.ground.access.parts import Law, Part
from kring.ground.access.policy import is_involved, levels_written
from kring.ground.access.roles import DEPUTY, REGISSEUR
from kring.ground.shared.lasting import in_force
from kring.ground.shared.levels import Level
from kring.ground.shared.verdict import YES, Verdict, no
from kring.practice.notes.models import ContactNote


def levels(actor: Actor, dossier: UUID) -> tuple[Level, ...]:
    """The levels at which the actor writes here."""
    return levels_written(actor, dossier, Part.CONTACT_NOTE)


def laws(actor: Actor, dossier: UUID) -> tuple[Law, ...]:
    """Those of the actor's own function with this family."""
    mine = Involvement.objects.filter(in_force(actor.at), dossier_id=dossier, account_id=actor.id)
    own = {law for row in mine.order_by("id").values_list("laws", flat=True) for law in row}
    return tuple(law for law in Law if law.value in own)


def may_write(actor: Actor, dossier: UUID) -> Verdict:
    if levels(actor, dossier):
        return YES
    return no(_("Alleen een professional met een taak in dit dossier schrijft een contactmoment op."))


def may_take_in(actor: Actor, note: ContactNote, dossier: UUID) -> Verdict:
    """Into the file of another family: one's own note, or anybody's where one leads too."""
    if note.written_by == actor.id or is_involved(actor, dossier, REGISSEUR.code, DEPUTY.code):
        return YES
    return no(_("Bij dat gezin bent u geen regisseur. Vraag wie dit opschreef om het te verplaatsen."))


def may_mend(actor: Actor, note: ContactNote) -> Verdict:
    """Whoever wrote it and still writes here; the regisseur and the deputy."""
    leads = is_involved(actor, note.dossier_id, REGISSEUR.code, DEPUTY.code)
    if leads or (note.written_by == actor.id and levels(actor, note.dossier_id)):
        return YES
    return no(_("Alleen wie dit opschreef en de regisseur kunnen het veranderen."))
