"""The course of a few laws at a glance, beside a row of a list: one thin lane per law with its short name.

Help that still runs is filled, help that ended is an outline: shape says it too, never colour alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from kring.draw.canvas import Canvas, Layer, Screen, Svg, Words
from kring.draw.dutch import counted, short_date
from kring.draw.palette import Tone
from kring.draw.shapes import Box, Lettering, line, rect, text

ROW: Final = 15.0
BAR: Final = 8.0
NAME: Final = Lettering(size=12, bold=True)
LEAST: Final = 3.0


@dataclass(frozen=True, slots=True)
class MiniLane:
    """One law: its short name in the drawing, its full name in words, and when help under it ran (half-open)."""

    short: str
    label: str
    tone: Tone
    spans: tuple[tuple[date, date | None], ...]


@dataclass(frozen=True, slots=True)
class MiniTimeline:
    """From `since` up to and including `today`; `key` is unique on the page."""

    key: str
    title: str
    since: date
    today: date
    lanes: tuple[MiniLane, ...]

    def x(self, day: date, left: float, right: float) -> float:
        held = min(max(day, self.since), self.today)
        return left + (right - left) * (held - self.since).days / max((self.today - self.since).days, 1)


def draw_mini_timeline(shown: MiniTimeline, *, width: float = 240, names: float = 72) -> str:
    """The drawing, for every screen: it is small enough for a phone."""
    canvas = Canvas(shown.key, width, Screen.BOTH)
    height = max(len(shown.lanes), 1) * ROW + 2
    left, right = names, width - 1
    for year in range(shown.since.year + 1, shown.today.year + 1):
        x = shown.x(date(year, 1, 1), left, right)
        canvas.add(Layer.GRID, line([(x, 0), (x, height)], "kd-grid"))
    for index, lane in enumerate(shown.lanes):
        _draw_lane(canvas, shown, lane, (left, right, index * ROW + 1))
    words = Words(shown.title, _said(shown), (), ())
    return canvas.close(height, words)


def _draw_lane(canvas: Canvas, shown: MiniTimeline, lane: MiniLane, place: tuple[float, float, float]) -> None:
    left, right, top = place
    middle = top + ROW / 2
    look = Lettering(NAME.size, ink=f"kd-ink-{lane.tone}", bold=True)
    canvas.add(Layer.LABELS, text(0, middle + look.drop, lane.short, look))
    canvas.add(Layer.LINES, line([(left, middle), (right, middle)], "kd-grid"))
    for start, end in lane.spans:
        if start <= shown.today and (end is None or end > shown.since):
            canvas.add(Layer.MARKS, _bar(shown, lane, (start, end), (left, right, middle)))


def _bar(shown: MiniTimeline, lane: MiniLane, span: tuple[date, date | None], place: tuple[float, float, float]) -> Svg:
    left, right, middle = place
    start, end = span
    runs = end is None or end > shown.today
    x = shown.x(start, left, right)
    until = right if runs or end is None else shown.x(end, left, right)
    x = min(x, right - LEAST)
    box = Box(x, middle - BAR / 2, max(until - x, LEAST), BAR)
    return rect(box, f"kd-{'ink' if runs else 'box'}-{lane.tone}", radius=2)


def _said(shown: MiniTimeline) -> str:
    parts = [f"{lane.label}: {_course(lane.spans, shown.today)}." for lane in shown.lanes]
    return " ".join(parts) or "Er is geen hulp bekend."


def _course(spans: Iterable[tuple[date, date | None]], today: date) -> str:
    ordered = sorted(spans, key=lambda span: span[0])
    running = [start for start, end in ordered if end is None or end > today]
    past = len(ordered) - len(running)
    parts = [f"loopt sinds {short_date(running[0])}"] if running else []
    if past:
        parts.append(f"{counted(past, 'keer', 'keer')} eerder" if running else f"gestopt, {past} keer")
    return ", ".join(parts)
