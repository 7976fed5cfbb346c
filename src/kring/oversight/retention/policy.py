"""Who reads the terms: the archivist, and who watches over the data. No content is in them."""

from django.utils.translation import gettext_lazy as _

from kring.ground.access.actor import Actor
from kring.ground.access.roles import ADMINISTRATOR, ARCHIVIST, PRIVACY_OFFICER
from kring.ground.shared.verdict import YES, Verdict, no

READERS = (ARCHIVIST, PRIVACY_OFFICER, ADMINISTRATOR)


def may_see_terms(actor: Actor) -> Verdict:
    if actor.organisations(*(role.code for role in READERS)):
        return YES
    return no(_("Alleen de archivaris, de functionaris gegevensbescherming en de beheerder zien de bewaartermijnen."))
