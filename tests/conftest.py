"""Tests speak to their own PostgreSQL as the application's role, so the row policies count.

The connection belongs to the superuser of the throw-away server; `SET SESSION AUTHORIZATION` makes it the
application (or another role) inside the same transaction, which is rolled back after each test.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from hypothesis import HealthCheck, settings
from psycopg import sql
from psycopg.pq import TransactionStatus
from pytest_django import DjangoDbBlocker

from kring.ground.shared import clock, database
from kring.ground.shared.database import DatabaseRole

pytest_plugins = ["tests.demo.world"]

settings.register_profile("kring", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("kring")

TODAY = datetime(2026, 11, 1, 10, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
"""The day of the demo families; every test that asks for `now` gets it."""
SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The worker's database exists already; Django makes none."""
    yield
    with django_db_blocker.unblock():
        connection.close()


@contextmanager
def speaking_as(role: DatabaseRole) -> Iterator[None]:
    """Be another login role for a while, in the present transaction; who one was comes back whatever happens."""
    with connection.cursor() as cursor:
        cursor.execute("select session_user::text")
        before = cursor.fetchone()[0]
        cursor.execute("reset session authorization")
        cursor.execute(f"set session authorization {role}")
    try:
        yield
    finally:
        _become(before)


def _become(role: str) -> None:
    """Past Django, which may wait for a rollback. In a failed transaction that rollback itself brings the role back."""
    ours = connection.connection
    if ours is None or ours.closed or ours.info.transaction_status == TransactionStatus.INERROR:
        return
    ours.execute("reset session authorization")
    if role != "postgres":
        ours.execute(sql.SQL("set session authorization {}").format(sql.Identifier(role)))


@pytest.fixture(autouse=True)
def _as_the_application(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Database tests speak as `kring_app`, on the fixed day."""
    marked = request.node.get_closest_marker("django_db")
    if "db" not in request.fixturenames and (marked is None or marked.kwargs.get("transaction")):
        yield
        return
    request.getfixturevalue("db")
    monkeypatch.setattr(database, "connected_as", speaking_as)
    monkeypatch.setattr(clock, "now", lambda: TODAY)
    with connection.cursor() as cursor:
        cursor.execute("select set_config('kring.test_now', %s, true)", [TODAY.isoformat()])
    with speaking_as(DatabaseRole.APP):
        yield


@pytest.fixture
def as_role() -> Callable[[DatabaseRole], AbstractContextManager[None]]:
    return speaking_as


@pytest.fixture
def now() -> datetime:
    return TODAY


@pytest.fixture(scope="session")
def shared() -> Path:
    """Other people's specifications; absent outside the workplace where they lie."""
    if not SHARED.exists():
        pytest.skip("../shared is not here: other people's files are never part of the project")
    return SHARED
