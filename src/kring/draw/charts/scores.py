"""How far is the goal? Everyone's own score from 0 to 10 over time, side by side and never averaged."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import cycle
from typing import Final

from kring.draw.canvas import NARROW, Canvas, Drawing, Layer, Row, Screen, Svg, Words, drawing, group
from kring.draw.charts.axes import Scale
from kring.draw.dutch import number, short_date
from kring.draw.palette import MARK_OF, TONE_OF, Kind, Mark
from kring.draw.shapes import PLAIN, Lettering, Point, line, mark, text
from kring.draw.text import fit

TOP: Final = 10.0
HEIGHT: Final = 200.0
LEFT: Final = 30.0
DAYS_ROOM: Final = 26.0
RADIUS: Final = 5.5
NAMES_SHARE: Final = 0.34
BESIDE: Final = 16.0
SLACK: Final = 8.0
"""An arrow may come from another font than the one that was measured."""
LINE: Final = 19.0
TICK: Final = Lettering(size=12, ink="kd-muted", anchor="end")
LAST: Final = Lettering(bold=True)
#: Room between two people's marks on the same day and score.
DODGE: Final = 12.0
#: Lines of people after each other: with the marks they tell people apart without colour.
DASHES: Final = ("", " kd-dashed", " kd-dotted")
NO_SCORE: Final = "nog geen cijfer"


@dataclass(frozen=True, slots=True)
class Score:
    """One person's score on one day."""

    on: date
    value: float

    def __post_init__(self) -> None:
        if not 0 <= self.value <= TOP:
            raise ValueError(f"Het cijfer {number(self.value, 1)} van {short_date(self.on)} ligt niet tussen 0 en 10.")


@dataclass(frozen=True, slots=True)
class Scorer:
    """Someone who scores, and the scores in any order."""

    name: str
    kind: Kind
    scores: tuple[Score, ...]

    @property
    def in_order(self) -> list[Score]:
        return sorted(self.scores, key=lambda score: score.on)


@dataclass(frozen=True, slots=True)
class ScoresInput:
    """The scores for one goal; who gave none yet is only in the table."""

    key: str
    title: str
    scorers: tuple[Scorer, ...]

    @property
    def heard(self) -> list[Scorer]:
        return [scorer for scorer in self.scorers if scorer.scores]


@dataclass(frozen=True, slots=True)
class Voice:
    """How one scorer is drawn: of the first twelve, no two have the same mark."""

    scorer: Scorer
    mark: Mark
    fill: str
    line: str

    @property
    def course(self) -> str:
        """The first and the last score."""
        scores = self.scorer.in_order
        ends = [scores[0], scores[-1]] if len(scores) > 1 else scores
        return " → ".join(_value(score) for score in ends)

    def label(self, room: float) -> str:
        """Name and course; only the name gives way."""
        course = f" {self.course}"
        return fit(self.scorer.name, room - LAST.width(course), LAST.size, bold=True) + course


@dataclass(frozen=True, slots=True)
class Plot:
    """Where days and scores lie, and where names may stand."""

    first: date
    across: Scale
    up: Scale
    right: float

    def place(self, score: Score, shift: float) -> Point:
        return self.across.at((score.on - self.first).days) + shift, self.up.at(score.value)


def draw_scores(chart: ScoresInput, *, width: float = 640) -> Drawing:
    """The chart `width` px wide with names beside it, and for phones with names below."""
    said = _words(chart)
    wide = _sheet(chart, said, Canvas(f"scores-{chart.key}", width))
    narrow = _sheet(chart, said, Canvas(f"scores-{chart.key}", NARROW, Screen.NARROW))
    return drawing(said, wide, narrow)


def _sheet(chart: ScoresInput, said: Words, canvas: Canvas) -> Svg:
    if not chart.heard:
        canvas.add(Layer.LABELS, text(0, PLAIN.size, said.description))
        return canvas.close(LINE, said)
    voices = list(voices_of(chart.heard))
    below = canvas.screen is Screen.NARROW
    widest = max(LAST.width(voice.label(canvas.width)) for voice in voices) + 3 * RADIUS
    room = 0.0 if below else min(widest + BESIDE + SLACK, canvas.width * NAMES_SHARE)
    height = HEIGHT if below else max(HEIGHT, LINE * len(voices) + DAYS_ROOM + 16)
    plot = _draw_axes(canvas, chart, canvas.width - room, height)
    _draw_voices(canvas, voices, plot)
    if not below:
        heights = [plot.up.at(voice.scorer.in_order[-1].value) for voice in voices]
        _draw_names(canvas, voices, plot.right + BESIDE, spread(heights, LINE, (LINE / 2, plot.up.zero)))
        return canvas.close(height, said)
    heights = [height + LINE * (index + 0.5) + 4 for index in range(len(voices))]
    _draw_names(canvas, voices, RADIUS + 2, heights)
    return canvas.close(height + LINE * len(voices) + 6, said)


