"""What Beheer shows of organisations, teams and areas. The organisation's own people see their own; names are open."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Q

from kring.ground.access.actor import Actor
from kring.ground.access.policy import ADMINISTRATORS
from kring.ground.access.roles import PRIVACY_OFFICER
from kring.ground.areas.models import Area
from kring.ground.organisations.models import Organisation, OrganisationKind, Team


@dataclass(frozen=True, slots=True)
class OrganisationLine:
    """An organisation, and whether the reader administers it: only then are its teams and people counted."""

    id: UUID
    name: str
    kind: OrganisationKind
    code: str
    ended_on: date | None
    teams: int
    people: int
    is_mine: bool


@dataclass(frozen=True, slots=True)
class TeamLine:
    """A team with how many work in it now, and the areas it works in."""

    team: Team
    people: int
    areas: tuple[str, ...]


def administered(actor: Actor) -> frozenset[UUID]:
    """The organisations that the actor administers."""
    return actor.organisations(*ADMINISTRATORS)


def organisation_lines(actor: Actor) -> tuple[OrganisationLine, ...]:
    """All organisations by name. One query; the counts are of what the actor may see."""
    mine = administered(actor)
    in_service = Q(staff__ended_on=None) | Q(staff__ended_on__gt=actor.today)
    rows = Organisation.objects.annotate(
        team_count=Count("teams", filter=Q(teams__ended_on=None), distinct=True),
        people_count=Count("staff", filter=in_service, distinct=True),
    )
    return tuple(
        OrganisationLine(
            row.id,
            row.name,
            OrganisationKind(row.kind),
            row.cbs_code or row.agb_code,
            row.ended_on,
            row.team_count,
            row.people_count,
            row.id in mine,
        )
        for row in rows.order_by("name")
    )


def team_lines(actor: Actor, organisation: UUID) -> tuple[TeamLine, ...]:
    """The running teams of an organisation by name, then those that ended. Two queries."""
    works_in: dict[UUID, list[str]] = {}
    for team, name in Area.objects.filter(team__organisation=organisation).order_by("name").values_list("team", "name"):
        works_in.setdefault(team, []).append(name)
    in_service = Q(staff__ended_on=None) | Q(staff__ended_on__gt=actor.today)
    rows = Team.objects.filter(organisation=organisation).annotate(n=Count("staff", filter=in_service))
    lines = [TeamLine(row, row.n, tuple(works_in.get(row.id, ()))) for row in rows.order_by("name")]
    return tuple(sorted(lines, key=lambda line: line.team.ended_on is not None))


def municipalities() -> tuple[Organisation, ...]:
    """The municipalities that have not ended, by name."""
    running = Organisation.objects.filter(kind=OrganisationKind.MUNICIPALITY, ended_on=None)
    return tuple(running.order_by("name"))


def readable_municipalities(actor: Actor) -> tuple[Organisation, ...]:
    """Those of which the actor reads the words and texts: who administers it, and its privacy officer."""
    mine = administered(actor) | actor.organisations(PRIVACY_OFFICER.code)
    return tuple(town for town in municipalities() if town.id in mine)


def running_teams(actor: Actor) -> tuple[Team, ...]:
    """The teams of the organisations that the actor administers."""
    teams = Team.objects.filter(organisation__in=administered(actor), ended_on=None)
    return tuple(teams.select_related("organisation").order_by("organisation__name", "name"))
