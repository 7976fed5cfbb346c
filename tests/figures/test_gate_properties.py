"""What must hold for every table that passes the gate, whatever its figures."""

from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from kring.steering.figures.rules.gate import open_series, release_grid, release_pair, release_series, release_sizes
from kring.steering.figures.rules.tables import ALL, Grid
from kring.steering.figures.rules.values import Count, Hidden, Shown
from tests.figures.attacker import Published

NAMES = "abcdef"
COLUMNS = ("geen", "met", "zonder")
smallest_cells = st.integers(3, 6)
counts = st.one_of(st.integers(0, 7), st.integers(0, 40))


@st.composite
def parts(draw: st.DrawFn) -> dict[str, int]:
    return {NAMES[index]: draw(counts) for index in range(draw(st.integers(2, 5)))}


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    rows = tuple(NAMES[: draw(st.integers(1, 4))])
    cells = {(row, column): Count(draw(counts)) for row in rows for column in COLUMNS}
    return Grid(rows, COLUMNS, cells, {"plan": ("met", "zonder")})


def raw(of: Mapping[str, int]) -> dict[str, Count]:
    return {name: Count(n) for name, n in of.items()}


@given(parts(), smallest_cells)
def test_no_part_of_a_total_can_be_recalculated(amounts: dict[str, int], smallest: int) -> None:
    out = Published()
    out.add_series("deelnames", amounts, release_series(raw(amounts), smallest))
    assert out.recalculated(smallest) == []


@given(parts(), smallest_cells)
def test_two_divisions_of_one_total_do_not_betray_each_other(amounts: dict[str, int], smallest: int) -> None:
    first = raw(amounts)
    total = sum(amounts.values())
    half = total // 2
    second = {"jeugd": half, "wmo": total - half}
    by_town, by_domain = release_pair(first, raw(second), smallest)
    out = Published()
    out.add_series("gemeente", amounts, by_town, whole=("samen", ALL, ALL))
    out.add_series("domein", second, by_domain, whole=("samen", ALL, ALL))
    assert out.recalculated(smallest) == []


@settings(deadline=None, max_examples=150)
@given(grids(), smallest_cells)
def test_no_cell_of_a_table_with_subtotals_can_be_recalculated(grid: Grid, smallest: int) -> None:
    out = Published()
    out.add_grid("plan", grid, release_grid(grid, smallest))
    assert out.recalculated(smallest) == []


@st.composite
def linked(draw: st.DrawFn) -> tuple[Grid, Grid]:
    """Two tables about the same groups: another division of the same sizes."""
    first = draw(grids())
    cells: dict[tuple[str, str], Count] = {}
    for row in first.rows:
        n = first.size(row).n
        with_lead = draw(st.integers(0, n))
        cells |= {(row, "wel"): Count(with_lead), (row, "niet"): Count(n - with_lead)}
    return first, Grid(first.rows, ("wel", "niet"), cells)


@settings(deadline=None, max_examples=100)
@given(linked(), smallest_cells)
def test_tables_about_the_same_groups_do_not_betray_each_other(pair: tuple[Grid, Grid], smallest: int) -> None:
    plan, lead = pair
    sizes = release_sizes(plan, smallest)
    out = Published()
    out.add_series("gezinnen", {row: plan.size(row).n for row in plan.rows}, sizes)
    out.add_grid("plan", plan, release_grid(plan, smallest, sizes), sizes="gezinnen")
    out.add_grid("regie", lead, release_grid(lead, smallest, sizes), sizes="gezinnen")
    assert out.recalculated(smallest) == []


@st.composite
def actions(draw: st.DrawFn) -> Grid:
    """Actions per doer: a handful may all come from one family."""
    rows = tuple(NAMES[: draw(st.integers(1, 4))])
    cells: dict[tuple[str, str], Count] = {}
    sizes: dict[str, Count] = {}
    for row in rows:
        ns = {column: draw(counts) for column in COLUMNS}
        families = {column: draw(st.integers(min(1, n), n)) for column, n in ns.items()}
        cells |= {(row, column): Count(ns[column], families[column]) for column in COLUMNS}
        most = min(sum(ns.values()), sum(families.values()))
        sizes[row] = Count(sum(ns.values()), draw(st.integers(max(families.values()), most)))
    return Grid(rows, COLUMNS, cells, {}, sizes)


@settings(deadline=None)
@given(actions(), smallest_cells)
def test_figures_of_few_families_cannot_be_recalculated_however_large(grid: Grid, smallest: int) -> None:
    safe = release_grid(grid, smallest)
    out = Published()
    out.add_grid("acties", grid, safe)
    assert out.recalculated(smallest) == []
    for row in grid.rows:
        for column in grid.columns:
            if 0 < (grid.cells[(row, column)].families or 0) < smallest:
                assert isinstance(safe.at(row, column), Hidden)


@given(grids(), smallest_cells)
def test_every_small_count_is_hidden(grid: Grid, smallest: int) -> None:
    safe = release_grid(grid, smallest)
    shown = [value.n for value in safe.cells.values() if isinstance(value, Shown)]
    assert [n for n in shown if 0 < n < smallest] == []


@given(parts(), st.integers(3, 6))
def test_nothing_is_hidden_when_nothing_is_small(amounts: dict[str, int], smallest: int) -> None:
    large = {name: n + smallest if n else 0 for name, n in amounts.items()}
    assert release_series(raw(large), smallest) == open_series(raw(large))


@given(grids(), smallest_cells)
def test_the_same_figures_always_give_the_same_table(grid: Grid, smallest: int) -> None:
    again = Grid(grid.rows, grid.columns, dict(reversed(list(grid.cells.items()))), grid.groups)
    assert release_grid(grid, smallest) == release_grid(again, smallest)


@given(grids(), smallest_cells)
def test_a_hidden_figure_carries_no_number_but_the_threshold(grid: Grid, smallest: int) -> None:
    for value in release_grid(grid, smallest).cells.values():
        if isinstance(value, Hidden):
            assert value.text in {f"< {smallest}", "afgeschermd"}
