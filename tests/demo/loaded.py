"""Who acts in the loaded demo world, and what its database holds whoever looks."""

from typing import Any
from uuid import UUID

from django.db import connection

from kring.demo.story.cast import account_id
from kring.ground.access.actor import Actor, acting, roles_of
from kring.ground.access.models import AccountKind
from tests.conftest import TODAY

Rows = list[tuple[Any, ...]]


def actor(key: str) -> Actor:
    account = account_id(key)
    with acting(Actor(account, AccountKind.ACCOUNT, TODAY)):
        return Actor(account, AccountKind.ACCOUNT, TODAY, roles_of(account, TODAY))


def raw(query: str, *values: str | UUID | list[str]) -> Rows:
    """As the server's superuser, who sees all rows."""
    with connection.cursor() as cursor:
        cursor.execute("reset session authorization")
        cursor.execute(query, values)
        rows: Rows = cursor.fetchall()
        cursor.execute("set session authorization kring_app")
    return rows
