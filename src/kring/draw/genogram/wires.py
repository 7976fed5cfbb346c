"""The lines of kinship: couples, brackets and the ways down to children, as strokes in the plan's own directions."""

from collections.abc import Iterator
from dataclasses import dataclass

from kring.draw.genogram.layout import TWINS, Layout, Run
from kring.draw.genogram.model import Bond, Child, Tie, Union
from kring.draw.genogram.ports import Line, all_lines, downs, ups
from kring.draw.genogram.skeleton import Item, Knot, is_passage

Point = tuple[float, float]
"""Along and across."""
LOOK = {Tie.MARRIED: "", Tie.COHABITING: "kd-dashed", Tie.TOGETHER: "kd-dotted", Tie.PARENTS: "kd-kin-faint"}
INTO = 0.8
"""How far, as a share of the radius, a line runs on to the middle of a symbol, which covers it."""
ADOPTED_APART = 2.5


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points; `owner` is the number of its line, for who reads the drawing back."""

    points: tuple[Point, ...]
    look: str = ""
    owner: int = 0


@dataclass(frozen=True, slots=True)
class CoupleLine:
    """The level stretch between two partners, where years and strokes of ending are written."""

    union: Union
    start: Point
    end: Point
    anchor: float
    beside: bool
    owner: int


class Wiring:
    """All strokes of one layout."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self.couples: list[CoupleLine] = []
        self.strokes = [
            stroke for number, line in enumerate(all_lines(layout.bones)) for stroke in self._line(number, line)
        ]

    def _line(self, number: int, line: Line) -> Iterator[Stroke]:
        run = self._layout.runs[number]
        if run.straight:
            yield from self._beside(number, line, run)
        else:
            yield from self._bracket(number, line, run)
        if run.ends:
            yield from self._descent(number, line, run)

    def _look(self, line: Line) -> str:
        return LOOK[line.union.tie] if isinstance(line, Knot) and len(line.ups) > 1 else ""

    def _beside(self, number: int, line: Line, run: Run) -> Iterator[Stroke]:
        left, right = sorted(self._layout.along[item] for item in ups(line))
        level, edge = self._layout.across[line.gap], self._layout.sizes.radius * INTO
        start, end = (left + edge, level), (right - edge, level)
        yield Stroke((start, end), self._look(line), number)
        inset = self._layout.sizes.radius - edge
        self.couples.append(
            CoupleLine(line.union, (start[0] + inset, level), (end[0] - inset, level), run.anchor, True, number)
        )

    def _bracket(self, number: int, line: Line, run: Run) -> Iterator[Stroke]:
        """Out of each symbol to its foot, down to the lane of the bracket and along it to the anchor."""
        for item, foot in zip(ups(line), run.feet, strict=True):
            way = self._way_out(item, number, foot)
            if number in self._layout.brackets:
                level = self._layout.brackets[number]
                way += [(foot, level), (run.anchor, level)]
            yield Stroke(tuple(way), self._look(line), number)
        if isinstance(line, Knot) and len(line.ups) > 1:
            low, high = run.bracket
            level = self._layout.brackets[number]
            self.couples.append(CoupleLine(line.union, (low, level), (high, level), run.anchor, False, number))

    def _way_out(self, item: Item, number: int, foot: float) -> list[Point]:
        layout, sizes = self._layout, self._layout.sizes
        along, across = layout.along[item], layout.across[layout.bones.rows[item]]
        if is_passage(item):
            return [(along, across)]
        if sizes.sideways:
            return [(foot, across + sizes.radius * INTO)]
        port = layout.ports.of[item, number]
        busy = port.of > 1 or self._has_straight(item, port.side)
        level = across + (13 - 9 * port.rank if busy else 0)
        return [(along + port.side * sizes.radius * INTO, level), (foot, level)]

    def _has_straight(self, item: Item, side: int) -> bool:
        """Whether a straight line to a partner leaves on this side too."""
        for line, run in zip(self._layout.bones.knots, self._layout.runs, strict=False):
            if run.straight and item in line.ups:
                other = next(one for one in line.ups if one != item)
                if (self._layout.along[other] - self._layout.along[item]) * side > 0:
                    return True
        return False

    def _top(self, item: Item) -> float:
        """Where a line from above ends at this item."""
        across = self._layout.across[self._layout.bones.rows[item]]
        return across if is_passage(item) else across - self._layout.sizes.radius * INTO

    def _start(self, number: int, line: Line, run: Run) -> float:
        """Across where the way down begins: on the couple's line, on the bracket, or where the one stub turns down."""
        if run.straight:
            return self._layout.across[line.gap]
        if number in self._layout.brackets:
            return self._layout.brackets[number]
        return self._way_out(ups(line)[0], number, run.feet[0])[-1][1]

    def _descent(self, number: int, line: Line, run: Run) -> Iterator[Stroke]:
        start, children = self._start(number, line, run), _children(line)
        if number not in self._layout.bars:
            way = ((run.anchor, start), (run.anchor, self._top(downs(line)[0])))
            yield from _by_bond(way, _bond(children[0]), number)
            return
        loose = all(_bond(child) is Bond.FOSTER for child in children)
        level = self._layout.bars[number]
        yield Stroke(((run.anchor, start), (run.anchor, level)), "kd-dotted" if loose else "", number)
        yield from self._bar(number, line, run)
        yield from self._drops(number, line, run)

    def _bar(self, number: int, line: Line, run: Run) -> Iterator[Stroke]:
        """Solid as far as children by birth or adoption go, dotted on to those in foster care."""
        level = self._layout.bars[number]
        points = list(zip(_meetings(line, run), _children(line), strict=True))
        firm = [run.anchor, *(at for at, child in points if _bond(child) is not Bond.FOSTER)]
        every = [run.anchor, *(at for at, _child in points)]
        spans = ((min(firm), max(firm), ""), (min(every), min(firm), "kd-dotted"), (max(firm), max(every), "kd-dotted"))
        for start, end, look in spans:
            if start < end:
                yield Stroke(((start, level), (end, level)), look, number)

    def _drops(self, number: int, line: Line, run: Run) -> Iterator[Stroke]:
        level = self._layout.bars[number]
        for item, child, at, end in zip(downs(line), _children(line), _meetings(line, run), run.ends, strict=True):
            start = self._layout.tops[line.gap + 1]
            turn = [(at, start - TWINS), (end, start)] if at != end else []
            yield from _by_bond(((at, level), *turn, (end, self._top(item))), _bond(child), number)
        yield from self._identical(number, line, run)

    def _identical(self, number: int, line: Line, run: Run) -> Iterator[Stroke]:
        """The bar half way between the slanting lines of identical twins."""
        if not isinstance(line, Knot):
            return
        for name in sorted({drop.child.twin for drop in line.drops if drop.child.identical}):
            pairs = [(drop, end) for drop, end in zip(line.drops, run.ends, strict=True) if drop.child.twin == name]
            middle = sum(end for _drop, end in pairs) / len(pairs)
            halves = sorted((middle + end) / 2 for _drop, end in pairs)
            level = self._layout.tops[line.gap + 1] - TWINS / 2
            yield Stroke(((halves[0], level), (halves[-1], level)), "", number)


def _by_bond(way: tuple[Point, ...], bond: Bond, number: int) -> Iterator[Stroke]:
    if bond is not Bond.ADOPTED:
        yield Stroke(way, "kd-dotted" if bond is Bond.FOSTER else "", number)
        return
    for shift, look in ((-ADOPTED_APART, ""), (ADOPTED_APART, "kd-dashed")):
        yield Stroke(tuple((along + shift, across) for along, across in way), look, number)


def _children(line: Line) -> tuple[Child | None, ...]:
    return tuple(drop.child for drop in line.drops) if isinstance(line, Knot) else (line.child,)


def _bond(child: Child | None) -> Bond:
    return child.bond if child is not None else Bond.BIRTH


def _meetings(line: Line, run: Run) -> list[float]:
    """Where each child's line leaves the bar: twins from one point."""
    groups: dict[str, list[float]] = {}
    children = _children(line)
    for child, end in zip(children, run.ends, strict=True):
        if child is not None and child.twin:
            groups.setdefault(child.twin, []).append(end)
    return [
        sum(groups[child.twin]) / len(groups[child.twin]) if child is not None and child.twin else end
        for child, end in zip(children, run.ends, strict=True)
    ]
