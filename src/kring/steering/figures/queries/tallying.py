"""Counting, as `kring_snapshot`: each tally of each area on a day, without a name, a street or a text in sight.

What is counted stands in the definitions of `rules.indicators`; this is the one place that counts it.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import (
    Case,
    Count,
    DateField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)

from kring.ground.access.models import Dossier, DossierState
from kring.ground.shared.period import HERE, Period
from kring.practice.care.models import Provision, ProvisionState
from kring.practice.care.rules.help import Help, Stay, counted, effective
from kring.practice.care.rules.stack import laws_on
from kring.practice.households.models import HouseholdMember
from kring.practice.leads.models import Lead, LeadKind
from kring.practice.plans.models import Action, ActionState, DoerKind, Plan, PlanVersion
from kring.practice.plans.rules.states import PROPOSALS
from kring.steering.figures.rules.tallies import ACTIONS, EACH, LAWS, LEAD, PLAN, START

RUNNING = (ActionState.AGREED, ActionState.BUSY)
INFORMAL = (DoerKind.NETWORK, DoerKind.VOLUNTEER)
MOST_LAWS = 4
START_TERM = timedelta(days=14)
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Tallied:
    """One raw count, on its way to a measure."""

    organisation: UUID
    area: UUID | None
    tally: str
    category: str
    count: int
    families: int | None = None
    provider: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A household and where it counts."""

    household: UUID
    organisation: UUID
    area: UUID | None


def tallied(day: date) -> Iterator[Tallied]:
    """All counts of all organisations; what is zero is left out."""
    families = active_families(day)
    yield from _of_families(families, LEAD.code, _lead_on(day))
    yield from _of_families(families, PLAN.code, _plan_on(day))
    yield from _of_families(_new_plans(families, day), START.code, _asked_on(day))
    yield from _actions(families, day)
    yield from _laws(day)


def active_families(day: date) -> QuerySet[Dossier]:
    """Dossiers in which somebody had begun to lead, and that were not closed, at the end of this day.

    A household that was only named is none: it has not been asked yet, and may say no.
    """
    led = Lead.objects.filter(dossier=OuterRef("pk"), kind=LeadKind.LEAD, started_at__lt=_end_of(day))
    opened = Dossier.objects.filter(Exists(led), opened_on__lte=day)
    return opened.exclude(closed_on__lte=day).exclude(state=DossierState.CLOSED, closed_on=None)


def _of_families(families: QuerySet[Dossier], tally: str, category: Case) -> Iterator[Tallied]:
    rows = families.annotate(category=category).values("controller_id", "area", "category")
    for row in rows.annotate(n=Count("id")).order_by():
        yield Tallied(row["controller_id"], row["area"], tally, row["category"], row["n"])


def _lead_on(day: date) -> Case:
    midnight = _end_of(day)
    then = Lead.objects.filter(dossier=OuterRef("pk"), started_at__lt=midnight).exclude(ended_at__lt=midnight)
    both = Q(Exists(then.filter(kind=LeadKind.LEAD))) & Q(Exists(then.filter(kind=LeadKind.DEPUTY)))
    return Case(When(both, then=Value("wel")), default=Value("niet"))


def _plan_on(day: date) -> Case:
    versions = PlanVersion.objects.filter(
        dossier=OuterRef("pk"), agreed_on__lte=day, agreed_on__gt=_twelve_months_before(day)
    )
    informal = _running_actions(day).filter(dossier=OuterRef("pk"), doer_kind__in=INFORMAL)
    return Case(
        When(~Exists(versions), then=Value("geen")),
        When(Exists(informal), then=Value("informeel")),
        default=Value("zonder"),
    )


