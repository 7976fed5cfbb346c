"""Who may bring files, undo a delivery, and decide about persons that are not certain."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from kring.ground.access.actor import Actor
from kring.ground.access.roles import ADMINISTRATOR, DATA_STEWARD
from kring.ground.shared.verdict import YES, Verdict, no


def may_deliver(actor: Actor, organisation: UUID) -> Verdict:
    """Bringing and undoing show no person: the functional administrator may do it, and the data steward."""
    roles = (ADMINISTRATOR.code, DATA_STEWARD.code)
    if actor.is_system or any(actor.has_role(role, organisation) for role in roles):
        return YES
    return no(_("Alleen de gegevensbeheerder of de functioneel beheerder van deze gemeente mag leveringen verwerken."))


def may_review(actor: Actor, organisation: UUID) -> Verdict:
    """The review list shows persons: the data steward's alone."""
    if actor.has_role(DATA_STEWARD.code, organisation):
        return YES
    return no(_("Alleen de gegevensbeheerder van deze gemeente beoordeelt personen."))
