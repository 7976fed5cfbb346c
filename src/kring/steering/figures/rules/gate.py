"""The one disclosure gate: every figure that leaves the database passes here (BR-120).

Primary: counts from 1 up to the threshold are hidden. Complementary: as few others as needed, so that no hidden
count can be recalculated exactly from the totals, also by a reader who knows these rules. Tables about the same
groups (areas) are linked: the sizes of the groups are decided once, and a group of hidden size is hidden whole.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from kring.steering.figures.rules.network import FREE, INNER, SUBTOTAL, TOTAL, Arc, Bounds, Key, Network, Node
from kring.steering.figures.rules.tables import ALL, Grid, SafeGrid, SafeSeries, total_of
from kring.steering.figures.rules.values import Count, Hidden, Shown, Value, Why, below, covered, threshold

PARTS: Final[Node] = ("delen", "")
WHOLE: Final[Node] = ("geheel", "")


def release_series(parts: Mapping[str, Count], smallest: int) -> SafeSeries:
    """The parts and their total; the total itself is hidden only where nothing else helps."""
    whole = Arc((ALL, ALL), WHOLE, PARTS, total_of(parts.values()).n, TOTAL)
    return _series(parts, smallest, [whole])


def release_pair(
    first: Mapping[str, Count], second: Mapping[str, Count], smallest: int
) -> tuple[SafeSeries, SafeSeries]:
    """Two divisions of one total, such as by domain and by municipality. Below the threshold nothing is shown."""
    total = total_of(first.values())
    if total.n != total_of(second.values()).n:
        raise ValueError("Twee verdelingen van één totaal tellen niet op tot hetzelfde.")
    if total.is_small(threshold(smallest)):
        return _closed(first), _closed(second)
    return _series(first, smallest, []), _series(second, smallest, [])


def release_sizes(grid: Grid, smallest: int) -> SafeSeries:
    """The sizes of the groups, decided once for all grids about the same groups."""
    return release_series({row: grid.size(row) for row in grid.rows}, smallest)


def release_grid(grid: Grid, smallest: int, sizes: SafeSeries | None = None) -> SafeGrid:
    """The grid with subtotals and totals. `sizes`: from `release_sizes` of a grid about the same groups."""
    base = sizes or release_sizes(grid, smallest)
    _check_sizes(grid, base)
    arcs = [arc for row in (*grid.rows, ALL) for arc in _arcs_of(grid, row)]
    counts = {arc.key: grid.count(*arc.key) for arc in arcs}
    values = _release(arcs, counts, threshold(smallest), _hidden_with_their_group(base, arcs))
    empty = {row for row, value in base.parts.items() if value == Shown(0)}
    zeros: dict[Key, Value] = {key: Shown(0) for key in values if key[0] in empty}
    shown = {(row, ALL): base.parts[row] for row in grid.rows} | {(ALL, ALL): base.total}
    return SafeGrid(grid.rows, grid.columns, values | zeros | shown)


def open_series(parts: Mapping[str, Count]) -> SafeSeries:
    """Past the gate: only under a named, logged decision that small numbers may be published."""
    return SafeSeries({name: Shown(count.n) for name, count in parts.items()}, Shown(total_of(parts.values()).n))


def _series(parts: Mapping[str, Count], smallest: int, whole: Sequence[Arc]) -> SafeSeries:
    """Without an arc for the whole, the total is known to the reader and cannot move."""
    arcs = [Arc((name, ALL), PARTS, WHOLE, count.n, INNER + count.n) for name, count in parts.items()]
    total = total_of(parts.values())
    counts = {(name, ALL): count for name, count in parts.items()} | {(ALL, ALL): total}
    values = _release([*arcs, *whole], counts, threshold(smallest), {})
    return SafeSeries({name: values[(name, ALL)] for name in parts}, values.get((ALL, ALL), Shown(total.n)))


def _release(
    arcs: Sequence[Arc], counts: Mapping[Key, Count], floor: int, given: Mapping[Key, Bounds]
) -> dict[Key, Value]:
    """The value of each arc; `given` is hidden already. Where no set of cells protects all, everything is hidden."""
    small = {arc.key: arc.n for arc in arcs if arc.key not in given and counts[arc.key].is_small(floor)}
    bounds = {key: Bounds(1, floor - 1) if n < floor else Bounds(floor) for key, n in small.items()}
    network = Network(arcs, floor, {**given, **bounds})
    if not network.protect(sorted(small)):
        return {arc.key: covered(Why.CLOSED) for arc in arcs}
    marks: dict[Key, Value] = {key: covered(Why.DERIVABLE) for key in network.hidden}
    marks |= {key: below(floor) if n < floor else covered(Why.SMALL) for key, n in small.items()}
    marks |= {key: covered(Why.GROUP) for key in given}
    return {arc.key: marks.get(arc.key, Shown(arc.n)) for arc in arcs}


def _arcs_of(grid: Grid, row: str) -> list[Arc]:
    """A row's cells and subtotals; of the row `ALL` the column totals. Sizes are fixed and have no arc."""
    cost = SUBTOTAL if row == ALL else INNER
    arcs = []
    for column in (*grid.columns, *grid.groups):
        n = grid.count(row, column).n
        is_subtotal = column in grid.groups
        outer: Node = (row, "") if is_subtotal else (row, grid.group_of(column))
        inner: Node = (row, column) if is_subtotal else ("", column)
        tail, head = (inner, outer) if row == ALL else (outer, inner)
        arcs.append(Arc((row, column), tail, head, n, (SUBTOTAL if is_subtotal else cost) + n))
    return arcs


def _hidden_with_their_group(sizes: SafeSeries, arcs: Sequence[Arc]) -> dict[Key, Bounds]:
    """All cells of a group of hidden size, but for columns in which the hidden groups have nothing at all.

    So a size can be any of its possible values whatever the other tables about these groups show.
    """
    rows = {row for row, size in sizes.parts.items() if isinstance(size, Hidden)}
    filled = {column for row, column in (arc.key for arc in arcs if arc.n) if row in rows}
    hidden = {arc.key: FREE for arc in arcs if arc.key[0] in rows and arc.key[1] in filled}
    if isinstance(sizes.total, Hidden):
        hidden |= {arc.key: FREE for arc in arcs if arc.key[0] == ALL and arc.n}
    return hidden


def _check_sizes(grid: Grid, sizes: SafeSeries) -> None:
    """Linked tables are about the same groups of the same size."""
    for row in grid.rows:
        known = sizes.parts[row]
        if isinstance(known, Shown) and known.n != grid.size(row).n:
            raise ValueError(f"De tabellen tellen niet op tot dezelfde groep: {row}.")


def _closed(parts: Mapping[str, Count]) -> SafeSeries:
    return SafeSeries(dict.fromkeys(parts, covered(Why.CLOSED)), covered(Why.CLOSED))
