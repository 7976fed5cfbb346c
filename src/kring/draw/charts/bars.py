"""Horizontal bars in groups on one scale, each with its figure; on phones the names stand above the bars."""

from dataclasses import dataclass, replace
from itertools import chain
from typing import Final

from kring.draw.canvas import NARROW, Canvas, Drawing, Layer, Row, Screen, Svg, Words, drawing
from kring.draw.charts.figures import (
    HIDDEN_WIDTH,
    Figure,
    Suppressed,
    check,
    hidden_mark,
    hidden_note,
    known,
    shown,
)
from kring.draw.palette import Tone
from kring.draw.shapes import PLAIN, Box, Lettering, rect, text
from kring.draw.text import fit, wrap

BAR: Final = 22.0
GAP: Final = 12.0
LINE: Final = 17.0
HEADING: Final = Lettering(ink="kd-muted")
VALUE: Final = Lettering(bold=True)
#: The widest that names may stand beside their bars.
NAMES_SHARE: Final = 0.42
#: A bar of a figure above zero always shows.
LEAST: Final = 2.0


@dataclass(frozen=True, slots=True)
class Amount:
    """One bar."""

    label: str
    figure: Figure

    def __post_init__(self) -> None:
        check(self.figure, self.label)


@dataclass(frozen=True, slots=True)
class AmountGroup:
    """Bars of one colour, under a heading if it has one."""

    amounts: tuple[Amount, ...]
    heading: str = ""
    tone: Tone = Tone.PETROL


@dataclass(frozen=True, slots=True)
class BarsInput:
    """`unit` names what is counted: “gezinnen”."""

    key: str
    title: str
    groups: tuple[AmountGroup, ...]
    unit: str = "aantal"
    decimals: int = 0

    @property
    def amounts(self) -> tuple[Amount, ...]:
        return tuple(chain.from_iterable(part.amounts for part in self.groups))


@dataclass(frozen=True, slots=True)
class Frame:
    """How bars stand on a sheet: from `left` on, beside their names or, when `below`, under them."""

    left: float
    names_width: float
    scale: float
    below: bool


def draw_bars(chart: BarsInput, *, width: float = 520) -> Drawing:
    """The chart `width` px wide, and for phones."""
    said = _words(chart)
    wide = _sheet(chart, said, Canvas(f"bars-{chart.key}", width))
    narrow = _sheet(chart, said, Canvas(f"bars-{chart.key}", NARROW, Screen.NARROW))
    return drawing(said, wide, narrow)


def _sheet(chart: BarsInput, said: Words, canvas: Canvas) -> Svg:
    frame = _frame(chart, canvas)
    y = 2.0
    for part in chart.groups:
        if part.heading:
            canvas.add(Layer.LABELS, text(0, y + LINE, fit(part.heading, canvas.width, HEADING.size), HEADING))
            y += LINE + GAP
        for amount in part.amounts:
            y += _draw_amount(canvas, chart, frame, (amount, part.tone), y)
        y += GAP
    return canvas.close(max(y - 2 * GAP + 4, LINE), said)


def _frame(chart: BarsInput, canvas: Canvas) -> Frame:
    below = canvas.screen is Screen.NARROW
    widest = max((PLAIN.width(amount.label) for amount in chart.amounts), default=0.0)
    names = canvas.width if below else min(widest, canvas.width * NAMES_SHARE)
    left = 1.0 if below else names + 14
    figures = (VALUE.width(shown(amount.figure, chart.decimals)) for amount in chart.amounts)
    room = canvas.width - left - max(figures, default=0.0) - 10
    highest = max(known(amount.figure for amount in chart.amounts), default=0.0)
    return Frame(left, names, room / highest if highest else 0.0, below)


def _draw_amount(canvas: Canvas, chart: BarsInput, frame: Frame, marked: tuple[Amount, Tone], y: float) -> float:
    """Draws name, bar and figure; gives the height that they take."""
    amount, tone = marked
    lines = wrap(amount.label, frame.names_width, PLAIN.size)
    names = LINE * len(lines)
    top = y + names + 3 if frame.below else y + max(0.0, names - BAR) / 2
    first = y if frame.below else top + BAR / 2 - names / 2
    for index, words in enumerate(lines):
        canvas.add(Layer.LABELS, text(0, first + LINE * (index + 0.5) + PLAIN.drop, words))
    length = _draw_bar(canvas, frame, amount, (tone, top))
    look = replace(VALUE, bold=not isinstance(amount.figure, Suppressed))
    value = shown(amount.figure, chart.decimals)
    canvas.add(Layer.LABELS, text(frame.left + length + 8, top + BAR / 2 + VALUE.drop, value, look))
    return (names + 3 + BAR if frame.below else max(BAR, names)) + GAP


def _draw_bar(canvas: Canvas, frame: Frame, amount: Amount, mark: tuple[Tone, float]) -> float:
    tone, top = mark
    if isinstance(amount.figure, Suppressed):
        canvas.add(Layer.MARKS, hidden_mark(canvas, frame.left, top, BAR))
        return HIDDEN_WIDTH
    length = max(amount.figure * frame.scale, LEAST if amount.figure else 0)
    if length:
        bar = rect(Box(frame.left, top, length, BAR), f"kd-ink-{tone}", radius=min(3, length / 2))
        canvas.add(Layer.MARKS, bar)
    return length


def _words(chart: BarsInput) -> Words:
    rows = tuple(
        Row((part.heading, amount.label, shown(amount.figure, chart.decimals)), part.tone)
        for part in chart.groups
        for amount in part.amounts
    )
    said = [f"{row.cells[1]}: {row.cells[2]}" for row in rows]
    figures = [amount.figure for amount in chart.amounts]
    summary = f"{chart.unit.capitalize()}. {', '.join(said)}." if said else "Er zijn geen cijfers."
    return Words(
        chart.title,
        f"{summary} {hidden_note(figures)}".rstrip(),
        ("Groep", "Naam", chart.unit.capitalize()),
        rows,
    )
