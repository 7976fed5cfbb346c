"""What Beheer shows of accounts: who works where, with which roles, and whether they can sign in. Never a family."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from kring.ground.access.actor import Actor
from kring.ground.access.models import Account, RoleAssignment
from kring.ground.access.parts import Part
from kring.ground.access.queries import mail_addresses
from kring.ground.access.roles import COLLEAGUE, ORGANISATION_ROLES
from kring.ground.audit.trail import note_read
from kring.ground.shared.lasting import in_force
from kring.web.administration.reading import administered


@dataclass(frozen=True, slots=True)
class AccountLine:
    """Somebody who works at an organisation that the reader administers."""

    id: UUID
    name: str
    function: str
    organisation: str
    team: str
    roles: tuple[str, ...]
    ended_on: date | None


@dataclass(frozen=True, slots=True)
class RoleLine:
    """A role that somebody has or had, with its period and ground."""

    id: UUID
    title: str
    organisation: str
    started_at: datetime
    ended_at: datetime | None
    ground: str
    runs: bool
    may_end: bool


@dataclass(frozen=True, slots=True)
class AccountView:
    """One account on its own page; without an address it cannot sign in."""

    account: Account
    address: str
    roles: tuple[RoleLine, ...]

    @property
    def is_closed(self) -> bool:
        return self.account.staff is not None and self.account.staff.ended_on is not None


def account_lines(actor: Actor) -> tuple[AccountLine, ...]:
    """By name; a role in several organisations is said once. Two queries, whatever their number."""
    note_read(Part.STAFF)
    titles: dict[UUID, set[str]] = {}
    for assignment in RoleAssignment.objects.filter(in_force(actor.at), organisation__in=administered(actor)):
        if assignment.role != COLLEAGUE.code:
            titles.setdefault(assignment.account_id, set()).add(str(ORGANISATION_ROLES[assignment.role].title))
    rows = Account.objects.filter(organisation__in=administered(actor), staff__isnull=False)
    found = rows.select_related("organisation", "staff__team").order_by("display_name", "id")
    return tuple(_line(row, tuple(sorted(titles.get(row.id, ())))) for row in found)


def account_view(actor: Actor, account: Account) -> AccountView:
    """The roles that run first, then those that ended. Two queries."""
    note_read(Part.STAFF)
    mine = administered(actor)
    rows = RoleAssignment.objects.filter(account=account).select_related("organisation").order_by("-started_at", "id")
    roles = [_role(row, actor.at, may_end=row.organisation_id in mine) for row in rows]
    addresses = mail_addresses([account.id])
    address = addresses[0].address if addresses else ""
    return AccountView(account, address, tuple(sorted(roles, key=lambda role: not role.runs)))


def colleagues_of(actor: Actor, account: Account) -> tuple[Account, ...]:
    """Who is in service at the same organisation, the account itself left out. By name."""
    serves = Q(staff__ended_on=None) | Q(staff__ended_on__gt=actor.today)
    rows = Account.objects.filter(serves, staff__isnull=False, organisation=account.organisation_id)
    return tuple(rows.exclude(id=account.id).select_related("staff", "organisation").order_by("display_name", "id"))


def _line(account: Account, roles: tuple[str, ...]) -> AccountLine:
    staff, organisation = account.staff, account.organisation
    return AccountLine(
        id=account.id,
        name=account.display_name,
        function=account.function,
        organisation=organisation.name if organisation else "",
        team=staff.team.name if staff and staff.team else "",
        roles=roles,
        ended_on=staff.ended_on if staff else None,
    )


def _role(row: RoleAssignment, at: datetime, *, may_end: bool) -> RoleLine:
    runs = row.ended_at is None or row.ended_at > at
    title = str(ORGANISATION_ROLES[row.role].title)
    name = row.organisation.name
    may = may_end and runs and row.role != COLLEAGUE.code
    return RoleLine(row.id, title, name, row.started_at, row.ended_at, row.ground, runs, may)
