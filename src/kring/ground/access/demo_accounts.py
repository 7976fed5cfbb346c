"""The accounts of the demo's sign-in page, by role. Read through a function that answers in demo mode only."""

from dataclasses import dataclass
from uuid import UUID

from django.db import connection


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """One button."""

    id: UUID
    name: str
    function: str
    organisation: str


@dataclass(frozen=True, slots=True)
class DemoGroup:
    """A role with the accounts that have it."""

    title: str
    description: str
    accounts: tuple[DemoAccount, ...]


def demo_groups() -> tuple[DemoGroup, ...]:
    """Empty when the demo world has not been loaded."""
    with connection.cursor() as cursor:
        cursor.execute("select to_regprocedure('gate.demo_accounts()') is not null")
        if not cursor.fetchone()[0]:
            return ()
        cursor.execute("select title, description, id, name, function, organisation from gate.demo_accounts()")
        rows = cursor.fetchall()
    groups: dict[tuple[str, str], list[DemoAccount]] = {}
    for title, description, *account in rows:
        groups.setdefault((title, description), []).append(DemoAccount(*account))
    return tuple(DemoGroup(title, description, tuple(accounts)) for (title, description), accounts in groups.items())
