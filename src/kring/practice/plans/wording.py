"""The words adapt to whose plan it is: a single adult reads *mijn plan* and never *gezin*."""

from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.practice.plans.models import DoerKind


@dataclass(frozen=True, slots=True)
class Wording:
    """Every sentence that differs between a family's plan and one person's."""

    plan: Promise
    our_plan: Promise
    wants: Promise
    we_want: Promise
    question: Promise
    no_question: Promise
    goal_hint: Promise
    members: Promise
    owner_doer: Promise
    owner_goal: Promise
    own_words: Promise
    strengths: Promise
    concerns: Promise
    dream: Promise
    agreed: Promise
    choice: Promise
    chose: Promise
    chose_other: Promise
    look_back: Promise
    working_with: Promise
    read_together: Promise
    signs: Promise
    reason_hint: Promise
    other_wanted: Promise
    together: Promise
    tip: Promise
    wrote: Promise
    wrote_other: Promise

    def doer(self, kind: str) -> Promise:
        """Who does it, as a text label: colour and shape never say it alone."""
        return self.owner_doer if kind == DoerKind.FAMILY else DoerKind(kind).label


FAMILY: Final = Wording(
    plan=_("Gezinsplan"),
    our_plan=_("Ons plan"),
    wants=_("Wat het gezin wil bereiken"),
    we_want=_("Wat we willen bereiken"),
    question=_("De vraag van het gezin"),
    no_question=_("De vraag van het gezin is nog niet opgeschreven."),
    goal_hint=_("Schrijf het op zoals iemand uit het gezin het zegt."),
    members=_("Gezinsleden"),
    owner_doer=_("gezin"),
    owner_goal=_("van het gezin zelf"),
    own_words=_("In onze eigen woorden"),
    strengths=_("Wat gaat er goed? Wie of wat helpt u nu al?"),
    concerns=_("Waar maakt u zich zorgen over? Wat moet als eerste anders?"),
    dream=_("Stel: over een jaar gaat het goed. Hoe ziet uw week er dan uit?"),
    agreed=_("Iedereen die aan dit gezinsplan werkt, krijgt bericht."),
    choice=_("Wilde het gezin deze regisseur?"),
    chose=_("Ja, het gezin koos deze regisseur"),
    chose_other=_("Nee, het gezin wilde iemand anders"),
    look_back=_("Wanneer kijkt u samen terug?"),
    working_with=_("Wie helpt er mee"),
    read_together=_("Lees het plan samen door. Klopt het voor iedereen?"),
    signs=_("Namens het gezin"),
    reason_hint=_("Het gezin leest deze reden."),
    other_wanted=_("Het gezin wilde iemand anders."),
    together=_("Het hele gezin samen"),
    tip=_("Een tip, het gezin leest dit ook."),
    wrote=_("Dit schreef iemand van het gezin"),
    wrote_other=_("Dit schreef iemand anders van het gezin"),
)
ONE: Final = Wording(
    plan=_("Mijn plan"),
    our_plan=_("Mijn plan"),
    wants=_("Wat ik wil bereiken"),
    we_want=_("Wat ik wil bereiken"),
    question=_("Mijn vraag"),
    no_question=_("De vraag is nog niet opgeschreven."),
    goal_hint=_("Schrijf het op zoals de persoon het zelf zegt."),
    members=_("Van wie is dit plan"),
    owner_doer=_("ikzelf"),
    owner_goal=_("van mijzelf"),
    own_words=_("In mijn eigen woorden"),
    strengths=_("Wat gaat er goed? Wie of wat helpt u nu al?"),
    concerns=_("Waar maakt u zich zorgen over? Wat moet als eerste anders?"),
    dream=_("Stel: over een jaar gaat het goed. Hoe ziet uw week er dan uit?"),
    agreed=_("Iedereen die aan dit plan werkt, krijgt bericht."),
    choice=_("Wilde de persoon zelf deze regisseur?"),
    chose=_("Ja, zelf gekozen"),
    chose_other=_("Nee, de persoon wilde iemand anders"),
    look_back=_("Wanneer kijken we samen terug?"),
    working_with=_("Wie helpt er mee"),
    read_together=_("Lees het plan samen door. Klopt het?"),
    signs=_("Ikzelf"),
    reason_hint=_("De persoon om wie het gaat, leest deze reden."),
    other_wanted=_("Er was een andere wens."),
    together=_("Het hele plan"),
    tip=_("Een tip, de persoon om wie het gaat leest dit ook."),
    wrote=_("Dit schreef de persoon om wie het gaat"),
    wrote_other=_("Dit schreef de persoon om wie het gaat"),
)


def wording_for(*, single: bool) -> Wording:
    return ONE if single else FAMILY
