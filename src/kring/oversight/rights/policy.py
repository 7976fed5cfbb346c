"""Who handles requests: the privacy officer of the municipality. Asking is everybody's own (GDPR 12)."""

from collections.abc import Collection
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from kring.ground.access.actor import Actor
from kring.ground.access.policy import WITH_A_TASK
from kring.ground.access.roles import PRIVACY_OFFICER
from kring.ground.shared.verdict import YES, Verdict, no


def may_handle_requests(actor: Actor, organisation: UUID | None = None) -> Verdict:
    """Of this organisation, or of any when none is named."""
    mine = actor.organisations(PRIVACY_OFFICER.code)
    if mine if organisation is None else organisation in mine:
        return YES
    return no(_("Alleen de functionaris gegevensbescherming van deze gemeente behandelt verzoeken over gegevens."))


def may_write_down(roles: Collection[str]) -> Verdict:
    """What somebody of a family asks is taken down by who has a task there, with these roles in the dossier."""
    if set(roles) & set(WITH_A_TASK):
        return YES
    return no(_("Alleen wie een taak heeft bij dit gezin schrijft een verzoek op. Vraag het de regisseur."))
