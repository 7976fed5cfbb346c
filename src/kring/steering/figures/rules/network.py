"""Counts with totals as a network: every cell is a flow from one sum to another, so what goes in comes out.

A hidden cell can be recalculated exactly when no other flow with the same published figures gives it another
value; it is safe when it lies on a loop along which one unit can move. Hiding more cells opens more loops.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heappop, heappush
from typing import Final

Key = tuple[str, str]
"""Row and column of a cell."""
Node = tuple[str, str]
"""Where counts are added up: a row with its subtotal, or a column."""

INNER: Final = 1_000_000
SUBTOTAL: Final = 100 * INNER
TOTAL: Final = 100 * SUBTOTAL
"""What hiding a cell costs, next to its count: few cells first, and totals last of all."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a reader knows of a hidden cell: at least `low`, and at most `high` if there is a limit."""

    low: int
    high: int | None = None


FREE: Final = Bounds(0)


@dataclass(frozen=True, slots=True)
class Arc:
    """One cell: its count flows from `tail` to `head`. `weight` says how much is lost by hiding it."""

    key: Key
    tail: Node
    head: Node
    n: int
    weight: int


@dataclass(frozen=True, slots=True)
class Step:
    """One arc walked along (the count rises) or against (it falls)."""

    arc: Arc
    rises: bool

    @property
    def end(self) -> Node:
        return self.arc.head if self.rises else self.arc.tail


@dataclass(slots=True)
class Network:
    """The arcs, what is hidden of them, and the smallest count that may be shown."""

    arcs: Sequence[Arc]
    smallest: int
    hidden: dict[Key, Bounds] = field(default_factory=dict)
    _steps: dict[Node, list[Step]] = field(init=False)

    def __post_init__(self) -> None:
        self._steps = {}
        for arc in self.arcs:
            self._steps.setdefault(arc.tail, []).append(Step(arc, rises=True))
            self._steps.setdefault(arc.head, []).append(Step(arc, rises=False))

    def protect(self, must: Sequence[Key]) -> bool:
        """Hide as little more as needed so that no cell of `must` can be recalculated. False when that cannot be."""
        wanted = set(must)
        order = sorted((arc for arc in self.arcs if arc.key in wanted), key=lambda arc: (-arc.n, arc.key))
        before = dict(self.hidden)
        for arc in order:
            loop = self._loop(arc)
            if loop is None:
                self.hidden = before
                return False
            self.hidden.update({step.arc.key: Bounds(self.smallest) for step in loop if self._is_new(step)})
        self._show_what_may_be_shown(before, wanted)
        return True

    def exact(self, keys: Sequence[Key]) -> list[Key]:
        """Which of these hidden cells a reader can recalculate from what is published."""
        wanted = set(keys)
        return [arc.key for arc in self.arcs if arc.key in wanted and self._loop(arc, may_hide=False) is None]

    def _show_what_may_be_shown(self, before: Mapping[Key, Bounds], must: set[Key]) -> None:
        """A cell hidden for an early loop may be needless after the later ones; the costliest first."""
        extra = [arc for arc in self.arcs if arc.key in self.hidden and arc.key not in before]
        for arc in sorted(extra, key=lambda arc: (-arc.weight, arc.key)):
            kept = self.hidden.pop(arc.key)
            rest = {one.key for one in extra if one.key in self.hidden}
            if self.exact(sorted(must | rest)):
                self.hidden[arc.key] = kept

    def _loop(self, arc: Arc, *, may_hide: bool = True) -> tuple[Step, ...] | None:
        """The cheapest loop that moves `arc` by one, up or down; without `may_hide` through hidden cells only."""
        bounds = self.hidden.get(arc.key, Bounds(self.smallest))
        found = []
        if bounds.high is None or arc.n < bounds.high:
            found.append(self._path(arc.head, arc.tail, arc, may_hide=may_hide))
        if arc.n > bounds.low:
            found.append(self._path(arc.tail, arc.head, arc, may_hide=may_hide))
        loops = [(cost, number, steps) for number, one in enumerate(found) if one for cost, steps in [one]]
        return min(loops, key=lambda loop: loop[:2])[2] if loops else None

    def _path(self, start: Node, goal: Node, without: Arc, *, may_hide: bool) -> tuple[int, tuple[Step, ...]] | None:
        """The cheapest way from `start` to `goal` (Dijkstra), with what it costs."""
        queue: list[tuple[int, int, Node, tuple[Step, ...]]] = [(0, 0, start, ())]
        done: set[Node] = set()
        turn = 0
        while queue:
            cost, _turn, place, steps = heappop(queue)
            if place == goal:
                return cost, steps
            if place in done:
                continue
            done.add(place)
            for step in self._steps.get(place, ()):
                if step.arc is not without and step.end not in done and self._can(step, may_hide=may_hide):
                    turn += 1
                    price = step.arc.weight if self._is_new(step) else 0
                    heappush(queue, (cost + price, turn, step.end, (*steps, step)))
        return None

    def _can(self, step: Step, *, may_hide: bool) -> bool:
        """May this cell move by one? A cell that is shown may only if it can be hidden; zeros stay shown."""
        bounds = self.hidden.get(step.arc.key)
        if bounds is None:
            if not may_hide or step.arc.n == 0:
                return False
            bounds = Bounds(self.smallest)
        if step.rises:
            return bounds.high is None or step.arc.n < bounds.high
        return step.arc.n > bounds.low

    def _is_new(self, step: Step) -> bool:
        return step.arc.key not in self.hidden
