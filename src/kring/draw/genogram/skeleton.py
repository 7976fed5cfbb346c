"""What the lines of a genogram tie together, row by row: a line over several rows gets a place in each between."""

from dataclasses import dataclass, field

from kring.draw.genogram.generations import generations
from kring.draw.genogram.model import Child, GenogramInput, Union

Item = str
"""What takes a place in a row: a person by key, or a passage for a line."""
PASSAGE = "\x00"
"""Begins the name of a passage; no key of a person does."""


@dataclass(frozen=True, slots=True)
class Drop:
    """Where a line goes down from a union: to the child itself, or to a passage on the way."""

    item: Item
    child: Child


@dataclass(frozen=True, slots=True)
class Knot:
    """A union in the gap below row `gap`: from the items above it to those below."""

    union: Union
    gap: int
    ups: tuple[Item, ...]
    drops: tuple[Drop, ...]


@dataclass(frozen=True, slots=True)
class Thread:
    """One stretch of a long line, from an item in row `gap` to one in the next; `child` is to whom it leads."""

    gap: int
    up: Item
    down: Item
    union: Union
    child: Child | None = None


@dataclass(frozen=True, slots=True)
class Skeleton:
    rows: dict[Item, int]
    knots: list[Knot]
    threads: list[Thread]

    @property
    def depth(self) -> int:
        return max(self.rows.values(), default=-1) + 1

    def items(self) -> list[list[Item]]:
        """The items of each row, not ordered yet."""
        found: list[list[Item]] = [[] for _row in range(self.depth)]
        for item, row in self.rows.items():
            found[row].append(item)
        return found


def is_passage(item: Item) -> bool:
    return item.startswith(PASSAGE)


def skeleton(given: GenogramInput) -> Skeleton:
    rows = generations(given)
    making = _Making(given, dict(rows))
    for index, union in enumerate(given.unions):
        making.tie(index, union)
    return Skeleton(making.rows, making.knots, making.threads)


@dataclass(slots=True)
class _Making:
    given: GenogramInput
    rows: dict[Item, int]
    knots: list[Knot] = field(default_factory=list)
    threads: list[Thread] = field(default_factory=list)

    def tie(self, index: int, union: Union) -> None:
        gap = max(self.rows[partner] for partner in union.partners)
        ups = tuple(self._down_from(index, union, partner, gap) for partner in union.partners)
        drops = tuple(Drop(self._up_from(index, union, child, gap + 1), child) for child in union.children)
        self.knots.append(Knot(union, gap, ups, drops))

    def _down_from(self, index: int, union: Union, partner: Item, gap: int) -> Item:
        """The item in row `gap` by which this partner reaches the knot."""
        at = partner
        for row in range(self.rows[partner] + 1, gap + 1):
            passage = self._passage(index, partner, row)
            self.threads.append(Thread(row - 1, at, passage, union))
            at = passage
        return at

    def _up_from(self, index: int, union: Union, child: Child, row: int) -> Item:
        """The item in `row` by which the knot reaches this child."""
        last = child.key
        for above in range(self.rows[child.key] - 1, row - 1, -1):
            passage = self._passage(index, child.key, above)
            self.threads.append(Thread(above, passage, last, union, child))
            last = passage
        return last

    def _passage(self, index: int, to: Item, row: int) -> Item:
        name = f"{PASSAGE}{index}-{to}-{row}"
        self.rows[name] = row
        return name
