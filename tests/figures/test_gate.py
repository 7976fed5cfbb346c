"""The disclosure gate by example: what is hidden, what stays, and what the marks say (BR-120, BR-121, BR-125)."""

from itertools import combinations
from random import Random

import pytest

from kring.steering.figures.rules.gate import open_series, release_grid, release_pair, release_series, release_sizes
from kring.steering.figures.rules.shares import average, share
from kring.steering.figures.rules.tables import ALL, Grid, SafeGrid, SafeSeries
from kring.steering.figures.rules.values import Count, Hidden, Shown, Value, Why, below, covered, threshold
from tests.figures.attacker import Published

DOMAINS = {"jeugdwet": Count(24), "wmo": Count(11)}
TOWNS = {"Texel": Count(4), "Schagen": Count(5), "Hollands Kroon": Count(5), "Den Helder": Count(21)}


def words(value: Value) -> str:
    return value.text


def texts(series: SafeSeries) -> list[str]:
    return [words(value) for value in (*series.parts.values(), series.total)]


@pytest.mark.parametrize(
    ("smallest", "towns"),
    [
        (3, ["4", "5", "5", "21", "35"]),
        (5, ["< 5", "afgeschermd", "5", "21", "35"]),
        (10, ["< 10", "< 10", "< 10", "21", "35"]),
        (22, ["< 22", "< 22", "< 22", "< 22", "35"]),
    ],
)
def test_the_letter_of_2018_at_each_threshold(smallest: int, towns: list[str]) -> None:
    """One small cell would follow from the total, so a second is hidden."""
    by_domain, by_town = release_pair(DOMAINS, TOWNS, smallest)
    assert texts(by_town) == towns
    assert by_domain.total == Shown(35)


def test_a_decision_opens_all_figures() -> None:
    assert texts(open_series(TOWNS)) == ["4", "5", "5", "21", "35"]


def test_a_total_below_the_threshold_shows_nothing_of_its_parts() -> None:
    first, second = release_pair({"jeugdwet": Count(3), "wmo": Count(0)}, {"Texel": Count(1), "Schagen": Count(2)}, 5)
    assert set(texts(first) + texts(second)) == {"afgeschermd"}


@pytest.mark.parametrize(
    ("parts", "shown"),
    [
        ([30, 40], ["30", "40", "70"]),
        ([0, 40], ["0", "40", "40"]),
        ([3, 40], ["< 5", "afgeschermd", "43"]),
        ([3, 0, 40], ["< 5", "0", "afgeschermd", "43"]),
        ([3, 2, 40], ["< 5", "< 5", "40", "45"]),
        ([1, 1, 40], ["< 5", "< 5", "afgeschermd", "42"]),
        ([4, 4, 40], ["< 5", "< 5", "afgeschermd", "48"]),
        ([1, 5], ["< 5", "5", "afgeschermd"]),
        ([1234, 40], ["1.234", "40", "1.274"]),
    ],
    ids=str,
)
def test_parts_of_a_total(parts: list[int], shown: list[str]) -> None:
    """Two ones add up to two and two fours to eight: a reader who knows the marks would solve those."""
    series = release_series({str(number): Count(n) for number, n in enumerate(parts)}, 5)
    assert texts(series) == shown


def grid(*rows: tuple[int, ...]) -> Grid:
    names = tuple("NMZ"[: len(rows)])
    columns = ("wel", "niet", "deels")[: len(rows[0])]
    cells = {
        (row, column): Count(n)
        for row, ns in zip(names, rows, strict=True)
        for column, n in zip(columns, ns, strict=True)
    }
    return Grid(names, columns, cells)


def lines(safe: SafeGrid) -> list[list[str]]:
    return [[words(safe.at(row, column)) for column in (*safe.columns, ALL)] for row in (*safe.rows, ALL)]


def test_in_a_table_a_small_cell_takes_three_others_with_it() -> None:
    assert lines(release_grid(grid((3, 20), (15, 10), (12, 30)), 5)) == [
        ["< 5", "afgeschermd", "23"],
        ["afgeschermd", "afgeschermd", "25"],
        ["12", "30", "42"],
        ["30", "60", "90"],
    ]


def test_an_area_with_too_few_families_is_hidden_whole() -> None:
    safe = release_grid(grid((2, 1), (15, 10), (12, 30)), 5)
    assert lines(safe)[0] == ["afgeschermd", "afgeschermd", "< 5"]
    assert safe.at("N", "wel") == covered(Why.GROUP)


def test_a_large_figure_of_one_family_is_hidden() -> None:
    """Thirty actions of two families say as much about them as two families do."""
    cells = {(row, doer): Count(30, 12) for row in "NM" for doer in ("gezin", "netwerk")}
    cells[("N", "netwerk")] = Count(30, 2)
    sizes = {"N": Count(60, 12), "M": Count(60, 15)}
    safe = release_grid(Grid(("N", "M"), ("gezin", "netwerk"), cells, {}, sizes), 5)
    assert safe.at("N", "netwerk") == covered(Why.SMALL)


def test_tables_about_other_groups_are_not_linked() -> None:
    sizes = release_sizes(grid((20, 20), (30, 30)), 5)
    with pytest.raises(ValueError, match="dezelfde groep: N"):
        release_grid(grid((20, 21), (30, 30)), 5, sizes)


