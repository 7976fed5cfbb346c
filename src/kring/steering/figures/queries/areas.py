"""The figures of one municipality per area, as last counted. They have passed the gate; raw counts stay in here."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Max, Subquery

from kring.ground.access.actor import Actor
from kring.ground.areas.models import Area
from kring.ground.organisations.models import Organisation
from kring.steering.figures.models import Measure
from kring.steering.figures.policy import reads_figures_of
from kring.steering.figures.queries.pilots import Town, thresholds
from kring.steering.figures.rules.gate import release_grid, release_sizes
from kring.steering.figures.rules.indicators import INDICATORS, Indicator
from kring.steering.figures.rules.shares import average, share
from kring.steering.figures.rules.tables import ALL, SafeGrid
from kring.steering.figures.rules.tallies import ACTIONS, FAMILIES, PLAN, TALLIES, UNKNOWN_AREA, Tally
from kring.steering.figures.rules.values import Count, Hidden, Value

Raw = Mapping[str, Mapping[tuple[str, str], Count]]
"""Per tally the counts by area and category."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One indicator in one area, or in all of them."""

    part: Value
    whole: Value

    @property
    def share(self) -> Value:
        """In percents."""
        return share(self.part, self.whole)


@dataclass(frozen=True, slots=True)
class Place:
    """A row of the figures; the row of all areas has the key `ALL`."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class AreaFigures:
    """What one municipality may see of its own figures. Without a date nothing has been counted yet."""

    municipality: Town
    others: tuple[Town, ...]
    smallest: int
    areas: tuple[Place, ...]
    counted_on: date | None
    grids: Mapping[str, SafeGrid]

    def figure(self, indicator: Indicator, place: str) -> Figure:
        grid = self.grids[indicator.tally.code]
        return Figure(grid.at(place, indicator.part), grid.at(place, indicator.whole))

    def families(self, place: str) -> Value:
        return self.grids[PLAN.code].at(place, ALL)

    def division(self, tally: Tally, place: str) -> tuple[Value, ...]:
        """The categories of a tally in one place."""
        return tuple(self.grids[tally.code].at(place, category) for category in tally.categories)

    def actions_per_family(self, place: str) -> float | Hidden:
        return average(self.grids[ACTIONS.code].at(place, ALL), self.families(place))

    def hidden(self) -> Iterator[Hidden]:
        """Every mark on the page, shares included: for the notes that say why."""
        for grid in self.grids.values():
            yield from (value for value in grid.cells.values() if isinstance(value, Hidden))
        for indicator in INDICATORS:
            for place in (*(area.key for area in self.areas), ALL):
                value = self.figure(indicator, place).share
                if isinstance(value, Hidden):
                    yield value


def area_figures(actor: Actor, municipality: UUID | None = None) -> AreaFigures | None:
    """Of this municipality, or of the first one. None when the actor reads no figures of it."""
    towns = _towns(actor)
    mine = next((town for town in towns if municipality in {None, town.id}), None)
    if mine is None:
        return None
    names = Area.objects.filter(municipalities=mine.id).order_by("name").values_list("id", "name")
    known = {str(area): name for area, name in names}
    counted_on, raw = _measures(mine.id, set(known))
    smallest = thresholds().inside
    rows = (*known, UNKNOWN_AREA) if _has_unknown(raw) else tuple(known)
    return AreaFigures(
        mine,
        tuple(town for town in towns if town != mine),
        smallest,
        tuple(Place(row, known.get(row, "")) for row in rows),
        counted_on,
        _grids(rows, raw, smallest),
    )


def _towns(actor: Actor) -> tuple[Town, ...]:
    rows = Organisation.objects.filter(id__in=reads_figures_of(actor)).order_by("name").values_list("id", "name")
    return tuple(Town(*row) for row in rows)


def _measures(municipality: UUID, known: set[str]) -> tuple[date | None, Raw]:
    """The last count. An area that is no longer one of the municipality counts as not known."""
    mine = Measure.objects.filter(organisation_id=municipality)
    last = mine.order_by().values("organisation").annotate(day=Max("counted_on")).values("day")
    raw: dict[str, dict[tuple[str, str], Count]] = {tally.code: {} for tally in TALLIES}
    days = set()
    fields = ("counted_on", "indicator", "area", "category", "count", "families")
    for day, tally, area, category, n, families in mine.filter(counted_on=Subquery(last)).values_list(*fields):
        days.add(day)
        key = (str(area) if str(area) in known else UNKNOWN_AREA, category)
        before = raw[tally].get(key)
        raw[tally][key] = before + Count(n, families) if before else Count(n, families)
    return max(days, default=None), raw


def _has_unknown(raw: Raw) -> bool:
    counts = (count for tally in raw.values() for (area, _category), count in tally.items() if area == UNKNOWN_AREA)
    return any(count.n for count in counts)


def _grids(rows: Sequence[str], raw: Raw, smallest: int) -> dict[str, SafeGrid]:
    """All tables through the gate; those about the same families share the sizes of the areas."""
    grids = {tally: tally.grid(tuple(rows), raw[tally.code]) for tally in TALLIES}
    sizes = release_sizes(grids[PLAN], smallest)
    return {
        tally.code: release_grid(grid, smallest, sizes if tally in FAMILIES else None) for tally, grid in grids.items()
    }
