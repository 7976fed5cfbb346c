"""The care timeline of a family: all help in lanes per law, its stack over time, and what happened."""

from typing import Final

from kring.draw.canvas import Canvas, Drawing, Layer, drawing
from kring.draw.shapes import Box, Lettering, line, rect, text
from kring.draw.timeline.lanes import NAMES_WIDTH, draw_lanes
from kring.draw.timeline.model import TimelineInput
from kring.draw.timeline.packing import GAP, Span
from kring.draw.timeline.stack import steps
from kring.draw.timeline.strip import Stack, draw_events, draw_stack
from kring.draw.timeline.window import Tick, Window, ticks, window_of
from kring.draw.timeline.words import words

LEAST_WIDTH: Final = 720
HEAD: Final = 30.0
NAMES: Final = 16.0
TICK: Final = Lettering(size=13, ink="kd-muted")
TODAY: Final = Lettering(size=12, ink="kd-white", bold=True, anchor="middle")


def draw_timeline(shown: TimelineInput, *, width: float = 1060) -> Drawing:
    """The timeline for wide screens and paper; phones show its `rows` as a list."""
    if width < LEAST_WIDTH:
        raise ValueError(f"Een tijdlijn is minstens {LEAST_WIDTH} px breed; toon smaller de rijen als lijst.")
    window = window_of(shown, NAMES_WIDTH, width - 8)
    canvas = Canvas(f"timeline-{shown.key}", width)
    lanes_end = draw_lanes(canvas, shown, window, HEAD)
    stack = Stack(
        steps(shown.running(informal=False), window.start, shown.today),
        steps(shown.running(informal=True), window.start, shown.today),
    )
    stack_end = draw_stack(canvas, stack, window, lanes_end + 8)
    _draw_head(canvas, shown, window, stack_end)
    bottom = draw_events(canvas, shown.drawn_events, window, (HEAD - 6, stack_end))
    said = words(shown, stack.professional, stack.informal[-1].count)
    return drawing(said, canvas.close(bottom, said, has_links=any(bar.href for bar in shown.drawn_bars)))


def _draw_head(canvas: Canvas, shown: TimelineInput, window: Window, bottom: float) -> None:
    """Lines for the years, and one for today over the bars but under the words."""
    x = window.x(shown.today)
    half = TODAY.width(shown.day_name) / 2 + 8
    for tick, label_x in _named(ticks(window), Span(x - half, x + half), window):
        if tick.line:
            canvas.add(Layer.GRID, line([(tick.x, HEAD - 8), (tick.x, bottom)], "kd-grid"))
        if label_x is not None:
            canvas.add(Layer.LABELS, text(label_x, NAMES, tick.label, TICK))
    canvas.add(Layer.FRONT, line([(x, HEAD - 10), (x, bottom)], "kd-today"))
    canvas.add(
        Layer.LABELS,
        rect(Box(x - half, 3, 2 * half, 18), "kd-ink-petrol", radius=9),
        text(x, NAMES, shown.day_name, TODAY),
    )


def _named(lines: list[Tick], pill: Span, window: Window) -> list[tuple[Tick, float | None]]:
    """Where the name of each line starts: beside the name of the day if that is in the way, nowhere without room."""
    ends = [*(tick.x for tick in lines[1:]), window.right]
    named: list[tuple[Tick, float | None]] = []
    for tick, end in zip(lines, ends, strict=True):
        starts = (tick.x + 5, max(tick.x, pill.right + GAP))
        spans = (Span(start, start + TICK.width(tick.label)) for start in starts)
        free = (span.left for span in spans if span.right <= end and span.clear_of(pill))
        named.append((tick, next(free, None)))
    return named
