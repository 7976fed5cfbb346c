"""My families: the dossiers that somebody has a role in, sorted and cut into pages. Three queries for any caseload."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum, auto
from uuid import UUID

from django.db.models import Count, DateField, OuterRef, Q, QuerySet, Subquery, Value

from kring.ground.access.actor import Actor
from kring.ground.access.models import Dossier, DossierState
from kring.ground.access.parts import Part
from kring.ground.areas.models import Area
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_read
from kring.ground.shared.prepared import Prepared
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


@dataclass(slots=True)
class _Work:
    """What a plan asks for: its evaluation day, and its actions still to do."""

    evaluation_on: date | None = None
    open_actions: int = 0
    late_actions: int = 0


@dataclass(frozen=True, slots=True)
class _Key:
    """What the whole list is sorted by, before the page is cut out of it."""

    id: UUID
    label: str
    state: str
    work: _Work

    def order(self, by: SortBy) -> tuple[object, ...]:
        name = sort_key(self.label)
        match by:
            case SortBy.NAME:
                return (name,)
            case SortBy.LATE:
                return (-self.work.late_actions, name)
            case SortBy.EVALUATION:
                return (self.work.evaluation_on or FAR, name)
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
    shown = found[(number - 1) * PER_PAGE : number * PER_PAGE]
    note_read(Part.DOSSIER_FACE, event=Event.SEARCH if search else Event.READ)
    return FamilyList(_lines(actor, shown), len(found), len(keys), number)


def _keys(actor: Actor) -> list[_Key]:
    works = _works(actor.today)
    return [_Key(dossier, label, state, works.get(dossier, _Work())) for dossier, label, state in _faces()]


@Prepared
def _faces() -> QuerySet[Dossier, tuple[UUID, str, str]]:
    return Dossier.objects.order_by("id").values_list("id", "label", "state")


@Prepared
def _counts(today: date) -> QuerySet[Plan, tuple[UUID, date | None, int, int]]:
    """One statement for any caseload: row-level security makes a subquery per dossier dear."""
    plans = Plan.objects.annotate(opened=Value(0), late=Value(0))
    actions = Action.objects.filter(state__in=OPEN_ACTIONS).order_by().values("dossier")
    counted = actions.annotate(
        evaluation=Value(None, DateField()), opened=Count("id"), late=Count("id", filter=Q(due_on__lt=today))
    )
    return plans.values_list("dossier", "evaluation_on", "opened", "late").union(
        counted.values_list("dossier", "evaluation", "opened", "late"), all=True
    )


def _works(today: date) -> dict[UUID, _Work]:
    found: dict[UUID, _Work] = {}
    for dossier, evaluation_on, opened, late in _counts(today):
        work = found.setdefault(dossier, _Work())
        work.evaluation_on = work.evaluation_on or evaluation_on
        work.open_actions += opened
        work.late_actions += late
    return found


def _lines(actor: Actor, shown: list[_Key]) -> tuple[FamilyLine, ...]:
    leads = Lead.objects.filter(dossier=OuterRef("pk"), kind=LeadKind.LEAD, ended_at=None)
    versions = PlanVersion.objects.filter(dossier=OuterRef("pk")).order_by("-number")
    rows = Dossier.objects.filter(id__in=[key.id for key in shown]).annotate(
        area_name=Subquery(Area.objects.filter(id=OuterRef("area")).values("name")[:1]),
        lead_name=Subquery(leads.values("name")[:1]),
        lead_account=Subquery(leads.values("account_id")[:1]),
        version=Subquery(versions.values("number")[:1]),
    )
    faces = {face[0]: face[1:] for face in rows.values_list("id", "area_name", "lead_name", "lead_account", "version")}
    return tuple(_line(key, faces[key.id], actor) for key in shown)


def _line(key: _Key, face: tuple[str | None, str | None, UUID | None, int | None], actor: Actor) -> FamilyLine:
    area, lead, lead_account, version = face
    return FamilyLine(
        key.id, key.label, DossierState(key.state), area or "", lead or "", lead_account == actor.id,
        key.work.evaluation_on, version or 0, key.work.open_actions, key.work.late_actions, actor.today,
    )  # fmt: skip
