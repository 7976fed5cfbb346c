"""Two people with something in every field of every model, and every row of the database as text."""

from collections.abc import Iterator
from uuid import UUID

from django.apps import apps
from django.db import connection

from tests.rights.everything import Somebody, fill, two_people, without_constraints

SEALED = {"audit_logline", "audit_seal", "audit_purge"}
"""The log is sealed and goes by its own term: what was looked at stays known, by number."""


def two_families(town: UUID) -> tuple[Somebody, Somebody]:
    """Each with rows by every tie of every model."""
    with without_constraints():
        her, him = two_people(town)
        third = Somebody("X", him.dossier, him.shared)
        fill(her, third, town)
        fill(him, third, town)
    return her, him


def tables() -> list[str]:
    """Of every app, libraries included."""
    return sorted({model._meta.db_table for model in apps.get_models(include_auto_created=True)})


def rows() -> Iterator[tuple[str, str]]:
    """As the superuser of the throw-away server: table and row."""
    with connection.cursor() as cursor:
        cursor.execute("reset session authorization")
        for table in tables():
            cursor.execute(f'select t::text from "{table}" t')
            for (row,) in cursor.fetchall():
                yield table, row
        cursor.execute("set session authorization kring_app")


def found(needles: set[str]) -> set[tuple[str, str]]:
    """In which table which of these words still stands."""
    return {
        (table, needle)
        for table, row in rows()
        if table not in SEALED
        for needle in needles
        if needle.casefold() in row.casefold()
    }
