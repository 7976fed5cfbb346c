"""Stacked strips: per row the shares of a whole, from few to many, with the counts inside.

Hidden segments all have one width; the others share the rest by what is known, so no length tells. A strip of which
nothing may be shown is one hatched mark: not even the number of its segments tells.
"""

from dataclasses import dataclass, replace
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
from kring.draw.shapes import Box, Lettering, hatched, rect, text
from kring.draw.text import fit, wrap

BAR: Final = 30.0
GAP: Final = 14.0
LINE: Final = 17.0
#: Between segments, and the least that a segment above zero shows.
SEAM: Final = 2.5
LEAST: Final = 4.0
NAMES: Final = 200.0
NAME: Final = Lettering(bold=True)
NOTE: Final = Lettering(size=12, ink="kd-muted")
COUNT: Final = Lettering(size=13, bold=True, anchor="middle")
LEGEND: Final = Lettering(size=13)
CHIP: Final = 13.0
#: Steps of the scale for so many categories; from step 5 on letters are white.
RAMP: Final = {1: (4,), 2: (2, 5), 3: (1, 3, 5), 4: (1, 3, 4, 5), 5: (1, 2, 4, 5, 6), 6: (1, 2, 3, 4, 5, 6)}
WHITE_FROM: Final = 5


@dataclass(frozen=True, slots=True)
class StripRow:
    """One strip: a figure per category, and a note under its name (“212 gezinnen”)."""

    label: str
    figures: tuple[Figure, ...]
    note: str = ""

    def __post_init__(self) -> None:
        for figure in self.figures:
            check(figure, self.label)


