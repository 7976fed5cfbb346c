"""By which side each line leaves a symbol, so that no line crosses its own name and none meets another at the port."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from kring.draw.genogram.cost import Rows
from kring.draw.genogram.model import Person
from kring.draw.genogram.sizes import Sizes, years
from kring.draw.genogram.skeleton import Item, Knot, Skeleton, Thread, is_passage

Side = Literal[-1, 1]
Line = Knot | Thread
PASSAGE_HALF = 7.0
CHANNEL = 12.0
"""Free room between the names of a couple, where the line to their children goes down."""
MARGIN = 7.0


@dataclass(frozen=True, slots=True)
class Port:
    """One line's way out of a person: on which side, as which of how many, the first nearest the symbol."""

    side: Side
    rank: int
    of: int


@dataclass(slots=True)
class Ports:
    """Per person and line the port; lines are numbered knots first, then threads."""

    of: dict[tuple[Item, int], Port] = field(default_factory=dict)

    def beside(self, item: Item, side: Side) -> int:
        return sum(1 for (one, _line), port in self.of.items() if one == item and port.side == side)


def all_lines(bones: Skeleton) -> list[Line]:
    return [*bones.knots, *bones.threads]


def ups(line: Line) -> tuple[Item, ...]:
    return line.ups if isinstance(line, Knot) else (line.up,)


def downs(line: Line) -> tuple[Item, ...]:
    return tuple(drop.item for drop in line.drops) if isinstance(line, Knot) else (line.down,)


def adjacent(line: Line, rows: Rows) -> bool:
    """Whether the couple stands beside each other, so that a straight line joins them."""
    if not isinstance(line, Knot) or len(line.ups) == 1 or any(map(is_passage, line.ups)):
        return False
    row = rows[line.gap]
    return abs(row.index(line.ups[0]) - row.index(line.ups[1])) == 1


def assign_ports(bones: Skeleton, rows: Rows, sizes: Sizes) -> Ports:
    """The line that goes furthest leaves nearest to the symbol and runs deepest, so that none crosses its neighbour."""
    place = {item: at for row in rows for at, item in enumerate(row)}
    wanted: dict[tuple[Item, Side], list[tuple[float, float, int]]] = defaultdict(list)
    for number, line in enumerate(all_lines(bones)):
        if adjacent(line, rows) and not sizes.sideways:
            continue
        for item in ups(line):
            if not is_passage(item):
                far = _reach(item, line, place, rows)
                side: Side = 1 if far >= 0 or sizes.sideways else -1
                wanted[item, side].append((*_turn(far, sideways=sizes.sideways), number))
    ports = Ports()
    for (item, side), found in wanted.items():
        for rank, (*_turn_of, number) in enumerate(sorted(found)):
            ports.of[item, number] = Port(side, rank, len(found))
    return ports


def _turn(far: float, *, sideways: bool) -> tuple[float, float]:
    """The furthest first; sideways, what goes up stands above what goes down, and is turned round."""
    if not sideways:
        return (0, -abs(far))
    return (0, abs(far)) if far < 0 else (1, -far)


def _reach(item: Item, line: Line, place: Mapping[Item, int], rows: Rows) -> float:
    """How far along the row the line goes from here: to the partner, else to the middle of those below."""
    others = [one for one in ups(line) if one != item]
    if others:
        return place[others[0]] - place[item]
    below = [place[one] - (len(rows[line.gap + 1]) - 1) / 2 for one in downs(line)]
    return sum(below) / len(below) - (place[item] - (len(rows[line.gap]) - 1) / 2) if below else 1


def foot(port: Port, middle: float, half: float, sizes: Sizes) -> float:
    """Where along the row the line of this port enters the gap; `half` is half a name or symbol."""
    if sizes.sideways:
        step = min(sizes.port, 2 * (sizes.radius - 2) / port.of)
        return middle + step * (port.rank - (port.of - 1) / 2)
    return middle + port.side * (half + MARGIN + sizes.port * port.rank)


def offsets(
    rows: Rows, ports: Ports, bones: Skeleton, sizes: Sizes, persons: Mapping[Item, Person]
) -> dict[Item, float]:
    """The least distance of each item from the first of its row."""
    couples = {frozenset(knot.ups): knot for knot in bones.knots if adjacent(knot, rows)}
    found: dict[Item, float] = {}
    for row in rows:
        at = 0.0
        for left, item in zip([None, *row], row, strict=False):
            if left is not None:
                at += _distance(left, item, couples.get(frozenset((left, item))), _Reach(ports, sizes, persons))
            found[item] = at
    return found


@dataclass(frozen=True, slots=True)
class _Reach:
    ports: Ports
    sizes: Sizes
    persons: Mapping[Item, Person]

    def label(self, item: Item) -> float:
        return 0.0 if is_passage(item) else self.sizes.label_width(self.persons[item]) / 2

    def half(self, item: Item, side: Side) -> float:
        """Room that an item takes on one side of its middle, along the row."""
        if is_passage(item):
            return PASSAGE_HALF
        if self.sizes.sideways:
            return self.sizes.radius + (self.sizes.label_height if side == 1 else 3)
        own = max(self.sizes.radius, self.label(item))
        taken = self.ports.beside(item, side)
        return own + (MARGIN + self.sizes.port * (taken - 1) if taken else 0.0)


def _distance(left: Item, right: Item, couple: Knot | None, reach: _Reach) -> float:
    sizes = reach.sizes
    least = (
        reach.half(left, 1) + reach.half(right, -1) + (MARGIN if is_passage(left) or is_passage(right) else sizes.apart)
    )
    if couple is None or sizes.sideways:
        return least
    label = sizes.life.width(years(couple.union)) + 14
    free = CHANNEL if couple.drops else 0
    return max(least, 2 * sizes.radius + max(sizes.couple, label), reach.label(left) + reach.label(right) + free)
