"""Who writes down how a family is reached, and at which level; who shields what is there (handbook §5, §3.1)."""

from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.models import Dossier, Grant
from kring.ground.access.parts import Part
from kring.ground.access.policy import is_involved, may_shield
from kring.ground.access.roles import DEPUTY, REGISSEUR
from kring.ground.shared.levels import Level
from kring.ground.shared.protection import Writes
from kring.ground.shared.verdict import YES, Verdict, no


def may_write_contacts(actor: Actor, dossier: UUID) -> Verdict:
    """A professional who leads; a relative who leads has no such involvement (BR-032)."""
    if is_involved(actor, dossier, REGISSEUR.code, DEPUTY.code):
        return YES
    return no(_("Alleen de regisseur en de achtervang schrijven op hoe het gezin bereikbaar is."))


def may_write_homes(actor: Actor, dossier: UUID) -> Verdict:
    """Who lives where, and what somebody tells of authority: a professional who leads (handbook §5, RG RW)."""
    if is_involved(actor, dossier, REGISSEUR.code, DEPUTY.code):
        return YES
    return no(_("Alleen de regisseur en de achtervang schrijven op wie waar woont en wie het gezag heeft."))


def contact_levels(actor: Actor, subject: UUID) -> tuple[Level, ...]:
    """Open, and the levels that the actor writes of this person by name: nobody hides something from themselves."""
    grants = Grant.objects.filter(account_id=actor.id, part=Part.PERSON_CONTACT, key=subject, valid_from__lte=actor.at)
    named = grants.filter(max_level__gte=Level.PROTECTED, writes=Writes.ALL).exclude(valid_until__lte=actor.at)
    return (Level.CONTACT, *(Level(level) for level in sorted(set(named.values_list("max_level", flat=True)))))


def may_change_level(actor: Actor, dossier: Dossier, before: Level, level: Level) -> Verdict:
    """As for the dossier itself: who leads raises, only the safeguarding officer lowers."""
    return may_shield(actor, Dossier(id=dossier.id, controller_id=dossier.controller_id, shield=before), level)
