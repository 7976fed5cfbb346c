"""What the first set-up needs, and doing it in one transaction; from the command line and from the first-visit page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from kring.ground.access.actor import acting, system_actor
from kring.ground.access.roles import ADMINISTRATOR
from kring.ground.access.services import (
    AccountDetails,
    assign_role,
    found,
    hire,
    make_account,
    make_login,
    make_team,
    register_organisation,
)
from kring.ground.areas.services import make_area
from kring.ground.audit.trail import recording, write
from kring.ground.organisations.models import Organisation, OrganisationKind, Staff


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality with its CBS code of four digits."""

    name: str
    cbs_code: str


@dataclass(frozen=True, slots=True)
class AreaPlan:
    """An area and the names of the municipalities it lies in."""

    name: str
    municipalities: Sequence[str]


@dataclass(frozen=True, slots=True)
class Administrator:
    """Who sets up the rest; the password is what they sign in with the first time."""

    name: str
    email: str
    password: str


@dataclass(frozen=True, slots=True)
class Founding:
    """The whole first set-up. The first municipality is the administrator's employer."""

    co_operation: str
    municipalities: Sequence[Municipality]
    areas: Sequence[AreaPlan]
    team: str
    administrator: Administrator


def establish(plan: Founding, at: datetime) -> None:
    """All or nothing. Raises Refused or ValidationError with a message a person can act on."""
    actor = system_actor(at)
    with recording("setup.founded") as trail, acting(actor):
        first = plan.municipalities[0]
        head = found(actor=actor, co_operation=plan.co_operation, municipality=first.name, cbs_code=first.cbs_code)
        by_name = {head.name: head}
        for town in plan.municipalities[1:]:
            made = Organisation(kind=OrganisationKind.MUNICIPALITY, name=town.name, cbs_code=town.cbs_code)
            by_name[town.name] = register_organisation(actor=actor, organisation=made)
        team = make_team(actor=actor, organisation=head.id, name=plan.team)
        for area in plan.areas:
            make_area(actor=actor, name=area.name, municipalities=[by_name[name] for name in area.municipalities])
        staff = Staff(
            organisation=head,
            team=team,
            name=plan.administrator.name,
            function=ADMINISTRATOR.title,
            started_on=actor.today,
        )
        hire(actor=actor, staff=staff)
        account = make_account(actor=actor, details=AccountDetails(staff.name, staff=staff))
        ground = "eerste inrichting"
        assign_role(actor=actor, account=account.id, role=ADMINISTRATOR.code, organisation=head.id, ground=ground)
        make_login(actor=actor, account=account, email=plan.administrator.email, password=plan.administrator.password)
        write(trail)