def voices_of(scorers: list[Scorer]) -> Iterator[Voice]:
    """The first of a kind gets the mark of that kind, others one of no kind; then come hollow marks."""
    owners: dict[Mark, Scorer] = {}
    for scorer in scorers:
        owners.setdefault(MARK_OF[scorer.kind], scorer)
    free = [(mark, "ink") for mark in reversed(Mark) if mark not in owners]
    others = cycle([*free, *((mark, "box") for mark in reversed(Mark))])
    for scorer, dash in zip(scorers, cycle(DASHES), strict=False):
        own = MARK_OF[scorer.kind]
        shape, fill = (own, "ink") if owners[own] is scorer else next(others)
        tone = TONE_OF[scorer.kind]
        yield Voice(scorer, shape, f"kd-{fill}-{tone}", f"kd-line-{tone}{dash}")


def _draw_axes(canvas: Canvas, chart: ScoresInput, right: float, height: float) -> Plot:
    """Draws the scale from 0 to 10 and the first and last day."""
    days = sorted({score.on for scorer in chart.heard for score in scorer.scores})
    top, bottom = RADIUS + 3, height - DAYS_ROOM
    pad = RADIUS + 6 + DODGE * (len(chart.heard) - 1) / 2
    across = Scale(max(1, (days[-1] - days[0]).days), LEFT + pad, right - pad)
    plot = Plot(days[0], across, Scale(TOP, bottom, top), right)
    for figure in range(0, int(TOP) + 1, 2):
        y = plot.up.at(figure)
        canvas.add(Layer.GRID, line([(LEFT, y), (right, y)], "kd-grid" if figure else "kd-axis"))
        canvas.add(Layer.LABELS, text(LEFT - 8, y + TICK.drop, str(figure), TICK))
    named = [(LEFT, days[0], replace(TICK, anchor="start")), (right, days[-1], TICK)]
    for x, day, look in named[: len(days)]:
        canvas.add(Layer.LABELS, text(x, height - 8, short_date(day), look))
    return plot


def _draw_voices(canvas: Canvas, voices: list[Voice], plot: Plot) -> None:
    """Draws lines under marks; marks of people who agree stand beside each other."""
    together: defaultdict[Score, list[Voice]] = defaultdict(list)
    for voice in voices:
        for score in dict.fromkeys(voice.scorer.in_order):
            together[score].append(voice)
    for voice in voices:
        points = []
        for score in voice.scorer.in_order:
            same = together[score]
            shift = DODGE * (same.index(voice) - (len(same) - 1) / 2)
            points.append(plot.place(score, shift))
            canvas.add(
                Layer.FRONT,
                group(
                    mark(voice.mark, points[-1], RADIUS, voice.fill),
                    title=f"{voice.scorer.name}: {_value(score)} op {short_date(score.on)}",
                ),
            )
        if len(points) > 1:
            canvas.add(Layer.MARKS, line(points, voice.line))


def _draw_names(canvas: Canvas, voices: list[Voice], x: float, heights: list[float]) -> None:
    for voice, y in zip(voices, heights, strict=True):
        look = replace(LAST, ink=f"kd-ink-{TONE_OF[voice.scorer.kind]}")
        words = voice.label(canvas.width - x - 2 * RADIUS - SLACK)
        canvas.add(Layer.MARKS, mark(voice.mark, (x, y), RADIUS, voice.fill))
        canvas.add(Layer.LABELS, text(x + 2 * RADIUS, y + look.drop, words, look))


def spread(wanted: list[float], gap: float, span: tuple[float, float]) -> list[float]:
    """Places near `wanted`, in the same order, at least `gap` apart and within `span` if that has room."""
    order = sorted(range(len(wanted)), key=lambda index: (wanted[index], index))
    placed: list[float] = []
    for index in order:
        placed.append(max(wanted[index], placed[-1] + gap if placed else span[0]))
    limit = span[1]
    for position in reversed(range(len(placed))):
        placed[position] = min(placed[position], limit)
        limit = placed[position] - gap
    return [place for _, place in sorted(zip(order, placed, strict=True))]


def _value(score: Score) -> str:
    return number(score.value, 0 if score.value == int(score.value) else 1)


def _words(chart: ScoresInput) -> Words:
    rows = []
    for scorer in chart.scorers:
        tone = TONE_OF[scorer.kind]
        rows += [Row((scorer.name, short_date(score.on), _value(score)), tone) for score in scorer.in_order]
        if not scorer.scores:
            rows.append(Row((scorer.name, "", NO_SCORE), tone))
    said = "; ".join(_said(scorer) for scorer in chart.scorers)
    summary = f"Cijfers van 0 tot 10. {said}." if chart.heard else "Er zijn nog geen cijfers gegeven."
    return Words(chart.title, summary, ("Wie", "Datum", "Cijfer"), tuple(rows))


def _said(scorer: Scorer) -> str:
    if not scorer.scores:
        return f"{scorer.name}: {NO_SCORE}"
    first, last = scorer.in_order[0], scorer.in_order[-1]
    if first is last:
        return f"{scorer.name}: {_value(last)} op {short_date(last.on)}"
    return f"{scorer.name}: van {_value(first)} op {short_date(first.on)} naar {_value(last)} op {short_date(last.on)}"
