"""What holds in the genogram of any family: readable symbols, and lines that say who belongs to whom."""

from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest

from kring.draw.genogram.contour import contours
from kring.draw.genogram.picture import arranged
from kring.draw.genogram.sizes import PHONE, WIDE, Sizes
from kring.draw.genogram.ways import Place, ways
from kring.draw.shapes import Box, Point
from tests.draw.kin import SEEDS, drawn, family, settled
from tests.draw.plan import Plan, passes, unsound
from tests.draw.sheet import overlap

each_family = pytest.mark.parametrize("seed", SEEDS)
each_size = pytest.mark.parametrize("sizes", [WIDE, PHONE], ids=["wide", "phone"])


@cache
def planned(seed: int, sizes: Sizes) -> Plan:
    return Plan(replace(family(seed), order=settled(seed)), sizes)


@each_family
@each_size
def test_symbols_and_names_lie_free_of_each_other(seed: int, sizes: Sizes) -> None:
    assert planned(seed, sizes).overlaps() == []


@each_family
@each_size
def test_no_line_runs_through_anybody_who_is_not_of_it(seed: int, sizes: Sizes) -> None:
    assert planned(seed, sizes).trespasses() == []


@each_family
@each_size
def test_lines_of_two_unions_never_lie_on_each_other(seed: int, sizes: Sizes) -> None:
    assert planned(seed, sizes).run_together() == []


@each_family
@each_size
def test_every_line_reaches_all_whom_it_ties_and_hangs_together(seed: int, sizes: Sizes) -> None:
    assert planned(seed, sizes).loose() == []


@each_family
def test_parents_stand_above_their_children_and_partners_in_one_row(seed: int) -> None:
    assert planned(seed, WIDE).in_a_wrong_row() == []


@each_family
def test_the_drawing_is_whole(seed: int) -> None:
    assert unsound(drawn(seed), len(family(seed).persons)) == []


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
    known = planned(seed, WIDE).people
    sheet = Box(-40, -40, max(name.right for _symbol, name in known.values()) + 80, 1000)
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
    known = planned(seed, sizes).people
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
