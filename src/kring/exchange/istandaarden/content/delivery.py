"""Content rules about the start (305) and stop (307) of a delivery."""

from collections.abc import Hashable

from kring.exchange.findings import Severity
from kring.exchange.istandaarden.catalogue import Kind
from kring.exchange.istandaarden.content.rule import Rule, Scene, repeated, when
from kring.exchange.istandaarden.node import Node

_START = ("Client/StartProducten/StartProduct",)
_STOP = ("Client/StopProducten/StopProduct",)
_BOTH = (*_START, *_STOP)
_KINDS = (Kind.START, Kind.STOP)


def _start_key(node: Node) -> Hashable:
    """The logical key of a start; the status is no part of it (IV008)."""
    return (
        node.number("ToewijzingNummer"),
        node.text_of("Product/Categorie"),
        node.text_of("Product/Code"),
        node.day("Begindatum"),
    )


def _stop_key(node: Node) -> Hashable:
    return (_start_key(node), node.text_of("RedenBeeindiging"), node.day("Einddatum"))


def _stops_before_start(node: Node, _: Scene) -> bool:
    starts, ends = node.day("Begindatum"), node.day("Einddatum")
    return starts is not None and ends is not None and ends < starts


RULES = (
    Rule(
        "CS058",
        _KINDS,
        _BOTH,
        "StatusAanlevering",
        when(lambda node, _: node.text_of("StatusAanlevering") == "9"),
        "Een ongewijzigde aanlevering zegt niets.",
        "StatusAanlevering is 1 (eerste aanlevering) of 3 (verwijderen).",
    ),
    Rule(
        "CS058",
        _KINDS,
        _BOTH,
        "StatusAanlevering",
        when(lambda node, _: node.text_of("StatusAanlevering") == "2"),
        "Er staat een gewijzigde aanlevering (2) in; Kring laat haar de eerdere vervangen.",
        "In deze versie is StatusAanlevering 1 of 3: eerst verwijderen, dan opnieuw aanleveren.",
        Severity.WARNING,
    ),
    Rule(
        "TR134",
        (Kind.START,),
        _START,
        "Begindatum",
        when(lambda node, scene: (node.day("Begindatum") or scene.dated) > scene.dated),
        "De begindatum ligt na de dagtekening van het bericht.",
        "Een start wordt pas gemeld als de hulp is begonnen.",
    ),
    Rule(
        "TR134",
        (Kind.STOP,),
        _STOP,
        "Einddatum",
        when(lambda node, scene: (node.day("Einddatum") or scene.dated) > scene.dated),
        "De einddatum ligt na de dagtekening van het bericht.",
        "Een stop wordt pas gemeld als de hulp is gestopt.",
    ),
    Rule(
        "TR018",
        (Kind.STOP,),
        _STOP,
        "Einddatum",
        when(_stops_before_start),
        "De hulp stopt voordat zij begint.",
        "De einddatum is gelijk aan of later dan de begindatum.",
    ),
    Rule(
        "TR101",
        (Kind.START,),
        ("Client/StartProducten",),
        "",
        repeated("StartProduct", _start_key),
        "Dezelfde start staat dubbel.",
        "Een start met dezelfde toewijzing, product en begindatum komt één keer voor.",
    ),
    Rule(
        "TR101",
        (Kind.STOP,),
        ("Client/StopProducten",),
        "",
        repeated("StopProduct", _stop_key),
        "Dezelfde stop staat dubbel.",
        "Een stop met dezelfde toewijzing, product, datums en reden komt één keer voor.",
    ),
)
