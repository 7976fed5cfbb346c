"""Where each name is written: beside, under or over its mark, never over another name, mark, line or the middle."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kring.draw.shapes import Anchor, Box, Lettering, Point

NAME: Final = Lettering(14, bold=True, halo="kd-halo")
DOES: Final = Lettering(12.5, ink="kd-muted", halo="kd-halo")
HEIGHT: Final = 31.0
ON_LINE, BESIDE_MARK, MIDDLED, WRONG_SIDE = 9.0, 12.0, 20.0, 40.0


@dataclass(frozen=True, slots=True)
class Label:
    box: Box
    anchor: Anchor

    @property
    def x(self) -> float:
        return {"start": self.box.x, "middle": self.box.x + self.box.width / 2, "end": self.box.right}[self.anchor]


@dataclass(frozen=True, slots=True)
class Spot:
    """A mark that wants a name: its middle, its angle in the circle, and how wide the name is."""

    centre: Point
    angle: float
    width: float


def label(spot: Spot, reach: float, taken: Sequence[Box], lines: Sequence[Point], sheet: Box) -> tuple[bool, Label]:
    """The best place for a name, and whether it lies free there."""
    found = []
    for place, one in enumerate(_candidates(spot, reach)):
        over = any(_overlap(one.box, other) for other in taken) or one.box.x < sheet.x or one.box.right > sheet.right
        crossed = ON_LINE * sum(_holds(one.box, point) for point in lines)
        found.append((over, crossed + _taste(one, spot), place, one))
    over, _cost, _place, best = min(found, key=lambda one: one[:3])
    return not over, best


def _candidates(spot: Spot, reach: float) -> list[Label]:
    (x, y), wide = spot.centre, spot.width
    found = []
    for down in (0.0, 14.0, -14.0, 24.0, -24.0):
        found.append(Label(Box(x + reach, y + down - HEIGHT / 2, wide, HEIGHT), "start"))
        found.append(Label(Box(x - reach - wide, y + down - HEIGHT / 2, wide, HEIGHT), "end"))
    found += [Label(Box(x - wide / 2, y + side, wide, HEIGHT), "middle") for side in (reach, -reach - HEIGHT)]
    return found


def _taste(one: Label, spot: Spot) -> float:
    """To the right on the right side, to the left on the left side, level with the mark."""
    side = math.cos(spot.angle)
    wrong = (one.anchor == "start" and side < 0) or (one.anchor == "end" and side > 0)
    level = abs(one.box.middle - spot.centre[1])
    return (WRONG_SIDE if wrong else 0) + (MIDDLED if one.anchor == "middle" else min(level, BESIDE_MARK))


def _overlap(one: Box, other: Box) -> bool:
    across = min(one.right, other.right) - max(one.x, other.x)
    return across > 0 and min(one.bottom, other.bottom) - max(one.y, other.y) > 0


def _holds(box: Box, point: Point) -> bool:
    return box.x - 2 < point[0] < box.right + 2 and box.y < point[1] < box.bottom
