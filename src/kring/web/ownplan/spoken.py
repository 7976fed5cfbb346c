"""How somebody is spoken to on the own pages: an adult reads *u*; who is under eighteen reads *je*, in short words."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.ground.access.roles import YOUNG, YOUTH

YOUNG_ROLES: Final = frozenset({YOUNG.code, YOUTH.code})


@dataclass(frozen=True, slots=True)
class Spoken:
    """Every sentence that differs."""

    nothing_now: Promise
    figure: Promise
    figure_own: Promise
    figure_read: Promise
    lead: Promise
    no_lead: Promise
    no_plan: Promise
    no_goals: Promise
    not_agreed: Promise
    data: Promise
    step_failed: Promise
    add_word: Promise
    not_right: Promise
    not_right_title: Promise
    opinion: Promise
    also: Promise


ADULT: Final = Spoken(
    nothing_now=_("U hoeft nu niets te doen."),
    figure=_("Uw cijfer"),
    figure_own=_("Het is uw eigen cijfer. Een fout cijfer bestaat niet."),
    figure_read=_("Wie dit doel leest, leest ook uw cijfer."),
    lead=_("uw regisseur"),
    no_lead=_("U hebt nog geen regisseur. Zodra iemand is aangewezen, staat de naam hier."),
    no_plan=_(
        "Iemand van de gemeente neemt contact met u op. Daarna staat hier uw plan: wat u wilt, wie helpt, en wat de "
        "volgende stap is."
    ),
    no_goals=_("U en uw regisseur schrijven samen op wat u wilt bereiken. Daarna staat het hier."),
    not_agreed=_("U kunt het al wel lezen. Klopt iets niet? Zeg het."),
    data=_("Uw gegevens"),
    step_failed=_("Lukte het niet? Dat kan. Schrijf op waarom. Dan zoekt u samen iets wat wel lukt."),
    add_word=_("Wilt u er iets bij zeggen?"),
    not_right=_("Alleen uw regisseur en de achtervang lezen dit. U krijgt antwoord bij het plan."),
    not_right_title=_("Wat volgens u niet klopt"),
    opinion=_("Zeg wat u nu van dit plan vindt"),
    also=_("Ook van u"),
)
YOUNGER: Final = Spoken(
    nothing_now=_("Je hoeft nu niets te doen."),
    figure=_("Jouw cijfer"),
    figure_own=_("Het is jouw cijfer. Een fout cijfer bestaat niet."),
    figure_read=_("Wie dit doel leest, leest ook jouw cijfer."),
    lead=_("regelt de hulp samen met jullie"),
    no_lead=_("Er is nog niemand die de hulp regelt. Zodra dat zo is, staat de naam hier."),
    no_plan=_("Iemand van de gemeente komt praten. Daarna staat hier het plan: wat jullie willen en wie helpt."),
    no_goals=_("Jullie schrijven samen op wat jullie willen. Daarna staat het hier."),
    not_agreed=_("Je kunt het al wel lezen. Klopt iets niet? Zeg het."),
    data=_("Jouw gegevens"),
    step_failed=_("Lukte het niet? Dat kan. Schrijf op waarom. Dan zoeken jullie samen iets wat wel lukt."),
    add_word=_("Wil je er iets bij zeggen?"),
    not_right=_("Alleen wie de hulp regelt, leest dit. Je ouders niet. Het antwoord komt bij het plan."),
    not_right_title=_("Wat volgens jou niet klopt"),
    opinion=_("Zeg wat jij nu van dit plan vindt"),
    also=_("Ook van jou"),
)


def spoken_to(roles: Iterable[str]) -> Spoken:
    """By the roles of the reader in this family."""
    return YOUNGER if YOUNG_ROLES & set(roles) else ADULT
