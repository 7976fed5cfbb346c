"""The permission table of handbook §5 as data: objects × roles, read once from `docs/permissions.toml`.

The roles take their parts from it, the role pages their words and the tests their cells: there is no second table.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kring.ground.access.parts import Part
from kring.ground.shared.protection import Writes

TABLE = Path(__file__).resolve().parents[4] / "docs" / "permissions.toml"
FAMILY_COLUMNS = frozenset({"GV", "K12", "J16"})
"""For a family "own" is kept by the grants themselves: keys of oneself and of a child whom one represents."""
_PARTS = {str(part): part for part in Part}
_CELL = re.compile(r"(?:(?P<rights>R?W?A?)(?![a-z]))?\s*(?P<word>[^\[]*?)\s*(?:\[(?P<conditions>[\d,]+)\])?")


@dataclass(frozen=True, slots=True)
class Words:
    """A role, a condition or a limit as people read it.

    `gives`: involvement with the role is enough for the part. `proposes`: the W is a proposal, for another to decide.
    """

    nl: str
    en: str
    gives: bool = True
    proposes: bool = False
    narrows_to: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Cell:
    """`RW own [1,9]`: the rights, what they are limited to, and the numbers of the conditions."""

    rights: str = ""
    word: str = ""
    conditions: tuple[int, ...] = ()

    @classmethod
    def parse(cls, text: str) -> "Cell":
        found = _CELL.fullmatch(text)
        if found is None:
            raise ValueError(f"No cell of the permission table: «{text}»")
        numbers = (found["conditions"] or "").split(",")
        return cls(found["rights"] or "", found["word"], tuple(int(number) for number in numbers if number))

    @property
    def is_none(self) -> bool:
        """Nothing at all; a condition then says what there is instead."""
        return not (self.rights or self.word)

    @property
    def may_read(self) -> bool:
        """A word alone, as "count" or "own", is a limited reading; whoever writes something of the own reads it too."""
        return not self.is_none

    @property
    def may_write(self) -> bool:
        return "W" in self.rights

    @property
    def may_approve(self) -> bool:
        return "A" in self.rights


NONE = Cell()


@dataclass(frozen=True, slots=True)
class Thing:
    """An object of the table: one row."""

    key: str
    words: Words
    cells: dict[str, Cell]
    parts: tuple[Part, ...]
    models: tuple[str, ...]
    handbook: str
    awaits: str
    level: int
    reads_all: frozenset[str]

    @property
    def exists(self) -> bool:
        """Is it in the product already?"""
        return not self.awaits

    def cell(self, column: str) -> Cell:
        """Default none."""
        return self.cells.get(column, NONE)


@dataclass(frozen=True, slots=True)
class Table:
    """The whole: rows, columns, and what conditions and limits mean."""

    things: dict[str, Thing]
    columns: dict[str, Words]
    conditions: dict[int, Words]
    limits: dict[str, Words]

    def parts_of(self, column: str, level: int) -> dict[Part, int]:
        """The parts that involvement with this role opens, each with its highest level."""
        found: dict[Part, int] = {}
        for thing in self.things.values():
            for part in self.opened(thing, column):
                found[part] = max(found.get(part, 0), level, thing.level)
        return found

    def opened(self, thing: Thing, column: str) -> tuple[Part, ...]:
        """Of this object: nothing when a decision, a named grant or a function must open it first."""
        cell = thing.cell(column)
        conditions = [self.conditions[number] for number in cell.conditions]
        own = cell.word == "own" and (column in FAMILY_COLUMNS or column in thing.reads_all)
        limited = bool(cell.word) and not own and not self.limits[cell.word].gives
        if cell.is_none or limited or not all(condition.gives for condition in conditions):
            return ()
        narrowed = [condition.narrows_to for condition in conditions if condition.narrows_to]
        return tuple(part for part in thing.parts if all(part in only for only in narrowed))

    def writing(self, thing: Thing, column: str) -> Writes:
        """Which rows of this object the role writes, of those that it reads: approving is writing too.

        A family's own is kept by its keys, so it writes all that these reach; of others "own" is what they made.
        """
        cell = thing.cell(column)
        proposes = any(self.conditions[number].proposes for number in cell.conditions)
        if proposes or not (cell.may_write or cell.may_approve) or cell.word not in {"", "own"}:
            return Writes.NOTHING
        return Writes.OWN if cell.word and column not in FAMILY_COLUMNS else Writes.ALL

    def written_parts(self, column: str) -> dict[Part, Writes]:
        """What a grant of this role lets it write, part by part: a part is written as the widest of its objects."""
        found: dict[Part, Writes] = {}
        for thing in self.things.values():
            for part in thing.parts:
                found[part] = max(found.get(part, Writes.NOTHING), self.writing(thing, column))
        return {part: writes for part, writes in found.items() if writes}


@cache
def permissions() -> Table:
    """The table as it stands in the file."""
    given = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return Table(
        {key: _thing(key, row) for key, row in given["object"].items()},
        {key: _words(row) for key, row in given["role"].items()},
        {int(key): _words(row) for key, row in given["condition"].items()},
        {key: _words(row) for key, row in given["word"].items()},
    )


Row = dict[str, object]


def _words(row: Row) -> Words:
    return Words(
        str(row["nl"]),
        str(row["en"]),
        bool(row.get("gives", True)),
        bool(row.get("proposes", False)),
        frozenset(_texts(row, "narrows_to")),
    )


def _thing(key: str, row: Row) -> Thing:
    cells = row["cells"]
    assert isinstance(cells, dict)
    return Thing(
        key,
        _words(row),
        {column: Cell.parse(text) for column, text in cells.items()},
        tuple(_PARTS[part] for part in _texts(row, "parts")),
        _texts(row, "models"),
        str(row.get("handbook", "")),
        str(row.get("awaits", "")),
        int(str(row.get("level", 0))),
        frozenset(_texts(row, "reads_all")),
    )


def _texts(row: Row, key: str) -> tuple[str, ...]:
    found = row.get(key, [])
    assert isinstance(found, list)
    return tuple(str(text) for text in found)
