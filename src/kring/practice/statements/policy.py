"""Who states: the person, who has authority over a child, and who leads, at their request and in their words."""

from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.policy import may_decide_own_sharing
from kring.ground.shared.verdict import YES, Verdict, no
from kring.practice.leads.policy import may_write_answers, roles_in


def may_state(actor: Actor, dossier: UUID, subject: UUID) -> Verdict:
    if may_write_answers(roles_in(actor, dossier)) or may_decide_own_sharing(actor, dossier, subject):
        return YES
    return no(_("Een eigen verklaring is van de persoon zelf. De regisseur schrijft haar op verzoek op."))
