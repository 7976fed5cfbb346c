"""The demo world in a database: loaded once per test run through the real command, copied for whoever needs it.

`demo` gives a test that copy inside a transaction; `demo_url` the address of an own copy for a server of a story.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest
from django.db import connection, transaction
from psycopg import sql
from pytest_django import DjangoDbBlocker

from kring.ground.shared import clock, database
from kring.ground.shared.database import DatabaseRole
from tests import postgres
from tests.conftest import TODAY, speaking_as

LOADED = "kring_demo_template"
LOCK = 26_11_01
CLOCK = """
create or replace function gate.now() returns timestamptz language sql stable set search_path = pg_catalog, pg_temp as
$$ select coalesce(nullif(current_setting('kring.test_now', true), '')::timestamptz, now()) $$
"""


def database_url(name: str) -> str:
    """For Django, as whatever role KRING_DATABASE_ROLE says."""
    return inside_of(name).split("&user=", maxsplit=1)[0]


def new_database(name: str, template: str) -> str:
    """A copy in which the rights hold as on the day of the demo. Returns its address."""
    with _server() as server:
        _make(server, name, template)
    return database_url(name)


def load(name: str, *options: str) -> subprocess.Popen[bytes]:
    """Start the command that loads the world."""
    environment = {
        **os.environ,
        "KRING_DATABASE_URL": database_url(name),
        "KRING_DATABASE_ROLE": DatabaseRole.APP,
        "PYTHONPATH": f"{postgres.ROOT / 'src'}{os.pathsep}{postgres.ROOT}",
    }
    command = [sys.executable, "-m", "django", "demo_world", "--dag", f"{TODAY:%Y-%m-%d}", *options]
    return subprocess.Popen(command, env=environment, cwd=postgres.ROOT, stdout=subprocess.DEVNULL)


def drop(name: str) -> None:
    with _server() as server:
        server.execute(sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(name)))


@pytest.fixture(scope="session")
def demo_template() -> str:
    """The name of the database that is copied; the first worker that asks loads it, the others wait."""
    with _server() as server:
        server.execute("select pg_advisory_lock(%s)", [LOCK])
        if not server.execute("select 1 from pg_database where datname = %s", [LOADED]).fetchone():
            making = f"{LOADED}_making"
            _make(server, making, postgres.TEMPLATE)
            assert load(making).wait() == 0
            names = sql.Identifier(making), sql.Identifier(LOADED)
            server.execute(sql.SQL("alter database {} rename to {}").format(*names))
    return LOADED


@pytest.fixture(scope="session")
def demo_copy(demo_template: str) -> Iterator[str]:
    """This worker's own copy, in which every test's changes are rolled back."""
    name = f"kring_demo_{postgres.WORKER}_{os.getpid()}"
    new_database(name, demo_template)
    yield name
    drop(name)


@pytest.fixture
def demo_url(demo_template: str) -> Iterator[str]:
    """The address of a copy for one test, which may change it: a browser story with its own server."""
    name = f"kring_story_{postgres.WORKER}_{os.getpid()}"
    yield new_database(name, demo_template)
    drop(name)


@pytest.fixture
def demo(demo_copy: str, django_db_blocker: DjangoDbBlocker, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Speak to the demo world as the application, on its own day; what is changed is undone. Instead of `db`."""
    monkeypatch.setattr(database, "connected_as", speaking_as)
    monkeypatch.setattr(clock, "now", lambda: TODAY)
    with django_db_blocker.unblock(), _connected_to(demo_copy), transaction.atomic():
        with speaking_as(DatabaseRole.APP):
            yield
        transaction.set_rollback(True)


@contextmanager
def _connected_to(name: str) -> Iterator[None]:
    before = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = name
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = before


def _make(server: psycopg.Connection, name: str, template: str) -> None:
    new, old = sql.Identifier(name), sql.Identifier(template)
    server.execute(sql.SQL("create database {} template {} owner kring_owner").format(new, old))
    for role in DatabaseRole:
        if role.may_log_in:
            server.execute(sql.SQL("grant connect on database {} to {}").format(new, sql.Identifier(role)))
    server.execute(sql.SQL("revoke all on database {} from public").format(new))
    moment = sql.Literal(TODAY.isoformat())
    server.execute(sql.SQL("alter database {} set kring.test_now = {}").format(new, moment))
    with psycopg.connect(inside_of(name), autocommit=True) as inside:
        inside.execute(CLOCK)


def _server() -> psycopg.Connection:
    return psycopg.connect(os.environ["KRING_TEST_SUPERUSER"], autocommit=True)


def inside_of(name: str) -> str:
    """As the superuser of the throw-away server."""
    return os.environ["KRING_TEST_SUPERUSER"].replace("/postgres?", f"/{name}?")
