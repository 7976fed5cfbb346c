"""Who offers and judges, who answers, and who makes the plan: the family itself, or whoever leads in its words."""

from collections.abc import Mapping
from enum import StrEnum, auto
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.ground.access.roles import ADULT, YOUTH
from kring.ground.shared.verdict import YES, Verdict, no
from kring.practice.leads.policy import FAMILY, LEADING


class Deed(StrEnum):
    """What can be done with a family's own plan."""

    OFFER = auto()
    ANSWER = auto()
    BRING = auto()
    HAND_IN = auto()
    JUDGE = auto()


ALLOWED: Final[Mapping[Deed, frozenset[str]]] = {
    Deed.OFFER: LEADING,
    Deed.ANSWER: LEADING | {ADULT.code, YOUTH.code},
    Deed.BRING: LEADING | FAMILY,
    Deed.HAND_IN: LEADING | {ADULT.code, YOUTH.code},
    Deed.JUDGE: LEADING,
}
REASONS: Final[Mapping[Deed, Promise]] = {
    Deed.OFFER: _("Alleen de regisseur of de achtervang biedt een familiegroepsplan aan."),
    Deed.ANSWER: _("Alleen het gezin zelf, of de regisseur namens het gezin, geeft hier antwoord."),
    Deed.BRING: _("Alleen het gezin zelf, of de regisseur in hun woorden, schrijft hier iets bij."),
    Deed.HAND_IN: _("Alleen het gezin zelf, of de regisseur als het op papier komt, levert het plan in."),
    Deed.JUDGE: _("Alleen de regisseur of de achtervang zegt of het plan zo kan."),
}


def may(deed: Deed, roles: frozenset[str]) -> Verdict:
    """By the actor's roles in this dossier."""
    return YES if roles & ALLOWED[deed] else no(REASONS[deed])
