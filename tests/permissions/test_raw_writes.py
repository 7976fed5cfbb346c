"""Who may only read an object, and could write its rows with SQL of their own as the application: the policies let it.

No page gives that SQL; the services ask the policy first. The list is what is left for the database to hold too: it
may only shrink. A table leaves it when `Protect` gets a `write_part` that fewer roles hold, or writes through a gate;
a table that comes later is added by whoever brings it.
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection
from django.db.models import Model

from kring.ground.access.permissions import permissions
from kring.ground.access.roles import DOSSIER_ROLES, ORGANISATION_ROLES
from tests.permissions.world import part_of

WAITING = tomllib.loads(Path(__file__).with_name("waiting.toml").read_text(encoding="utf-8"))
GIVEN = [*DOSSIER_ROLES.values(), *ORGANISATION_ROLES.values()]


def written_by_readers(model: type[Model]) -> str:
    """The part that opens both reading and writing: empty where the application writes nothing, or by another part."""
    part = part_of(model)
    with connection.cursor() as cursor:
        cursor.execute(
            "select cmd, with_check from pg_policies where tablename = %s and 'kring_app' = any(roles)"
            " and cmd in ('INSERT', 'UPDATE', 'ALL')"
            " and (has_any_column_privilege('kring_app', %s, 'INSERT')"
            " or has_any_column_privilege('kring_app', %s, 'UPDATE'))",
            [model._meta.db_table] * 3,
        )
        rows = cursor.fetchall()
    return part if part and any(f"'{part}'" in (check or "") for _command, check in rows) else ""


def found() -> Iterator[tuple[str, str]]:
    """Each role beside a model that it reads by the table and may not write."""
    for thing in permissions().things.values():
        for model in (apps.get_model(name) for name in thing.models) if thing.exists else ():
            part = written_by_readers(model)
            for role in GIVEN:
                cell = thing.cell(role.column)
                opened = {str(one) for one in permissions().opened(thing, role.column)}
                if part in opened and not cell.may_write and not cell.may_approve:
                    yield model.__name__, role.code


@pytest.mark.django_db
def test_what_a_reader_could_write_with_own_sql_only_becomes_less() -> None:
    left: dict[str, set[str]] = {}
    for model, role in found():
        left.setdefault(model, set()).add(role)
    known = WAITING["raw_writes"]
    assert {model: sorted(roles) for model, roles in left.items() if model in known} == known
    assert sum(map(len, known.values())) <= WAITING["at_most"]["raw_writes"]
