"""Who may see figures, and who may write about them. Which rows that are, the database decides by grant."""

from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.parts import Part
from kring.ground.access.roles import CHOOSER, ORGANISATION_ROLES, POLICY
from kring.ground.shared.verdict import YES, Verdict, no
from kring.steering.figures.models import Pilot

READERS = frozenset(role.code for role in ORGANISATION_ROLES.values() if Part.FIGURES in role.parts)
WRITERS = frozenset({CHOOSER.code, POLICY.code})


def reads_figures_of(actor: Actor) -> frozenset[UUID]:
    """The municipalities and organisations whose figures the actor may read."""
    return actor.organisations(*READERS)


def writes_for(actor: Actor) -> tuple[UUID, ...]:
    """The municipalities for which the actor starts pilots, in a fixed order."""
    return tuple(sorted(actor.organisations(*WRITERS)))


def may_see_figures(actor: Actor) -> Verdict:
    if reads_figures_of(actor):
        return YES
    return no(_("Cijfers zijn er voor beleid, procesregisseurs, teamleiders en de privacyfunctionaris."))


def may_ask_for_count(actor: Actor) -> Verdict:
    """Counting again shows nobody more than before."""
    if writes_for(actor):
        return YES
    return no(_("Alleen de beleidsadviseur of procesregisseur laat opnieuw tellen."))


def may_start_pilot(actor: Actor, organisation: UUID) -> Verdict:
    return _writes_for(actor, organisation)


def may_change_pilot(actor: Actor, pilot: Pilot) -> Verdict:
    """Its texts and its decision on small numbers belong to the municipality that leads it."""
    return _writes_for(actor, pilot.organisation_id)


def may_write_letter(actor: Actor, municipality: UUID) -> Verdict:
    """Handbook §5: a letter to the council, and the template it is made with, are the policy adviser's."""
    if actor.has_role(POLICY.code, municipality):
        return YES
    return no(_("Alleen de beleidsadviseur van deze gemeente schrijft brieven aan de raad."))


def may_let_take_part(actor: Actor, municipality: UUID) -> Verdict:
    """A client takes part for its own municipality; that one is controller, not the one that leads the pilot."""
    return _writes_for(actor, municipality)


def _writes_for(actor: Actor, organisation: UUID) -> Verdict:
    if organisation in writes_for(actor):
        return YES
    return no(_("Alleen de beleidsadviseur of procesregisseur van deze gemeente mag dit."))
