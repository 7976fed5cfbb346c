"""What rows were: every change leaves its line, and nobody reads more of it than of the row itself."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction
from django.db.models import Model

from kring.ground.access.actor import Actor, acting
from kring.ground.access.parts import Part
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.levels import Level
from kring.ground.shared.protection import Scope
from kring.practice.plans.models import Goal
from kring.practice.plans.services import edit_goal
from tests.conftest import speaking_as
from tests.plans.family import GOAL, Family, make_family, make_plan

pytestmark = pytest.mark.django_db

WITHOUT_HISTORY = {
    "Drawing": "made of rows that keep their own history",
    "LogLine": "append-only",
    "Invitation": "of an organisation; the log tells what became of it",
    "OwnStatement": "its words cannot be changed, and the row itself says who withdrew it and when",
}
PARTS = [part for part in Part if part.scope is not Scope.ORGANISATION]


@pytest.fixture
def family(now: datetime) -> Family:
    return make_family(now)


def history(actor: Actor, row: Model) -> list[tuple[str, object, object]]:
    with acting(actor), connection.cursor() as cursor:
        cursor.execute("select deed, actor, before from gate.history(%s, %s)", [row._meta.db_table, str(row.pk)])
        return list(cursor.fetchall())


def rewords(family: Family, goal: Goal, words: str = "Dat wij weer slapen.") -> None:
    with family.acting("jorien", ago=timedelta(hours=1)) as jorien:
        edit_goal(actor=jorien, goal=goal, words=replace(GOAL, own_words=words))


def test_a_change_keeps_what_it_was_by_whom_and_when(family: Family) -> None:
    goal, jorien = make_plan(family), family.actor("jorien")
    rewords(family, goal)
    [added, changed] = history(jorien, goal)
    assert added == ("added", jorien.id, None)
    assert changed[:2] == ("changed", jorien.id)
    assert '"Dat ik ’s avonds niet meer lig te piekeren over de brieven."' in str(changed[2])


def test_who_does_not_see_the_row_does_not_see_what_it_was(family: Family) -> None:
    goal = make_plan(family)
    rewords(family, goal)
    seen = {who: len(history(family.actor(who), goal)) for who in ("jorien", "marloes", "mark", "henk", "fatima")}
    assert seen == {"jorien": 2, "marloes": 2, "mark": 0, "henk": 0, "fatima": 0}


def test_what_stood_above_the_level_of_the_reader_stays_hidden(family: Family) -> None:
    """A goal was protected for a day: what it said then is not for who reads it now."""
    goal = make_plan(family)
    for level, words in ((Level.PROTECTED, "Het adres is Geheim 1"), (Level.SHARED_PLAN, "Weer samen eten")):
        superuser("update plans_goal set level = %s, own_words = %s where id = %s", [int(level), words, goal.id])
    told = str(history(family.actor("jorien"), goal))
    assert "Geheim 1" not in told
    assert "piekeren" in told
    assert len(everything(goal)) == 3


def superuser(statement: str, values: list[str | int | UUID]) -> None:
    with speaking_as(DatabaseRole.OWNER), connection.cursor() as cursor:
        cursor.execute("reset session authorization")
        cursor.execute(statement, values)


def everything(row: Model) -> list[tuple[object, ...]]:
    with speaking_as(DatabaseRole.OWNER), connection.cursor() as cursor:
        cursor.execute("reset session authorization")
        cursor.execute(
            "select level, before from audit_change where name = %s and row = %s", [row._meta.db_table, str(row.pk)]
        )
        return list(cursor.fetchall())


@pytest.mark.parametrize("deed", ["SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE"])
@pytest.mark.parametrize(
    "role", ["kring_app", "kring_gate", "kring_import", "kring_jobs", "kring_snapshot", "kring_log"]
)
def test_nobody_reads_changes_or_removes_it_by_raw_sql(role: str, deed: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select has_table_privilege(%s, 'audit_change', %s)", [role, deed])
        assert cursor.fetchone() == (False,)


def test_what_was_kept_never_changes(family: Family) -> None:
    make_plan(family)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        superuser("update audit_change set before = null", [])


def test_an_import_keeps_what_it_changes_and_not_what_it_adds(family: Family) -> None:
    person = apps.get_model("households", "Person")
    with speaking_as(DatabaseRole.IMPORT):
        row = person.objects.get(subject=family.subject("Finn"))
        person.objects.filter(pk=row.pk).update(display_name="Finn Bakker")
    [(_level, before)] = everything(row)
    assert '"display_name": "Finn"' in str(before)


TRIGGERS = """
select c.relname, count(*) from pg_trigger t join pg_class c on c.oid = t.tgrelid
 where t.tgname like 'history\\_%' group by c.relname
"""


def test_every_table_about_people_is_kept_or_says_why_not() -> None:
    """By the policies: a table that opens by the keys of a dossier or a subject."""
    with connection.cursor() as cursor:
        cursor.execute(TRIGGERS)
        kept = dict(cursor.fetchall())
    about = [model for model in apps.get_models() if model.__module__.startswith("kring.") and _is_of_people(model)]
    assert {model.__name__ for model in about if kept.get(model._meta.db_table) != 3} == set(WITHOUT_HISTORY)
    assert len(kept) > 25


def _is_of_people(model: type[Model]) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("select string_agg(qual, ' ') from pg_policies where tablename = %s", [model._meta.db_table])
        text = cursor.fetchone()[0] or ""
    return any(f"gate.keys('{part}'::text, 1)" in text for part in PARTS)


def test_the_day_of_the_change_is_the_moment_of_the_deed(family: Family) -> None:
    goal = make_plan(family)
    rewords(family, goal)
    with acting(family.actor("jorien")), connection.cursor() as cursor:
        cursor.execute("select max(at) from gate.history('plans_goal', %s)", [str(goal.id)])
        assert cursor.fetchone()[0].date() == date(2026, 11, 1)
