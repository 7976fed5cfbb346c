"""Who judges and merges: the data steward of the municipality, as with everybody who is not certain."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from kring.ground.access.actor import Actor
from kring.ground.access.roles import DATA_STEWARD
from kring.ground.shared.verdict import YES, Verdict, no


def may_judge_doubles(actor: Actor, organisation: UUID | None = None) -> Verdict:
    """Of this municipality, or of any when none is named."""
    mine = actor.organisations(DATA_STEWARD.code)
    if mine if organisation is None else organisation in mine:
        return YES
    return no(_("Alleen de gegevensbeheerder van deze gemeente beoordeelt dubbele personen."))
