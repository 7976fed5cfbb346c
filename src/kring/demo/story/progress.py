"""Which steps of the demo have been told, and which files were brought.

Written in the transaction of the step: a kill leaves nothing half done. The tables lie in a schema of their own,
which exists in a demo installation only.
"""

from django.db import connection

from kring.ground.shared import database
from kring.ground.shared.database import DatabaseRole

_SCHEMA = f"""
create schema if not exists demo;
grant usage on schema demo to {DatabaseRole.APP}, {DatabaseRole.IMPORT};
create table if not exists demo.world (id boolean primary key default true check (id), weeks integer not null);
create table if not exists demo.step (name text primary key, done_at timestamptz not null default now());
grant select, insert on demo.world, demo.step to {DatabaseRole.APP};
grant select, insert on demo.step to {DatabaseRole.IMPORT};
"""


def steps_done() -> frozenset[str]:
    """Empty in an installation that has no demo world yet."""
    with connection.cursor() as cursor:
        cursor.execute("select to_regclass('demo.step') is not null")
        if not cursor.fetchone()[0]:
            return frozenset()
        cursor.execute("select name from demo.step")
        return frozenset(row[0] for row in cursor.fetchall())


def begin(weeks: int) -> int:
    """By how many weeks this world moves: what was chosen when it began stays, also when it goes on later."""
    with database.connected_as(DatabaseRole.OWNER), connection.cursor() as cursor:
        cursor.execute(_SCHEMA)
    with connection.cursor() as cursor:
        cursor.execute("insert into demo.world (weeks) values (%s) on conflict do nothing", [weeks])
        cursor.execute("select weeks from demo.world")
        return int(cursor.fetchone()[0])


def mark_done(name: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("insert into demo.step (name) values (%s) on conflict do nothing", [name])
