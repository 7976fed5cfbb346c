"""Clocks as data: which term starts a task's due date, and whether the law or the house sets it."""

from collections.abc import Mapping
from dataclasses import replace

from kring.ground.agenda.rules.terms import Clock, Term, Unit
from kring.ground.configuration.rules import Basis, OwnText, Setting, Topic, declare, declare_text
from kring.ground.shared.marking import mark as _

SECOND_OPINION, LOOK_AGAIN = "achterhouden_mening", "achterhouden_nakijken"
"""The clocks of withholding (BR-073)."""
PERSONAL_PLAN, INVESTIGATING, DECIDING = "wmo_persoonlijk_plan", "wmo_onderzoek", "wmo_besluit"
"""The clocks of an investigation of the Wmo (BR-004)."""
REVIEW = "toegang_nalopen"
"""Runs from the last time that an administrator signed for the accounts and roles of an organisation."""
BEFORE_BIRTHDAY = _("huisregel, 8 weken voor de verjaardag of zoals ingesteld (BR-025)")

CLOCKS: Mapping[str, Clock] = {
    clock.code: clock
    for clock in (
        Clock(
            "vraag_het_gezin",
            _("Vraag het gezin of het dit wil"),
            Basis.HOUSE,
            _("huisregel, 10 werkdagen"),
            Term(10, Unit.WORKING_DAYS),
        ),
        Clock(
            "delen_gestopt",
            _("Kijk wat er veranderd is bij Delen"),
            Basis.HOUSE,
            _("huisregel, 2 werkdagen"),
            Term(2, Unit.WORKING_DAYS),
        ),
        Clock(
            "hulp_antwoord",
            _("Kijk wat er geantwoord is over hulp"),
            Basis.HOUSE,
            _("huisregel, 2 werkdagen"),
            Term(2, Unit.WORKING_DAYS),
        ),
        Clock(
            "klopt_niet",
            _("Iemand zegt dat iets in het plan niet klopt"),
            Basis.HOUSE,
            _("huisregel, 5 werkdagen"),
            Term(5, Unit.WORKING_DAYS),
        ),
        Clock(
            "avg_ingetrokken",
            _("Toestemming gestopt: haal weg waar zij voor was"),
            Basis.HOUSE,
            _("huisregel, 5 werkdagen"),
            Term(5, Unit.WORKING_DAYS),
        ),
        Clock(
            "delen_verloopt",
            _("Delen stopt binnenkort: vraag of het mag doorgaan"),
            Basis.HOUSE,
            _("30 dagen voor het einde"),
        ),
        Clock("inzageverzoek", _("Verzoek om inzage"), Basis.LEGAL, _("AVG art. 12 lid 3"), Term(1, Unit.MONTHS)),
        Clock("correctieverzoek", _("Verzoek om correctie"), Basis.LEGAL, _("AVG art. 12 lid 3"), Term(1, Unit.MONTHS)),
        Clock(
            "vernietigingsverzoek",
            _("Verzoek om vernietiging"),
            Basis.LEGAL,
            _("Wmo 2015 art. 5.3.5: binnen drie maanden besluiten en vernietigen"),
            Term(3, Unit.MONTHS),
        ),
        Clock("datalek", _("Datalek"), Basis.LEGAL, _("AVG art. 33: binnen 72 uur melden, of niet")),
        Clock(
            "familiegroepsplan",
            _("Vraag hoe het gaat met het eigen plan van het gezin"),
            Basis.HOUSE,
            _("huisregel, 4 weken of zoals afgesproken (BR-010)"),
            Term(4, Unit.WEEKS),
        ),
        Clock(
            "plan_na_afzien",
            _("Stel het plan vast: het gezin maakt geen eigen plan"),
            Basis.LEGAL,
            _("Jeugdwet art. 4.1.3 lid 5: binnen zes weken"),
        ),
        Clock(
            "plan_op_papier",
            _("Stel het plan vast: iemand vraagt om papier"),
            Basis.LEGAL,
            _("Jeugdwet art. 4.1.3 lid 4: binnen veertien dagen"),
        ),
        Clock("wordt_12", _("Een kind wordt 12: bespreek wat er verandert"), Basis.HOUSE, BEFORE_BIRTHDAY),
        Clock("wordt_16", _("Een kind wordt 16: bespreek wat er verandert"), Basis.HOUSE, BEFORE_BIRTHDAY),
        Clock("wordt_18", _("Iemand wordt 18: regel op tijd wat er daarna is"), Basis.HOUSE, BEFORE_BIRTHDAY),
        Clock("wordt_23", _("Iemand wordt 23: regel op tijd wat er daarna is"), Basis.HOUSE, BEFORE_BIRTHDAY),
        Clock(
            PERSONAL_PLAN,
            _("Vraag naar het persoonlijk plan"),
            Basis.LEGAL,
            _("Wmo 2015 art. 2.3.2 lid 2: zeven dagen"),
            Term(7, Unit.DAYS),
        ),
        Clock(
            INVESTIGATING,
            _("Rond het Wmo-onderzoek af"),
            Basis.LEGAL,
            _("Wmo 2015 art. 2.3.2 lid 1: zes weken"),
            Term(6, Unit.WEEKS),
        ),
        Clock(
            DECIDING,
            _("Besluit op de aanvraag voor de Wmo"),
            Basis.LEGAL,
            _("Wmo 2015 art. 2.3.5 lid 2: twee weken"),
            Term(2, Unit.WEEKS),
        ),
        Clock(
            "nazorg",
            _("Vraag na het afsluiten hoe het gaat"),
            Basis.HOUSE,
            _("na 6 weken, 3 en 6 maanden, of zoals afgesproken (BR-023)"),
        ),
        Clock("evaluatie", _("Samen terugkijken"), Basis.HOUSE, _("afgesproken in het plan")),
        Clock(
            SECOND_OPINION,
            _("Geef uw mening over wat wordt achtergehouden"),
            Basis.HOUSE,
            _("huisregel, 2 werkdagen"),
            Term(2, Unit.WORKING_DAYS),
        ),
        Clock(LOOK_AGAIN, _("Bekijk opnieuw wat wordt achtergehouden"), Basis.HOUSE, _("afgesproken dag")),
        Clock("veiligheid_nakijken", _("Kijk opnieuw naar wat is afgesproken"), Basis.HOUSE, _("afgesproken dag")),
        Clock(
            "vrijwilliger_vragen",
            _("Vraag een vrijwilliger"),
            Basis.HOUSE,
            _("huisregel, 5 werkdagen"),
            Term(5, Unit.WORKING_DAYS),
        ),
        Clock(
            "voorstel_beslissen",
            _("Beslis over een voorstel"),
            Basis.HOUSE,
            _("huisregel, 5 werkdagen"),
            Term(5, Unit.WORKING_DAYS),
        ),
        Clock(
            "plan_aanbieder",
            _("Vertel over uw eigen plan"),
            Basis.HOUSE,
            _("huisregel, 10 werkdagen"),
            Term(10, Unit.WORKING_DAYS),
        ),
        Clock("actie", _("Iets wat is afgesproken"), Basis.HOUSE, _("afgesproken dag")),
        Clock(
            REVIEW,
            _("Nalopen wie toegang heeft"),
            Basis.HOUSE,
            _("huisregel, twee keer per jaar"),
            Term(6, Unit.MONTHS),
        ),
        Clock(
            "beschermd_lezen",
            _("Nakijken wie beschermde gegevens leest"),
            Basis.HOUSE,
            _("afgesproken bij het aanwijzen"),
        ),
    )
}


