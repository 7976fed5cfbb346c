"""Stapeling: how many tracks run at the same time, day by day, as a step line up to today."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from kring.draw.timeline.model import Bar


@dataclass(frozen=True, slots=True)
class Step:
    """`count` tracks on every day from `start` up to `end`."""

    start: date
    end: date
    count: int


def steps(bars: Iterable[Bar], first: date, today: date) -> tuple[Step, ...]:
    """The steps from `first` up to and including `today`; neighbours always differ."""
    tracks = tuple(bars)
    stop = today + timedelta(days=1)
    turns = {day for bar in tracks for day in (bar.start, bar.end) if day is not None and first < day < stop}
    bounds = [first, *sorted(turns), stop]
    found: list[Step] = []
    for start, end in pairwise(bounds):
        count = sum(bar.runs_on(start) for bar in tracks)
        if found and found[-1].count == count:
            found[-1] = Step(found[-1].start, end, count)
        else:
            found.append(Step(start, end, count))
    return tuple(found)


def peak(line: tuple[Step, ...]) -> Step:
    """The first step with the highest count."""
    return max(line, key=lambda step: step.count)
