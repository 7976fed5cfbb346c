"""Who reads terms and lists: the archivist, and who watches over the data. No content is in them.

Who runs the installation draws a list up, the archivist decides about it (BR-110).
"""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from kring.ground.access.actor import Actor
from kring.ground.access.roles import ADMINISTRATOR, ARCHIVIST, PRIVACY_OFFICER
from kring.ground.shared.verdict import YES, Verdict, no

READERS = (ARCHIVIST, PRIVACY_OFFICER, ADMINISTRATOR)


def may_see_terms(actor: Actor) -> Verdict:
    if actor.organisations(*(role.code for role in READERS)):
        return YES
    return no(_("Alleen de archivaris, de functionaris gegevensbescherming en de beheerder zien de bewaartermijnen."))


def may_see_lists(actor: Actor) -> Verdict:
    if actor.organisations(*(role.code for role in READERS)):
        return YES
    return no(_("Alleen de archivaris, de functionaris gegevensbescherming en de beheerder zien wat wordt vernietigd."))


def may_draw_up(actor: Actor, organisation: UUID) -> Verdict:
    if actor.is_system or actor.has_role(ADMINISTRATOR.code, organisation):
        return YES
    return no(_("Alleen de functioneel beheerder laat een lijst opmaken."))


def may_decide(actor: Actor, organisation: UUID) -> Verdict:
    """To approve a list, keep a line longer, and have it carried out."""
    if actor.has_role(ARCHIVIST.code, organisation):
        return YES
    return no(_("Alleen de archivaris van deze gemeente beslist over wat wordt vernietigd."))
