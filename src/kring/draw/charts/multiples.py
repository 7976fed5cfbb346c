"""Line small multiples: one panel per area, on one scale, with the other areas in grey behind it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from kring.draw.canvas import NARROW, Canvas, Drawing, Layer, Row, Screen, Svg, Words, drawing
from kring.draw.charts.axes import Scale, steps
from kring.draw.charts.figures import Figure, Suppressed, check, hidden_note, known, shown
from kring.draw.dutch import enumeration
from kring.draw.palette import Mark, Tone
from kring.draw.shapes import Box, Lettering, Point, hatched, line, mark, text
from kring.draw.text import fit

PANEL_HEIGHT: Final = 186.0
PANEL_GAP: Final = 26.0
#: Room in a panel for its name above and the moments below.
NAME_ROOM: Final = 30.0
MOMENTS_ROOM: Final = 24.0
#: The mark of a moment whose figure is hidden stands on the axis.
HIDDEN: Final = 10.0
NAME: Final = Lettering(size=16, bold=True)
TICK: Final = Lettering(size=12, ink="kd-muted", anchor="end")
LAST: Final = Lettering(size=15, bold=True)
HIDDEN_TEXT: Final = Lettering(size=12, anchor="middle", halo="kd-halo")
DOT: Final = 4.0


@dataclass(frozen=True, slots=True)
class Series:
    """The figures of one area, one per moment."""

    label: str
    figures: tuple[Figure, ...]
    tone: Tone = Tone.PETROL

    def __post_init__(self) -> None:
        for figure in self.figures:
            check(figure, self.label)


@dataclass(frozen=True, slots=True)
class MultiplesInput:
    """`moments` names the points in time, “nov 2025”, oldest first."""

    key: str
    title: str
    moments: tuple[str, ...]
    series: tuple[Series, ...]
    decimals: int = 0

    def __post_init__(self) -> None:
        for series in self.series:
            if len(series.figures) != len(self.moments):
                raise ValueError(
                    f"“{series.label}” heeft {len(series.figures)} cijfers voor {len(self.moments)} momenten."
                )

    @property
    def figures(self) -> list[Figure]:
        return [figure for series in self.series for figure in series.figures]


@dataclass(frozen=True, slots=True)
class Panel:
    """One panel on the sheet with its two scales."""

    box: Box
    across: Scale
    up: Scale

    def points(self, figures: tuple[Figure, ...]) -> list[list[Point]]:
        """The line through what is known, broken where a figure is hidden."""
        runs: list[list[Point]] = [[]]
        for index, figure in enumerate(figures):
            if isinstance(figure, Suppressed):
                runs.append([])
            else:
                runs[-1].append((self.across.at(index), self.up.at(figure)))
        return [run for run in runs if run]


def draw_multiples(chart: MultiplesInput, *, width: float = 1060) -> Drawing:
    """The panels, as many beside each other as `width` px allows, and one below the other for phones."""
    said = _words(chart)
    wide = _sheet(chart, said, Canvas(f"lines-{chart.key}", width))
    narrow = _sheet(chart, said, Canvas(f"lines-{chart.key}", NARROW, Screen.NARROW))
    return drawing(said, wide, narrow)


def _sheet(chart: MultiplesInput, said: Words, canvas: Canvas) -> Svg:
    if not chart.figures:
        canvas.add(Layer.LABELS, text(0, NAME.size, said.description))
        return canvas.close(PANEL_GAP, said)
    fitting = 3 if canvas.width >= 840 else 2 if canvas.width >= 540 else 1
    rows = -(-len(chart.series) // fitting)
    columns = -(-len(chart.series) // rows)
    wide = (canvas.width - PANEL_GAP * (columns - 1)) / columns
    for index, series in enumerate(chart.series):
        row, column = divmod(index, columns)
        box = Box(column * (wide + PANEL_GAP), row * (PANEL_HEIGHT + PANEL_GAP), wide, PANEL_HEIGHT)
        _draw_panel(canvas, chart, series, box)
    return canvas.close(rows * (PANEL_HEIGHT + PANEL_GAP) - PANEL_GAP, said)


def _draw_panel(canvas: Canvas, chart: MultiplesInput, series: Series, box: Box) -> None:
    name = fit(series.label, box.width, NAME.size, bold=True)
    canvas.add(Layer.LABELS, text(box.x, box.y + NAME.size, name, NAME))
    panel = _draw_axes(canvas, chart, box)
    for other in chart.series:
        if other is not series:
            canvas.add(Layer.LINES, *_lines(panel, other, "kd-context", "kd-dot-context"))
    canvas.add(Layer.MARKS, *_lines(panel, series, f"kd-line-{series.tone}", f"kd-ink-{series.tone}"))
    _draw_hidden(canvas, panel, series)
    _draw_last(canvas, chart, panel, series)


def _draw_axes(canvas: Canvas, chart: MultiplesInput, box: Box) -> Panel:
    """Draws the grid with its figures and moments; gives the panel on which lines come."""
    figures = steps(max(known(chart.figures), default=0), whole=not chart.decimals)
    ends = (LAST.width(shown(series.figures[-1], chart.decimals)) for series in chart.series)
    right = box.right - max(ends) - 14
    bottom = box.bottom - MOMENTS_ROOM
    ticks = [shown(figure, chart.decimals) for figure in figures]
    left = box.x + max(TICK.width(words) for words in ticks) + 10
    panel = Panel(
        box,
        Scale(max(1, len(chart.moments) - 1), left, right),
        Scale(figures[-1], bottom, box.y + NAME_ROOM + 6),
    )
    for figure, words in zip(figures, ticks, strict=True):
        y = panel.up.at(figure)
        canvas.add(Layer.GRID, line([(left, y), (right, y)], "kd-grid" if figure else "kd-axis"))
        canvas.add(Layer.LABELS, text(left - 7, y + TICK.drop, words, TICK))
    named = [(0, replace(TICK, anchor="start")), (len(chart.moments) - 1, TICK)]
    for index, look in named[: len(chart.moments)]:
        words = fit(chart.moments[index], (right - left) / 2 - 6, look.size)
        canvas.add(Layer.LABELS, text(panel.across.at(index), box.bottom - 6, words, look))
    return panel


def _lines(panel: Panel, series: Series, line_class: str, dot_class: str) -> Iterator[Svg]:
    for points in panel.points(series.figures):
        if len(points) > 1:
            yield line(points, line_class)
        else:
            yield mark(Mark.CIRCLE, points[0], DOT / 2, dot_class)


def _draw_hidden(canvas: Canvas, panel: Panel, series: Series) -> None:
    """Hatching on the axis for each run of hidden moments, with its text where that has room."""
    free_from = panel.box.x
    for figure, run in groupby(enumerate(series.figures), key=lambda pair: pair[1]):
        if isinstance(figure, Suppressed):
            places = [panel.across.at(index) for index, _ in run]
            box = Box(places[0] - HIDDEN / 2, panel.up.zero - HIDDEN, places[-1] - places[0] + HIDDEN, HIDDEN)
            canvas.add(Layer.MARKS, hatched(canvas, box, radius=2))
            half = HIDDEN_TEXT.width(figure.text) / 2
            x = min(box.x + box.width / 2, panel.box.right - half)
            if x - half >= free_from:
                canvas.add(Layer.LABELS, text(x, box.y - 5, figure.text, HIDDEN_TEXT))
                free_from = x + half + 6


def _draw_last(canvas: Canvas, chart: MultiplesInput, panel: Panel, series: Series) -> None:
    """The last figure beside the end of the line; a hidden one has its text over its mark."""
    last = series.figures[-1]
    if isinstance(last, Suppressed):
        return
    x, y, ink = panel.across.at(len(series.figures) - 1), panel.up.at(last), f"kd-ink-{series.tone}"
    words = shown(last, chart.decimals)
    canvas.add(Layer.MARKS, mark(Mark.CIRCLE, (x, y), DOT, ink))
    canvas.add(Layer.LABELS, text(x + 9, y + LAST.drop, words, replace(LAST, ink=ink)))


def _words(chart: MultiplesInput) -> Words:
    rows = tuple(
        Row((moment, *(shown(series.figures[index], chart.decimals) for series in chart.series)))
        for index, moment in enumerate(chart.moments)
    )
    columns = ("Moment", *(series.label for series in chart.series))
    if not chart.figures:
        return Words(chart.title, "Er zijn geen cijfers.", columns, rows)
    said = [
        f"{series.label} van {shown(series.figures[0], chart.decimals)} naar"
        f" {shown(series.figures[-1], chart.decimals)}"
        for series in chart.series
    ]
    summary = f"Van {chart.moments[0]} tot en met {chart.moments[-1]}: {enumeration(said)}."
    return Words(chart.title, f"{summary} {hidden_note(chart.figures)}".rstrip(), columns, rows)
