"""What is checked of a message that Kring knows but does not process: its header, its dates and its BSNs."""

from collections.abc import Iterator

from lxml import etree

from kring.exchange.bsn import passes_eleven_test
from kring.exchange.istandaarden.catalogue import MessageType
from kring.exchange.istandaarden.checking import Misfit, StructureCheck
from kring.exchange.istandaarden.datatypes import parse_day
from kring.exchange.istandaarden.parsing import line_of
from kring.exchange.istandaarden.structure import Group, header

_DATES = {
    "Begindatum",
    "BeschikkingIngangsdatum",
    "Dagtekening",
    "DagtekeningRetour",
    "Datum",
    "DeclaratieDagtekening",
    "Einddatum",
    "GewensteIngangsdatum",
    "Ingangsdatum",
    "ToewijzingEinddatum",
    "ToewijzingIngangsdatum",
    "Toewijzingsdatum",
}


def check_unprocessed(root: etree._Element, message: MessageType) -> list[Misfit]:
    """The misfits of the header's first seven fields, and of every date and BSN below."""
    tag = f"{{{message.namespace}}}Header"
    first = root[0] if len(root) else None
    if first is None or first.tag != tag:
        what, why = "Een verplicht veld ontbreekt.", "Elk bericht begint ermee."
        return [Misfit(line_of(root), "Header", "OP192", what, why)]
    check = StructureCheck(message)
    check.walk(_first_fields(first, header(message)), header(message), "Header")
    return [*check.misfits, *_values(root)]


def _first_fields(element: etree._Element, group: Group) -> etree._Element:
    """The header without what a return message adds after it; the tree is not used further."""
    for extra in list(element)[len(group.fields) :]:
        element.remove(extra)
    return element


def _values(root: etree._Element) -> Iterator[Misfit]:
    for element in root.iter(etree.Element):
        name, value, line = etree.QName(element).localname, element.text or "", line_of(element)
        if name in _DATES and not len(element) and parse_day(value) is None:
            yield Misfit(line, name, "RS032", "Een datum bestaat niet.", "Hier hoort een bestaande datum.")
        if name == "Bsn" and not passes_eleven_test(value):
            yield Misfit(line, name, "CS002", "Het BSN kan niet bestaan.", "Een BSN voldoet aan de elfproef.")
