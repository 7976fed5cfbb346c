"""What holds in the genogram of any family: readable symbols, and lines that say who belongs to whom."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest

from kring.draw.genogram.contour import contours
from kring.draw.genogram.layout import Layout, Planner
from kring.draw.genogram.model import GenogramInput
from kring.draw.genogram.ordering import ordered
from kring.draw.genogram.picture import arranged
from kring.draw.genogram.ports import all_lines, downs, ups
from kring.draw.genogram.sizes import PHONE, WIDE, Sizes
from kring.draw.genogram.skeleton import is_passage, skeleton
from kring.draw.genogram.ways import Place, ways
from kring.draw.genogram.wires import Stroke, Wiring
from kring.draw.shapes import Box, Point
from tests.draw.kin import SEEDS, drawn, family, settled
from tests.draw.sheet import Sheet, overlap

TOUCH = 1.0
each_family = pytest.mark.parametrize("seed", SEEDS)
each_size = pytest.mark.parametrize("sizes", [WIDE, PHONE], ids=["wide", "phone"])


@cache
def planned(seed: int, sizes: Sizes) -> Layout:
    given = family(seed)
    bones = skeleton(given)
    return Planner(given, bones, ordered(replace(given, order=settled(seed)), bones), sizes).plan()


@cache
def wired(seed: int, sizes: Sizes) -> list[Stroke]:
    return Wiring(planned(seed, sizes)).strokes


def boxes(given: GenogramInput, layout: Layout) -> dict[str, tuple[Box, Box]]:
    """Symbol and name of each person, on the sheet."""
    found = {}
    for person in given.persons:
        along, across = layout.along[person.key], layout.across[layout.bones.rows[person.key]]
        x, y = (across, along) if layout.sizes.sideways else (along, across)
        radius, wide = layout.sizes.radius, layout.sizes.label_width(person)
        found[person.key] = (
            Box(x - radius, y - radius, 2 * radius, 2 * radius),
            Box(x - wide / 2, y + radius, wide, layout.sizes.label_height - 2),
        )
    return found


def segments(strokes: list[Stroke], layout: Layout) -> Iterator[tuple[int, Point, Point]]:
    for stroke in strokes:
        for start, end in pairwise(stroke.points):
            yield (stroke.owner, *((start[::-1], end[::-1]) if layout.sizes.sideways else (start, end)))


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


@each_family
@each_size
def test_symbols_and_names_lie_free_of_each_other(seed: int, sizes: Sizes) -> None:
    given = family(seed)
    every = [(key, box) for key, pair in boxes(given, planned(seed, sizes)).items() for box in pair]
    hits = [
        (one, other)
        for place, (one, box) in enumerate(every)
        for other, second in every[place + 1 :]
        if one != other and overlap(box, second)
    ]
    assert hits == []


@each_family
@each_size
def test_no_line_runs_through_anybody_who_is_not_of_it(seed: int, sizes: Sizes) -> None:
    given = family(seed)
    layout = planned(seed, sizes)
    lines, known = all_lines(layout.bones), boxes(given, layout)
    hits = []
    for owner, start, end in segments(wired(seed, sizes), layout):
        own = {*ups(lines[owner]), *downs(lines[owner])}
        for key, (symbol, name) in known.items():
            if passes(start, end, name) or (key not in own and passes(start, end, symbol)):
                hits.append((key, owner, start, end))
    assert hits == []


@each_family
@each_size
def test_lines_of_two_unions_never_lie_on_each_other(seed: int, sizes: Sizes) -> None:
    """They may cross; where they ran together nobody could tell them apart."""
    layout = planned(seed, sizes)
    every = list(segments(wired(seed, sizes), layout))
    shared = [
        (one[0], other[0])
        for place, one in enumerate(every)
        for other in every[place + 1 :]
        if one[0] != other[0] and together(one, other) > 2 * TOUCH
    ]
    assert shared == []


def together(one: tuple[int, Point, Point], other: tuple[int, Point, Point]) -> float:
    """How far two level or two upright stretches run on each other."""
    for fixed, running in ((0, 1), (1, 0)):
        places = [point[fixed] for _owner, *ends in (one, other) for point in ends]
        if max(places) - min(places) < TOUCH:
            (a, b), (c, d) = (sorted(point[running] for point in ends) for _owner, *ends in (one, other))
            return min(b, d) - max(a, c)
    return 0.0


@each_family
@each_size
def test_every_line_reaches_all_whom_it_ties_and_hangs_together(seed: int, sizes: Sizes) -> None:
    layout = planned(seed, sizes)
    strokes = wired(seed, sizes)
    for number, line in enumerate(all_lines(layout.bones)):
        own = [stroke for stroke in strokes if stroke.owner == number]
        ends = [point for stroke in own for point in (stroke.points[0], stroke.points[-1])]
        if not own:
            assert len(ups(line)) == 1
            assert not downs(line)
            continue
        for item in (*ups(line), *downs(line)):
            along, across = layout.along[item], layout.across[layout.bones.rows[item]]
            reach = TOUCH if is_passage(item) else layout.sizes.radius
            assert any(abs(x - along) <= reach and abs(y - across) <= reach for x, y in ends), item
        assert in_one_piece(own)


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


@each_family
def test_parents_stand_above_their_children_and_partners_in_one_row(seed: int) -> None:
    given = family(seed)
    rows = skeleton(given).rows
    for union in given.unions:
        assert len({rows[partner] for partner in union.partners}) == 1
        assert all(rows[partner] < rows[child.key] for partner in union.partners for child in union.children)


@each_family
def test_the_drawing_is_whole(seed: int) -> None:
    """Everybody once, all within the sheet, no text over another."""
    given = family(seed)
    drawing = drawn(seed)
    for svg in (drawing.svg, drawing.narrow):
        sheet = Sheet(svg)
        symbols = [shape for shape in sheet.marked("kd-symbol") if shape.box.width > 2 * PHONE.radius - 1]
        assert len(symbols) == len(given.persons)
        assert sheet.outside() == []
        assert sheet.collisions() == []


@each_family
def test_who_comes_in_leaves_the_others_where_they_are(seed: int) -> None:
    given = family(seed)
    newest = [person for person in given.persons if not any(person.key in one.partners for one in given.unions)][-1]
    before = without(newest.key, settled(seed))
    after = arranged(replace(given, order=before))
    assert without(newest.key, after) == before


def without(key: str, order: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """The order that was kept before this person was known."""
    rows = (tuple(one for one in row if one != key) for row in order)
    return tuple(row for row in rows if row)


@each_family
def test_a_home_takes_in_its_members_and_nobody_else(seed: int) -> None:
    given = family(seed)
    layout = planned(seed, WIDE)
    known = boxes(given, layout)
    sheet = Box(-40, -40, max(layout.along.values()) + 80, max(layout.across) + 140)
    for home in given.households:
        inside = [box for key in home.members for box in known[key]]
        outside = [box for key, pair in known.items() if key not in home.members for box in pair]
        loops = contours(inside, outside, sheet)
        assert all(any(holds(loop, box) for loop in loops) for box in inside)
        assert not any(holds(loop, box) for loop in loops for box in outside)


def holds(loop: list[Point], box: Box) -> bool:
    """Whether the middle of the box lies inside the closed line."""
    x, y = box.x + box.width / 2, box.middle
    inside = False
    for (x0, y0), (x1, y1) in pairwise([*loop, loop[0]]):
        if (y0 > y) != (y1 > y) and x < (x1 - x0) * (y - y0) / (y1 - y0) + x0:
            inside = not inside
    return inside


@each_family
@each_size
def test_lines_of_how_people_get_on_run_round_everybody_else(seed: int, sizes: Sizes) -> None:
    given = family(seed)
    known = boxes(given, planned(seed, sizes))
    places = [
        Place(key, (symbol.x + symbol.width / 2, symbol.middle), sizes.radius, name)
        for key, (symbol, name) in known.items()
    ]
    every = [box for pair in known.values() for box in pair]
    left, top = min(box.x for box in every) - 20, min(box.y for box in every) - 20
    sheet = Box(left, top, max(box.right for box in every) + 20 - left, max(box.bottom for box in every) + 20 - top)
    found = ways([(relation.one, relation.other) for relation in given.relations], places, sheet)
    for relation, way in zip(given.relations, found, strict=True):
        others = [box for key, pair in known.items() if key not in (relation.one, relation.other) for box in pair]
        near = [box for box in others if overlap(box, around(way))]
        assert not any(passes(start, end, box) for start, end in pairwise(way) for box in near)


def around(way: list[Point]) -> Box:
    xs, ys = [x for x, _y in way], [y for _x, y in way]
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
