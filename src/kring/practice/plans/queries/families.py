"""My families: the dossiers that somebody has a role in, sorted and cut into pages. Two queries for any caseload."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum, auto
from uuid import UUID

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from kring.ground.access.actor import Actor
from kring.ground.access.models import Dossier, DossierState
from kring.ground.access.parts import Part
from kring.ground.areas.models import Area
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_read
from kring.practice.leads.models import Lead, LeadKind
from kring.practice.leads.rules import sort_key
from kring.practice.plans.models import Action, Plan, PlanVersion
from kring.practice.plans.rules.states import OPEN_ACTIONS

PER_PAGE = 25
FAR = date.max


class SortBy(StrEnum):
    NAME = auto()
    LATE = auto()
    EVALUATION = auto()
    STATE = auto()


@dataclass(frozen=True, slots=True)
class FamilyLine:
    """One dossier in the list."""

    id: UUID
    label: str
    state: DossierState
    area: str
    lead: str
    is_mine: bool
    evaluation_on: date | None
    version: int
    open_actions: int
    late_actions: int
    today: date

    @property
    def evaluation_is_late(self) -> bool:
        """Late from the day after (BR-021)."""
        return self.evaluation_on is not None and self.today > self.evaluation_on


@dataclass(frozen=True, slots=True)
class FamilyList:
    """A page of the list: `found` of the `total` that this reader has."""

    lines: tuple[FamilyLine, ...]
    found: int
    total: int
    number: int

    @property
    def pages(self) -> int:
        return max(1, -(-self.found // PER_PAGE))


@dataclass(frozen=True, slots=True)
class _Key:
    """What the whole list is sorted by, before the page is cut out of it."""

    id: UUID
    label: str
    state: str
    evaluation_on: date | None
    late: int

    def order(self, by: SortBy) -> tuple[object, ...]:
        name = sort_key(self.label)
        match by:
            case SortBy.NAME:
                return (name,)
            case SortBy.LATE:
                return (-self.late, name)
            case SortBy.EVALUATION:
                return (self.evaluation_on or FAR, name)
            case SortBy.STATE:
                return (list(DossierState).index(DossierState(self.state)), name)


def my_families(
    actor: Actor, *, search: str = "", by: SortBy = SortBy.NAME, descending: bool = False, number: int = 1
) -> FamilyList:
    """Names are sorted here: the database knows no Dutch order."""
    keys = _keys(actor)
    words = search.casefold().split()
    found = [key for key in keys if all(word in key.label.casefold() for word in words)]
    found.sort(key=lambda key: key.order(by), reverse=descending)
    number = min(max(number, 1), max(1, -(-len(found) // PER_PAGE)))
    shown = [key.id for key in found[(number - 1) * PER_PAGE : number * PER_PAGE]]
    note_read(Part.DOSSIER_FACE, event=Event.SEARCH if search else Event.READ)
    return FamilyList(_lines(actor, shown), len(found), len(keys), number)


def _keys(actor: Actor) -> list[_Key]:
    late = _counted(Action.objects.filter(state__in=OPEN_ACTIONS, due_on__lt=actor.today))
    evaluation = Plan.objects.filter(dossier=OuterRef("pk")).values("evaluation_on")
    rows = Dossier.objects.annotate(late=late, evaluation_on=Subquery(evaluation[:1])).order_by("id")
    return [_Key(*row) for row in rows.values_list("id", "label", "state", "evaluation_on", "late")]


def _lines(actor: Actor, shown: list[UUID]) -> tuple[FamilyLine, ...]:
    leads = Lead.objects.filter(dossier=OuterRef("pk"), kind=LeadKind.LEAD, ended_at=None)
    versions = PlanVersion.objects.filter(dossier=OuterRef("pk")).order_by("-number")
    opened = Action.objects.filter(state__in=OPEN_ACTIONS)
    rows = Dossier.objects.filter(id__in=shown).annotate(
        area_name=Subquery(Area.objects.filter(id=OuterRef("area")).values("name")[:1]),
        lead_name=Subquery(leads.values("name")[:1]),
        lead_account=Subquery(leads.values("account_id")[:1]),
        evaluation_on=Subquery(Plan.objects.filter(dossier=OuterRef("pk")).values("evaluation_on")[:1]),
        version=Coalesce(Subquery(versions.values("number")[:1]), 0),
        open_actions=_counted(opened),
        late=_counted(opened.filter(due_on__lt=actor.today)),
    )
    lines = [
        FamilyLine(
            row.id, row.label, DossierState(row.state), row.area_name or "", row.lead_name or "",
            row.lead_account == actor.id, row.evaluation_on, row.version, row.open_actions, row.late, actor.today,
        )
        for row in rows.order_by("id")
    ]  # fmt: skip
    return tuple(sorted(lines, key=lambda line: shown.index(line.id)))


def _counted(actions: QuerySet[Action]) -> Coalesce:
    """How many of these each dossier has."""
    mine = actions.filter(dossier=OuterRef("pk")).order_by().values("dossier")
    return Coalesce(Subquery(mine.annotate(n=Count("id")).values("n")), 0)
