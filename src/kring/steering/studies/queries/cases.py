"""Households of a study under pseudonym: filtered and sorted by facts, no judgement and no risk (BR-124)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from kring.ground.access.actor import Actor
from kring.ground.access.parts import Law, Part
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_read
from kring.ground.shared.period import Period
from kring.practice.care.rules.help import Cost, CostState, Help
from kring.practice.care.rules.marks import Gap, Overlap, gaps, overlaps
from kring.practice.care.rules.stack import Costs
from kring.practice.care.visibility import LAW_OF
from kring.steering.studies.models import Study, StudyCase
from kring.steering.studies.policy import may_use

SORTABLE: Final = {
    "laws": "law_count",
    "providers": "providers",
    "helpers": "helpers_known",
    "months": "months_stacked",
    "cost": "cents_known",
    "persons": "persons",
}
STANDARD: Final = "-laws"


@dataclass(frozen=True, slots=True)
class Selection:
    """Which households, and by which fact they stand in order. An area or municipality is named by its id or code."""

    order: str = STANDARD
    least_laws: int = 0
    area: UUID | None = None
    municipality: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """One provision in the course of help: who is "volwassene 1", the period is half-open."""

    who: str
    law: Law
    product: str
    provider: str
    period: Period
    helpers: int
    cost: Cost

    def runs_on(self, day: date) -> bool:
        return self.period.holds(day)


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A household in the list."""

    id: UUID
    pseudonym: str
    reference_date: date
    town: str
    area: str
    persons: int
    children: int
    laws: tuple[Law, ...]
    provisions: int
    providers: int
    helpers: int
    providers_without_helper: int
    months: int
    costs: Costs
    named_at: datetime | None
    bars: tuple[Bar, ...] = field(repr=False)

    @property
    def adults(self) -> int:
        return self.persons - self.children


@dataclass(frozen=True, slots=True)
class CaseView:
    """One household with what stands out in its course of help."""

    row: CaseRow
    running: tuple[Bar, ...]
    overlaps: tuple[Overlap, ...]
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class Totals:
    """The whole list in four figures, for who is named in the study."""

    households: int
    stacked: int
    three_or_more: int
    named: int


@dataclass(frozen=True, slots=True)
class Place:
    """A municipality or area that occurs in the list, with its number of households."""

    key: str
    name: str
    households: int


def selected(study: Study, selection: Selection) -> QuerySet[StudyCase]:
    """The rows to show page by page: the same order every time. The database shows them to the named only."""
    rows = StudyCase.objects.filter(study=study, law_count__gte=selection.least_laws)
    if selection.area:
        rows = rows.filter(area=selection.area)
    if selection.municipality:
        rows = rows.filter(municipality_code=selection.municipality)
    column = SORTABLE.get(selection.order.removeprefix("-"), SORTABLE["laws"])
    sign = "-" if selection.order.startswith("-") else ""
    return rows.order_by(f"{sign}{column}", "-months_stacked", "-providers", "pseudonym")


def case_rows(rows: Iterable[StudyCase], *, event: Event = Event.READ) -> tuple[CaseRow, ...]:
    """As a page or file shows them; that they were seen is logged."""
    note_read(Part.STUDY, event=event)
    return tuple(_row(row) for row in rows)


def case_view(actor: Actor, study: Study, case: StudyCase) -> CaseView:
    may_use(actor, study).enforce()
    note_read(Part.STUDY)
    row = _row(case)
    helps = [_as_help(number, bar) for number, bar in enumerate(row.bars)]
    return CaseView(
        row=row,
        running=tuple(bar for bar in row.bars if bar.runs_on(row.reference_date)),
        overlaps=overlaps(helps),
        gaps=gaps(helps),
    )


def totals(study: Study) -> Totals:
    found = StudyCase.objects.filter(study=study).aggregate(
        households=Count("id"),
        stacked=Count("id", filter=Q(law_count__gte=2)),
        three_or_more=Count("id", filter=Q(law_count__gte=3)),
        named=Count("id", filter=Q(named_at__isnull=False)),
    )
    return Totals(**found)


def places(study: Study) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    """Municipalities and areas to filter by."""
    rows = list(
        StudyCase.objects.filter(study=study)
        .values_list("municipality_code", "municipality_name", "area", "area_name")
        .annotate(households=Count("id"))
        .order_by("municipality_name", "area_name")
    )
    towns: dict[str, Place] = {}
    areas: dict[str, Place] = {}
    for code, town, area, area_name, number in rows:
        if code:
            towns[code] = Place(code, town or code, number + (towns[code].households if code in towns else 0))
        if area:
            areas[str(area)] = Place(
                str(area), area_name, number + (areas[str(area)].households if str(area) in areas else 0)
            )
    return tuple(towns.values()), tuple(areas.values())


def _row(case: StudyCase) -> CaseRow:
    return CaseRow(
        id=case.id,
        pseudonym=case.pseudonym,
        reference_date=case.reference_date,
        town=case.municipality_name,
        area=case.area_name,
        persons=case.persons,
        children=case.children,
        laws=tuple(law for law in Law if law.value in case.laws),
        provisions=case.provisions,
        providers=case.providers,
        helpers=case.helpers_known,
        providers_without_helper=case.providers_without_helper,
        months=case.months_stacked,
        costs=Costs(
            per_year=case.cents_known,
            estimated=case.cents_estimated,
            once=case.cents_once,
            declared=case.cents_declared,
            unknown=case.costs_unknown,
            elsewhere=case.costs_elsewhere,
        ),
        named_at=case.named_at,
        bars=tuple(_bar(bar) for bar in case.bars),
    )


def _bar(kept: dict[str, str | int | None]) -> Bar:
    start, end = str(kept["start"]), kept["end"]
    per_year, once = kept["cents_per_year"], kept["cents_once"]
    return Bar(
        who=str(kept["who"]),
        law=LAW_OF[str(kept["law"])],
        product=str(kept["product"]),
        provider=str(kept["provider"]),
        period=Period(date.fromisoformat(start), date.fromisoformat(str(end)) if end else None),
        helpers=int(kept["helpers"] or 0),
        cost=Cost(
            CostState(str(kept["cost"])),
            None if per_year is None else int(per_year),
            None if once is None else int(once),
        ),
    )


def _as_help(number: int, bar: Bar) -> Help:
    return Help(str(number), bar.who, bar.law, bar.product, bar.period, bar.provider)
