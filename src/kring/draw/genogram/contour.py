"""The contour round who live together: one soft line that takes in all of them and leaves everybody else out.

A field of influence (bubble sets, Collins and others 2009): members and the ways between them attract, others repel;
the contour is where the field has one height (marching squares). Whoever is not a member is cut out whatever the field.
"""

import math
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

import numpy as np
from numpy.typing import NDArray

from kring.draw.genogram.grid import Cell, shortest
from kring.draw.shapes import Box, Point

GRID = 6.0
REACH, TIE_REACH, PUSH = 40.0, 26.0, 26.0
MEMBER_AIR, STRANGER_AIR = 9.0, 3.0
NEIGHBOURS = 170.0
"""How far neighbours of one home stand from each other at most to be held together directly."""
HIGH, LOW = 2.0, -1.0
LEVEL = 0.6
SMALLEST = 8

Field = NDArray[np.float64]


def contours(members: Sequence[Box], strangers: Sequence[Box], sheet: Box) -> list[list[Point]]:
    """Closed lines round the members; more than one only where others stand all the way between."""
    columns, rows = int(sheet.width / GRID) + 1, int(sheet.height / GRID) + 1
    x: Field = sheet.x + np.arange(columns, dtype=np.float64) * GRID
    y: Field = sheet.y + np.arange(rows, dtype=np.float64) * GRID
    height = np.zeros((rows, columns))
    for box in members:
        near = _near(box, REACH, x, y)
        height[near] += np.clip(1 - _distance(x[near[1]], y[near[0]], box) / REACH, 0, 1) ** 2 * 2
    for one, other in _ties(members, strangers, sheet):
        near = _near(_between(one, other), TIE_REACH, x, y)
        height[near] += np.clip(1 - _to_segment(x[near[1]], y[near[0]], one, other) / TIE_REACH, 0, 1) * 1.6
    for box in strangers:
        near = _near(box, PUSH, x, y)
        height[near] -= np.clip(1 - _distance(x[near[1]], y[near[0]], box) / PUSH, 0, 1) ** 2 * 2
    for boxes, air, level in ((members, MEMBER_AIR, HIGH), (strangers, STRANGER_AIR + GRID, LOW)):
        for box in boxes:
            near = _near(box, air, x, y)
            height[near][_distance(x[near[1]], y[near[0]], box) < air] = level
    height[[0, -1], :] = height[:, [0, -1]] = LOW
    loops = [loop for loop in _loops(height - LEVEL, x, y) if len(loop) >= SMALLEST]
    everybody = [_middle(box) for box in (*members, *strangers)]
    return [_smooth(loop) for loop in loops if any(_holds(loop, point) for point in everybody)]


def _holds(loop: Sequence[Point], point: Point) -> bool:
    """A hole in which nobody stands is no hole: the line goes round the outside."""
    x, y = point
    sides = zip(loop, (*loop[1:], loop[0]), strict=True)
    crossed = [(y0 > y) != (y1 > y) and x < (x1 - x0) * (y - y0) / (y1 - y0) + x0 for (x0, y0), (x1, y1) in sides]
    return sum(crossed) % 2 == 1


def _near(box: Box, reach: float, x: Field, y: Field) -> tuple[slice, slice]:
    """The part of the grid within reach of the box: the rest of the sheet does not feel it."""
    down = slice(*np.searchsorted(y, (box.y - reach, box.bottom + reach)))
    return down, slice(*np.searchsorted(x, (box.x - reach, box.right + reach)))


def _between(one: Point, other: Point) -> Box:
    (x0, y0), (x1, y1) = one, other
    return Box(min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0))


def _distance(x: Field, y: Field, box: Box) -> Field:
    """From the box to each point of the grid of these columns and rows."""
    across = np.maximum(np.maximum(box.x - x, x - box.right), 0)
    down = np.maximum(np.maximum(box.y - y, y - box.bottom), 0)
    return np.hypot(across[None, :], down[:, None])


