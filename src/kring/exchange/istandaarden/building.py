"""Small makers of tree nodes: a field without a value is left out, so that no empty element is written."""

from collections.abc import Iterable
from datetime import date, time

from kring.exchange.istandaarden.node import Node

Value = str | int | date | time | None


def leaf(name: str, value: Value) -> Node | None:
    """A field; a date and a time are written the way XML wants them."""
    if value is None:
        return None
    return Node(name, value.isoformat() if isinstance(value, date | time) else str(value))


def group(name: str, *children: Node | None) -> Node:
    return Node(name, children=tuple(child for child in children if child is not None))


def list_if_any(name: str, children: Iterable[Node]) -> Node | None:
    found = tuple(children)
    return Node(name, children=found) if found else None
