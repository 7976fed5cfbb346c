"""Who keeps the register: the privacy officer of the municipality, and nobody else."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from kring.ground.access.actor import Actor
from kring.ground.access.roles import PRIVACY_OFFICER
from kring.ground.shared.verdict import YES, Verdict, no


def may_keep_breaches(actor: Actor, organisation: UUID | None = None) -> Verdict:
    """Of this organisation, or of any when none is named."""
    mine = actor.organisations(PRIVACY_OFFICER.code)
    if mine if organisation is None else organisation in mine:
        return YES
    return no(_("Alleen de functionaris gegevensbescherming houdt het register van datalekken bij."))
