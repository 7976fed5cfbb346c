"""Bars of one lane in as few rows as fit: a label beside a short bar takes room too, so nothing overlaps."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from kring.draw.shapes import Lettering
from kring.draw.text import clean, fit
from kring.draw.timeline.model import Bar, in_order
from kring.draw.timeline.window import Window

LABEL: Final = Lettering(size=13)
#: A bar of one day still shows.
LEAST_WIDTH: Final = 4.0
#: From a bar's end to its label, inside and beside it; and from what it takes to the next bar in its row.
INSIDE: Final = 11.0
BESIDE: Final = 7.0
GAP: Final = 10.0

Place = Literal["inside", "right", "left"]


@dataclass(frozen=True, slots=True)
class Span:
    """From `left` to `right` on the sheet."""

    left: float
    right: float

    def clear_of(self, other: "Span") -> bool:
        return self.left >= other.right + GAP or other.left >= self.right + GAP


@dataclass(frozen=True, slots=True)
class Placed:
    """A bar on the sheet in its `row`; with its label, which stands at `place`, it takes the span `taken`.

    `runs_in` and `runs_out` tell that the help began before the sheet does, or goes on after it.
    """

    bar: Bar
    row: int
    span: Span
    label: str
    place: Place
    taken: Span
    runs_in: bool
    runs_out: bool

    @property
    def label_x(self) -> float:
        if self.place == "inside":
            return self.span.left + INSIDE
        return self.span.right + BESIDE if self.place == "right" else self.span.left - BESIDE


def pack(bars: Iterable[Bar], window: Window) -> tuple[Placed, ...]:
    """Every bar once, earliest first, each in the first row where it and its label are free."""
    rows: list[list[Span]] = []
    placed = []
    for bar in in_order(bars):
        span = _span(bar, window)
        label, place = _label(bar, span, window)
        taken = _taken(span, place, LABEL.width(label))
        row = first_free(rows, taken)
        runs_out = bar.end is None or bar.end > window.end
        placed.append(Placed(bar, row, span, label, place, taken, bar.start < window.start, runs_out))
    return tuple(placed)


def _span(bar: Bar, window: Window) -> Span:
    left = min(window.x(bar.start), window.right - LEAST_WIDTH)
    right = window.right if bar.end is None else window.x(bar.end)
    return Span(left, max(right, left + LEAST_WIDTH))


def _label(bar: Bar, span: Span, window: Window) -> tuple[str, Place]:
    """The fullest label that fits, inside the bar if possible, else beside it; cut where nothing fits."""
    rooms: dict[Place, float] = {
        "inside": span.right - span.left - INSIDE - BESIDE,
        "right": window.right - span.right - BESIDE,
        "left": span.left - window.left - BESIDE,
    }
    short = clean(bar.label)
    full = f"{short} · {clean(bar.who)}" if bar.who else short
    cut = fit(full, rooms["inside"], LABEL.size)
    for words in (full, cut, short) if cut.startswith(f"{short} · ") else (full, short):
        for place, room in rooms.items():
            if LABEL.width(words) <= room:
                return words, place
    widest = max(rooms, key=lambda place: rooms[place])
    return fit(short, rooms[widest], LABEL.size), widest


def _taken(span: Span, place: Place, width: float) -> Span:
    if place == "inside":
        return span
    if place == "right":
        return Span(span.left, span.right + BESIDE + width)
    return Span(span.left - BESIDE - width, span.right)


def first_free(rows: list[list[Span]], taken: Span) -> int:
    """Puts `taken` in the first row where it is clear of all others, if need be in a new one."""
    for index, row in enumerate(rows):
        if all(taken.clear_of(other) for other in row):
            row.append(taken)
            return index
    rows.append([taken])
    return len(rows) - 1
