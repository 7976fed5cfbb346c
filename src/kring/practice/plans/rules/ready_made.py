"""Ready-made actions per life area, small and doable, to choose when a step is written down.

Each area is a word list of its own, so that a municipality adds, corrects and ends them like any other word.
"""

from collections.abc import Mapping
from typing import Final

from kring.ground.configuration.rules import StartWord, WordList, declare_list
from kring.ground.shared.marking import mark as _


def _of(area: str, title: str, *start: tuple[str, str]) -> WordList:
    meaning = _("Acties die iemand bij een doel over dit leefgebied in één keer kiest.")
    return declare_list(WordList(f"acties-{area}", title, meaning, tuple(StartWord(*one) for one in start)))


READY_MADE: Final[Mapping[str, WordList]] = {
    "safety": _of(
        "safety",
        _("Acties: veilig opgroeien en veiligheid"),
        ("who_to_call", _("Samen afspreken wie het kind belt als het thuis spannend is")),
        ("signs", _("Samen opschrijven waaraan we merken dat het misgaat")),
        ("time_out", _("Afspreken hoe we stoppen als een ruzie oploopt")),
        ("sleepover", _("Een vaste plek regelen waar de kinderen kunnen slapen als dat nodig is")),
    ),
    "family": _of(
        "family",
        _("Acties: thuis en opvoeden"),
        ("eat_together", _("Een keer in de week samen eten, zonder telefoon")),
        ("bedtime", _("Een vaste tijd om naar bed te gaan afspreken")),
        ("rules", _("Drie huisregels kiezen en ophangen")),
        ("time_each", _("Elke week een half uur samen met één kind")),
        ("course", _("Meedoen aan een oudercursus of oudercafé in de buurt")),
    ),
    "network": _of(
        "network",
        _("Acties: familie, vrienden en buurt"),
        ("circle", _("Samen opschrijven wie er om ons heen staan")),
        ("ask_one", _("Eén iemand uit de kring vragen om te helpen")),
        ("coffee", _("Koffie drinken met de buren")),
        ("buddy", _("Kennismaken met een maatje")),
    ),
    "housing": _of(
        "housing",
        _("Acties: wonen"),
        ("register", _("Inschrijven als woningzoekende")),
        ("landlord", _("De verhuurder bellen over wat kapot is")),
        ("tidy", _("Samen één kamer opruimen")),
        ("own_room", _("Een eigen slaapplek maken voor elk kind")),
    ),
    "money": _of(
        "money",
        _("Acties: geld"),
        ("open_post", _("Samen de post openen en in mappen doen")),
        ("overview", _("Opschrijven wat er binnenkomt en wat er uitgaat")),
        ("allowances", _("Nagaan op welke toeslagen en regelingen we recht hebben")),
        ("arrangement", _("Een betalingsregeling aanvragen")),
        ("debts", _("Een afspraak maken bij de schuldhulp")),
        ("child_fund", _("Geld aanvragen voor sport of school van de kinderen")),
    ),
    "work": _of(
        "work",
        _("Acties: werk en dagbesteding"),
        ("cv", _("Samen een cv maken")),
        ("talk", _("Een gesprek voeren over werk of een opleiding")),
        ("volunteer", _("Een dagdeel meelopen als vrijwilliger")),
        ("day", _("Een plek voor de dag bezoeken en proberen")),
    ),
    "school": _of(
        "school",
        _("Acties: school en leren"),
        ("teacher", _("Met de mentor of leerkracht praten")),
        ("homework", _("Een vaste plek en tijd voor huiswerk afspreken")),
        ("read", _("Elke dag tien minuten samen lezen")),
        ("bring", _("Afspreken wie de kinderen naar school brengt en haalt")),
        ("attendance", _("Samen met school een plan maken om er elke dag te zijn")),
    ),
    "health": _of(
        "health",
        _("Acties: lichaam en hoofd"),
        ("doctor", _("Een afspraak maken bij de huisarts")),
        ("along", _("Iemand gaat mee naar de afspraak")),
        ("walk", _("Twee keer in de week samen wandelen")),
        ("dentist", _("Met de kinderen naar de tandarts")),
        ("rest", _("Elke dag een vast moment rust nemen")),
    ),
    "leisure": _of(
        "leisure",
        _("Acties: vrije tijd"),
        ("club", _("Een proefles nemen bij een club")),
        ("outing", _("Een keer in de maand samen iets leuks doen")),
        ("library", _("Lid worden van de bibliotheek")),
    ),
    "caring": _of(
        "caring",
        _("Acties: zorg voor elkaar"),
        ("division", _("Samen verdelen wie thuis wat doet")),
        ("breather", _("Een vaste avond vrij voor wie zorgt")),
        ("young_carer", _("Een leuke middag voor het kind dat veel helpt")),
        ("carer_support", _("Kennismaken met de steun voor mantelzorgers")),
    ),
    "meaning": _of(
        "meaning",
        _("Acties: geloof, cultuur en zingeving"),
        ("someone", _("Praten met iemand die ons geloof of onze cultuur kent")),
        ("feast", _("Een feest of traditie samen vieren")),
        ("story", _("Het verhaal van de familie vertellen of opschrijven")),
    ),
}
"""By the code of the life area. A life area that a municipality made itself has none."""


def ready_made_for(area: str) -> tuple[WordList, ...]:
    return (READY_MADE[area],) if area in READY_MADE else ()
