"""How a list is shown: its columns and its order, which the address of the page says and nothing else decides."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table. `numeric` puts head and figures at the end of the line."""

    key: str
    title: str
    numeric: bool = False
    sortable: bool = True


@dataclass(frozen=True, slots=True)
class Order:
    """By which column, and from high to low or not. As text: `name` or `-name`."""

    key: str
    descending: bool = False

    @classmethod
    def read(cls, text: str, columns: Sequence[Column], standard: Self) -> Self:
        """From the address; the standard order when the text names no sortable column."""
        wanted = cls(text.removeprefix("-"), text.startswith("-"))
        return wanted if any(column.sortable and column.key == wanted.key for column in columns) else standard

    def turned(self, column: Column) -> "Order":
        """The order that a click on this column's head asks for: the other way round, or by this column."""
        return Order(column.key, column.key == self.key and not self.descending)

    def __str__(self) -> str:
        return f"-{self.key}" if self.descending else self.key
