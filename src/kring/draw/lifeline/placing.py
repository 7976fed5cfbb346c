"""Where moments stand on a wide sheet, so that no label lies over another and no line runs through one.

Labels extend to the right of their own line. Placed from the right, a label goes one row further out than every
label whose line it would touch.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from kring.draw.lifeline.model import WORD, Moment
from kring.draw.shapes import Lettering
from kring.draw.text import wrap

HEAD: Final = Lettering(size=13, bold=True)
BODY: Final = Lettering(size=13)
SOFT: Final = Lettering(size=12, ink="kd-muted")
LABEL_WIDTH: Final = 176.0
#: From a moment's line to its words, and from them to the next line.
INSET: Final = 7.0
GAP: Final = 10.0
#: Two marks on the axis stand at least so far apart.
APART: Final = 22.0
LEFT: Final = 22.0


@dataclass(frozen=True, slots=True)
class Label:
    """The words of a moment, as they are set: when and who, what, and which sort."""

    head: str
    body: tuple[str, ...]
    sort: str

    @property
    def width(self) -> float:
        bodies = [BODY.width(line) for line in self.body]
        return max(HEAD.width(self.head), SOFT.width(self.sort), *bodies)

    @property
    def lines(self) -> int:
        return len(self.body) + 2


def label_of(moment: Moment, room: float = LABEL_WIDTH) -> Label:
    head = wrap(moment.heading, room, HEAD.size, bold=True, lines=1)
    body = tuple(wrap(moment.what, room, BODY.size, lines=3))
    return Label(head[0] if head else "", body, WORD[moment.sort])


@dataclass(frozen=True, slots=True)
class Standing:
    """A moment at `x` on the axis; its label on this side (-1 above, 1 below) in row `row`, 0 nearest."""

    moment: Moment
    x: float
    label: Label
    side: int
    row: int


def stand(moments: Sequence[Moment], today: date, width: float) -> list[Standing]:
    """`moments` in their order; every other one above the axis."""
    places = _spread([_x(one.on, moments[0].on, today, width) for one in moments], width)
    placed: list[Standing] = []
    for index in reversed(range(len(moments))):
        label, side, x = label_of(moments[index]), -1 if index % 2 == 0 else 1, places[index]
        end = x + INSET + label.width + GAP
        touched = [other.row for other in placed if other.side == side and other.x < end]
        placed.append(Standing(moments[index], x, label, side, max(touched, default=-1) + 1))
    return placed[::-1]


def right_end(width: float) -> float:
    """The last mark leaves room for its label."""
    return width - LABEL_WIDTH - INSET - 4


def _x(on: date, first: date, today: date, width: float) -> float:
    days = max((today - first).days, 1)
    return LEFT + (right_end(width) - LEFT) * min((on - first).days / days, 1)


def _spread(places: list[float], width: float) -> list[float]:
    """At least `APART` between two, or as much as there is room for; the order stays."""
    room = (right_end(width) - LEFT) / max(len(places) - 1, 1)
    apart = min(APART, room)
    for index in range(1, len(places)):
        places[index] = max(places[index], places[index - 1] + apart)
    limit = right_end(width)
    for index in reversed(range(len(places))):
        places[index] = min(places[index], limit)
        limit = places[index] - apart
    return places
