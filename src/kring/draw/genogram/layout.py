"""The whole plan of a genogram before a line is drawn: the places of people, and the lanes of lines in each gap.

`along` runs in the direction of a row, `across` from generation to generation; on a phone the two change places.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kring.draw.genogram.cost import Rows
from kring.draw.genogram.model import GenogramInput, Person
from kring.draw.genogram.placing import placed
from kring.draw.genogram.ports import Ports, adjacent, all_lines, assign_ports, downs, foot, offsets, ups
from kring.draw.genogram.sizes import Sizes
from kring.draw.genogram.skeleton import Item, Knot, Skeleton, is_passage

CLEAR = 6.0
"""The least distance of two parallel lines that do not belong together."""
TOUCHING = 2.5
"""Lines nearer to each other than this look like one."""
TWINS = 20.0
INSIDE = 0.9
"""Lines that come down to one symbol keep within this share of its radius."""


@dataclass(frozen=True, slots=True)
class Run:
    """How one line goes through its gap: from its feet to a lane, along it, and down from the anchor to a bar."""

    feet: tuple[float, ...]
    anchor: float
    ends: tuple[float, ...]
    straight: bool = False

    @property
    def bracket(self) -> tuple[float, float]:
        every = (*self.feet, self.anchor)
        return min(every), max(every)

    @property
    def bar(self) -> tuple[float, float]:
        every = (self.anchor, *self.ends)
        return min(every), max(every)

    @property
    def has_bracket(self) -> bool:
        return not self.straight and self.bracket[1] - self.bracket[0] > 0

    @property
    def has_bar(self) -> bool:
        return bool(self.ends) and self.bar[1] - self.bar[0] > 0


@dataclass(frozen=True, slots=True)
class Layout:
    """`across` is the middle of each row and `tops` where it begins; `brackets` and `bars` are lanes by line."""

    rows: Rows
    bones: Skeleton
    ports: Ports
    along: dict[Item, float]
    across: list[float]
    tops: list[float]
    runs: list[Run]
    brackets: dict[int, float]
    bars: dict[int, float]
    sizes: Sizes


class Planner:
    """Makes a layout of the rows in their order."""

    def __init__(self, given: GenogramInput, bones: Skeleton, rows: Rows, sizes: Sizes) -> None:
        self._bones, self._rows, self._sizes = bones, rows, sizes
        self._persons: Mapping[Item, Person] = {person.key: person for person in given.persons}
        self._ports = assign_ports(bones, rows, sizes)
        self._along = placed(rows, bones, offsets(rows, self._ports, bones, sizes, self._persons))
        self._lines = all_lines(bones)
        self._incoming = self._sides_of_arrival()

    def plan(self) -> Layout:
        runs = self._runs()
        brackets, bars, across = self._lanes(runs)
        tops = [at - self._reach_above(row) for row, at in enumerate(across)]
        return Layout(
            self._rows, self._bones, self._ports, self._along, across, tops, runs, brackets, bars, self._sizes
        )

    def _runs(self) -> list[Run]:
        runs: list[Run] = []
        taken: dict[int, list[tuple[int, float]]] = {gap: [] for gap in range(self._bones.depth)}
        for number, line in enumerate(self._lines):
            for at in (*self._feet(number), *self._ends(number)):
                taken[line.gap].append((number, at))
        for number, line in enumerate(self._lines):
            others = [at for owner, at in taken[line.gap] if owner != number]
            run = self._run(number, others)
            taken[line.gap].append((number, run.anchor))
            runs.append(run)
        return runs

    def _run(self, number: int, others: list[float]) -> Run:
        line, feet, ends = self._lines[number], self._feet(number), self._ends(number)
        if not feet:
            low, high = self._channel(number)
            return Run((), _clear(_middle(ends or (low, high)), (low, high), others), ends, straight=True)
        low, high = min(feet), max(feet)
        if high - low > 2 * CLEAR:
            low, high = low + CLEAR, high - CLEAR
        wish = _middle(ends or feet)
        return Run(feet, _clear(wish, (low, high), others) if isinstance(line, Knot) else feet[0], ends)

    def _feet(self, number: int) -> tuple[float, ...]:
        line = self._lines[number]
        if adjacent(line, self._rows) and not self._sizes.sideways:
            return ()
        return tuple(self._foot(item, number) for item in ups(line))

    def _foot(self, item: Item, number: int) -> float:
        if is_passage(item):
            return self._along[item]
        return foot(self._ports.of[item, number], self._along[item], self._half(item), self._sizes)

    def _half(self, item: Item) -> float:
        return max(self._sizes.radius, self._sizes.label_width(self._persons[item]) / 2)

    def _channel(self, number: int) -> tuple[float, float]:
        """Between the names of a couple that stands beside each other."""
        left, right = sorted(ups(self._lines[number]), key=self._along.__getitem__)
        return self._along[left] + self._half(left) + CLEAR / 2, self._along[right] - self._half(right) - CLEAR / 2

    def _ends(self, number: int) -> tuple[float, ...]:
        return tuple(self._along[item] + self._incoming.get((item, number), 0.0) for item in downs(self._lines[number]))

    def _sides_of_arrival(self) -> dict[tuple[Item, int], float]:
        """A child of several unions has as many lines, beside each other in the order of where they come from."""
        coming: dict[Item, list[tuple[float, int]]] = {}
        for number, line in enumerate(self._lines):
            for item in downs(line):
                coming.setdefault(item, []).append((_middle([self._along[up] for up in ups(line)]), number))
        most, room = 1.2 * self._sizes.port, 2 * INSIDE * self._sizes.radius
        sides: dict[tuple[Item, int], float] = {}
        for item, found in coming.items():
            step = min(most, room / max(len(found) - 1, 1))
            for rank, (_from, number) in enumerate(sorted(found)):
                side = step * (rank - (len(found) - 1) / 2)
                sides[item, number] = self._off_feet(item, number, side, step / 2)
        return sides

    def _off_feet(self, item: Item, number: int, side: float, most: float) -> float:
        """A little aside where a line of others starts its way right above."""
        gap = self._lines[number].gap
        feet = [
            at for other, line in enumerate(self._lines) if line.gap == gap and other != number
            for at in self._feet(other)
        ]  # fmt: skip
        tried = (side, *(side + aside * share * most for share in (0.5, 0.9) for aside in (1, -1)))
        within = [one for one in tried if abs(one) <= INSIDE * self._sizes.radius]
        clear = (one for one in within if all(abs(self._along[item] + one - foot) > TOUCHING for foot in feet))
        return next(clear, side)

    def _lanes(self, runs: list[Run]) -> tuple[dict[int, float], dict[int, float], list[float]]:
        """Where across each bracket, each bar and each row lies."""
        brackets: dict[int, float] = {}
        bars: dict[int, float] = {}
        across = [self._reach_above(0)]
        for gap in range(self._bones.depth):
            here = [number for number, line in enumerate(self._lines) if line.gap == gap]
            at = across[gap] + self._reach_below(gap)
            upper = colour({number: runs[number].bracket for number in here if runs[number].has_bracket}, CLEAR)
            depth = max(upper.values(), default=-1) + 1
            brackets |= {number: at + self._sizes.bracket_lane * (lane + 1) for number, lane in upper.items()}
            at += self._sizes.bracket_lane * depth
            lower = colour({number: runs[number].bar for number in here if runs[number].has_bar}, CLEAR + 2)
            depth = max(lower.values(), default=-1) + 1
            bars |= {
                number: at + CLEAR * 2 + self._sizes.bar_lane * (depth - 1 - lane) for number, lane in lower.items()
            }
            at += CLEAR * 2 + self._sizes.bar_lane * max(depth - 1, 0) + self._last_stretch(gap)
            across.append(at + self._reach_above(gap + 1))
        return brackets, bars, across[: self._bones.depth]

    def _last_stretch(self, gap: int) -> float:
        """Between the lowest bar and the next row."""
        twins = any(drop.child.twin for knot in self._bones.knots if knot.gap == gap for drop in knot.drops)
        return (TWINS if twins else 0.0) + self._sizes.stretch

    def _reach_below(self, row: int) -> float:
        if self._sizes.sideways:
            return self._reach_above(row)
        return self._sizes.radius + self._sizes.label_height

    def _reach_above(self, row: int) -> float:
        """Half of what a row takes across."""
        if row >= self._bones.depth or not self._sizes.sideways:
            return self._sizes.radius * 1.2
        return max((self._half(item) for item in self._rows[row] if not is_passage(item)), default=self._sizes.radius)


def _middle(places: Sequence[float]) -> float:
    return sum(places) / len(places)


def _clear(wish: float, span: tuple[float, float], others: Sequence[float]) -> float:
    """The place nearest the wish within the span, free of other lines; if none is, just the nearest within the span."""
    low, high = span
    nearest = min(max(wish, low), high) if low <= high else (low + high) / 2
    steps = (nearest + side * step * CLEAR / 2 for step in range(int((high - low) / CLEAR * 2) + 1) for side in (1, -1))
    fine = (at for at in steps if low <= at <= high and all(abs(at - other) >= CLEAR for other in others))
    return next(fine, nearest)


def colour(spans: Mapping[int, tuple[float, float]], margin: float) -> dict[int, int]:
    """A lane for each span, so that no two in one lane touch; the shortest get the first lanes."""
    lanes: dict[int, int] = {}
    for number, (low, high) in sorted(spans.items(), key=lambda one: (one[1][1] - one[1][0], one[0])):
        taken = {
            lanes[other]
            for other, (start, end) in spans.items()
            if other in lanes and start < high + margin and end > low - margin
        }
        lanes[number] = next(lane for lane in range(len(spans)) if lane not in taken)
    return lanes
