"""Families as they stand in the tables, planted in numbers: what is tested is the counting, not how they came there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID, uuid4

from kring.ground.access.models import Account, Dossier, DossierState, Subject
from kring.ground.organisations.models import Organisation
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.period import HERE
from kring.practice.care.models import Provision, ProvisionState
from kring.practice.households.models import Household, HouseholdMember
from kring.practice.leads.models import Lead, LeadKind
from kring.practice.plans.models import (
    Action,
    ActionState,
    DoerKind,
    Goal,
    InformalFirst,
    Plan,
    PlanVersion,
)
from tests.conftest import speaking_as

OPENED = date(2026, 3, 1)


@dataclass(frozen=True, slots=True)
class Family:
    """What a count looks at. `actions` are the doers of running actions, `asked_on` more steps of professionals."""

    area: UUID | None = None
    leads: tuple[LeadKind, ...] = (LeadKind.LEAD, LeadKind.DEPUTY)
    led_from: date = OPENED
    led_until: date | None = None
    agreed_on: date | None = None
    actions: tuple[DoerKind, ...] = ()
    action_state: ActionState = ActionState.AGREED
    action_closed_on: date | None = None
    goal_from: date = OPENED
    plan_from: date | None = None
    asked_on: tuple[date, ...] = ()
    opened_on: date = OPENED
    closed_on: date | None = None


def plant(municipality: Organisation, who: Account, families: Sequence[Family]) -> None:
    """As the owner of the tables, who stands above the row policies."""
    with speaking_as(DatabaseRole.OWNER):
        for family in families:
            _plant_one(municipality, who, family)


def _plant_one(municipality: Organisation, who: Account, family: Family) -> None:
    dossier = Dossier.objects.create(
        controller=municipality,
        label="Familie",
        area=family.area,
        state=DossierState.CLOSED if family.closed_on else DossierState.ASKED,
        opened_on=family.opened_on,
        closed_on=family.closed_on,
    )
    Lead.objects.bulk_create(
        Lead(
            dossier=dossier,
            account=who,
            name=who.display_name,
            kind=kind,
            started_at=datetime.combine(family.led_from, time(9), HERE),
            ended_at=datetime.combine(family.led_until, time(9), HERE) if family.led_until else None,
        )
        for kind in family.leads
    )
    if family.agreed_on:
        PlanVersion.objects.create(
            dossier=dossier,
            number=1,
            agreed_on=family.agreed_on,
            agreed_by=who.id,
            agreed_by_name=who.display_name,
            content={},
            sha256="0" * 64,
        )
    if family.plan_from:
        Plan.objects.create(dossier=dossier, began_on=family.plan_from)
    if family.actions or family.asked_on:
        goal = Goal.objects.create(dossier=dossier, own_words="Rust", speaker="moeder", began_on=family.goal_from)
        Action.objects.bulk_create([_action(dossier, goal, doer, family) for doer in family.actions])
        for asked in family.asked_on:
            step = _action(dossier, goal, DoerKind.PROFESSIONAL, family)
            step.informal_asked_on = asked
            step.save(force_insert=True)


def _action(dossier: Dossier, goal: Goal, doer: DoerKind, family: Family) -> Action:
    return Action(
        dossier=dossier,
        goal=goal,
        what="Samen koken",
        doer_kind=doer,
        doer_name="iemand",
        informal_first=InformalFirst.NO if doer == DoerKind.PROFESSIONAL else "",
        informal_reason="expertise" if doer == DoerKind.PROFESSIONAL else "",
        state=family.action_state,
        closed_on=family.action_closed_on,
        due_on=family.goal_from + timedelta(days=30),
    )


@dataclass(frozen=True, slots=True)
class Home:
    """A household in the register zone: per person the laws of its running provisions."""

    people: tuple[tuple[str, ...], ...]
    area: UUID | None = None
    moved_out_on: date | None = None
    ended_on: date | None = None
    state: ProvisionState = ProvisionState.RUNNING


def plant_homes(municipality: Organisation, homes: Sequence[Home]) -> None:
    with speaking_as(DatabaseRole.IMPORT):
        for home in homes:
            household = Household.objects.create(id=uuid4(), controller=municipality, area=home.area)
            for laws in home.people:
                person = Subject.objects.create(controller=municipality)
                HouseholdMember.objects.create(
                    household=household, subject=person, started_on=OPENED, ended_on=home.moved_out_on
                )
                Provision.objects.bulk_create(
                    [
                        Provision(
                            subject=person,
                            law=law,
                            product="hulp",
                            started_on=OPENED,
                            ended_on=home.ended_on,
                            state=home.state,
                            source="test",
                        )
                        for law in laws
                    ]
                )
