"""Every indicator as data: what it counts, of what, in which unit, and where it comes from (BR-122).

The numbers are those of the handbook, §8. The date is that of the count itself.
"""

from dataclasses import dataclass
from typing import Final

from kring.steering.figures.rules.tables import ALL
from kring.steering.figures.rules.tallies import ACTIONS, LAWS, LEAD, PLAN, PROVIDERS, START, Tally
from kring.steering.figures.rules.wording import mark as _


@dataclass(frozen=True, slots=True)
class Definition:
    """What a figure means, as it stands beside the figure and as a letter freezes it."""

    code: str
    title: str
    meaning: str
    unit: str
    source: str


@dataclass(frozen=True, slots=True)
class Indicator:
    """A part of a whole: both are categories, subtotals or the total of one tally. `short` stands above one figure."""

    definition: Definition
    short: str
    tally: Tally
    part: str
    whole: str = ALL

    @property
    def code(self) -> str:
        return self.definition.code


ONE_LEAD: Final = Indicator(
    Definition(
        "I-01",
        _("Gezinnen met één regisseur"),
        _(
            "Actieve gezinnen met op de peildatum precies één regisseur en één achtervang, van alle actieve gezinnen. "
            "Actief is een gezin vanaf de dag waarop er een regisseur kwam, tot het dossier is afgesloten."
        ),
        _("gezinnen"),
        _("Kring: dossiers en regisseurschappen"),
    ),
    _("met één regisseur"),
    LEAD,
    "wel",
)
WITH_PLAN: Final = Indicator(
    Definition(
        "I-02",
        _("Gezinnen met één plan"),
        _(
            "Actieve gezinnen met een planversie die in de twaalf maanden tot en met de peildatum is vastgesteld, "
            "van alle actieve gezinnen (zie I-01)."
        ),
        _("gezinnen"),
        _("Kring: dossiers en vastgestelde planversies"),
    ),
    _("met één plan"),
    PLAN,
    "plan",
)
INFORMAL: Final = Indicator(
    Definition(
        "I-03",
        _("Plannen met informele hulp"),
        _(
            "Plannen met minstens één lopende actie van het eigen netwerk of een vrijwilliger, van alle plannen van "
            "I-02. Een actie loopt vanaf de dag waarop haar doel begon tot zij gedaan, niet gelukt of vervallen is."
        ),
        _("plannen"),
        _("Kring: vastgestelde planversies en acties"),
    ),
    _("plannen met informele hulp"),
    PLAN,
    "informeel",
    "plan",
)
BY_DOER: Final = Indicator(
    Definition(
        "I-04",
        _("Wie doet de acties"),
        _(
            "Lopende acties van actieve gezinnen naar wie ze doet: gezin, eigen netwerk, vrijwilliger of professional. "
            "Een cijfer uit te weinig gezinnen wordt niet getoond, ook als het om veel acties gaat."
        ),
        _("acties"),
        _("Kring: acties"),
    ),
    _("acties door het eigen netwerk"),
    ACTIONS,
    "network",
)
ASKED_FIRST: Final = Indicator(
    Definition(
        "I-05",
        _("Informele hulp bij de start overwogen"),
        _(
            "Nieuwe plannen waarin bij elke stap van een professional binnen 14 dagen na het begin van het plan is "
            "gevraagd wie uit het eigen netwerk of welke vrijwilliger dit kan. Nieuw is een plan van een actief gezin "
            "dat 14 dagen tot twaalf maanden voor de peildatum begon en stappen van professionals heeft bij de doelen "
            "uit die 14 dagen."
        ),
        _("plannen"),
        _("Kring: plannen en acties"),
    ),
    _("nieuwe plannen met de vraag op tijd"),
    START,
    "op_tijd",
)
STACKED: Final = Indicator(
    Definition(
        "I-07",
        _("Huishoudens met twee of meer wetten"),
        _(
            "Huishoudens waarin op de peildatum voorzieningen uit twee of meer wetten lopen, van alle huishoudens met "
            "een voorziening. Wie waar woont telt per dag; wat de aanbieder meldt, gaat voor wat is toegewezen."
        ),
        _("huishoudens"),
        _("leveringen: BRP, iJw, iWmo en voorzieningenlijsten"),
    ),
    _("huishoudens met 2 of meer wetten"),
    LAWS,
    "stapel",
)
PROVIDER_PLANS: Final = Indicator(
    Definition(
        "aanbieders",
        _("Plannen van aanbieders met informele hulp"),
        _(
            "Eigen plannen van aanbieders waarvan informele hulp vanaf het begin deel is, van alle eigen plannen "
            "die er zijn. Per kwartaal en aanbieder telt van elk gezin het laatste antwoord tot de peildatum."
        ),
        _("plannen"),
        _("Kring: antwoorden van aanbieders"),
    ),
    _("plannen van aanbieders met informele hulp"),
    PROVIDERS,
    "met",
    "plan",
)
"""By provider: it stands apart from what is compared by area."""
INDICATORS: Final = (ONE_LEAD, WITH_PLAN, INFORMAL, BY_DOER, ASKED_FIRST, STACKED)
