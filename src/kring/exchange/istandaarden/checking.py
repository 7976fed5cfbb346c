"""Holds an XML tree against the description of its message and makes the plain tree of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from kring.exchange.istandaarden.catalogue import MessageType
from kring.exchange.istandaarden.node import Node
from kring.exchange.istandaarden.parsing import line_of
from kring.exchange.istandaarden.structure import Field, Group

_BLANK = " \t\r\n"
_INSTANCE = "{http://www.w3.org/2001/XMLSchema-instance}"
_HARMLESS = {f"{_INSTANCE}schemaLocation", f"{_INSTANCE}noNamespaceSchemaLocation"}
_STRUCTURE = "OP192"


@dataclass(frozen=True, slots=True)
class Misfit:
    """A place where the file leaves the description."""

    line: int
    path: str
    rule: str
    what: str
    why: str


class StructureCheck:
    """One walk over one message; `misfits` fills on the way."""

    def __init__(self, message: MessageType) -> None:
        self.misfits: list[Misfit] = []
        self._message = message

    def walk(self, element: etree._Element, group: Group, path: str = "") -> Node:
        """The plain tree of `element`, which should be built as `group` says."""
        self._attributes(element, path)
        if any((text or "").strip(_BLANK) for text in _loose_texts(element)):
            self._misfit(element, path, "Er staat losse tekst tussen de velden.", "Hier horen alleen velden.")
        children = tuple(self._children(element, group, path))
        return Node(_local(element), "", children, line_of(element), path)

    def _children(self, element: etree._Element, group: Group, path: str) -> Iterator[Node]:
        at, seen = 0, 0
        for child in element:
            place = self._place(child, group)
            if place is None:
                self._misfit(child, path, "Hier staat een veld dat er niet hoort.", "De standaard kent het niet.")
                continue
            field = group.fields[place]
            where = f"{path}/{field.name}".lstrip("/")
            if place < at or (place == at and seen and not field.many):
                self._misfit(child, where, "Het veld staat dubbel of op een verkeerde plaats.", _ORDER)
                continue
            self._missing(element, group, slice(at + (seen > 0), place), path)
            seen = seen + 1 if place == at else 1
            at = place
            yield self._field(child, field, f"{where}[{seen}]" if field.many else where)
        self._missing(element, group, slice(at + (seen > 0), None), path)

    def _field(self, element: etree._Element, field: Field, path: str) -> Node:
        if isinstance(field.content, Group):
            return self.walk(element, field.content, path)
        self._attributes(element, path)
        if len(element):
            self._misfit(element, path, "Er staan velden in dit veld.", "Hier hoort alleen een waarde.")
        text = element.text or ""
        fault = field.content.fault(text, self._message.law)
        if fault is not None:
            why = f"Hier hoort {fault.says}."
            self._misfit(element, path, "De waarde mag hier niet staan.", why, fault.rule)
        return Node(field.name, text, (), line_of(element), path)

    def _namespace(self, group: Group) -> str:
        return self._message.law.base_namespace if group.shared else self._message.namespace

    def _place(self, child: etree._Element, group: Group) -> int | None:
        """Which field of the group this element is, by name and namespace."""
        namespace, _, name = str(child.tag).rpartition("}")
        return group.places.get(name) if namespace == f"{{{self._namespace(group)}" else None

    def _missing(self, element: etree._Element, group: Group, passed: slice, path: str) -> None:
        """Required fields that were passed over and stand nowhere in the element."""
        for field in group.fields[passed]:
            if field.required and element.find(f"{{{self._namespace(group)}}}{field.name}") is None:
                where = f"{path}/{field.name}".lstrip("/")
                self._misfit(element, where, "Een verplicht veld ontbreekt.", "De standaard verplicht dit veld.")

    def _attributes(self, element: etree._Element, path: str) -> None:
        if set(map(str, element.attrib)) - _HARMLESS:
            self._misfit(element, path, "Het veld heeft een attribuut.", "Velden hebben geen attributen.")

    def _misfit(self, element: etree._Element, path: str, what: str, why: str, rule: str = _STRUCTURE) -> None:
        self.misfits.append(Misfit(line_of(element), path, rule, what, why))


_ORDER = "De standaard schrijft de volgorde voor en hoe vaak een veld mag voorkomen."


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname


def _loose_texts(element: etree._Element) -> Iterator[str | None]:
    yield element.text
    for child in element:
        yield child.tail
