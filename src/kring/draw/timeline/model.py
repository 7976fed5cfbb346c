"""What the care timeline shows: help per law or domain, professional and informal, and what happened.

Periods are half-open: `end` is the first day without this help, and an open end is None.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from kring.draw.dutch import short_date
from kring.draw.palette import Tone


@dataclass(frozen=True, slots=True)
class Lane:
    """A law or domain. `informal` help is drawn rounded and stands beside the professional stack."""

    key: str
    label: str
    tone: Tone
    informal: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """Help in the lane with key `lane`, for or by `who`."""

    lane: str
    label: str
    start: date
    end: date | None = None
    who: str = ""
    provider: str = ""

    def __post_init__(self) -> None:
        if self.end is not None and self.end < self.start:
            raise ValueError(
                f"“{self.label}” eindigt op {short_date(self.end)}, vóór het begin op"
                f" {short_date(self.start)}. Verbeter een van beide datums."
            )

    def runs_on(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day < self.end)


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, or will, on one day."""

    on: date
    label: str


@dataclass(frozen=True, slots=True)
class TimelineInput:
    """`key` is unique on the page. What ended before `since` or lies past the horizon: table only."""

    key: str
    today: date
    lanes: tuple[Lane, ...]
    bars: tuple[Bar, ...]
    events: tuple[Event, ...] = ()
    title: str = "Zorgverloop"
    since: date | None = None

    def __post_init__(self) -> None:
        known = {lane.key for lane in self.lanes}
        for bar in self.bars:
            if bar.lane not in known:
                raise ValueError(
                    f"“{bar.label}” hoort bij domein {bar.lane!r}, maar de tekening kent alleen"
                    f" {', '.join(sorted(known))}. Voeg het domein toe of kies een ander."
                )

    def informal(self, bar: Bar) -> bool:
        return any(lane.informal for lane in self.lanes if lane.key == bar.lane)

    @property
    def horizon(self) -> date:
        """The last day ahead that may be drawn: a grant of ten years would leave no room for the past."""
        return self.today + timedelta(days=366)

    @property
    def drawn_bars(self) -> tuple[Bar, ...]:
        return tuple(
            bar
            for bar in self.bars
            if bar.start <= self.horizon and (self.since is None or bar.end is None or bar.end > self.since)
        )

    def drawn_in(self, lane: Lane) -> tuple[Bar, ...]:
        return tuple(bar for bar in self.drawn_bars if bar.lane == lane.key)

    def running(self, *, informal: bool) -> tuple[Bar, ...]:
        """All help of one sort; also what is not drawn counts in the stack."""
        return tuple(bar for bar in self.bars if self.informal(bar) == informal)

    @property
    def drawn_events(self) -> tuple[Event, ...]:
        first = self.since or date.min
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
