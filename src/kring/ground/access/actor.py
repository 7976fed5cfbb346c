"""Who acts now: an account at a moment. The moment is taken once per request, so one deed has one time."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db import connection, transaction
from django.db.models import QuerySet

from kring.ground.access.models.accounts import Account, AccountKind, RoleAssignment
from kring.ground.shared.period import day_of
from kring.ground.shared.prepared import Prepared

SYSTEM_ID = UUID("00000000-0000-4000-8000-000000000001")
"""The account of the installation itself: first set-up and imports from the command line. It has no login."""

ANYBODY_ID = UUID("00000000-0000-4000-8000-000000000000")
"""Nobody's account: who reads a public page has none."""


@dataclass(frozen=True, slots=True)
class Actor:
    """An account and the moment it acts; `roles` are its roles in organisations, as (role, organisation)."""

    id: UUID
    kind: AccountKind
    at: datetime
    roles: frozenset[tuple[str, UUID]] = field(default_factory=frozenset)

    @property
    def today(self) -> date:
        return day_of(self.at)

    @property
    def is_system(self) -> bool:
        return self.kind is AccountKind.SYSTEM

    def has_role(self, role: str, organisation: UUID) -> bool:
        return (role, organisation) in self.roles

    def organisations(self, *roles: str) -> frozenset[UUID]:
        """The organisations in which the actor has one of these roles."""
        return frozenset(organisation for role, organisation in self.roles if role in roles)


def is_founded() -> bool:
    """Has this installation been set up? The one thing that may be asked before anybody is known."""
    with connection.cursor() as cursor:
        cursor.execute("select gate.is_founded()")
        return bool(cursor.fetchone()[0])


def anybody(at: datetime) -> Actor:
    """Who has not signed in: reads what is open, and nothing else."""
    return Actor(ANYBODY_ID, AccountKind.PUBLIC, at)


def system_actor(at: datetime) -> Actor:
    return Actor(SYSTEM_ID, AccountKind.SYSTEM, at)


@contextmanager
def acting(actor: Actor, *, dossier: UUID | None = None, read_only: bool = False) -> Iterator[None]:
    """A transaction in which the database knows who asks, and puts back afterwards who asked before."""
    nested = connection.in_atomic_block
    with transaction.atomic():
        before = _present() if nested else None
        _set_actor(actor, dossier, read_only=read_only)
        yield
        if before is not None:
            _restore(before)


def own_name(actor: Actor) -> str:
    """As it is written beside what one says or decides. One's own account is always one's own to read."""
    return Account.objects.values_list("display_name", flat=True).get(id=actor.id)


def roles_of(account: UUID, at: datetime) -> frozenset[tuple[str, UUID]]:
    """The roles that hold now. Reads under the account's own right to its own assignments."""
    return frozenset(_roles(account, at))


@Prepared
def _roles(account: UUID, at: datetime) -> QuerySet[RoleAssignment, tuple[str, UUID]]:
    rows = RoleAssignment.objects.filter(account_id=account, started_at__lte=at).exclude(ended_at__lte=at)
    return rows.values_list("role", "organisation_id")


def _set_actor(actor: Actor, dossier: UUID | None, *, read_only: bool) -> None:
    mode = "set transaction read only; " if read_only else ""
    with connection.cursor() as cursor:
        cursor.execute(
            f"{mode}select set_config('kring.actor', %s, true), set_config('kring.actor_kind', %s, true), "
            "set_config('kring.dossier', %s, true)",
            [str(actor.id), str(actor.kind), str(dossier or "")],
        )


def _present() -> tuple[str, str, str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "select coalesce(current_setting('kring.actor', true), ''), "
            "coalesce(current_setting('kring.actor_kind', true), ''), "
            "coalesce(current_setting('kring.dossier', true), '')"
        )
        row = cursor.fetchone()
    return row[0], row[1], row[2]


def _restore(before: tuple[str, str, str]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "select set_config('kring.actor', %s, true), set_config('kring.actor_kind', %s, true), "
            "set_config('kring.dossier', %s, true)",
            list(before),
        )