def _to_segment(columns: Field, rows: Field, start: Point, end: Point) -> Field:
    x, y = columns[None, :], rows[:, None]
    (x0, y0), (x1, y1) = start, end
    length = (x1 - x0) ** 2 + (y1 - y0) ** 2
    share = np.clip(((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length, 0, 1) if length else 0.0
    return np.hypot(x - x0 - share * (x1 - x0), y - y0 - share * (y1 - y0))


def _middle(box: Box) -> Point:
    return box.x + box.width / 2, box.middle


def _ties(members: Sequence[Box], strangers: Sequence[Box], sheet: Box) -> list[tuple[Point, Point]]:
    """What keeps the members in one piece: a spanning tree, each branch led round who is not a member."""
    found: list[tuple[Point, Point]] = []
    done, todo = list(members[:1]), list(members[1:])
    while todo:
        one, other = min(
            ((near, far) for near in done for far in todo),
            key=lambda pair: math.dist(_middle(pair[0]), _middle(pair[1])),
        )
        todo.remove(other)
        done.append(other)
        found += pairwise(_led_round(_middle(one), _middle(other), strangers, sheet))
    return found + list(_sides(members, strangers))


def _sides(members: Sequence[Box], strangers: Sequence[Box]) -> Iterator[tuple[Point, Point]]:
    """Neighbours with nobody between them, so that the line makes no bay there (Gabriel and Sokal 1969)."""
    middles, others = [_middle(box) for box in members], [_middle(box) for box in strangers]
    for one, other in combinations(middles, 2):
        half = ((one[0] + other[0]) / 2, (one[1] + other[1]) / 2)
        reach = math.dist(one, other) / 2
        near = [at for at in (*middles, *others) if at not in (one, other) and math.dist(half, at) < reach]
        if reach < NEIGHBOURS / 2 and not near:
            yield one, other


def _led_round(start: Point, end: Point, strangers: Sequence[Box], sheet: Box) -> list[Point]:
    step, air = GRID * 3, STRANGER_AIR + TIE_REACH * 0.7
    x: Field = sheet.x + np.arange(math.ceil(sheet.width / step) + 1, dtype=np.float64) * step
    y: Field = sheet.y + np.arange(math.ceil(sheet.height / step) + 1, dtype=np.float64) * step
    free = np.ones((len(y), len(x)), dtype=bool)
    for box in strangers:
        near = _near(box, air, x, y)
        free[near] &= _distance(x[near[1]], y[near[0]], box) >= air
    first, last = ((round((point[1] - sheet.y) / step), round((point[0] - sheet.x) / step)) for point in (start, end))
    return [start, *((float(x[right]), float(y[down])) for down, right in shortest(free, first, last)[1:-1]), end]


EDGES = ((0, 1), (1, 2), (2, 3), (3, 0))
"""The sides of a square of the grid by its corners: upper left, upper right, lower right, lower left."""
Side = tuple[Cell, Cell]
"""Two neighbouring points of the grid, the upper or left one first."""
CORNERS = ((0, 0), (0, 1), (1, 1), (1, 0))


def _loops(height: Field, x: Field, y: Field) -> list[list[Point]]:
    """Closed lines at height nought. Each crosses a side of a square at most once, so sides name its points."""
    inside = height >= 0
    mixed = inside[:-1, :-1].astype(int) + inside[:-1, 1:] + inside[1:, 1:] + inside[1:, :-1]
    following: dict[Side, Side] = {}
    for row, column in zip(*np.nonzero((mixed > 0) & (mixed < len(CORNERS))), strict=True):
        following |= dict(_pieces(inside, (int(row), int(column))))
    found: list[list[Point]] = []
    while following:
        first, at = following.popitem()
        loop = [first]
        while at != first:
            loop.append(at)
            at = following.pop(at)
        found.append([_crossing(side, height, x, y) for side in loop])
    return found


def _pieces(inside: NDArray[np.bool_], square: Cell) -> list[tuple[Side, Side]]:
    """The one or two stretches of the contour in a square, each from where it enters to where it leaves."""
    corners = [(square[0] + down, square[1] + right) for down, right in CORNERS]
    turns: list[tuple[Side, bool]] = []
    for one, other in EDGES:
        start, end = sorted((corners[one], corners[other]))
        if inside[start] != inside[end]:
            turns.append(((start, end), bool(inside[corners[one]])))
    falls = [side for side, falling in turns if falling]
    rises = [side for side, falling in turns if not falling]
    return list(zip(falls, rises if turns[0][1] else [*rises[-1:], *rises[:-1]], strict=True))


def _crossing(side: Side, height: Field, x: Field, y: Field) -> Point:
    (row, column), (next_row, next_column) = side
    share = height[row, column] / (height[row, column] - height[next_row, next_column])
    at_x = x[column] + (x[next_column] - x[column]) * share
    at_y = y[row] + (y[next_row] - y[row]) * share
    return float(at_x), float(at_y)


def _smooth(loop: list[Point]) -> list[Point]:
    """Every second point, corners cut once (Chaikin 1974)."""
    thin = loop[::2]
    closed = [*thin, thin[0]]
    return [
        point
        for (x0, y0), (x1, y1) in pairwise(closed)
        for point in ((0.75 * x0 + 0.25 * x1, 0.75 * y0 + 0.25 * y1), (0.25 * x0 + 0.75 * x1, 0.25 * y0 + 0.75 * y1))
    ]
