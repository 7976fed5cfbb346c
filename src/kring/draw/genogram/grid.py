"""The shortest way over a grid of free cells, in eight directions (A*; Hart, Nilsson and Raphael 1968)."""

import heapq
import math

import numpy as np
from numpy.typing import NDArray

Cell = tuple[int, int]
"""Row and column."""
DIAGONAL = math.sqrt(2)


def shortest(free: NDArray[np.bool_], start: Cell, end: Cell) -> list[Cell]:
    """From start to end, which need not be free themselves; only these two if no way leads there."""
    wide = free.shape[1] + 2
    open_ = bytearray(np.pad(free, 1).tobytes())
    first, last = (_number(cell, wide) for cell in (start, end))
    open_[last] = True
    steps = _steps(wide)
    came: dict[int, int] = {}
    cost = {first: 0.0}
    waiting = [(math.dist(start, end), first)]
    while waiting:
        _hope, at = heapq.heappop(waiting)
        if at == last:
            return _back(came, last, wide)
        for step, length in steps:
            near = at + step
            total = cost[at] + length
            if open_[near] and total < cost.get(near, math.inf):
                cost[near], came[near] = total, at
                heapq.heappush(waiting, (total + math.dist(_cell(near, wide), end), near))
    return [start, end]


def _steps(wide: int) -> tuple[tuple[int, float], ...]:
    """To the eight neighbours, in a grid with a closed border whose cells are numbered row by row."""
    straight = ((-wide, 1.0), (-1, 1.0), (1, 1.0), (wide, 1.0))
    return (*straight, *((up + aside, DIAGONAL) for up in (-wide, wide) for aside in (-1, 1)))


def _number(cell: Cell, wide: int) -> int:
    return (cell[0] + 1) * wide + cell[1] + 1


def _cell(number: int, wide: int) -> Cell:
    return number // wide - 1, number % wide - 1


def _back(came: dict[int, int], last: int, wide: int) -> list[Cell]:
    found = [last]
    while found[-1] in came:
        found.append(came[found[-1]])
    return [_cell(number, wide) for number in found[::-1]]
