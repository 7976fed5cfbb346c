"""Where everybody stands: each at an own angle, so that no line to the middle hides another; rings take turns."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kring.draw.circle.model import CircleInput, Near, Ring, Sector
from kring.draw.shapes import Point

TOP: Final = -math.pi / 2
GAP: Final = 0.9
"""Room between two sectors, in shares of one person."""
EMPTY: Final = 1.0
"""Share of a sector without anybody."""


@dataclass(frozen=True, slots=True)
class Slice:
    """A sector from one angle to another, in radians with the clock from the right."""

    sector: Sector
    start: float
    end: float

    @property
    def middle(self) -> float:
        return (self.start + self.end) / 2


@dataclass(frozen=True, slots=True)
class Radii:
    """The edge of the middle, and the outer edge of each ring."""

    middle: float
    edges: tuple[float, float, float, float]

    def of(self, ring: Ring) -> float:
        place = list(Ring).index(ring)
        return (self.edges[place] + self.edges[place + 1]) / 2


def slices(given: CircleInput) -> list[Slice]:
    shares = [max(EMPTY, len(given.of(sector))) + GAP for sector in Sector]
    found, at = [], TOP
    for sector, share in zip(Sector, shares, strict=True):
        end = at + share / sum(shares) * 2 * math.pi
        found.append(Slice(sector, at, end))
        at = end
    return found


def angles(given: CircleInput) -> Iterator[tuple[Near, float]]:
    for part in slices(given):
        people = _turns(given.of(part.sector))
        for place, one in enumerate(people):
            share = (place + 0.5 + GAP / 2) / (len(people) + GAP)
            yield one, part.start + (part.end - part.start) * share


def _turns(people: tuple[Near, ...]) -> list[Near]:
    """Neighbours in different rings as much as can be, always in the same order."""
    places: list[tuple[float, int, Near]] = []
    for number, ring in enumerate(Ring):
        inside = [one for one in people if one.ring is ring]
        places += [((at + 0.5) / len(inside), number, one) for at, one in enumerate(inside)]
    return [one for *_place, one in sorted(places, key=lambda found: found[:2])]


def at(centre: Point, radius: float, angle: float) -> Point:
    return centre[0] + radius * math.cos(angle), centre[1] + radius * math.sin(angle)
