"""What providers say of their own plans, per provider and quarter: counted, and shown through the same gate (2018)."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import Max
from django.db.models.functions import TruncQuarter

from kring.ground.access.actor import Actor
from kring.ground.shared.period import HERE
from kring.practice.plans.models import ProviderPlan
from kring.steering.figures.models import Measure
from kring.steering.figures.queries.areas import Figure, towns_of
from kring.steering.figures.queries.pilots import Town, thresholds
from kring.steering.figures.queries.tallying import Tallied
from kring.steering.figures.rules.gate import release_grid
from kring.steering.figures.rules.indicators import PROVIDER_PLANS
from kring.steering.figures.rules.tables import SafeGrid
from kring.steering.figures.rules.tallies import PROVIDERS
from kring.steering.figures.rules.values import Count

MONTHS = 3
MOST_QUARTERS = 12


@dataclass(frozen=True, slots=True)
class ProviderFigures:
    """Of one municipality and quarter: the providers by name, and their figures as far as the gate lets them out.

    `days` are the last counts of each quarter. Without a date nothing has been counted yet.
    """

    municipality: Town
    others: tuple[Town, ...]
    smallest: int
    counted_on: date | None
    days: tuple[date, ...]
    providers: tuple[str, ...]
    grid: SafeGrid

    def figure(self, place: str) -> Figure:
        """Of one provider, or of all (`ALL`): plans with informal help, of all plans."""
        return Figure(self.grid.at(place, PROVIDER_PLANS.part), self.grid.at(place, PROVIDER_PLANS.whole))


def quarter_of(day: date) -> date:
    """Its first day."""
    return day.replace(month=(day.month - 1) // MONTHS * MONTHS + 1, day=1)


def of_providers(day: date) -> Iterator[Tallied]:
    """Of each family and provider the last answer of the quarter up to this day; a question alone waits."""
    since, end = _midnight(quarter_of(day)), _midnight(day + timedelta(days=1))
    rows = ProviderPlan.objects.filter(written_at__gte=since, written_at__lt=end).exclude(withdrawn_at__lt=end)
    last: dict[tuple[UUID, UUID, str], str] = {}
    fields = ("dossier__controller_id", "dossier_id", "organisation_name", "has_plan", "has_informal")
    for town, dossier, provider, has_plan, has_informal in rows.order_by("written_at", "id").values_list(*fields):
        key = (town, dossier, provider)
        if has_plan is not None or key not in last:
            last[key] = _category(has_plan=has_plan, has_informal=has_informal)
    counts = Counter((town, provider, category) for (town, _dossier, provider), category in last.items())
    for (town, provider, category), n in counts.items():
        yield Tallied(town, None, PROVIDERS.code, category, n, provider=provider)


def provider_figures(actor: Actor, municipality: UUID | None = None, day: date | None = None) -> ProviderFigures | None:
    """Of this municipality or of the actor's own, in the quarter of this day or in the last one.

    None for who reads no figures of it, and for a day that is not the last count of its quarter.
    """
    towns = towns_of(actor)
    mine = next((town for town in towns if municipality in {None, town.id}), None)
    if mine is None:
        return None
    days = _last_of_quarters(mine.id)
    if day is not None and day not in days:
        return None
    counted_on = day or max(days, default=None)
    counts = _counts(mine.id, counted_on)
    providers = tuple(sorted({provider for provider, _category in counts}, key=str.casefold))
    others, smallest = tuple(town for town in towns if town != mine), thresholds().inside
    grid = release_grid(PROVIDERS.grid(providers, counts), smallest)
    return ProviderFigures(mine, others, smallest, counted_on, days, providers, grid)


def _last_of_quarters(municipality: UUID) -> tuple[date, ...]:
    """The last quarter first."""
    rows = Measure.objects.filter(organisation_id=municipality).annotate(quarter=TruncQuarter("counted_on"))
    last = rows.values("quarter").annotate(last=Max("counted_on")).order_by("-quarter")
    return tuple(last.values_list("last", flat=True)[:MOST_QUARTERS])


def _counts(municipality: UUID, day: date | None) -> Mapping[tuple[str, str], Count]:
    if day is None:
        return {}
    rows = Measure.objects.filter(organisation_id=municipality, counted_on=day, indicator=PROVIDERS.code)
    return {
        (provider, category): Count(n) for provider, category, n in rows.values_list("provider", "category", "count")
    }


def _category(*, has_plan: bool | None, has_informal: bool | None) -> str:
    if has_plan is None:
        return "wacht"
    if not has_plan:
        return "geen"
    return "met" if has_informal else "zonder"


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), HERE)
