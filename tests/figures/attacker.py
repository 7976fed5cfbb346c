"""A reader who wants to recalculate what is hidden: it shares no code with the gate.

It knows every published figure, all sums, and the rules behind the marks. It tries whether each hidden cell could
also have had another value: if the answer is no anywhere, the table has leaked.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kring.steering.figures.rules.tables import ALL, Grid, SafeGrid, SafeSeries
from kring.steering.figures.rules.values import Hidden, Shown, Value, Why

Cell = tuple[str, str, str]
"""Table, row and column."""
Sum = tuple[tuple[Cell, ...], Cell]
"""These cells add up to that one."""
FAR = 2
"""How far from the truth the search looks: a second possible value proves enough."""


@dataclass(slots=True)
class Published:
    """Everything that is out, with the truth behind it so that the search knows where to look."""

    truth: dict[Cell, int] = field(default_factory=dict)
    values: dict[Cell, Value] = field(default_factory=dict)
    sums: list[Sum] = field(default_factory=list)

    def add_series(self, name: str, raw: Mapping[str, int], safe: SafeSeries, *, whole: Cell | None = None) -> None:
        whole = whole or (name, ALL, ALL)
        for part, n in raw.items():
            self.truth[(name, part, ALL)] = n
            self.values[(name, part, ALL)] = safe.parts[part]
        self.truth[whole], self.values[whole] = sum(raw.values()), safe.total
        self.sums.append((tuple((name, part, ALL) for part in raw), whole))

    def add_grid(self, name: str, raw: Grid, safe: SafeGrid, *, sizes: str = "") -> None:
        """`sizes` names the table that holds the sizes of the rows, where that is another one."""
        for row in (*raw.rows, ALL):
            for column in (*raw.columns, *raw.groups, ALL):
                cell = self._cell(name, row, column, sizes)
                self.truth[cell] = raw.count(row, column).n
                self.values[cell] = safe.at(row, column)
            for whole, columns in {**raw.groups, ALL: raw.columns}.items():
                parts = tuple((name, row, column) for column in columns)
                self.sums.append((parts, self._cell(name, row, whole, sizes)))
        for column in (*raw.columns, *raw.groups, ALL):
            parts = tuple(self._cell(name, row, column, sizes) for row in raw.rows)
            self.sums.append((parts, self._cell(name, ALL, column, sizes)))

    def hidden(self) -> list[Cell]:
        return sorted(cell for cell, value in self.values.items() if isinstance(value, Hidden))

    def recalculated(self, smallest: int) -> list[Cell]:
        """The hidden cells that can only have one value."""
        return [cell for cell in self.hidden() if not self._has_another_value(cell, smallest)]

    def _has_another_value(self, cell: Cell, smallest: int) -> bool:
        ranges = {one: _range(value, self.truth[one], smallest) for one, value in self.values.items()}
        return any(
            solvable({**ranges, cell: (other, other)}, self.sums)
            for other in range(ranges[cell][0], ranges[cell][1] + 1)
            if other != self.truth[cell]
        )

    @staticmethod
    def _cell(name: str, row: str, column: str, sizes: str) -> Cell:
        return (sizes, row, ALL) if sizes and column == ALL else (name, row, column)


def _range(value: Value, truth: int, smallest: int) -> tuple[int, int]:
    """What the mark says, cut to the neighbourhood of the truth."""
    if isinstance(value, Shown):
        assert value.n == truth, "what is shown must be true"
        return truth, truth
    low, high = 0, truth + FAR
    if value.text.startswith("<"):
        low, high = 1, smallest - 1
    elif value.why in {Why.DERIVABLE, Why.SMALL}:
        low = smallest
    return max(low, truth - FAR), min(high, truth + FAR)


def solvable(ranges: Mapping[Cell, tuple[int, int]], sums: Sequence[Sum]) -> bool:
    """Is there a whole number for every cell within its range, such that all sums hold? Search with narrowing."""
    narrowed = _narrow(dict(ranges), sums)
    if narrowed is None:
        return False
    open_cells = [cell for cell, (low, high) in narrowed.items() if low < high]
    if not open_cells:
        return True
    first = min(open_cells, key=lambda cell: (narrowed[cell][1] - narrowed[cell][0], cell))
    low, high = narrowed[first]
    return any(solvable({**narrowed, first: (n, n)}, sums) for n in range(low, high + 1))


def _narrow(ranges: dict[Cell, tuple[int, int]], sums: Iterable[Sum]) -> dict[Cell, tuple[int, int]] | None:
    changed = True
    while changed:
        changed = False
        for parts, whole in sums:
            terms = [(cell, 1) for cell in parts] + [(whole, -1)]
            lows = {cell: min(sign * end for end in ranges[cell]) for cell, sign in terms}
            highs = {cell: max(sign * end for end in ranges[cell]) for cell, sign in terms}
            least, most = sum(lows.values()), sum(highs.values())
            for cell, sign in terms:
                ends = (-(most - highs[cell]), -(least - lows[cell]))
                low, high = sorted(sign * end for end in ends)
                was = ranges[cell]
                now = (max(was[0], low), min(was[1], high))
                if now[0] > now[1]:
                    return None
                if now != was:
                    ranges[cell], changed = now, True
                    break
            if changed:
                break
    return ranges
