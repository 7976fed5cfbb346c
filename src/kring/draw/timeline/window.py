"""The part of time that a timeline shows, where each day lies on it, and which years or months it names."""

from dataclasses import dataclass
from datetime import date, timedelta

from kring.draw.dutch import MONTHS
from kring.draw.timeline.model import LEAST_PAST, TimelineInput

#: Room after today: for what is planned, and for the words at the end of the stack.
AHEAD_DAYS = 150
AHEAD_SHARE = 0.1
#: Tick distances in months, with the px that one needs to be readable.
STEPS = ((1, 90.0), (3, 90.0), (12, 44.0), (24, 44.0), (60, 44.0), (120, 44.0), (240, 44.0), (600, 44.0))


@dataclass(frozen=True, slots=True)
class Window:
    """From `start` up to `end`, laid out from x = `left` to x = `right`."""

    start: date
    end: date
    left: float
    right: float

    def x(self, day: date) -> float:
        """Where `day` begins; days outside the window lie on its edge."""
        held = min(max(day, self.start), self.end)
        return self.left + (self.right - self.left) * (held - self.start).days / (self.end - self.start).days


@dataclass(frozen=True, slots=True)
class Tick:
    """A line through the lanes with its name; the first name of a window has no line."""

    x: float
    label: str
    line: bool = True


def window_of(shown: TimelineInput, left: float, right: float) -> Window:
    """All help and events that are drawn, with room ahead; without any, the month before today."""
    known = [event.on for event in shown.drawn_events] + [bar.start for bar in shown.drawn_bars]
    ends = [bar.end for bar in shown.drawn_bars if bar.end is not None and bar.end <= shown.horizon]
    last = max([shown.today, *known, *ends])
    first = shown.opening or min([*known, shown.today - LEAST_PAST]).replace(day=1)
    ahead = max(AHEAD_DAYS, round((shown.today - first).days * AHEAD_SHARE))
    end = max(shown.today + timedelta(days=ahead), last + timedelta(days=ahead // 3))
    return Window(first, end, left, right)


def ticks(window: Window) -> list[Tick]:
    """As many lines as can be read: months, quarters, years or more, with the year at each January."""
    px_a_month = (window.right - window.left) / ((window.end - window.start).days / 30.44)
    months = next((step for step, room in STEPS if step * px_a_month >= room), STEPS[-1][0])
    days = [day for day in _months(window, months) if window.start <= day < window.end]
    lines = [Tick(window.x(day), _name(day, months)) for day in days]
    if lines and lines[0].x - window.left < 44:
        return [Tick(lines[0].x, _name(days[0], months, first=True)), *lines[1:]]
    return [Tick(window.left, str(window.start.year), line=False), *lines]


def _name(day: date, months: int, *, first: bool = False) -> str:
    if day.month == 1 or months >= 12:
        return str(day.year)
    return f"{MONTHS[day.month - 1]} {day.year}" if first else MONTHS[day.month - 1]


def _months(window: Window, step: int) -> list[date]:
    """The first days of every `step`-th month, counted from January, round the window."""
    first = window.start.year * 12 + window.start.month - 1
    last = window.end.year * 12 + window.end.month
    return [date(index // 12, index % 12 + 1, 1) for index in range(first // step * step, last, step)]
