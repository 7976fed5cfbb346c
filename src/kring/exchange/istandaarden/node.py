"""A message as a plain tree with the official element names: what is checked, read from and written to."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from kring.exchange.istandaarden.datatypes import parse_day


@dataclass(frozen=True, slots=True)
class Node:
    """One element. `line` and `path` tell where it stood in the file and are no part of what it says."""

    name: str
    text: str = ""
    children: tuple["Node", ...] = ()
    line: int = field(default=0, compare=False)
    path: str = field(default="", compare=False)

    def all(self, path: str) -> Iterator["Node"]:
        """Every element reached by a path of names such as `Clienten/Client`."""
        name, _, rest = path.partition("/")
        for child in self.children:
            if child.name == name:
                yield from child.all(rest) if rest else (child,)

    def find(self, path: str) -> "Node | None":
        return next(self.all(path), None)

    def has(self, path: str) -> bool:
        return self.find(path) is not None

    def text_of(self, path: str) -> str | None:
        found = self.find(path)
        return None if found is None else found.text

    def must(self, path: str) -> str:
        """The text of a required element; a KeyError when the structure was not checked before."""
        found = self.find(path)
        if found is None:
            raise KeyError(path)
        return found.text

    def day(self, path: str) -> date | None:
        text = self.text_of(path)
        return None if text is None else parse_day(text)

    def number(self, path: str) -> int | None:
        text = self.text_of(path)
        return None if text is None else int(text)

    def line_of(self, path: str) -> int:
        """The line of the element, or of this one when it is absent."""
        found = self.find(path)
        return self.line if found is None else found.line