def test_one_column_is_no_table() -> None:
    with pytest.raises(ValueError, match="twee kolommen"):
        Grid(("N",), ("wel",), {("N", "wel"): Count(1)})


def test_divisions_that_do_not_add_up_are_refused() -> None:
    with pytest.raises(ValueError, match="tellen niet op"):
        release_pair(DOMAINS, {"Texel": Count(4)}, 5)


@pytest.mark.parametrize(("setting", "used"), [(0, 3), (1, 3), (2, 3), (3, 3), (5, 5), (10, 10)])
def test_a_threshold_that_protects_nothing_is_not_used(setting: int, used: int) -> None:
    assert threshold(setting) == used


@pytest.mark.parametrize(
    ("part", "whole", "percentage"),
    [
        (Shown(11), Shown(24), Shown(46)),
        (Shown(0), Shown(20), Shown(0)),
        (Shown(20), Shown(20), Shown(100)),
        (Shown(1), Shown(200), Shown(1)),
        (Shown(11), Shown(19), Hidden("te weinig", Why.FEW)),
        (below(5), Shown(24), below(5)),
        (Shown(11), covered(Why.DERIVABLE), covered(Why.DERIVABLE)),
    ],
)
def test_a_share_is_shown_only_of_figures_that_are_shown(part: Value, whole: Value, percentage: Value) -> None:
    assert share(part, whole) == percentage


@pytest.mark.parametrize(
    ("total", "families", "per_family"),
    [
        (Shown(52), Shown(20), 2.6),
        (Shown(52), Shown(19), Hidden("te weinig", Why.FEW)),
        (Shown(52), below(5), below(5)),
        (below(5), Shown(40), below(5)),
    ],
)
def test_under_twenty_families_there_is_no_average(total: Value, families: Value, per_family: float | Hidden) -> None:
    """BR-121."""
    assert average(total, families) == per_family


def test_the_attacker_finds_what_a_careless_gate_leaks() -> None:
    """Primary suppression alone: 4 follows from 35 − 5 − 5 − 21."""
    careless = SafeSeries(
        {name: below(5) if count.n < 5 else Shown(count.n) for name, count in TOWNS.items()}, Shown(35)
    )
    out = Published()
    out.add_series("gemeente", {name: count.n for name, count in TOWNS.items()}, careless)
    assert out.recalculated(5) == [("gemeente", "Texel", ALL)]


def test_the_attacker_finds_a_leak_between_linked_tables() -> None:
    """The size of Noord is hidden in one table and follows from the other."""
    plan, lead = grid((2, 1), (15, 10)), grid((1, 2), (20, 5))
    careless = SafeSeries({"N": below(5), "M": covered(Why.DERIVABLE)}, Shown(28))
    out = Published()
    out.add_series("gezinnen", {"N": 3, "M": 25}, careless)
    cells: dict[tuple[str, str], Value] = {
        key: Shown(plan.count(*key).n) for key in ((r, c) for r in ("N", "M", ALL) for c in plan.columns)
    }
    sizes: dict[tuple[str, str], Value] = {
        ("N", ALL): careless.parts["N"],
        ("M", ALL): careless.parts["M"],
        (ALL, ALL): careless.total,
    }
    out.add_grid("plan", plan, SafeGrid(plan.rows, plan.columns, cells | sizes), sizes="gezinnen")
    assert ("gezinnen", "N", ALL) in out.recalculated(5)
    assert lead.size("N") == plan.size("N")


def hidden_extra(raw: Grid, safe: SafeGrid, smallest: int) -> int:
    keys = [(row, column) for row in (*raw.rows, ALL) for column in raw.columns]
    return sum(isinstance(safe.at(*key), Hidden) and not raw.count(*key).is_small(smallest) for key in keys)


def fewest_extra(raw: Grid, smallest: int) -> int:
    """The least number of complementary cells, by trying all sets."""
    keys = [(row, column) for row in (*raw.rows, ALL) for column in raw.columns]
    small = [key for key in keys if raw.count(*key).is_small(smallest)]
    others = [key for key in keys if raw.count(*key).n >= smallest]
    sizes = {(row, ALL): Shown(raw.count(row, ALL).n) for row in (*raw.rows, ALL)}
    for number in range(len(others) + 1):
        for chosen in combinations(others, number):
            cells: dict[tuple[str, str], Value] = {key: Shown(raw.count(*key).n) for key in keys}
            cells |= {key: below(smallest) for key in small} | {key: covered(Why.DERIVABLE) for key in chosen}
            out = Published()
            out.add_grid("tabel", raw, SafeGrid(raw.rows, raw.columns, cells | sizes))
            if not out.recalculated(smallest):
                return number
    raise AssertionError("no set of cells protects this table")


def test_hardly_more_is_hidden_than_the_least_that_protects() -> None:
    """Forty fixed tables of two or three areas against the optimum by trying everything: at most a tenth more."""
    random = Random(2018)
    extra = optimum = 0
    for number in range(40):
        raw = grid(*[(random.randint(1, 12), random.randint(6, 30)) for _ in range(2 + number % 2)])
        extra += hidden_extra(raw, release_grid(raw, 5), 5)
        optimum += fewest_extra(raw, 5)
    assert optimum > 40
    assert extra <= optimum * 1.1
