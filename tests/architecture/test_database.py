"""What the database itself looks like: every table under row-level security, every definer function careful."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection

from kring.ground.access.parts import Part
from kring.ground.shared.database import DatabaseRole

pytestmark = pytest.mark.django_db

BORROWED = ("django_", "auth_", "account_", "mfa_", "socialaccount_", "procrastinate_")
"""Tables of libraries: sign-in, sessions, the queue. They hold no tie to a family."""
SIGN_IN = "access_login"
NO_PART = {"rights", "notice", "study_key", "participation", "journal"}
"""Parts that no role is ever given: own rows, or rows that only a narrow role or a function touches."""

UNPROTECTED = """
select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
 where n.nspname = 'public' and c.relkind in ('r', 'p', 'v', 'm')
   and (c.relkind in ('v', 'm') or not c.relrowsecurity
        or not exists (select 1 from pg_policy p where p.polrelid = c.oid))
"""
CARELESS = """
select n.nspname || '.' || p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
 where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')
   and (pg_get_userbyid(p.proowner) <> 'kring_definer'
        or p.proconfig is null or not 'search_path=pg_catalog, pg_temp' = any(p.proconfig)
        or p.proacl is null or exists (select 1 from aclexplode(p.proacl) a where a.grantee = 0))
"""


@contextmanager
def as_owner() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("reset session authorization")
        yield
        cursor.execute(f"set session authorization {DatabaseRole.APP}")


def names(query: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return sorted(row[0] for row in cursor.fetchall())


def unprotected() -> list[str]:
    return [name for name in names(UNPROTECTED) if not name.startswith(BORROWED) and name != SIGN_IN]


def test_every_table_is_under_row_level_security_with_a_policy() -> None:
    assert unprotected() == []


def test_a_planted_table_without_scope_and_part_is_found() -> None:
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("create table public.planted (id int)")
        assert unprotected() == ["planted"]


def test_every_definer_function_is_owned_pinned_and_closed_to_public() -> None:
    assert names(CARELESS) == []


def test_a_planted_careless_definer_function_is_found() -> None:
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("create function public.planted() returns int language sql security definer as 'select 1'")
        assert names(CARELESS) == ["public.planted"]


def test_the_application_role_is_narrow() -> None:
    """No superuser, no owner, no bypass, no temporary tables, nothing to create in."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,"
            " has_database_privilege('kring_app', current_database(), 'TEMP'),"
            " has_schema_privilege('kring_app', 'public', 'CREATE')"
            " from pg_roles where rolname = 'kring_app'"
        )
        assert cursor.fetchone() == (False,) * 6


def test_the_application_holds_no_write_privilege_on_the_tables_of_rights() -> None:
    rights = (
        "access_grant", "access_dossier", "access_subject", "access_dossiersubject", "access_involvement",
        "access_sharingdecision", "access_representation", "access_roleassignment", "access_account",
    )  # fmt: skip
    with connection.cursor() as cursor:
        for table in rights:
            for deed in ("INSERT", "UPDATE", "DELETE", "TRUNCATE"):
                cursor.execute("select has_table_privilege('kring_app', %s, %s)", [table, deed])
                assert cursor.fetchone() == (False,), f"{deed} on {table}"


def test_every_policy_names_a_part_of_the_permission_table() -> None:
    used = names(
        "select distinct (regexp_matches(coalesce(qual, '') || coalesce(with_check, ''), "
        "'gate\\.keys\\(''(\\w+)''', 'g'))[1] from pg_policies"
    )
    assert set(used) - {str(part) for part in Part} - NO_PART == set()


def test_the_migrations_say_what_the_models_say() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
    assert apps.ready
