"""What the care timeline shows: help per law or domain, professional and informal, and what happened.

Periods are half-open: `end` is the first day without this help, and an open end is None.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from kring.draw.dutch import short_date
from kring.draw.palette import Tone

LEAST_PAST: Final = timedelta(days=31)
MOST_AHEAD: Final = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Lane:
    """A law or domain. `informal` help is drawn rounded and stands beside the professional stack."""

    key: str
    label: str
    tone: Tone
    informal: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """Help in the lane with key `lane`, for or by `who`. `href`: where one works with it; the bar is then a link."""

    lane: str
    label: str
    start: date
    end: date | None = None
    who: str = ""
    provider: str = ""
    href: str = ""

    def __post_init__(self) -> None:
        if self.end is not None and self.end < self.start:
            raise ValueError(
                f"“{self.label}” eindigt op {short_date(self.end)}, vóór het begin op"
                f" {short_date(self.start)}. Verbeter een van beide datums."
            )

    def runs_on(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day < self.end)


def in_order(bars: Iterable[Bar]) -> list[Bar]:
    """Earliest first, and always in the same order, however they were given."""
    return sorted(bars, key=lambda bar: (bar.start, bar.label, bar.who, bar.end or date.max, bar.provider))


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, or will, on one day."""

    on: date
    label: str


@dataclass(frozen=True, slots=True)
class TimelineInput:
    """`key` is unique on the page. What ended before `since` or lies past the horizon: table only.

    `today` is the day on which the stack is counted, with `day_name` above its line.
    """

    key: str
    today: date
    lanes: tuple[Lane, ...]
    bars: tuple[Bar, ...]
    events: tuple[Event, ...] = ()
    title: str = "Zorgverloop"
    since: date | None = None
    day_name: str = "vandaag"

    def __post_init__(self) -> None:
        known = {lane.key for lane in self.lanes}
        for bar in self.bars:
            if bar.lane not in known:
                raise ValueError(
                    f"“{bar.label}” hoort bij domein {bar.lane!r}, maar de tekening kent alleen"
                    f" {', '.join(sorted(known))}. Voeg het domein toe of kies een ander."
                )
        if len(known) < len(self.lanes):
            raise ValueError("Twee domeinen van een tijdlijn hebben dezelfde sleutel; geef elk een eigen.")
        if self.since is not None and self.since > self.today:
            raise ValueError(
                f"De tijdlijn begint op {short_date(self.since)}, na vandaag ({short_date(self.today)})."
                " Kies een eerdere dag."
            )

    def informal(self, bar: Bar) -> bool:
        return any(lane.informal for lane in self.lanes if lane.key == bar.lane)

    @property
    def opening(self) -> date | None:
        """The first day that is drawn, if it was chosen: a month's start, with some past before today."""
        if self.since is None:
            return None
        return min(self.since, self.today - LEAST_PAST).replace(day=1)

    @property
    def horizon(self) -> date:
        """The last day ahead that may be drawn: a grant of ten years would leave no room for the past."""
        return self.today + MOST_AHEAD

    @property
    def drawn_bars(self) -> tuple[Bar, ...]:
        first, last = self.opening or date.min, self.horizon
        return tuple(bar for bar in self.bars if bar.start <= last and (bar.end is None or bar.end > first))

    def drawn_in(self, lane: Lane) -> tuple[Bar, ...]:
        return tuple(bar for bar in self.drawn_bars if bar.lane == lane.key)

    def running(self, *, informal: bool) -> tuple[Bar, ...]:
        """All help of one sort; also what is not drawn counts in the stack."""
        return tuple(bar for bar in self.bars if self.informal(bar) == informal)

    @property
    def drawn_events(self) -> tuple[Event, ...]:
        first = self.opening or date.min
        return tuple(event for event in self.events if first <= event.on <= self.horizon)


#: The lanes of the social domain in their fixed colours, top to bottom.
LANES: Final = (
    Lane("jeugdwet", "Jeugdhulp", Tone.PETROL),
    Lane("wmo", "Wmo", Tone.BLUE),
    Lane("schuldhulpverlening", "Geld en schulden", Tone.OCHRE),
    Lane("leerplicht", "Onderwijs", Tone.PLUM),
    Lane("participatiewet", "Werk en inkomen", Tone.RUST),
    Lane("zorg", "Gezondheid", Tone.OLIVE),
    Lane("informeel", "Eigen netwerk en vrijwilligers", Tone.GREEN, informal=True),
)
