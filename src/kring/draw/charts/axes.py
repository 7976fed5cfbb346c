"""Scales of charts: round steps from zero up, and where a figure lies."""

from dataclasses import dataclass
from math import ceil


@dataclass(frozen=True, slots=True)
class Scale:
    """Figure 0 lies at `zero` and figure `top` at `end`, in px."""

    top: float
    zero: float
    end: float

    def at(self, figure: float) -> float:
        return self.zero + (self.end - self.zero) * figure / self.top


def steps(highest: float, *, whole: bool, most: int = 4) -> list[float]:
    """Round figures from 0 to at least `highest`, no more than `most` steps apart."""
    sizes = (base * 10.0**power for power in range(-3, 300) for base in (1, 2, 2.5, 5))
    size = next(size for size in sizes if size * most >= highest and (not whole or size.is_integer()))
    return [size * index for index in range(max(1, ceil(highest / size)) + 1)]
