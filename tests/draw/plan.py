"""The plan of a genogram on one sheet, and everything that may be wrong with it."""

from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

from kring.draw import Drawing, GenogramInput
from kring.draw.genogram.layout import Planner
from kring.draw.genogram.ordering import ordered
from kring.draw.genogram.ports import all_lines, downs, ups
from kring.draw.genogram.sizes import PHONE, Sizes
from kring.draw.genogram.skeleton import is_passage, skeleton
from kring.draw.genogram.wires import Stroke, Wiring
from kring.draw.shapes import Box, Point
from tests.draw.sheet import Sheet, overlap

TOUCH = 1.0
Stretch = tuple[int, Point, Point]
"""A straight piece of a line, with the number of that line."""


class Plan:
    """Every method gives what is wrong: nothing, if all is well."""

    def __init__(self, given: GenogramInput, sizes: Sizes) -> None:
        bones = skeleton(given)
        self.given, self.sizes = given, sizes
        self.layout = Planner(given, bones, ordered(given, bones), sizes).plan()
        self.strokes = Wiring(self.layout).strokes
        self.lines = all_lines(bones)

    @cached_property
    def people(self) -> dict[str, tuple[Box, Box]]:
        """Symbol and name of each person, on the sheet."""
        found = {}
        for person in self.given.persons:
            along, across = self._place(person.key)
            x, y = (across, along) if self.sizes.sideways else (along, across)
            radius, wide = self.sizes.radius, self.sizes.label_width(person)
            found[person.key] = (
                Box(x - radius, y - radius, 2 * radius, 2 * radius),
                Box(x - wide / 2, y + radius, wide, self.sizes.label_height - 2),
            )
        return found

    @cached_property
    def stretches(self) -> list[Stretch]:
        return [
            (stroke.owner, *((start[::-1], end[::-1]) if self.sizes.sideways else (start, end)))
            for stroke in self.strokes
            for start, end in pairwise(stroke.points)
        ]

    def overlaps(self) -> list[tuple[str, str]]:
        """Whose symbol or name lies over that of somebody else."""
        every = [(key, box) for key, pair in self.people.items() for box in pair]
        return [
            (one, other)
            for place, (one, box) in enumerate(every)
            for other, second in every[place + 1 :]
            if one != other and overlap(box, second)
        ]

    def trespasses(self) -> list[tuple[str, int]]:
        """Through whose symbol or name a line runs that is not theirs; through the own name neither."""
        found = []
        for owner, start, end in self.stretches:
            own = {*ups(self.lines[owner]), *downs(self.lines[owner])}
            for key, (symbol, name) in self.people.items():
                if passes(start, end, name) or (key not in own and passes(start, end, symbol)):
                    found.append((key, owner))
        return found

    def run_together(self) -> list[tuple[int, int]]:
        """Lines of two unions may cross; where they lay on each other nobody could tell them apart."""
        return [
            (one[0], other[0])
            for place, one in enumerate(self.stretches)
            for other in self.stretches[place + 1 :]
            if one[0] != other[0] and together(one, other) > 2 * TOUCH
        ]

    def loose(self) -> list[tuple[int, str]]:
        """Lines that do not reach somebody whom they tie, or fall apart."""
        return [fault for number in range(len(self.lines)) for fault in self._loose(number)]

    def _loose(self, number: int) -> Iterator[tuple[int, str]]:
        line, own = self.lines[number], [stroke for stroke in self.strokes if stroke.owner == number]
        if not own:
            if len(ups(line)) > 1 or downs(line):
                yield number, "is not drawn"
            return
        ends = [point for stroke in own for point in (stroke.points[0], stroke.points[-1])]
        for item in (*ups(line), *downs(line)):
            along, across = self._place(item)
            reach = TOUCH if is_passage(item) else self.sizes.radius
            if not any(abs(x - along) <= reach and abs(y - across) <= reach for x, y in ends):
                yield number, item
        if not in_one_piece(own):
            yield number, "falls apart"

    def in_a_wrong_row(self) -> list[str]:
        """Children who do not stand below each parent, and partners who do not stand beside each other."""
        rows, found = self.layout.bones.rows, []
        for union in self.given.unions:
            found += [union.partners[0]] if len({rows[partner] for partner in union.partners}) > 1 else []
            lowest = max(rows[partner] for partner in union.partners)
            found += [child.key for child in union.children if rows[child.key] <= lowest]
        return found

    def _place(self, item: str) -> Point:
        return self.layout.along[item], self.layout.across[self.layout.bones.rows[item]]


def unsound(drawing: Drawing, people: int) -> list[object]:
    """Everybody is drawn once, all of it within the sheet, and no text over another."""
    found: list[object] = []
    for sheet in map(Sheet, (drawing.svg, drawing.narrow)):
        symbols = [shape for shape in sheet.marked("kd-symbol") if shape.box.width > 2 * PHONE.radius - 1]
        found += [] if len(symbols) == people else [f"{len(symbols)} symbols"]
        found += [*sheet.outside(), *sheet.collisions()]
    return found


def passes(start: Point, end: Point, box: Box) -> bool:
    """Whether the stretch runs through the inside of the box."""
    low, high = 0.0, 1.0
    for place, least, most in ((0, box.x + TOUCH, box.right - TOUCH), (1, box.y + TOUCH, box.bottom - TOUCH)):
        step = end[place] - start[place]
        if step == 0:
            if not least < start[place] < most:
                return False
            continue
        one, other = sorted(((least - start[place]) / step, (most - start[place]) / step))
        low, high = max(low, one), min(high, other)
    return low < high


def together(one: Stretch, other: Stretch) -> float:
    """How far two level or two upright stretches run on each other."""
    for fixed, running in ((0, 1), (1, 0)):
        places = [point[fixed] for _owner, *ends in (one, other) for point in ends]
        if max(places) - min(places) < TOUCH:
            (a, b), (c, d) = (sorted(point[running] for point in ends) for _owner, *ends in (one, other))
            return min(b, d) - max(a, c)
    return 0.0


def in_one_piece(strokes: list[Stroke]) -> bool:
    reached, waiting = {0}, [0]
    while waiting:
        at = waiting.pop()
        for place in range(len(strokes)):
            if place not in reached and meet(strokes[at], strokes[place]):
                reached.add(place)
                waiting.append(place)
    return len(reached) == len(strokes)


def meet(one: Stroke, other: Stroke) -> bool:
    return any(
        on(point, start, end)
        for stroke, second in ((one, other), (other, one))
        for point in (stroke.points[0], stroke.points[-1])
        for start, end in pairwise(second.points)
    )


def on(point: Point, start: Point, end: Point, slack: float = 3.0) -> bool:
    """Within the distance of the two lines of an adoption."""
    box = Box(
        min(start[0], end[0]) - slack,
        min(start[1], end[1]) - slack,
        abs(end[0] - start[0]) + 2 * slack,
        abs(end[1] - start[1]) + 2 * slack,
    )
    return box.x <= point[0] <= box.right and box.y <= point[1] <= box.bottom
