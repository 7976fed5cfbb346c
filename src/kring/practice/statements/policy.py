"""Who states: the person, who has authority over a child, and who leads, at their request and in their words.

That something is not right is said by somebody of the family, in the own name; a professional who leads answers.
"""

from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.policy import may_decide_own_sharing
from kring.ground.shared.verdict import YES, Verdict, no
from kring.practice.leads.policy import FAMILY, may_write_answers, roles_in


def may_state(actor: Actor, dossier: UUID, subject: UUID) -> Verdict:
    if may_write_answers(roles_in(actor, dossier)) or may_decide_own_sharing(actor, dossier, subject):
        return YES
    return no(_("Een eigen verklaring is van de persoon zelf. De regisseur schrijft haar op verzoek op."))


def may_remark(actor: Actor, dossier: UUID) -> Verdict:
    if roles_in(actor, dossier) & FAMILY:
        return YES
    return no(_("Alleen wie bij dit plan hoort, zegt hier dat iets niet klopt."))


def may_answer(actor: Actor, dossier: UUID) -> Verdict:
    return may_write_answers(roles_in(actor, dossier))
