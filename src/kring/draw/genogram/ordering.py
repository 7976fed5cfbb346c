"""Who stands beside whom: partners and siblings together, oldest left, few lines crossing, one home together.

The order is found by seeded annealing, so the same family always gives the same picture. An earlier order is kept:
who is new is put in where it costs least, and nobody else changes places.
"""

import math
import random
from dataclasses import dataclass
from itertools import pairwise

from kring.draw.genogram.cost import Cost, Places, Rows, places_in
from kring.draw.genogram.model import GenogramInput
from kring.draw.genogram.skeleton import Item, Skeleton

SEED = 7
STARTS = 3
ROUNDS_PER_ITEM = 45
HEAT = 60.0
BLOCKS = (1, 1, 1, 2, 2, 3, 4)
TURNED = 0.3
PASSES = 2


def ordered(given: GenogramInput, bones: Skeleton) -> Rows:
    cost = Cost(given, bones)
    if given.order:
        return _put_in(given, bones, cost)
    start = _first_guess(given, bones)
    found = [_anneal(start, cost, random.Random(SEED + turn)) for turn in range(STARTS)]  # noqa: S311 - a seed, no secret
    return min(found, key=lambda one: one[0])[1]


def _first_guess(given: GenogramInput, bones: Skeleton) -> Rows:
    """Family by family, from whom it is drawn: partners beside each other, then their children, then their parents."""
    rows: Rows = [[] for _row in range(bones.depth)]
    seen: set[Item] = set()
    around: dict[Item, list[Item]] = {item: [] for item in bones.rows}
    for knot in bones.knots:
        born = {person.key: person.born or 0 for person in given.persons}
        below = sorted((drop.item for drop in knot.drops), key=lambda item: born.get(item, 0))
        for item in (*knot.ups, *below):
            around[item] += [*knot.ups, *below]
    for thread in bones.threads:
        around[thread.up].append(thread.down)
        around[thread.down].append(thread.up)
    waiting = [person.key for person in sorted(given.persons, key=lambda one: one.index)]
    while waiting:
        item = waiting.pop()
        if item not in seen:
            seen.add(item)
            rows[bones.rows[item]].append(item)
            waiting += reversed(around[item])
    return rows


def _put_in(given: GenogramInput, bones: Skeleton, cost: Cost) -> Rows:
    """The earlier order with who is new in the cheapest places; passages are always new."""
    rows: Rows = [[] for _row in range(bones.depth)]
    for item in [item for row in given.order for item in row if item in bones.rows]:
        rows[bones.rows[item]].append(item)
    kept = {item for row in rows for item in row}
    new = [item for row in _first_guess(given, bones) for item in row if item not in kept]
    for item in new:
        rows[bones.rows[item]].append(item)
    for item in new * PASSES:
        row = bones.rows[item]
        others = [one for one in rows[row] if one != item]
        tried = [[*others[:at], item, *others[at:]] for at in range(len(others) + 1)]
        rows[row] = min(tried, key=lambda one: cost([*rows[:row], one, *rows[row + 1 :]]))
    return rows


def _anneal(start: Rows, cost: Cost, chance: random.Random) -> tuple[float, Rows]:
    standing = _Standing([list(row) for row in start], cost)
    best = standing.cost, [list(row) for row in standing.rows]
    movable = [index for index, row in enumerate(standing.rows) if len(row) > 1]
    rounds = ROUNDS_PER_ITEM * sum(len(standing.rows[index]) for index in movable)
    for turn in range(rounds):
        index = chance.choice(movable)
        then = standing.tried(index, _moved(standing.rows[index], chance))
        heat = HEAT * (1 - turn / rounds) ** 2
        worse = then.cost - standing.cost
        if worse <= 0 or chance.random() < math.exp(-worse / max(heat, 0.01)):
            standing.take(index, then)
            if then.cost < best[0]:
                best = then.cost, [list(row) for row in standing.rows]
    return best


@dataclass(frozen=True, slots=True)
class _Trial:
    """One row in another order: what it costs itself, in the gaps beside it, and in all."""

    row: list[Item]
    places: Places
    own: float
    gaps: list[float]
    cost: float


class _Standing:
    """The rows with what each row and each gap costs."""

    def __init__(self, rows: Rows, cost: Cost) -> None:
        self.rows, self._asked = rows, cost
        self._places = [places_in(row) for row in rows]
        self._own = [cost.row(at, row, self._places[at]) for at, row in enumerate(rows)]
        self._gaps = [cost.gap(at, *self._places[at : at + 2]) for at in range(len(rows) - 1)]
        self.cost = sum(self._own) + sum(self._gaps)

    def tried(self, index: int, row: list[Item]) -> _Trial:
        places = places_in(row)
        own, beside = self._asked.row(index, row, places), self._asked.gaps_beside(index)
        around = [*self._places[max(index - 1, 0) : index], places, *self._places[index + 1 : index + 2]]
        gaps = [self._asked.gap(at, *pair) for at, pair in zip(beside, pairwise(around), strict=True)]
        before = self._own[index] + sum(self._gaps[beside.start : beside.stop])
        return _Trial(row, places, own, gaps, self.cost - before + own + sum(gaps))

    def take(self, index: int, trial: _Trial) -> None:
        beside = self._asked.gaps_beside(index)
        self.rows[index], self._places[index], self._own[index] = trial.row, trial.places, trial.own
        self._gaps[beside.start : beside.stop] = trial.gaps
        self.cost = trial.cost


def _moved(row: list[Item], chance: random.Random) -> list[Item]:
    """`row` with a block of it elsewhere, sometimes the other way round."""
    start, length = chance.randrange(len(row)), chance.choice(BLOCKS)
    block, rest = row[start : start + length], row[:start] + row[start + length :]
    if chance.random() < TURNED:
        block = block[::-1]
    place = chance.randrange(len(rest) + 1)
    return rest[:place] + block + rest[place:]
