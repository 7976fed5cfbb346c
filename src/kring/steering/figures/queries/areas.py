"""The figures of one municipality per area, as last counted. They have passed the gate; raw counts stay in here."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef

from kring.ground.access.actor import Actor
from kring.ground.access.models import Account
from kring.ground.areas.models import Area, Neighbourhood
from kring.ground.areas.queries import areas_by_name
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

MOST_DAYS = 24
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
    days: tuple[date, ...]
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


@dataclass(frozen=True, slots=True)
class AreaFacts:
    """What an area is: its team if the actor may know it, and where it lies."""

    id: UUID
    name: str
    team: str
    neighbourhoods: tuple[str, ...]


def area_facts(area: UUID, municipality: UUID) -> AreaFacts | None:
    """None when this municipality has no such area."""
    row = Area.objects.filter(id=area, municipalities=municipality).values_list("id", "name", "team__name").first()
    if row is None:
        return None
    names = Neighbourhood.objects.filter(area_id=area, municipality_id=municipality).order_by("name")
    return AreaFacts(row[0], row[1], row[2] or "", tuple(names.values_list("name", flat=True)))


def area_figures(actor: Actor, municipality: UUID | None = None, day: date | None = None) -> AreaFigures | None:
    """Of this municipality or of the actor's own, as counted on this day or last. None when the actor reads no such."""
    towns = towns_of(actor)
    mine = next((town for town in towns if municipality in {None, town.id}), None)
    if mine is None:
        return None
    days = _days(mine.id)
    if day is not None and day not in days:
        return None
    counted_on = day or max(days, default=None)
    known = {str(area): name for name, area in sorted(areas_by_name(mine.id).items())}
    raw = _measures(mine.id, counted_on, set(known))
    smallest = thresholds().inside
    rows = (*known, UNKNOWN_AREA) if _has_unknown(raw) else tuple(known)
    return AreaFigures(
        mine,
        tuple(town for town in towns if town != mine),
        smallest,
        tuple(Place(row, known.get(row, "")) for row in rows),
        counted_on,
        days,
        _grids(rows, raw, smallest),
    )


def towns_of(actor: Actor) -> tuple[Town, ...]:
    """Where the actor works comes first, then the others by name."""
    works_there = Exists(Account.objects.filter(id=actor.id, organisation=OuterRef("pk")))
    readable = Organisation.objects.filter(id__in=reads_figures_of(actor))
    rows = readable.order_by(works_there.desc(), "name").values_list("id", "name")
    return tuple(Town(*row) for row in rows)


def _days(municipality: UUID) -> tuple[date, ...]:
    """On which days was counted, the last first."""
    rows = Measure.objects.filter(organisation_id=municipality).order_by("-counted_on")
    return tuple(rows.values_list("counted_on", flat=True).distinct()[:MOST_DAYS])


def _measures(municipality: UUID, day: date | None, known: set[str]) -> Raw:
    """What was counted. An area that is no longer one of the municipality counts as not known."""
    raw: dict[str, dict[tuple[str, str], Count]] = {tally.code: {} for tally in TALLIES}
    if day is None:
        return raw
    rows = Measure.objects.filter(organisation_id=municipality, counted_on=day, provider="")
    for tally, area, category, n, families in rows.values_list("indicator", "area", "category", "count", "families"):
        key = (str(area) if str(area) in known else UNKNOWN_AREA, category)
        before = raw[tally].get(key)
        raw[tally][key] = before + Count(n, families) if before else Count(n, families)
    return raw


def _has_unknown(raw: Raw) -> bool:
    counts = (count for tally in raw.values() for (area, _category), count in tally.items() if area == UNKNOWN_AREA)
    return any(count.n for count in counts)


def _grids(rows: Sequence[str], raw: Raw, smallest: int) -> dict[str, SafeGrid]:
    """All tables through the gate; those about the same families share the sizes of the areas."""
    sizes = release_sizes(PLAN.grid(tuple(rows), raw[PLAN.code]), smallest)
    return {
        tally.code: release_grid(
            tally.grid(tuple(rows), raw[tally.code]), smallest, sizes if tally in FAMILIES else None
        )
        for tally in TALLIES
    }
