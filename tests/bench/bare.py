"""Kring as if nobody guarded it: a role that the row policies do not hold for, and no line in the log.

Only here, in the throw-away server of the bench: what the product costs is the difference with this. A list of one's
own families shows everybody's when nothing guards it; there the comparison is with the join that a page would write.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from unittest import mock

from django.db import connection
from django.db.backends.utils import CursorWrapper

from kring.ground.audit.trail import Trail
from kring.ground.shared.database import DatabaseRole

ROLE = "kring_bench_bare"
JOINED = "kring_bench_joined"
MINE = "select dossier_id from access_involvement where account_id = (select gate.actor()) and ended_at is null"
WRITE = "kring.web.kit.pages.write"


def make_roles() -> None:
    """Both may do what the application may; one passes every policy, the other has a join for a policy."""
    with connection.cursor() as cursor:
        cursor.execute(f"create role {ROLE} login bypassrls in role {DatabaseRole.APP}")
        cursor.execute(f"create role {JOINED} login")
        for schema in ("public", "gate", "audit"):
            cursor.execute(f"grant usage on schema {schema} to {JOINED}")
            cursor.execute(f"grant execute on all functions in schema {schema} to {JOINED}")
        cursor.execute(f"grant select, insert, update, delete on all tables in schema public to {JOINED}")
        cursor.execute("select current_database()")
        cursor.execute(f'grant connect on database "{cursor.fetchone()[0]}" to {ROLE}, {JOINED}')
        cursor.execute("select relname from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace")
        for (table,) in cursor.fetchall():
            cursor.execute(f"create policy {JOINED} on {table} to {JOINED} using ({_joined(cursor, table)})")


def _joined(cursor: CursorWrapper, table: str) -> str:
    """My own rows and those of my families; whatever else hangs on neither."""
    cursor.execute("select column_name from information_schema.columns where table_name = %s", [table])
    columns = {column for (column,) in cursor.fetchall()}
    own = "account_id = (select gate.actor())"
    if table in {"access_involvement", "leads_lead"}:
        return "true"
    if table == "access_dossier":
        return f"id in ({MINE})"
    if "dossier_id" in columns:
        return f"{own} or dossier_id in ({MINE})" if table == "agenda_task" else f"dossier_id in ({MINE})"
    return own if table == "agenda_notice" else "true"


def forget(trail: Trail) -> None:
    """In the place of writing."""
    trail.entries.clear()


@contextmanager
def guarded() -> Iterator[None]:
    with _speaking_as(DatabaseRole.APP):
        yield


@contextmanager
def bare(role: str = ROLE) -> Iterator[None]:
    with _speaking_as(role), mock.patch(WRITE, forget):
        yield


@contextmanager
def _speaking_as(role: str) -> Iterator[None]:
    """On the connection that is there, so that both ways meet the same process with the same caches."""
    with connection.cursor() as cursor:
        cursor.execute(f"set session authorization {role}")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("reset session authorization")
