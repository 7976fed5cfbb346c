"""Who may change areas: a functional administrator of any organisation in the co-operation, for areas belong to it."""

from django.utils.translation import gettext_lazy as _

from kring.ground.access.actor import Actor
from kring.ground.access.roles import ADMINISTRATOR
from kring.ground.shared.verdict import YES, Verdict, no


def may_change_areas(actor: Actor) -> Verdict:
    if actor.is_system or actor.organisations(ADMINISTRATOR.code):
        return YES
    return no(_("Alleen een functioneel beheerder mag gebieden wijzigen."))
