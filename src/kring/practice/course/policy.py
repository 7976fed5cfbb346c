"""Who looks back and closes: whoever leads, with the family. What is written everybody in the plan reads."""

from django.utils.translation import gettext as _

from kring.ground.shared.verdict import YES, Verdict, no
from kring.practice.leads.policy import LEADING


def may_keep_course(roles: frozenset[str]) -> Verdict:
    """By the actor's roles in this dossier."""
    return YES if roles & LEADING else no(_("De regisseur of de achtervang schrijft dit op, samen met het gezin."))
