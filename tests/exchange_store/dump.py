"""All rows of all tables, to compare two moments: nothing more, nothing less, nothing else."""

from django.apps import apps
from django.db import connection

Dump = dict[str, list[str]]


def dump() -> Dump:
    """As the superuser of the test server, so that no policy hides a row."""
    tables = sorted(model._meta.db_table for model in apps.get_models(include_auto_created=True))
    with connection.cursor() as cursor:
        cursor.execute("select session_user::text")
        before = cursor.fetchone()[0]
        cursor.execute("reset session authorization")
        found = {table: _rows(table) for table in tables}
        cursor.execute(f"set session authorization {before}")
    return found


def _rows(table: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(f'select row_to_json(t)::text from "{table}" t')
        return sorted(row[0] for row in cursor.fetchall())


def differing(one: Dump, other: Dump) -> set[str]:
    return {table for table in one if one[table] != other[table]}
