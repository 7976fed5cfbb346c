"""Content rules about one declared performance (323).

A warning is settled per performance, in the answer to the declaration; it refuses no message.
"""

from datetime import date

from kring.exchange.findings import Severity
from kring.exchange.istandaarden.catalogue import Kind
from kring.exchange.istandaarden.content.rule import Rule, Scene, filled_exactly_when, when
from kring.exchange.istandaarden.node import Node

_KINDS = (Kind.DECLARATION,)
_PERFORMANCE = ("Declaratie/Clienten/Client/Prestaties/Prestatie",)
_PERIODS = ("Declaratie/DeclaratiePeriode", *(f"{path}/ProductPeriode" for path in _PERFORMANCE))
_FIRST_DAY = date(2021, 1, 1)
_EURO, _MINUTE = "83", "01"


def is_credit(node: Node) -> bool:
    return node.text_of("IngediendBedrag/DebetCredit") == "C"


def _over_two_months(node: Node, _: Scene) -> bool:
    first, last = node.day("ProductPeriode/Begindatum"), node.day("ProductPeriode/Einddatum")
    return first is not None and last is not None and (first.year, first.month) != (last.year, last.month)


def _end_unfit(node: Node, scene: Scene) -> bool:
    first, last = node.day("Begindatum"), node.day("Einddatum")
    return first is not None and last is not None and not first <= last <= scene.dated


def _too_long_ago(node: Node, scene: Scene) -> bool:
    last = node.day("ProductPeriode/Einddatum")
    dated = scene.root.day("Declaratie/DeclaratieDagtekening")
    if last is None or dated is None:
        return False
    return (dated.year - last.year, (dated.month, dated.day)) > (5, (last.month, last.day))


def _price_differs(node: Node, _: Scene) -> bool:
    """TR346; a price per minute is rounded, so there the sum cannot be checked (IV081)."""
    tariff = node.number("ProductTarief")
    if tariff is None or node.text_of("Eenheid") in {_EURO, _MINUTE}:
        return False
    return node.number("IngediendBedrag/Bedrag") != tariff * (node.number("GeleverdVolume") or 0)


RULES = (
    Rule(
        "CD060",
        _KINDS,
        _PERFORMANCE,
        "ProductReferentie/VorigReferentieNummer",
        filled_exactly_when("ProductReferentie/VorigReferentieNummer", is_credit),
        "VorigReferentieNummer past niet bij debet of credit.",
        "Het is verplicht bij een credit en blijft leeg bij een debet.",
    ),
    Rule(
        "CD087",
        _KINDS,
        _PERFORMANCE,
        "ProductTarief",
        filled_exactly_when("ProductTarief", lambda node: node.text_of("Eenheid") != _EURO),
        "ProductTarief past niet bij de eenheid.",
        "Het is verplicht, behalve bij de eenheid euro (83): dan blijft het leeg.",
    ),
    Rule(
        "CS100",
        _KINDS,
        _PERIODS,
        "Begindatum",
        when(lambda node, _: (node.day("Begindatum") or _FIRST_DAY) < _FIRST_DAY),
        "De periode begint voor 1 januari 2021.",
        "Deze declaraties bestaan sinds 1 januari 2021.",
    ),
    Rule(
        "CS325",
        _KINDS,
        _PERFORMANCE,
        "IngediendBedrag/DebetCredit",
        when(lambda node, _: node.number("IngediendBedrag/Bedrag") == 0 and is_credit(node)),
        "Een bedrag van nul staat als credit.",
        "Een bedrag van nul is altijd debet (D).",
    ),
    Rule(
        "CS337",
        _KINDS,
        _PERFORMANCE,
        "ProductPeriode/Einddatum",
        when(_over_two_months),
        "De productperiode loopt over meer dan één maand.",
        "Begin en einde vallen in dezelfde kalendermaand.",
    ),
    Rule(
        "CS339",
        _KINDS,
        _PERFORMANCE,
        "IngediendBedrag/Bedrag",
        when(
            lambda node, _: (
                node.text_of("Eenheid") == _EURO
                and node.number("IngediendBedrag/Bedrag") != node.number("GeleverdVolume")
            )
        ),
        "Het bedrag is niet gelijk aan het geleverde volume.",
        "Bij de eenheid euro (83) zijn die twee gelijk.",
    ),
    Rule(
        "TR134",
        _KINDS,
        _PERIODS,
        "Begindatum",
        when(lambda node, scene: (node.day("Begindatum") or scene.dated) > scene.dated),
        "De periode begint na de dagtekening van het bericht.",
        "Wat nog moet beginnen, kan niet worden gedeclareerd.",
    ),
    Rule(
        "TR137",
        _KINDS,
        _PERIODS,
        "Einddatum",
        when(_end_unfit),
        "De einddatum ligt voor de begindatum of na de dagtekening.",
        "Een periode eindigt op of na haar begin en uiterlijk op de dagtekening.",
    ),
    Rule(
        "TR335",
        _KINDS,
        _PERFORMANCE,
        "ProductPeriode/Einddatum",
        when(_too_long_ago),
        "De productperiode ligt meer dan vijf jaar voor de declaratie.",
        "Zo oude hulp wordt niet meer gedeclareerd.",
    ),
    Rule(
        "TR346",
        _KINDS,
        _PERFORMANCE,
        "IngediendBedrag/Bedrag",
        when(_price_differs),
        "Het bedrag is niet volume maal tarief.",
        "Kring telt het ingediende bedrag; de gemeente beoordeelt het.",
        Severity.WARNING,
    ),
)
