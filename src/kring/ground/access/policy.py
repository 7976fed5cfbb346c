"""Who may change rights. Reading is decided by the grants in the database; these are the deeds."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from kring.ground.access.actor import Actor
from kring.ground.access.models import Dossier, Involvement
from kring.ground.access.roles import ADMINISTRATOR, CHOOSER, LEADER, REGISSEUR
from kring.ground.shared.verdict import YES, Verdict, no


def may_administer(actor: Actor, organisation: UUID | None) -> Verdict:
    """Accounts, teams and roles of an organisation: its functional administrator, or the first set-up."""
    if actor.is_system or (organisation and actor.has_role(ADMINISTRATOR.code, organisation)):
        return YES
    return no(_("Alleen de functioneel beheerder van deze organisatie mag dit."))


def may_open_dossier(actor: Actor, controller: UUID) -> Verdict:
    """Naming a household is a second, logged step of the process director or team leader."""
    if actor.has_role(CHOOSER.code, controller) or actor.has_role(LEADER.code, controller):
        return YES
    return no(_("Alleen een procesregisseur of teamleider van deze gemeente mag een huishouden op naam brengen."))


def may_appoint(actor: Actor, dossier: Dossier) -> Verdict:
    """The regisseur and everyone else with a role: process director or team leader of the controller."""
    if actor.has_role(CHOOSER.code, dossier.controller_id) or actor.has_role(LEADER.code, dossier.controller_id):
        return YES
    return no(_("Alleen een procesregisseur of teamleider van deze gemeente mag iemand een rol in dit dossier geven."))


def may_record_family_answer(actor: Actor, dossier: UUID) -> Verdict:
    """What the family answers is written down by whoever named the household or leads it."""
    roles = {REGISSEUR.code, "naamgever", "achtervang"}
    mine = Involvement.objects.filter(dossier_id=dossier, account_id=actor.id, role__in=roles, started_at__lte=actor.at)
    if mine.exclude(ended_at__lte=actor.at).exists():
        return YES
    return no(_("Alleen de regisseur of wie het huishouden op naam bracht, legt het antwoord van het gezin vast."))
