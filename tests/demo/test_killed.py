"""A load that is killed again and again goes on where it was: nothing committed is lost, nothing stands twice."""

import os
import subprocess
import time

import psycopg

from kring.demo.chance import Chance
from tests import postgres
from tests.demo.world import drop, inside_of, load, new_database

KILLS = 20
MILLISECONDS = 60
COUNTED = (
    "exchange_delivery",
    "access_account",
    "access_subject",
    "access_dossier",
    "access_dossiersubject",
    "access_involvement",
    "access_sharingdecision",
    "access_grant",
    "care_provision",
    "care_helper",
    "figures_participation",
    "households_household",
    "households_householdmember",
    "leads_lead",
    "plans_action",
    "plans_planversion",
    "plans_score",
    "studies_studycase",
)


def test_killed_twenty_times_it_becomes_the_same_world(demo_template: str) -> None:
    name = f"kring_killed_{postgres.WORKER}_{os.getpid()}"
    new_database(name, postgres.TEMPLATE)
    chance, steps = Chance("kill"), progress(demo_template)
    try:
        for kills_left in range(KILLS, 0, -1):
            before = progress(name)
            at_most = max(1, (steps - before) // (kills_left + 1))
            loading = load(name)
            until(name, before + chance.number(1, at_most), loading)
            time.sleep(chance.number(0, MILLISECONDS) / 1000)
            assert loading.poll() is None, "the world was ready before it could be killed so often"
            loading.kill()
            loading.wait()
        assert load(name).wait() == 0
        assert counts(name) == counts(demo_template)
    finally:
        drop(name)


def counts(name: str) -> dict[str, int]:
    with psycopg.connect(inside_of(name)) as inside:
        return {table: _count(inside, table) for table in COUNTED}


def progress(name: str) -> int:
    """How many steps and files are done."""
    with psycopg.connect(inside_of(name)) as inside:
        found = inside.execute("select to_regclass('demo.step') is not null").fetchone()
        return _count(inside, "demo.step") if found and found[0] else 0


def until(name: str, wanted: int, loading: subprocess.Popen[bytes]) -> None:
    while loading.poll() is None and progress(name) < wanted:
        time.sleep(0.02)


def _count(inside: psycopg.Connection, table: str) -> int:
    row = inside.execute(f"select count(*) from {table}".encode()).fetchone()
    return int(row[0]) if row else 0
