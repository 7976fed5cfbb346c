"""Content rules about assigned products (301)."""

from collections.abc import Iterator
from datetime import date

from kring.exchange.istandaarden.catalogue import Kind
from kring.exchange.istandaarden.content.rule import Rule, Scene, repeated, when
from kring.exchange.istandaarden.node import Node

_KINDS = (Kind.ASSIGNMENT,)
_PRODUCTS = ("Client/ToegewezenProducten",)
_PRODUCT = ("Client/ToegewezenProducten/ToegewezenProduct",)
_LAST_OF_OLD_RULES = date(2020, 12, 31)
_PER_WEEK = "2"
_REMOVED = {"01", "13"}
_ANY, _GENERIC, _NO_CODE = ("any",), ("generic",), ""


def _after_old_rules(node: Node) -> bool:
    ends = node.day("Einddatum")
    return ends is None or ends > _LAST_OF_OLD_RULES


def _ends_before_start(node: Node, _: Scene) -> bool:
    starts, ends = node.day("Ingangsdatum"), node.day("Einddatum")
    return starts is not None and ends is not None and ends < starts


def _frequency_unfit(node: Node, _: Scene) -> bool:
    return (
        node.text_of("Omvang/Eenheid") in {"14", "16", "83", "84"}
        and _after_old_rules(node)
        and node.text_of("Omvang/Frequentie") not in {"2", "4", "6"}
    )


def _is_removed(node: Node) -> bool:
    same_day = node.text_of("Ingangsdatum") == node.text_of("Einddatum")
    return same_day and node.text_of("RedenWijziging") in _REMOVED


def _stacked(node: Node, _: Scene) -> Iterator[Node]:
    """TR302, in order of start: every product that starts before the same product, begun earlier, is over."""
    products = [each for each in node.all("ToegewezenProduct") if not _is_removed(each)]
    latest_end: dict[tuple[str, ...], date] = {}
    for product in sorted(products, key=lambda each: each.day("Ingangsdatum") or date.min):
        starts, ends = product.day("Ingangsdatum") or date.min, product.day("Einddatum") or date.max
        if any(latest_end.get(key, date.min) >= starts for key in _compared_with(product)):
            yield product
        for key in _counts_as(product):
            latest_end[key] = max(latest_end.get(key, date.min), ends)


def _compared_with(product: Node) -> tuple[tuple[str, ...], ...]:
    """Without code the whole category counts; without category everything does."""
    category, code = product.text_of("Product/Categorie"), product.text_of("Product/Code")
    if category is None:
        return (_ANY,)
    if code is None:
        return (_GENERIC, (category,))
    return (_GENERIC, (category, _NO_CODE), (category, code))


def _counts_as(product: Node) -> tuple[tuple[str, ...], ...]:
    category, code = product.text_of("Product/Categorie"), product.text_of("Product/Code")
    if category is None:
        return (_ANY, _GENERIC)
    return (_ANY, (category,), (category, code or _NO_CODE))


RULES = (
    Rule(
        "CD041",
        _KINDS,
        _PRODUCT,
        "Omvang",
        when(lambda node, _: node.has("Product/Code") and not node.has("Omvang")),
        "De omvang ontbreekt.",
        "Bij een productcode is Omvang verplicht.",
    ),
    Rule(
        "CD075",
        _KINDS,
        _PRODUCT,
        "Einddatum",
        when(lambda node, _: node.has("Budget") and not node.has("Einddatum")),
        "De einddatum ontbreekt.",
        "Bij een budget is Einddatum verplicht.",
    ),
    Rule(
        "CD076",
        _KINDS,
        _PRODUCT,
        "Einddatum",
        when(lambda node, _: node.text_of("Omvang/Frequentie") == _PER_WEEK and not node.has("Einddatum")),
        "De einddatum ontbreekt.",
        "Bij een omvang per week is Einddatum verplicht.",
    ),
    Rule(
        "CD077",
        _KINDS,
        _PRODUCT,
        "Omvang",
        when(lambda node, _: node.has("Omvang") and node.has("Budget")),
        "Omvang en Budget zijn allebei gevuld.",
        "Bij een budget blijft Omvang leeg.",
    ),
    Rule(
        "CD078",
        _KINDS,
        _PRODUCT,
        "Budget",
        when(lambda node, _: node.has("Omvang") and node.has("Budget")),
        "Omvang en Budget zijn allebei gevuld.",
        "Bij een omvang blijft Budget leeg.",
    ),
    Rule(
        "CD079",
        _KINDS,
        _PRODUCT,
        "Product",
        when(lambda node, _: not node.has("Budget") and not node.has("Product")),
        "Het product ontbreekt.",
        "Zonder budget is Product verplicht.",
    ),
    Rule(
        "CD080",
        _KINDS,
        _PRODUCT,
        "Omvang",
        when(lambda node, _: node.has("Omvang") and not node.has("Product/Code") and _after_old_rules(node)),
        "Er is een omvang zonder productcode.",
        "Zonder productcode blijft Omvang leeg.",
    ),
    Rule(
        "CS003",
        _KINDS,
        _PRODUCT,
        "Einddatum",
        when(_ends_before_start),
        "De einddatum ligt voor de ingangsdatum.",
        "Een toewijzing eindigt op of na de dag waarop zij ingaat.",
    ),
    Rule(
        "CS335",
        _KINDS,
        _PRODUCT,
        "RedenWijziging",
        when(
            lambda node, _: node.text_of("RedenWijziging") == "13" and node.day("Ingangsdatum") != node.day("Einddatum")
        ),
        "De toewijzing is verwijderd, maar loopt langer dan één dag.",
        "Bij reden 13 (verwijderd) is de einddatum gelijk aan de ingangsdatum.",
    ),
    Rule(
        "CS336",
        _KINDS,
        _PRODUCT,
        "RedenWijziging",
        when(lambda node, _: node.text_of("RedenWijziging") == "01"),
        "Reden wijziging 01 is vervallen.",
        "Een administratieve correctie heeft reden 14.",
    ),
    Rule(
        "CS338",
        _KINDS,
        _PRODUCT,
        "Omvang/Frequentie",
        when(_frequency_unfit),
        "De frequentie past niet bij de eenheid.",
        "Bij etmaal, dagdeel, euro en stuks (inspanning) is de frequentie 2, 4 of 6.",
    ),
    Rule(
        "TR134",
        _KINDS,
        _PRODUCT,
        "Toewijzingsdatum",
        when(lambda node, scene: (node.day("Toewijzingsdatum") or scene.dated) > scene.dated),
        "De toewijzingsdatum ligt na de dagtekening van het bericht.",
        "Wat nog niet is toegewezen, kan niet worden verstuurd.",
    ),
    Rule(
        "TR101",
        _KINDS,
        _PRODUCTS,
        "ToewijzingNummer",
        repeated("ToegewezenProduct", lambda node: node.number("ToewijzingNummer")),
        "Een toewijzingnummer staat dubbel.",
        "Elke toewijzing komt één keer in het bericht voor.",
    ),
    Rule(
        "TR302",
        _KINDS,
        _PRODUCTS,
        "",
        _stacked,
        "Hetzelfde product is voor overlappende perioden toegewezen.",
        "Een product mag alleen vaker voorkomen als de perioden elkaar niet overlappen.",
    ),
)
