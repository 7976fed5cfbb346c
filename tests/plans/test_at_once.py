"""Two people lay one plan down in the same second, on two connections: one version, plain words for the other."""

import os
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import psycopg
import pytest
from django.db import connection
from django.urls import reverse
from pytest_django import DjangoDbBlocker

from kring.ground.shared import clock
from kring.ground.shared.database import DatabaseRole
from kring.practice.plans.models import PlanVersion
from tests import postgres
from tests.conftest import speaking_as
from tests.demo.world import drop, inside_of, new_database
from tests.plans.family import Family, lay_down, make_family, make_plan
from tests.web.visitor import Page, Visitor, signed_in

LONGEST_WAIT = 10
WAITING = "select count(*) from pg_stat_activity where datname = %s and wait_event_type = 'Lock'"
AGREES = {f"position_{number}": "agrees" for number in range(4)}


@pytest.fixture
def database(django_db_blocker: DjangoDbBlocker, monkeypatch: pytest.MonkeyPatch, now: datetime) -> Iterator[str]:
    """Its own database, where what is done is committed; every thread has a connection as the application."""
    name = f"kring_at_once_{postgres.WORKER}_{os.getpid()}"
    new_database(name, postgres.TEMPLATE)
    monkeypatch.setattr(clock, "now", lambda: now)
    with django_db_blocker.unblock():
        connection.close()
        monkeypatch.setitem(connection.settings_dict, "NAME", name)
        yield name
        connection.close()
    drop(name)


@pytest.fixture
def family(database: str, monkeypatch: pytest.MonkeyPatch, now: datetime) -> Family:
    with speaking_as(DatabaseRole.APP):
        made = make_family(now)
        make_plan(made)
    connection.close()
    monkeypatch.setitem(connection.settings_dict, "USER", str(DatabaseRole.APP))
    return made


@pytest.fixture
def at_once(database: str) -> Callable[..., list[Page]]:
    """Do things in threads that all wait for the same plan, and let them go when every one of them waits."""

    def together(*deeds: Callable[[], Page]) -> list[Page]:
        with psycopg.connect(inside_of(database)) as holder, ThreadPoolExecutor(len(deeds)) as pool:
            holder.execute("select 1 from plans_plan for update")
            running = [pool.submit(_closing, deed) for deed in deeds]
            _until_waiting(database, len(deeds))
            holder.rollback()
            return [one.result(LONGEST_WAIT) for one in running]

    return together


def _closing(deed: Callable[[], Page]) -> Page:
    try:
        return deed()
    finally:
        connection.close()


def _until_waiting(database: str, wanted: int) -> None:
    end = time.monotonic() + LONGEST_WAIT
    with psycopg.connect(inside_of(database), autocommit=True) as watch:
        while time.monotonic() < end:
            row = watch.execute(WAITING, [database]).fetchone()
            if row and row[0] == wanted:
                return
            threading.Event().wait(0.02)
    raise AssertionError(f"{wanted} deeds should wait for the plan")


def agrees(family: Family, visitor: Visitor) -> Callable[[], Page]:
    page = visitor.get(reverse("plan_agree", args=[family.id]))
    return lambda: visitor.press(page, "Vaststellen", AGREES)


def versions(family: Family) -> list[int]:
    with family.acting("jorien"):
        return list(
            PlanVersion.objects.filter(dossier_id=family.id).order_by("number").values_list("number", flat=True)
        )


def test_of_two_people_one_makes_the_version_and_the_other_reads_who_did(
    family: Family, at_once: Callable[..., list[Page]]
) -> None:
    jorien, naima = signed_in(family.town.jorien.id), signed_in(family.town.naima.id)
    pages = at_once(agrees(family, jorien), agrees(family, naima))
    made, late = sorted(pages, key=lambda page: page.status)
    first = "Jorien Smit" if pages[0] is made else "Naima Haddou"
    version = reverse("plan_version", args=[family.id, 1])
    assert (made.status, made.url, late.status) == (200, version, 409)
    assert f"Dit plan is net vastgesteld door {first}." in late.text
    assert version in late.links()
    assert versions(family) == [1]


def test_a_button_that_is_pressed_twice_makes_one_version(family: Family, at_once: Callable[..., list[Page]]) -> None:
    lay_down(family)
    press = agrees(family, signed_in(family.town.jorien.id))
    assert sorted(page.status for page in at_once(press, press)) == [200, 409]
    assert versions(family) == [1, 2]
