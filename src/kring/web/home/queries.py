"""What my day brings together: who I am here, my steps in plans, and for a family its own plan."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, QuerySet
from django.db.models.functions import JSONObject

from kring.ground.access.actor import Actor
from kring.ground.access.models import Account
from kring.ground.access.parts import Part
from kring.ground.audit.trail import note_read
from kring.ground.shared.prepared import Prepared
from kring.practice.leads.policy import FAMILY, involvements_at
from kring.practice.leads.queries import DossierHead, dossier_head
from kring.practice.leads.rules import sort_key
from kring.practice.plans.models import Action, DoerKind
from kring.practice.plans.queries import ActionView, GoalView, Party, working_plan
from kring.practice.plans.queries.around import parties_of
from kring.practice.plans.rules.shares import Voice
from kring.practice.plans.rules.states import OPEN_ACTIONS
from kring.web.home.ways import Found, Ways, in_involvement
from kring.web.ownplan.spoken import Spoken, spoken_to


@dataclass(frozen=True, slots=True)
class Me:
    """The account that is signed in. `dossiers` are those in which it belongs to the family, with their names."""

    name: str
    is_family: bool
    dossiers: tuple[tuple[UUID, str], ...]
    ways: Mapping[UUID, Ways] = field(default_factory=dict)

    @property
    def first_name(self) -> str:
        return self.name.split(" ")[0]


@dataclass(frozen=True, slots=True)
class MyAction:
    """A step in a plan that I have taken upon me."""

    id: UUID
    what: str
    due_on: date
    dossier: UUID
    dossier_label: str
    today: date

    @property
    def is_late(self) -> bool:
        return self.today > self.due_on

    @property
    def days_left(self) -> int:
        return (self.due_on - self.today).days


@dataclass(frozen=True, slots=True)
class OwnGoal:
    """A goal as its family sees it at a glance: the words, the steps, and the figure of whoever reads."""

    goal: GoalView
    mine: Voice | None
    next_step: ActionView | None


@dataclass(frozen=True, slots=True)
class Helping:
    """Somebody who helps, and what for: the steps that this person takes."""

    name: str
    kind: DoerKind
    function: str
    steps: tuple[ActionView, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnPlan:
    """A family's own plan on one screen. `say` speaks to its reader."""

    head: DossierHead
    say: Spoken
    mine: tuple[ActionView, ...]
    helping: tuple[Helping, ...]
    goals: tuple[OwnGoal, ...]
    question: str
    contact: str
    look_back_on: date | None
    has_plan: bool


class _Named(Found):
    id: str
    label: str


@Prepared
def _known(account: UUID, at: datetime) -> QuerySet[Account, tuple[str, UUID | None, list[_Named]]]:
    involved = involvements_at(account, at).filter(role__in=FAMILY, dossier__label__isnull=False)
    named = involved.order_by("id").values(
        json=JSONObject(id=F("dossier_id"), label=F("dossier__label"), **in_involvement())
    )
    return Account.objects.filter(id=account).values_list("display_name", "subject_id", ArraySubquery(named))


def me(actor: Actor) -> Me:
    """One query."""
    found = _known(actor.id, actor.at)
    if not found:
        return Me("", is_family=False, dossiers=())
    ((name, subject, dossiers),) = found
    labels = {UUID(one["id"]): one["label"] for one in dossiers}
    by_name = sorted(labels.items(), key=lambda one: sort_key(one[1]))
    ways = {UUID(one["id"]): Ways(one["own_plan"], one["investigation"], one["safety"]) for one in dossiers}
    return Me(name, subject is not None, tuple(by_name), ways)


def my_actions(actor: Actor, name: str) -> tuple[MyAction, ...]:
    """The open steps of a professional in all plans, by due date. One query."""
    rows = Action.objects.filter(doer_kind=DoerKind.PROFESSIONAL, doer_name=name, state__in=OPEN_ACTIONS)
    found = tuple(
        MyAction(*row, today=actor.today)
        for row in rows.order_by("due_on", "id").values_list("id", "what", "due_on", "dossier_id", "dossier__label")
    )
    for dossier in {action.dossier for action in found}:
        note_read(Part.ACTION, dossier=dossier)
    return found


def own_plan(actor: Actor, dossier: UUID, name: str) -> OwnPlan | None:
    """Six queries; None when the dossier has closed to this reader."""
    head = dossier_head(actor, dossier)
    if head is None:
        return None
    plan, parties = working_plan(actor, dossier), parties_of(actor, dossier)
    steps = sorted(plan.open_actions, key=lambda action: action.due_on)
    mine = tuple(action for action in steps if _is_of(action, name))
    others = [action for action in steps if action not in mine]
    coming = plan.texts.evaluation_on
    return OwnPlan(
        head,
        spoken_to(head.roles),
        mine,
        _helping(head, others, parties),
        tuple(_goal(goal, name) for goal in plan.open_goals),
        plan.question.words if plan.question else "",
        plan.contact,
        coming if coming and coming >= actor.today else None,
        has_plan=bool(plan.goals),
    )


def _helping(head: DossierHead, steps: Iterable[ActionView], parties: Iterable[Party]) -> tuple[Helping, ...]:
    """Everybody once, the family first. Who leads stands above them, unless with a step of the own."""
    by_name: dict[str, list[ActionView]] = {}
    for step in steps:
        by_name.setdefault(step.who, []).append(step)
    doing = [Helping(name, own[0].kind, own[0].function, tuple(own)) for name, own in by_name.items()]
    leading = {leader.name for leader in (head.lead, head.deputy) if leader is not None}
    known = leading | by_name.keys()
    beside = [Helping(one.name, DoerKind.PROFESSIONAL, one.function) for one in parties if one.name not in known]
    return (*sorted(doing, key=lambda one: list(DoerKind).index(one.kind)), *beside)


def _goal(goal: GoalView, name: str) -> OwnGoal:
    voice = next((voice for voice in goal.voices if same_person(voice.giver, name)), None)
    step = next((action for action in goal.actions if action.is_open), None)
    return OwnGoal(goal, voice, step)


def _is_of(action: ActionView, name: str) -> bool:
    return action.kind == DoerKind.FAMILY and same_person(action.who, name)


def same_person(written: str, name: str) -> bool:
    """Within a family people are written down by first name as often as by their whole name."""
    return written.casefold() in {name.casefold(), name.split(" ", maxsplit=1)[0].casefold()}
