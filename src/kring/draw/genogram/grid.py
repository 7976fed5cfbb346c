"""The shortest way over a grid of free cells, in eight directions (A*; Hart, Nilsson and Raphael 1968)."""

import heapq
import math
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

Cell = tuple[int, int]
"""Row and column."""
DIAGONAL = math.sqrt(2)


def shortest(free: NDArray[np.bool_], start: Cell, end: Cell) -> list[Cell]:
    """From start to end, which need not be free themselves; only these two if no way leads there."""
    came: dict[Cell, Cell] = {}
    cost = {start: 0.0}
    waiting = [(math.dist(start, end), start)]
    while waiting:
        _hope, cell = heapq.heappop(waiting)
        if cell == end:
            return _back(came, end)
        for near, step in _neighbours(cell, free, end):
            total = cost[cell] + step
            if total < cost.get(near, math.inf):
                cost[near], came[near] = total, cell
                heapq.heappush(waiting, (total + math.dist(near, end), near))
    return [start, end]


def _neighbours(cell: Cell, free: NDArray[np.bool_], end: Cell) -> Iterator[tuple[Cell, float]]:
    for down in (-1, 0, 1):
        for right in (-1, 0, 1):
            near = (cell[0] + down, cell[1] + right)
            inside = 0 <= near[0] < free.shape[0] and 0 <= near[1] < free.shape[1]
            if near != cell and inside and (near == end or free[near]):
                yield near, DIAGONAL if down and right else 1.0


def _back(came: dict[Cell, Cell], end: Cell) -> list[Cell]:
    found = [end]
    while found[-1] in came:
        found.append(came[found[-1]])
    return found[::-1]