@dataclass(frozen=True, slots=True)
class StripsInput:
    """`categories` run from few to many and are at most six."""

    key: str
    title: str
    categories: tuple[str, ...]
    strips: tuple[StripRow, ...]

    def __post_init__(self) -> None:
        if not 1 <= len(self.categories) <= len(RAMP):
            raise ValueError(
                f"“{self.title}” heeft {len(self.categories)} groepen; een strook toont er 1 tot 6. Voeg groepen samen."
            )
        for strip in self.strips:
            if len(strip.figures) != len(self.categories):
                raise ValueError(
                    f"“{strip.label}” heeft {len(strip.figures)} cijfers voor {len(self.categories)} groepen."
                )


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a strip on the sheet."""

    category: int
    figure: Figure
    box: Box


@dataclass(frozen=True, slots=True)
class Key:
    """Words beside a chip in a step of the scale; no step is hatched."""

    words: str
    step: str


def draw_strips(chart: StripsInput, *, width: float = 1060) -> Drawing:
    """The chart `width` px wide, and for phones."""
    said = _words(chart)
    wide = _sheet(chart, said, Canvas(f"strips-{chart.key}", width))
    narrow = _sheet(chart, said, Canvas(f"strips-{chart.key}", NARROW, Screen.NARROW))
    return drawing(said, wide, narrow)


def _sheet(chart: StripsInput, said: Words, canvas: Canvas) -> Svg:
    left = 1.0 if canvas.screen is Screen.NARROW else NAMES
    y = _draw_legend(canvas, chart, left)
    for strip in chart.strips:
        y += _draw_strip(canvas, chart, strip, (left, y)) + GAP
    return canvas.close(y - GAP + 2, said)


def _draw_legend(canvas: Canvas, chart: StripsInput, left: float) -> float:
    """Draws what the steps mean; gives where the strips start."""
    keys = [Key(words, _step(chart, index)) for index, words in enumerate(chart.categories)]
    if hidden_note(figure for strip in chart.strips for figure in strip.figures):
        keys.append(Key("te klein om te tonen", ""))
    return _draw_keys(canvas, keys, (left, 1.0), LEGEND) + GAP


def _draw_keys(canvas: Canvas, keys: list[Key], place: tuple[float, float], look: Lettering) -> float:
    """Draws chips with their words from `place` on, over as many lines as needed; gives where they end."""
    left, y = place
    x = left
    for key in keys:
        words = fit(key.words, canvas.width - left - CHIP - 8, look.size)
        wide = CHIP + 6 + look.width(words)
        if x > left and x + wide > canvas.width:
            x, y = left, y + LINE + 3
        chip = Box(x, y, CHIP, CHIP)
        canvas.add(Layer.MARKS, rect(chip, key.step, radius=3) if key.step else hatched(canvas, chip))
        canvas.add(Layer.LABELS, text(x + CHIP + 6, chip.middle + look.drop, words, look))
        x += wide + 20
    return y + CHIP


def _step(chart: StripsInput, category: int) -> str:
    return f"kd-ramp-{RAMP[len(chart.categories)][category]}"


def _draw_strip(canvas: Canvas, chart: StripsInput, strip: StripRow, place: tuple[float, float]) -> float:
    """Draws name, note and segments from `place`; gives the height that they take."""
    left, y = place
    above = canvas.screen is Screen.NARROW
    names = _draw_names(canvas, strip, y, canvas.width if above else left - 12)
    top = y + names + 4 if above else y + max(0.0, names - BAR) / 2
    if hidden_note(strip.figures) and not any(known(strip.figures)):
        canvas.add(Layer.MARKS, hidden_mark(canvas, left, top, BAR))
        return max(names, top + BAR - y)
    beside = []
    for segment in segments(strip, Box(left, top, canvas.width - left - 1, BAR)):
        canvas.add(Layer.MARKS, _mark(canvas, chart, segment))
        words = shown(segment.figure)
        if COUNT.width(words) + 6 <= segment.box.width:
            canvas.add(Layer.LABELS, _count(chart, segment, words))
        else:
            hidden = isinstance(segment.figure, Suppressed)
            beside.append(Key(words, "" if hidden else _step(chart, segment.category)))
    end = _draw_keys(canvas, beside, (left, top + BAR + 5), LEGEND) if beside else top + BAR
    return max(names, end - y)


def _draw_names(canvas: Canvas, strip: StripRow, y: float, room: float) -> float:
    names = [(words, NAME) for words in wrap(strip.label, room, NAME.size, bold=True)]
    notes = [(words, NOTE) for words in wrap(strip.note, room, NOTE.size)]
    for index, (words, look) in enumerate([*names, *notes]):
        canvas.add(Layer.LABELS, text(0, y + LINE * index + 12, words, look))
    return LINE * (len(names) + len(notes)) - 2


def segments(strip: StripRow, box: Box) -> list[Segment]:
    """The parts of a strip that have anything in them, left to right, together as wide as `box`."""
    filled = [(index, figure) for index, figure in enumerate(strip.figures) if figure != 0]
    hidden = sum(isinstance(figure, Suppressed) for _, figure in filled)
    room = box.width - SEAM * (len(filled) - 1) - HIDDEN_WIDTH * hidden
    lengths = _lengths(known(figure for _, figure in filled), room)
    parts, x = [], box.x
    for index, figure in filled:
        length = HIDDEN_WIDTH if isinstance(figure, Suppressed) else lengths.pop(0)
        parts.append(Segment(index, figure, Box(x, box.y, length, box.height)))
        x += length + SEAM
    return parts


def _lengths(figures: list[float], room: float) -> list[float]:
    """`room` shared by figure; what the least widths take too much, the longest gives up."""
    total = sum(figures)
    lengths = [max(LEAST, room * figure / total) for figure in figures]
    if lengths:
        lengths[lengths.index(max(lengths))] -= sum(lengths) - room
    return lengths


def _mark(canvas: Canvas, chart: StripsInput, segment: Segment) -> Svg:
    if isinstance(segment.figure, Suppressed):
        return hidden_mark(canvas, segment.box.x, segment.box.y, BAR)
    return rect(segment.box, _step(chart, segment.category), radius=min(3, segment.box.width / 2))


def _count(chart: StripsInput, segment: Segment, words: str) -> Svg:
    hidden = isinstance(segment.figure, Suppressed)
    dark = RAMP[len(chart.categories)][segment.category] >= WHITE_FROM
    look = replace(COUNT, bold=not hidden, ink="kd-white" if dark and not hidden else "")
    if hidden:
        look = replace(look, halo="kd-halo")
    x = segment.box.x + segment.box.width / 2
    return text(x, segment.box.middle + COUNT.drop, words, look)


def _words(chart: StripsInput) -> Words:
    rows = tuple(Row((strip.label, strip.note, *(shown(figure) for figure in strip.figures))) for strip in chart.strips)
    said = "; ".join(f"{strip.label} – {', '.join(_said(chart, strip))}" for strip in chart.strips)
    figures = [figure for strip in chart.strips for figure in strip.figures]
    summary = f"{said}. {hidden_note(figures)}".rstrip() if said else "Er zijn geen cijfers."
    return Words(chart.title, summary, ("Naam", "Toelichting", *chart.categories), rows)


def _said(chart: StripsInput, strip: StripRow) -> list[str]:
    pairs = zip(chart.categories, strip.figures, strict=True)
    return [f"{category}: {shown(figure)}" for category, figure in pairs]
