"""Shapes and lettering as elements; places and sizes are in px from the upper left corner."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from kring.draw.canvas import Canvas, Svg, element, number
from kring.draw.palette import MARK_OF, TONE_OF, Kind, Mark
from kring.draw.text import width

Anchor = Literal["start", "middle", "end"]
Point = tuple[float, float]

#: From the middle of a line of text down to its baseline, as a share of its size.
BASELINE: Final = 0.345
#: Corners of each mark: how many, turned by how many degrees, how much larger than a circle of equal weight.
CORNERS: Final = {
    Mark.HEXAGON: (6, -90, 1.16),
    Mark.DIAMOND: (4, -90, 1.24),
    Mark.TRIANGLE: (3, -90, 1.36),
    Mark.DART: (3, 90, 1.36),
}


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, for shapes and for what may not overlap."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def middle(self) -> float:
        """Half way down."""
        return self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class Lettering:
    """How a text looks: `ink` and `halo` name classes of `draw.css`."""

    size: float = 14
    ink: str = ""
    bold: bool = False
    anchor: Anchor = "start"
    halo: str = ""

    def width(self, words: str) -> float:
        return width(words, self.size, bold=self.bold)

    @property
    def drop(self) -> float:
        """How far below the middle of a line its baseline lies."""
        return self.size * BASELINE


PLAIN: Final = Lettering()


def text(x: float, baseline: float, words: str, look: Lettering = PLAIN) -> Svg:
    classes = " ".join(filter(None, ("kd-strong" if look.bold else "", look.ink, look.halo)))
    return element(
        "text",
        words,
        x=x,
        y=baseline,
        font_size=None if look.size == PLAIN.size else look.size,
        text_anchor=None if look.anchor == "start" else look.anchor,
        class_=classes or None,
    )


def rect(box: Box, class_: str, *, radius: float = 0) -> Svg:
    return element("rect", x=box.x, y=box.y, width=box.width, height=box.height, rx=radius or None, class_=class_)


def line(points: Iterable[Point], class_: str, *, closed: bool = False) -> Svg:
    return element("path", d=polyline(points) + ("Z" if closed else ""), class_=class_)


def polyline(points: Iterable[Point]) -> str:
    return "M" + "L".join(f"{number(x)},{number(y)}" for x, y in points)


def mark(shape: Mark, centre: Point, radius: float, class_: str) -> Svg:
    """One of the outlines that carry meaning, in equal visual weight for an equal `radius`."""
    x, y = centre
    if shape is Mark.CIRCLE:
        return element("circle", cx=x, cy=y, r=radius, class_=class_)
    if shape is Mark.SQUARE:
        side = radius * 1.8
        return rect(Box(x - side / 2, y - side / 2, side, side), class_, radius=radius * 0.4)
    count, turn, scale = CORNERS[shape]
    return line(regular(centre, radius * scale, count, turn), class_, closed=True)


def glyph(kind: Kind, centre: Point, radius: float) -> list[Svg]:
    """One person as a small mark; a dot in the circle tells family from network without colour."""
    tone = TONE_OF[kind]
    outline = mark(MARK_OF[kind], centre, radius, f"kd-box-{tone}")
    dot = [mark(Mark.CIRCLE, centre, radius * 0.3, f"kd-ink-{tone}")] if kind is Kind.FAMILY else []
    return [outline, *dot]


def regular(centre: Point, radius: float, count: int, turn: float) -> list[Point]:
    """The corners of a regular polygon, the first one at `turn` degrees."""
    angles = (math.radians(turn + 360 * corner / count) for corner in range(count))
    return [(centre[0] + radius * math.cos(angle), centre[1] + radius * math.sin(angle)) for angle in angles]


def hatch(canvas: Canvas) -> str:
    """The fill of a figure that may not be shown: hatching, as a reference that works on this sheet only."""
    stripes = element(
        "pattern",
        element("rect", width=6, height=6, class_="kd-hatch-ground"),
        element("path", d="M0,0V6", class_="kd-hatch-line"),
        width=6,
        height=6,
        patternUnits="userSpaceOnUse",
        patternTransform="rotate(45)",
    )
    return canvas.define("hatch", stripes)


def hatched(canvas: Canvas, box: Box, *, radius: float = 3) -> Svg:
    """A box of a fixed look in place of a mark whose size would give the hidden figure away."""
    return element(
        "rect",
        x=box.x,
        y=box.y,
        width=box.width,
        height=box.height,
        rx=radius,
        fill=hatch(canvas),
        class_="kd-hatched",
    )
