"""The way of a relationship line from one person to another, round the symbols and names of everybody else.

First a few bows; where every bow would hit somebody, the shortest way over a grid, which finds one if there is any.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from kring.draw.genogram.grid import shortest
from kring.draw.shapes import Box, Point
from kring.draw.ties import resampled

BOWS = (0, 26, -26, 48, -48, 78, -78, 115, -115, 160, -160, 220, -220)
STEPS = np.linspace(0, 1, 33)[:, None]
BEFORE, BETWEEN, AFTER = (1 - STEPS) ** 2, 2 * (1 - STEPS) * STEPS, STEPS**2
"""How much the start, the bend and the end count at each step of a bow (Bernstein polynomials)."""
GRID = 8.0
AIR = 7.0
"""Least room between a relationship line and a symbol or name that is not its own."""
NEAR, ALONG, BENT = 16.0, 3.0, 0.6
TURN, ROUNDINGS = 14.0, 3

Values = NDArray[np.float64]
Pairs = NDArray[np.float64]
"""Points: x and y in the last dimension."""


@dataclass(frozen=True, slots=True)
class Place:
    """A person on the sheet: the middle and radius of the symbol, and the box of the name."""

    key: str
    centre: Point
    radius: float
    name: Box

    @property
    def boxes(self) -> tuple[Box, Box]:
        (x, y), radius = self.centre, self.radius
        return Box(x - radius, y - radius, 2 * radius, 2 * radius), self.name


def ways(pairs: Sequence[tuple[str, str]], places: Sequence[Place], sheet: Box) -> list[list[Point]]:
    """A way for each pair, in their order; later ones keep off the earlier."""
    known = {place.key: place for place in places}
    found: list[list[Point]] = []
    for one, other in pairs:
        start, end = known[one], known[other]
        others = [box for place in places if place.key not in (one, other) for box in place.boxes]
        obstacles = _Obstacles([*others, start.name, end.name] if _side_by_side(start, end) else others, sheet)
        own = [start.name, end.name]
        found.append(_best_bow(start, end, obstacles, found, own) or _round_about(start, end, obstacles))
    return found


def _side_by_side(one: Place, other: Place) -> bool:
    return abs(one.centre[1] - other.centre[1]) < one.radius


class _Obstacles:
    """Boxes that a line keeps off, and the sheet that it stays on."""

    def __init__(self, boxes: Sequence[Box], sheet: Box) -> None:
        self.sheet = sheet
        self.low: Pairs = np.array([(box.x - AIR, box.y - AIR) for box in boxes]).reshape(-1, 2)
        self.high: Pairs = np.array([(box.right + AIR, box.bottom + AIR) for box in boxes]).reshape(-1, 2)

    def hit(self, points: Pairs) -> bool:
        """Whether any of the points comes too near."""
        near = (points[:, None, :] > self.low) & (points[:, None, :] < self.high)
        off = (points < (self.sheet.x, self.sheet.y)) | (points > (self.sheet.right, self.sheet.bottom))
        return bool(near.all(axis=2).any() or off.any())

    def passed(self, start: Point, ends: Pairs) -> NDArray[np.bool_]:
        """Of each straight line from one point, whether it runs through a box: where it is between all four sides."""
        step = ends - np.array(start)
        step[step == 0] = 1e-9
        one, other = ((side - np.array(start)) / step[:, None, :] for side in (self.low, self.high))
        enters, leaves = np.minimum(one, other).max(axis=2), np.maximum(one, other).min(axis=2)
        found: NDArray[np.bool_] = (np.maximum(enters, 0) < np.minimum(leaves, 1)).any(axis=1)
        return found

    def free(self, xs: Values, ys: Values) -> NDArray[np.bool_]:
        """Of a grid of these columns and rows, all on the sheet, the points that are clear of the boxes."""
        found = np.ones((len(ys), len(xs)), dtype=bool)
        for (left, top), (right, bottom) in zip(self.low, self.high, strict=True):
            rows = slice(np.searchsorted(ys, top, "right"), np.searchsorted(ys, bottom))
            found[rows, np.searchsorted(xs, left, "right") : np.searchsorted(xs, right)] = False
        return found


def _best_bow(
    start: Place, end: Place, obstacles: _Obstacles, before: Sequence[Sequence[Point]], own: Sequence[Box]
) -> list[Point] | None:
    """The least bent bow that hits nobody, keeping off earlier lines and the two own names where it can."""
    drawn = np.array([point for way in before for point in way]).reshape(-1, 2)
    tried = [(bow, _trimmed(_bow(start.centre, end.centre, bow), start, end)) for bow in BOWS]
    fine = [(bow, points) for bow, points in tried if len(points) > 2 and not obstacles.hit(points)]
    costs = [abs(bow) * BENT + ALONG * _close(points, drawn) + 2 * _over(points, own) for bow, points in fine]
    if not fine:
        return None
    points = fine[costs.index(min(costs))][1]
    return [(float(x), float(y)) for x, y in points]


def _bow(start: Point, end: Point, bow: float) -> Pairs:
    """A quadratic Bézier curve that bends `bow` px aside half way."""
    (x0, y0), (x1, y1) = start, end
    length = math.dist(start, end) or 1.0
    middle = ((x0 + x1) / 2 - (y1 - y0) / length * 2 * bow, (y0 + y1) / 2 + (x1 - x0) / length * 2 * bow)
    ends = BEFORE * np.array(start) + AFTER * np.array(end)
    curve: Pairs = ends + BETWEEN * np.array(middle)
    return curve


def _trimmed(points: Pairs, start: Place, end: Place) -> Pairs:
    """Without what lies inside the two symbols."""
    fine = np.ones(len(points), dtype=bool)
    for place in (start, end):
        reach = place.radius + 5
        fine &= (np.abs(points - np.array(place.centre)) > reach).any(axis=1)
    return points[fine]


def _close(points: Pairs, drawn: Pairs) -> int:
    if not len(drawn):
        return 0
    distance = ((points[:, None, :] - drawn[None, :, :]) ** 2).sum(axis=2)
    return int((distance.min(axis=1) < NEAR**2).sum())


def _over(points: Pairs, boxes: Iterable[Box]) -> int:
    x, y = points[:, 0], points[:, 1]
    return sum(
        int(((x > box.x - AIR) & (x < box.right + AIR) & (y > box.y - AIR) & (y < box.bottom + AIR)).sum())
        for box in boxes
    )


def _round_about(start: Place, end: Place, obstacles: _Obstacles) -> list[Point]:
    """The shortest way over a grid of free points, rounded at its corners; a straight line if there is none."""
    columns, rows = int(obstacles.sheet.width / GRID) + 1, int(obstacles.sheet.height / GRID) + 1
    xs: Values = np.arange(columns, dtype=np.float64) * GRID + obstacles.sheet.x
    ys: Values = np.arange(rows, dtype=np.float64) * GRID + obstacles.sheet.y
    cells = shortest(obstacles.free(xs, ys), _cell(start.centre, obstacles.sheet), _cell(end.centre, obstacles.sheet))
    steps = [start.centre, *((float(xs[x]), float(ys[y])) for y, x in cells[1:-1]), end.centre]
    way = _pulled_tight(steps, obstacles)
    for _turn in range(ROUNDINGS):
        way = _rounded(way)
    trimmed = _trimmed(np.array(resampled(way, GRID / 2)), start, end)
    return [(float(x), float(y)) for x, y in trimmed] if len(trimmed) > 1 else [start.centre, end.centre]


def _cell(point: Point, sheet: Box) -> tuple[int, int]:
    return round((point[1] - sheet.y) / GRID), round((point[0] - sheet.x) / GRID)


def _pulled_tight(way: Sequence[Point], obstacles: _Obstacles) -> list[Point]:
    """Only the corners that are needed to hit nobody, with points close before and after each to round it."""
    corners, at = [way[0]], 0
    while at < len(way) - 1:
        clear = np.flatnonzero(~obstacles.passed(way[at], np.array(way[at + 1 :])))
        at += 1 + int(clear[-1]) if len(clear) else 1
        corners.append(way[at])
    found = [corners[0]]
    for before, corner, after in zip(corners, corners[1:], corners[2:], strict=False):
        found += [_towards(corner, before), corner, _towards(corner, after)]
    return [*found, corners[-1]]


def _towards(corner: Point, other: Point) -> Point:
    share = min(0.5, TURN / (math.dist(corner, other) or 1.0))
    return corner[0] + (other[0] - corner[0]) * share, corner[1] + (other[1] - corner[1]) * share


def _rounded(way: Sequence[Point]) -> list[Point]:
    """Corners cut at a quarter (Chaikin 1974)."""
    middle = [
        point
        for (x0, y0), (x1, y1) in pairwise(way)
        for point in ((0.75 * x0 + 0.25 * x1, 0.75 * y0 + 0.25 * y1), (0.25 * x0 + 0.75 * x1, 0.25 * y0 + 0.75 * y1))
    ]
    return [way[0], *middle, way[-1]]
