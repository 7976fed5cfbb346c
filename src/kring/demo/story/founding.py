"""The co-operation, its municipalities and organisations, teams, areas, and the people who work there."""

from typing import Any

from kring.demo.data import read
from kring.demo.people.homes import places
from kring.demo.story.cast import FOUNDED_ON, Cast, account_id
from kring.ground.access.actor import Actor
from kring.ground.access.services import (
    AccountDetails,
    assign_role,
    found,
    hire,
    make_account,
    make_team,
    register_organisation,
)
from kring.ground.areas.services import make_area
from kring.ground.organisations.models import Organisation, OrganisationKind, Staff, Team

GROUND = "aanstelling"


def establish(cast: Cast) -> None:
    """All of it in one transaction, as the installation's own account."""
    given = read("staff")
    with cast.installation("founded") as actor:
        organisations = _organisations(actor, given)
        teams = _teams(actor, given, organisations)
        for area in given["areas"]:
            towns = [organisations[name] for name in area["municipalities"]]
            make_area(actor=actor, name=area["name"], municipalities=towns, team=teams[area["team"]])
        for someone in given["staff"]:
            _engage(cast, actor, someone, organisations, teams.get(someone.get("team", "")))


def _organisations(actor: Actor, given: dict[str, Any]) -> dict[str, Organisation]:
    first, *others = places().values()
    made = {
        first.name: found(actor=actor, co_operation=given["co_operation"], municipality=first.name, cbs_code=first.code)
    }
    rows = [Organisation(kind=OrganisationKind.MUNICIPALITY, name=town.name, cbs_code=town.code) for town in others]
    agb = read("care")["providers"]
    rows += [
        Organisation(kind=each["kind"], name=each["name"], agb_code=agb.get(each["name"], ""))
        for each in given["organisations"]
    ]
    for row in rows:
        made[row.name] = register_organisation(actor=actor, organisation=row)
    return made


def _teams(actor: Actor, given: dict[str, Any], organisations: dict[str, Organisation]) -> dict[str, Team]:
    """A team belongs to the organisation of whoever works in it."""
    employers = {each["team"]: each["org"] for each in given["staff"] if "team" in each}
    return {
        team: make_team(actor=actor, organisation=organisations[employer].id, name=team)
        for team, employer in employers.items()
    }


def _engage(
    cast: Cast, actor: Actor, given: dict[str, Any], organisations: dict[str, Organisation], team: Team | None
) -> None:
    staff = Staff(
        organisation=organisations[given["org"]],
        team=team,
        name=given["name"],
        function=given["function"],
        phone=given["phone"],
        started_on=cast.days.day(FOUNDED_ON),
    )
    hire(actor=actor, staff=staff)
    if not given.get("account"):
        return
    details = AccountDetails(staff.name, staff=staff, id=account_id(given["key"]))
    account = make_account(actor=actor, details=details)
    for role, town in given.get("roles", ()):
        organisation = organisations[town].id
        assign_role(actor=actor, account=account.id, role=role, organisation=organisation, ground=GROUND)
