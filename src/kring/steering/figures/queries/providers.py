"""What providers say of their own plans, per provider and quarter: counted, and shown through the same gate (2018)."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from kring.ground.access.actor import Actor
from kring.ground.shared.period import HERE
from kring.practice.plans.models import ProviderPlan
from kring.steering.figures.models import Measure
from kring.steering.figures.policy import reads_figures_of
from kring.steering.figures.queries.areas import Figure
from kring.steering.figures.queries.pilots import thresholds
from kring.steering.figures.queries.tallying import Tallied
from kring.steering.figures.rules.gate import release_grid
from kring.steering.figures.rules.indicators import PROVIDER_PLANS
from kring.steering.figures.rules.tables import SafeGrid
from kring.steering.figures.rules.tallies import PROVIDERS
from kring.steering.figures.rules.values import Count

MONTHS = 3


@dataclass(frozen=True, slots=True)
class ProviderFigures:
    """The providers by name, and their figures as far as the gate lets them out."""

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


def provider_figures(actor: Actor, municipality: UUID, day: date) -> ProviderFigures | None:
    """As counted on this day. None for who reads no figures of this municipality."""
    if municipality not in reads_figures_of(actor):
        return None
    rows = Measure.objects.filter(organisation_id=municipality, counted_on=day, indicator=PROVIDERS.code)
    counts: Mapping[tuple[str, str], Count] = {
        (provider, category): Count(n) for provider, category, n in rows.values_list("provider", "category", "count")
    }
    providers = tuple(sorted({provider for provider, _category in counts}, key=str.casefold))
    return ProviderFigures(providers, release_grid(PROVIDERS.grid(providers, counts), thresholds().inside))


def _category(*, has_plan: bool | None, has_informal: bool | None) -> str:
    if has_plan is None:
        return "wacht"
    if not has_plan:
        return "geen"
    return "met" if has_informal else "zonder"


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), HERE)
