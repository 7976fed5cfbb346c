"""Lines of how people get on: each quality has a pattern of its own that reads without colour."""

import math
from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise
from typing import Final

from kring.draw.canvas import Svg
from kring.draw.shapes import Point, line


class Quality(StrEnum):
    """How two people get on: the pattern of the line carries it, the colour only helps."""

    FUSED = "fused"
    CLOSE = "close"
    ORDINARY = "ordinary"
    DISTANT = "distant"
    TENSE = "tense"
    BROKEN = "broken"
    VIOLENT = "violent"


QUALITIES: Final = {
    Quality.FUSED: "zeer hecht",
    Quality.CLOSE: "goed, steunend",
    Quality.ORDINARY: "gewoon contact",
    Quality.DISTANT: "weinig contact",
    Quality.TENSE: "spanning",
    Quality.BROKEN: "contact verbroken",
    Quality.VIOLENT: "geweld (geweest)",
}
INK: Final = {
    Quality.FUSED: "kd-bond-good",
    Quality.CLOSE: "kd-bond-good",
    Quality.ORDINARY: "kd-bond-plain",
    Quality.DISTANT: "kd-bond-plain kd-dotted",
    Quality.TENSE: "kd-bond-hard",
    Quality.BROKEN: "kd-bond-hard",
    Quality.VIOLENT: "kd-bond-hard",
}
PARALLEL: Final = {Quality.FUSED: (-3.6, 0.0, 3.6), Quality.CLOSE: (-2.1, 2.1)}
ARROW: Final = 9.0
ZIGZAG, ZIGZAG_STEP, HEAD, CUT, BARRIER = 4.0, 5.0, 11.0, 5.0, 7.0


def pattern(quality: Quality, way: Sequence[Point]) -> list[Svg]:
    """The line along `way` in the pattern of its quality."""
    points, ink = resampled(way, ZIGZAG_STEP / 2), INK[quality]
    if quality in PARALLEL:
        return [line(_beside(points, shift), ink) for shift in PARALLEL[quality]]
    if quality is Quality.TENSE:
        return [line(_zigzag(way), ink)]
    if quality is Quality.VIOLENT:
        return [line(_zigzag(way), ink), line(_head(points), "kd-bond-head", closed=True)]
    if quality is Quality.BROKEN:
        return _cut(points, ink)
    return [line(points if quality is not Quality.ORDINARY else way, ink)]


def resampled(way: Sequence[Point], step: float) -> list[Point]:
    """Points at equal distances along the way, its ends included."""
    found = [way[0]]
    left = step
    for (x0, y0), (x1, y1) in pairwise(way):
        length = math.hypot(x1 - x0, y1 - y0)
        at = left
        while at <= length:
            found.append((x0 + (x1 - x0) * at / length, y0 + (y1 - y0) * at / length))
            at += step
        left = at - length
    return [*found, way[-1]] if found[-1] != way[-1] else found


def _normals(points: Sequence[Point]) -> list[Point]:
    found = []
    for place in range(len(points)):
        (x0, y0), (x1, y1) = points[max(0, place - 1)], points[min(len(points) - 1, place + 1)]
        length = math.hypot(x1 - x0, y1 - y0) or 1.0
        found.append(((y0 - y1) / length, (x1 - x0) / length))
    return found


def _beside(points: Sequence[Point], shift: float) -> list[Point]:
    return [(x + nx * shift, y + ny * shift) for (x, y), (nx, ny) in zip(points, _normals(points), strict=True)]


def _zigzag(way: Sequence[Point]) -> list[Point]:
    points = resampled(way, ZIGZAG_STEP)
    last = len(points) - 1
    swing = [0.0 if place in (0, last) else ZIGZAG * (-1) ** place for place in range(len(points))]
    beside = zip(points, _normals(points), swing, strict=True)
    return [(x + nx * out, y + ny * out) for (x, y), (nx, ny), out in beside]


def _head(points: Sequence[Point]) -> list[Point]:
    (x0, y0), (x1, y1) = points[max(0, len(points) - 4)], points[-1]
    angle = math.atan2(y1 - y0, x1 - x0)
    sides = [(x1 - HEAD * math.cos(angle + turn), y1 - HEAD * math.sin(angle + turn)) for turn in (-0.45, 0.45)]
    return [(x1, y1), *sides]


def _cut(points: Sequence[Point], ink: str) -> list[Svg]:
    """A line that stops in the middle before two bars."""
    middle = len(points) // 2
    (x, y), (nx, ny) = points[middle], _normals(points)[middle]
    before = [point for point in points[:middle] if math.dist(point, (x, y)) > CUT]
    after = [point for point in points[middle:] if math.dist(point, (x, y)) > CUT]
    found = [line(part, ink) for part in (before, after) if len(part) > 1]
    for side in (-CUT, CUT):
        cx, cy = x + ny * side, y - nx * side
        found.append(line([(cx - nx * BARRIER, cy - ny * BARRIER), (cx + nx * BARRIER, cy + ny * BARRIER)], ink))
    return found


def arrow(tip: Point, angle: float) -> Svg:
    """A filled head whose tip points along the angle, in radians with the clock from the right."""
    turns = (angle + math.pi - 0.45, angle + math.pi + 0.45)
    sides = [(tip[0] + ARROW * math.cos(turn), tip[1] + ARROW * math.sin(turn)) for turn in turns]
    return line([tip, *sides], "kd-arrow", closed=True)
