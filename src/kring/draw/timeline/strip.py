"""Below the lanes: the stack of professional help with informal help mirrored under it, and the events."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import dropwhile
from typing import Final

from kring.draw.canvas import Canvas, Layer, Svg, element, group, number
from kring.draw.dutch import short_date
from kring.draw.palette import Mark
from kring.draw.shapes import Lettering, line, mark, text
from kring.draw.text import fit
from kring.draw.timeline.lanes import NAME_X
from kring.draw.timeline.model import Event
from kring.draw.timeline.packing import Span, first_free
from kring.draw.timeline.stack import Step, peak
from kring.draw.timeline.window import Window

#: Room above the axis, where the highest peak leaves this for its words; and room below it.
ABOVE: Final = 62.0
PEAK_WORDS: Final = 18.0
BELOW: Final = 34.0
UNIT: Final = 12.0
FIGURE: Final = Lettering(size=13, bold=True, halo="kd-halo")
EVENT: Final = Lettering(size=12, ink="kd-ink-red", halo="kd-halo")
EVENT_ROW: Final = 18.0
EVENT_ROOM: Final = 260.0
EVENT_INSET: Final = 9.0


@dataclass(frozen=True, slots=True)
class Stack:
    """Both step lines, up to today."""

    professional: tuple[Step, ...]
    informal: tuple[Step, ...]

    @property
    def unit(self) -> float:
        """Height of one track, the same above and below the axis."""
        above = (ABOVE - PEAK_WORDS) / max(1, peak(self.professional).count)
        return min(UNIT, above, BELOW / max(1, peak(self.informal).count))


def draw_stack(canvas: Canvas, stack: Stack, window: Window, top: float) -> float:
    """Draws both step areas on one axis; gives where they end."""
    axis = top + ABOVE
    canvas.add(Layer.LINES, line([(window.left, axis), (window.right, axis)], "kd-axis"))
    canvas.add(
        Layer.LABELS,
        text(NAME_X, axis - 24, "Stapeling", Lettering(bold=True)),
        text(NAME_X, axis - 7, "trajecten tegelijk", Lettering(size=12, ink="kd-muted")),
    )
    canvas.add(Layer.LINES, _area(stack.professional, window, axis, -stack.unit, "kd-box-slate"))
    _draw_peak(canvas, stack, window, axis)
    level = axis - stack.unit * stack.professional[-1].count / 2
    _draw_now(canvas, stack.professional, window, min(level, axis - FIGURE.size * 0.6))
    if not peak(stack.informal).count:
        return axis
    canvas.add(Layer.LABELS, text(NAME_X, axis + 14, "hulp uit eigen netwerk", Lettering(12, "kd-ink-green")))
    canvas.add(Layer.LINES, _area(stack.informal, window, axis, stack.unit, "kd-box-green"))
    _draw_now(canvas, stack.informal, window, axis + BELOW / 2, ink="kd-ink-green")
    return axis + BELOW


def _area(steps: tuple[Step, ...], window: Window, axis: float, unit: float, class_: str) -> Svg:
    begun = list(dropwhile(lambda step: not step.count, steps))
    path = [f"M{number(window.x(begun[0].start if begun else window.start))},{number(axis)}"]
    for step in begun:
        end = window.x(min(step.end, steps[-1].end - timedelta(days=1)))
        path.append(f"V{number(axis + unit * step.count)}H{number(end)}")
    return element("path", d="".join([*path, f"V{number(axis)}Z"]), class_=class_)


def _draw_peak(canvas: Canvas, stack: Stack, window: Window, axis: float) -> None:
    """Names the peak, unless it is now: then the figure beside today says it."""
    top = peak(stack.professional)
    if not top.count or top is stack.professional[-1]:
        return
    words = f"{top.count} tegelijk"
    half = FIGURE.width(words) / 2
    today = window.x(stack.professional[-1].end)
    middle = (window.x(top.start) + window.x(top.end)) / 2
    x = max(window.left + half, min(middle, today - half - 4))
    look = replace(FIGURE, anchor="middle")
    canvas.add(Layer.LABELS, text(x, axis - stack.unit * top.count - 6.5, words, look))


def _draw_now(canvas: Canvas, steps: tuple[Step, ...], window: Window, middle: float, ink: str = "") -> None:
    x = window.x(steps[-1].end) + 6
    look = replace(FIGURE, ink=ink)
    canvas.add(Layer.LABELS, text(x, middle + FIGURE.drop, f"nu {steps[-1].count}", look))


def draw_events(canvas: Canvas, events: Iterable[Event], window: Window, span: tuple[float, float]) -> float:
    """Draws a line through `span` for each event and its words below, in as many rows as they need."""
    top, bottom = span
    rows: list[list[Span]] = []
    for event in sorted(events, key=lambda event: (event.on, event.label)):
        x = window.x(event.on)
        words = fit(event.label, EVENT_ROOM, EVENT.size)
        reach = EVENT_INSET + EVENT.width(words)
        before = x + reach > window.right
        row = first_free(rows, Span(x - reach, x + 6) if before else Span(x - 6, x + reach))
        y = bottom + EVENT_ROW * (row + 0.65)
        look = replace(EVENT, anchor="end" if before else "start")
        canvas.add(Layer.LINES, line([(x, top), (x, y)], "kd-event"))
        canvas.add(
            Layer.LABELS,
            mark(Mark.DIAMOND, (x, y), 5.2, "kd-ink-red"),
            group(
                text(x + (-EVENT_INSET if before else EVENT_INSET), y + EVENT.drop, words, look),
                title=f"{event.label}: {short_date(event.on)}",
            ),
        )
    return bottom + EVENT_ROW * len(rows) + 4
