"""Chance that falls the same way every time, on every Python: the demo world is the same bytes everywhere."""

from collections.abc import Sequence
from hashlib import sha256
from itertools import accumulate
from typing import TypeVar

T = TypeVar("T")


class Chance:
    """Draws from a named seed; another name gives other draws, so one part of the world can grow without the rest."""

    def __init__(self, seed: str) -> None:
        self._seed = seed.encode()
        self._drawn = 0

    def number(self, low: int, high: int) -> int:
        """A whole number from `low` up to and including `high`."""
        self._drawn += 1
        drawn = sha256(self._seed + self._drawn.to_bytes(8)).digest()
        return low + int.from_bytes(drawn[:8]) % (high - low + 1)

    def happens(self, percent: int) -> bool:
        return self.number(1, 100) <= percent

    def one(self, choices: Sequence[T]) -> T:
        return choices[self.number(0, len(choices) - 1)]

    def weighted(self, choices: Sequence[tuple[T, int]]) -> T:
        """One of the choices, each with its weight."""
        reached = self.number(1, sum(weight for _choice, weight in choices))
        sums = accumulate(weight for _choice, weight in choices)
        return next(choice for (choice, _weight), total in zip(choices, sums, strict=True) if reached <= total)
