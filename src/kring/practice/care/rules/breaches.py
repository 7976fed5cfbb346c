"""What a message says that cannot be true beside what is known already: the rules that need the database."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Rule:
    """A cross-message rule of iJw and iWmo by its code, or one of our own. Not `refuses`: it is told, no more."""

    code: str
    field: str
    what: str
    why: str
    todo: str = "Vraag de afzender om een verbeterd bericht; noem de regelcode."
    refuses: bool = True


@dataclass(frozen=True, slots=True)
class Breach:
    """A rule that does not hold. `line` is the row of the delivery, `at` the place in the file."""

    rule: Rule
    line: int
    at: int


def still_waits(rule: Rule) -> Rule:
    """The rule as it is told when a report that waited does not fit the assignment that came."""
    return replace(
        rule,
        what=f"Een melding die op deze toewijzing wachtte, past er niet bij en telt niet mee. {rule.what}",
        refuses=False,
    )


_NOTHING_TO_DO = "U hoeft niets te doen: Kring verwerkt het zodra de andere melding er is."

WAITS_FOR_ASSIGNMENT = Rule(
    "TR019",
    "ToewijzingNummer",
    "Er is nog geen toewijzing met dit nummer.",
    "De melding wacht tot de toewijzing (301) er is.",
    _NOTHING_TO_DO,
    refuses=False,
)
WAITS_FOR_START = Rule(
    "TR382",
    "Begindatum",
    "Er is nog geen start bij deze stop.",
    "De melding wacht tot de start (305) met dezelfde toewijzing, product en begindatum er is.",
    _NOTHING_TO_DO,
    refuses=False,
)
WAITS_TO_BE_DECLARED = Rule(
    "TR338",
    "ToewijzingNummer",
    "Er is nog geen toewijzing met dit nummer.",
    "De prestatie is bewaard en telt nog niet mee; zij wacht op de toewijzing (301).",
    "Controleer of de toewijzing nog komt.",
    refuses=False,
)
OUTDATED = Rule(
    "KRING-OUDER",
    "Toewijzingsdatum",
    "Van deze toewijzing is al een latere stand bekend.",
    "De meest recente toewijzingsdatum en -tijd geldt.",
    "U hoeft niets te doen.",
    refuses=False,
)
NO_NUMBER = Rule(
    "TR019",
    "ToewijzingNummer",
    "De melding noemt geen toewijzingsnummer.",
    "Zonder nummer is niet te zien bij welke toewijzing zij hoort.",
)
OTHER_CLIENT = Rule(
    "TR304",
    "Bsn",
    "De toewijzing met dit nummer is van een andere cliënt.",
    "Het BSN hoort bij de cliënt van de toewijzing.",
)
OTHER_PROVIDER = Rule(
    "TR019",
    "ToewijzingNummer",
    "De toewijzing met dit nummer is aan een andere aanbieder gegeven.",
    "Alleen de aanbieder met de toewijzing meldt en declareert daarop.",
)
NUMBER_TAKEN = Rule(
    "TR332",
    "ToewijzingNummer",
    "Dit toewijzingsnummer is al gebruikt voor een andere cliënt of aanbieder.",
    "Binnen één gemeente en wet heeft elke toewijzing een eigen nummer.",
    "Verbeter de toewijzing in het eigen systeem en lever het bericht opnieuw aan.",
)
REMOVED_WITH_DECLARATIONS = Rule(
    "TR385",
    "RedenWijziging",
    "Deze toewijzing kan niet worden verwijderd: er is op gedeclareerd.",
    "Verwijderen (13) mag alleen zonder prestaties, of als die zijn gecrediteerd.",
    "Laat de aanbieder eerst crediteren, of beëindig de toewijzing.",
)
DECLARED_AS_BEFORE = Rule(
    "TR333",
    "Declaratie/DeclaratieNummer",
    "De aanbieder heeft dit declaratienummer al gebruikt.",
    "Een DeclaratieNummer is voor één aanbieder en één wet uniek.",
    "Vraag de aanbieder om de declaratie met een eigen nummer te sturen.",
)
PERIOD_GONE_BY = Rule(
    "TR318",
    "Declaratie/DeclaratiePeriode",
    "De declaratieperiode ligt vóór een periode die deze aanbieder al heeft gedeclareerd.",
    "Wat achteraf wordt gedeclareerd, staat in de laatste of in een volgende declaratieperiode.",
    "Vraag de aanbieder om de prestaties in een volgende declaratie op te nemen.",
)
IDENTIFICATION_TWICE = Rule(
    "TR056",
    "Header/BerichtIdentificatie/Identificatie",
    "De afzender heeft dit kenmerk op een andere dag ook gebruikt.",
    "Een Identificatie is per berichtsoort uniek; de dagtekening verschilt, dus het bericht is verwerkt.",
    "Meld het de afzender.",
    refuses=False,
)
IDENTIFICATION_USED = Rule(
    "TR056",
    "Header/BerichtIdentificatie/Identificatie",
    "De afzender heeft dit kenmerk al gebruikt voor een bericht met een andere inhoud.",
    "Een Identificatie is per berichtsoort uniek voor de afzender.",
    "Vraag de afzender om het bericht met een eigen kenmerk te sturen.",
)
