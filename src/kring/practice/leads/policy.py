"""Who leads and who stands behind: the role someone has in a dossier now, from involvement and from the lead itself.

A relative who is regisseur (BR-032) has no professional's involvement; the lead row alone says so.
"""

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.models import Involvement
from kring.ground.access.roles import DEPUTY, FAMILY_ROLES, REGISSEUR
from kring.ground.shared.lasting import in_force
from kring.ground.shared.verdict import YES, Verdict, no
from kring.practice.leads.models import Lead, LeadKind

ROLE_OF = {LeadKind.LEAD: REGISSEUR.code, LeadKind.DEPUTY: DEPUTY.code}
LEADING = frozenset({REGISSEUR.code, DEPUTY.code})
FAMILY = frozenset(FAMILY_ROLES)


def involvements_now(actor: Actor) -> QuerySet[Involvement]:
    """What the actor is in any dossier at this moment. One's own involvement is always one's own to read."""
    return involvements_at(actor.id, actor.at)


def involvements_at(account: UUID, at: datetime) -> QuerySet[Involvement]:
    return Involvement.objects.filter(in_force(at), account_id=account)


def roles_in(actor: Actor, dossier: UUID) -> frozenset[str]:
    """The codes of the roles that the actor has in this dossier."""
    involved = involvements_now(actor).filter(dossier_id=dossier).order_by("role").values_list("role", flat=True)
    leads = Lead.objects.filter(dossier_id=dossier, account_id=actor.id, ended_at=None).order_by("kind")
    return frozenset(involved) | {ROLE_OF[LeadKind(kind)] for kind in leads.values_list("kind", flat=True)}


def may_write_answers(roles: frozenset[str]) -> Verdict:
    """What may be shared is written down by a professional who leads; a relative who leads reads no more (BR-032)."""
    if roles & LEADING and not roles & FAMILY:
        return YES
    return no(_("Alleen de regisseur of de achtervang legt vast wat het gezin antwoordt."))