def _new_plans(families: QuerySet[Dossier], day: date) -> QuerySet[Dossier]:
    """Older than the term in which is asked, and with a step of a professional from the start (I-05)."""
    began = Plan.objects.filter(dossier=OuterRef("pk")).values("began_on")[:1]
    until = ExpressionWrapper(F("began_on") + Value(START_TERM), output_field=DateField())
    started = families.annotate(began_on=Subquery(began)).annotate(start_until=until)
    recent = started.filter(start_until__lt=day, began_on__gt=_twelve_months_before(day))
    return recent.filter(Exists(_first_steps(day)))


def _first_steps(day: date) -> QuerySet[Action]:
    steps = Action.objects.filter(
        dossier=OuterRef("pk"),
        doer_kind=DoerKind.PROFESSIONAL,
        goal__began_on__lte=OuterRef("start_until"),
        informal_asked_on__lte=day,
    )
    return steps.exclude(state__in=(*PROPOSALS, ActionState.CANCELLED))


def _asked_on(day: date) -> Case:
    late = _first_steps(day).filter(informal_asked_on__gt=OuterRef("start_until"))
    return Case(When(Exists(late), then=Value("later")), default=Value("op_tijd"))


def _running_actions(day: date) -> QuerySet[Action]:
    begun = Action.objects.filter(goal__began_on__lte=day).exclude(state__in=PROPOSALS)
    return begun.filter(Q(state__in=RUNNING) | Q(closed_on__gt=day))


def _actions(families: QuerySet[Dossier], day: date) -> Iterator[Tallied]:
    """Per doer, and once for all doers: a family may have several."""
    actions = _running_actions(day).filter(dossier__in=families.values("id"))
    per_doer = actions.annotate(category=F("doer_kind"))
    for rows in (per_doer, actions.annotate(category=Value(EACH))):
        groups = rows.values("dossier__controller_id", "dossier__area", "category").order_by()
        for row in groups.annotate(n=Count("id"), of=Count("dossier_id", distinct=True)):
            organisation, area = row["dossier__controller_id"], row["dossier__area"]
            yield Tallied(organisation, area, ACTIONS.code, row["category"], row["n"], row["of"])


def _laws(day: date) -> Iterator[Tallied]:
    """Households by their number of laws, by the same arithmetic as the stack of one household."""
    helps: dict[str, list[Help]] = {}
    for one in _helps():
        helps.setdefault(one.person, []).append(one)
    numbers: Counter[tuple[UUID, UUID | None, int]] = Counter()
    for place, stays in _stays(day).items():
        laws = laws_on(counted((one for stay in stays for one in helps.get(stay.person, ())), stays), day)
        if laws:
            numbers[(place.organisation, place.area, min(len(laws), MOST_LAWS))] += 1
    for (organisation, area, number), n in numbers.items():
        yield Tallied(organisation, area, LAWS.code, str(number), n)


def _stays(day: date) -> dict[Place, list[Stay]]:
    """Who lived where on this day."""
    stays: dict[Place, list[Stay]] = {}
    members = HouseholdMember.objects.filter(started_on__lte=day).exclude(ended_on__lte=day)
    fields = ("household_id", "household__controller_id", "household__area", "subject_id", "started_on", "ended_on")
    for household, organisation, area, subject, start, end in members.values_list(*fields).iterator():
        stays.setdefault(Place(household, organisation, area), []).append(Stay(str(subject), Period(start, end)))
    return stays


def _helps() -> Iterator[Help]:
    fields = ("id", "subject_id", "law", "started_on", "ended_on", "actual_start_on", "actual_end_on")
    provisions = Provision.objects.exclude(state=ProvisionState.WITHDRAWN).values_list(*fields)
    for ref, subject, law, granted_from, granted_until, began_on, stopped_on in provisions.iterator():
        period = effective(granted_from, granted_until, began_on, stopped_on)
        yield Help(str(ref), str(subject), law, "", period)


def _end_of(day: date) -> datetime:
    return datetime.combine(day + DAY, time(), HERE)


def _twelve_months_before(day: date) -> date:
    """29 February falls back to the 28th."""
    return day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)
