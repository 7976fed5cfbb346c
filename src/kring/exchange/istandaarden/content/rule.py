"""A content rule as a row: its official code, where it is asked, what breaks it, and how to say so."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from kring.exchange.findings import Severity
from kring.exchange.istandaarden.catalogue import Kind
from kring.exchange.istandaarden.node import Node

PERSONAL = (Kind.ASSIGNMENT, Kind.START, Kind.STOP)


@dataclass(frozen=True, slots=True)
class Scene:
    """What a rule may look at besides the element it is asked of."""

    kind: Kind
    root: Node
    dated: date


Finder = Callable[[Node, Scene], Iterable[Node]]


@dataclass(frozen=True, slots=True)
class Rule:
    """`at` is the group that is asked, `field` the field in it that is named, `broken` gives the culprits."""

    code: str
    kinds: tuple[Kind, ...]
    at: tuple[str, ...]
    field: str
    broken: Finder
    what: str
    why: str
    severity: Severity = Severity.REFUSED

    def culprits(self, scene: Scene) -> Iterator[Node]:
        if scene.kind in self.kinds:
            for path in self.at:
                for node in scene.root.all(path):
                    yield from self.broken(node, scene)


def when(predicate: Callable[[Node, Scene], bool]) -> Finder:
    """The element itself is the culprit when the predicate holds."""
    return lambda node, scene: (node,) if predicate(node, scene) else ()


def repeated(path: str, key: Callable[[Node], Hashable]) -> Finder:
    """Every element under `path` whose key stood there before."""

    def find(node: Node, _: Scene) -> Iterator[Node]:
        seen: set[Hashable] = set()
        for each in node.all(path):
            found = key(each)
            if found in seen:
                yield each
            seen.add(found)

    return find


def filled_exactly_when(path: str, condition: Callable[[Node], bool]) -> Finder:
    """Broken when the field is absent where the condition holds, or filled where it does not."""
    return when(lambda node, _: node.has(path) != condition(node))
