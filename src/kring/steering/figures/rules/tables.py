"""Tables of counts before the gate (`Grid`) and after it (`SafeSeries`, `SafeGrid`)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import reduce
from operator import add
from typing import Final

from kring.steering.figures.rules.network import Key
from kring.steering.figures.rules.values import Count, Value

ALL: Final = "totaal"
"""The name of the total among rows and among columns."""


def total_of(counts: Iterable[Count]) -> Count:
    return reduce(add, counts, Count(0, 0))


@dataclass(frozen=True, slots=True)
class Grid:
    """Raw counts per group (row) and category (column). `groups` are subtotals over some of the columns.

    `sizes` gives a row's total where its families are not the sum over the columns: one family has several actions.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: Mapping[Key, Count]
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sizes: Mapping[str, Count] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if len(self.columns) < 2:
            raise ValueError("Een tabel heeft minstens twee kolommen nodig; gebruik anders een reeks.")

    def count(self, row: str, column: str) -> Count:
        """One cell, a subtotal, or the total over all rows."""
        rows = self.rows if row == ALL else (row,)
        columns = self.columns if column == ALL else self.groups.get(column, (column,))
        return total_of(self.cells[(one, other)] for one in rows for other in columns)

    def size(self, row: str) -> Count:
        """How many there are in this group; over all rows families are counted once each, as a family has one area."""
        if row == ALL:
            return total_of(self.size(one) for one in self.rows)
        return self.sizes.get(row) or self.count(row, ALL)

    def group_of(self, column: str) -> str:
        """The subtotal that a column is part of, or nothing."""
        return next((group for group, columns in self.groups.items() if column in columns), "")


@dataclass(frozen=True, slots=True)
class SafeSeries:
    """Parts and their total, as they may be shown."""

    parts: Mapping[str, Value]
    total: Value


@dataclass(frozen=True, slots=True)
class SafeGrid:
    """As it may be shown. `cells` also holds the subtotals, the row `ALL` and the column `ALL`."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: Mapping[Key, Value]

    def at(self, row: str, column: str) -> Value:
        return self.cells[(row, column)]
