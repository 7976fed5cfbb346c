"""Content rules about a declaration as a whole (323): its period, its total, and what stands in it twice."""

import calendar
from collections.abc import Hashable, Iterator

from kring.exchange.findings import Severity
from kring.exchange.istandaarden.catalogue import Kind
from kring.exchange.istandaarden.content.performance import is_credit
from kring.exchange.istandaarden.content.rule import Rule, Scene, repeated, when
from kring.exchange.istandaarden.node import Node

_KINDS = (Kind.DECLARATION,)
_DECLARATION = ("Declaratie",)
_CLIENT_PERFORMANCES = ("Declaratie/Clienten/Client/Prestaties",)
_ALL_PERFORMANCES = "Clienten/Client/Prestaties/Prestatie"
_PREVIOUS = "ProductReferentie/VorigReferentieNummer"


def _amount(node: Node) -> int:
    cents = node.number("IngediendBedrag/Bedrag") or 0
    return -cents if is_credit(node) else cents


def _total_differs(node: Node, _: Scene) -> bool:
    total = node.number("TotaalIngediendBedrag/TotaalBedrag") or 0
    signed = -total if node.text_of("TotaalIngediendBedrag/DebetCredit") == "C" else total
    return signed != sum(map(_amount, node.all(_ALL_PERFORMANCES)))


def _no_calendar_month(node: Node, _: Scene) -> bool:
    first, last = node.day("DeclaratiePeriode/Begindatum"), node.day("DeclaratiePeriode/Einddatum")
    if first is None or last is None:
        return False
    return (first.day, last) != (1, first.replace(day=calendar.monthrange(first.year, first.month)[1]))


def _credits_itself(node: Node, _: Scene) -> Iterator[Node]:
    numbers = {each.text_of("ProductReferentie/ReferentieNummer") for each in node.all(_ALL_PERFORMANCES)}
    for each in node.all(_ALL_PERFORMANCES):
        if each.text_of(_PREVIOUS) in numbers:
            yield each


def _repeats_previous(node: Node, _: Scene) -> Iterator[Node]:
    seen: set[str] = set()
    for each in node.all(_ALL_PERFORMANCES):
        previous = each.text_of(_PREVIOUS)
        if previous is None:
            continue
        if previous in seen:
            yield each
        seen.add(previous)


def _debit_twice(node: Node, scene: Scene) -> Iterator[Node]:
    debits = Node("Prestaties", children=tuple(each for each in node.all("Prestatie") if not is_credit(each)))
    yield from repeated("Prestatie", _what_is_delivered)(debits, scene)


def _what_is_delivered(node: Node) -> Hashable:
    return (
        node.number("ToewijzingNummer"),
        node.text_of("ProductCategorie"),
        node.text_of("ProductCode"),
        node.day("ProductPeriode/Begindatum"),
        node.day("ProductPeriode/Einddatum"),
    )


def _reference(node: Node) -> str | None:
    return node.text_of("ProductReferentie/ReferentieNummer")


def _line(node: Node) -> Hashable:
    return (_reference(node), is_credit(node), _what_is_delivered(node))


RULES = (
    Rule(
        "CS325",
        _KINDS,
        _DECLARATION,
        "TotaalIngediendBedrag/DebetCredit",
        when(
            lambda node, _: (
                node.number("TotaalIngediendBedrag/TotaalBedrag") == 0
                and node.text_of("TotaalIngediendBedrag/DebetCredit") == "C"
            )
        ),
        "Een totaal van nul staat als credit.",
        "Een bedrag van nul is altijd debet (D).",
    ),
    Rule(
        "CS340",
        _KINDS,
        _DECLARATION,
        "DeclaratiePeriode",
        when(_no_calendar_month),
        "De declaratieperiode is geen kalendermaand.",
        "Zij loopt van de eerste tot en met de laatste dag van één maand.",
    ),
    Rule(
        "TR101",
        _KINDS,
        ("Declaratie/Clienten",),
        "Bsn",
        repeated("Client", lambda node: node.text_of("Bsn")),
        "Een cliënt staat dubbel.",
        "Elke cliënt komt één keer voor, met al zijn prestaties.",
    ),
    Rule(
        "TR101",
        _KINDS,
        _CLIENT_PERFORMANCES,
        "",
        repeated("Prestatie", _line),
        "Een prestatie staat dubbel.",
        "Elke prestatie komt één keer voor.",
    ),
    Rule(
        "TR315",
        _KINDS,
        _DECLARATION,
        _PREVIOUS,
        _repeats_previous,
        "Een eerdere prestatie wordt twee keer gecrediteerd.",
        "Elk VorigReferentieNummer komt één keer in het bericht voor.",
    ),
    Rule(
        "TR316",
        _KINDS,
        _DECLARATION,
        _PREVIOUS,
        _credits_itself,
        "Een prestatie uit dit bericht wordt in hetzelfde bericht gecrediteerd.",
        "Crediteren kan alleen wat eerder is gedeclareerd.",
    ),
    Rule(
        "TR358",
        _KINDS,
        _DECLARATION,
        "TotaalIngediendBedrag/TotaalBedrag",
        when(_total_differs),
        "Het totaal is niet de som van de prestaties.",
        "Debet telt op, credit gaat eraf, en de uitkomst is het totaal.",
    ),
    Rule(
        "TR416",
        _KINDS,
        _CLIENT_PERFORMANCES,
        "",
        _debit_twice,
        "Dezelfde hulp in dezelfde periode is twee keer als debet gedeclareerd.",
        "Per toewijzing, product en productperiode is er één debetprestatie.",
    ),
    Rule(
        "TR314",
        _KINDS,
        _CLIENT_PERFORMANCES,
        "ProductReferentie/ReferentieNummer",
        repeated("Prestatie", _reference),
        "Een referentienummer is voor meer dan één prestatie gebruikt.",
        "Elke prestatie heeft een eigen nummer; Kring houdt ze uit elkaar aan de periode.",
        Severity.WARNING,
    ),
)
