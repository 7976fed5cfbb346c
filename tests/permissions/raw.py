"""Writing with SQL of one's own, as an account under the application's role: what the database itself lets through.

Each statement is taken back. A row is added as a copy of one that is there, with another key, by the account itself.
"""

import json
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from uuid import uuid4

from django.db import Error, connection, transaction
from django.db.models import Model

from kring.ground.access.actor import acting
from tests.permissions.world import Somebody, superuser

REFUSED = "42501"
AUTHORS = ("written_by", "asked_by", "added_by", "agreed_by")


def privileged(model: type[Model], deed: str) -> bool:
    """May the application do this to any column of the table at all?"""
    question = "has_table_privilege" if deed == "DELETE" else "has_any_column_privilege"
    with connection.cursor() as cursor:
        cursor.execute(f"select {question}('kring_app', %s, %s)", [model._meta.db_table, deed])
        return bool(cursor.fetchone()[0])


def columns(model: type[Model], deed: str) -> list[str]:
    """The columns that the application may give in such a statement."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            "select attname from pg_attribute where attrelid = %s::regclass and attnum > 0 and not attisdropped"
            " and has_column_privilege('kring_app', attrelid, attnum, %s) order by attnum",
            [table, deed],
        )
        return [row[0] for row in cursor.fetchall()]


def changed(one: Somebody, model: type[Model], ids: AbstractSet[object]) -> set[object]:
    """The rows that an UPDATE reaches: a column that may be changed is set to itself."""
    column = next(iter(columns(model, "UPDATE")), "")
    return _reached(one, model, ids, f"update {{table}} set {column} = {column}") if column else set()


def removed(one: Somebody, model: type[Model], ids: AbstractSet[object]) -> set[object]:
    return _reached(one, model, ids, "delete from {table}") if privileged(model, "DELETE") else set()


def added(one: Somebody, model: type[Model], like: Mapping[str, object], **other: object) -> bool:
    """Is a new row accepted? A broken constraint of another kind comes after the policies, so that is a yes."""
    if not privileged(model, "INSERT"):
        return False
    table, key = model._meta.db_table, str(model._meta.pk.column)
    fields = ", ".join(f'"{name}"' for name in columns(model, "INSERT"))
    mine = {name: str(one.account.id) for name in AUTHORS if name in like}
    fresh = {} if model._meta.pk.is_relation else {key: _another(like[key])}
    row = {**like, **fresh, **mine, **other}
    sql = f"insert into {table} ({fields}) select {fields} from jsonb_populate_record(null::{table}, %s::jsonb)"
    with _taken_back(one):
        code = _refusal(sql, [json.dumps(row, default=str)])
    return code != REFUSED


def _another(key: object) -> object:
    if isinstance(key, bool):
        return key
    return 32_000 if isinstance(key, int) else str(uuid4())


def row_of(model: type[Model], ident: object) -> dict[str, object]:
    """One row as the server's superuser sees it, by column."""
    table, key = model._meta.db_table, str(model._meta.pk.column)
    with superuser(), connection.cursor() as cursor:
        cursor.execute(f"select to_jsonb(t) from {table} t where {key} = any(%s)", [[ident]])
        found = cursor.fetchone()[0]
    return dict(json.loads(found) if isinstance(found, str) else found)


def _reached(one: Somebody, model: type[Model], ids: AbstractSet[object], statement: str) -> set[object]:
    table, key = model._meta.db_table, str(model._meta.pk.column)
    sql = f"{statement.format(table=table)} where {key} = any(%s)"
    with _taken_back(one):
        return {ident for ident in ids if _rows(sql, ident)}


def _rows(sql: str, ident: object) -> int:
    """How many rows a statement touched, or would have if another rule had not stopped it afterwards."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql, [[ident]])
            return int(cursor.rowcount)
    except Error as error:
        return 0 if _code(error) == REFUSED else 1


def _refusal(sql: str, values: list[str]) -> str:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql, values)
    except Error as error:
        return _code(error)
    return ""


def _code(error: Error) -> str:
    return str(getattr(error.__cause__, "sqlstate", ""))


@contextmanager
def _taken_back(one: Somebody) -> Iterator[None]:
    with acting(one.actor):
        point = transaction.savepoint()
        yield
        transaction.savepoint_rollback(point)