INVITATION = declare_text(
    OwnText(
        "uitnodiging",
        _("Zin in de uitnodiging"),
        _("Staat in de mail met de link waarmee iemand een account opent. Noem geen namen en geen hulp."),
        300,
    )
)

UNITS = {
    Unit.DAYS: _("dagen"),
    Unit.WORKING_DAYS: _("werkdagen"),
    Unit.WEEKS: _("weken"),
    Unit.MONTHS: _("maanden"),
}


def setting_of(clock: Clock, term: Term) -> Setting:
    """A clock with a term of its own is a setting; that of the law is shown, and cannot be changed."""
    return Setting(
        code=f"klok_{clock.code}",
        topic=Topic.CLOCK,
        title=clock.title,
        meaning=_("Zo lang is er voor deze taak, vanaf de dag waarop zij ontstaat."),
        unit=UNITS[term.unit],
        default=term.number,
        lowest=1,
        highest=100,
        source=clock.source,
        basis=clock.basis,
    )


TERMS = {clock.code: declare(setting_of(clock, clock.term)) for clock in CLOCKS.values() if clock.term}
"""The setting of each clock that has a term."""


def with_number(clock: Clock, number: int) -> Clock:
    """The same clock with the number that holds now; a term of the law stays what it is."""
    if clock.term is None or clock.is_legal:
        return clock
    return replace(clock, term=Term(number, clock.term.unit))


def clock_of(code: str) -> Clock:
    if code not in CLOCKS:
        raise ValueError(f"Onbekende klok: {code}. Kies uit: {', '.join(CLOCKS)}.")
    return CLOCKS[code]
