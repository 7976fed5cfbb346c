"""The worker as a process on a database of its own: it does what was committed, and ends when it is told to."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from uuid import UUID, uuid4

import psycopg
import pytest

from kring.ground.shared.database import DatabaseRole
from tests.postgres import ROOT, own_database

START_SECONDS, STOP_SECONDS = 30, 10


@pytest.fixture
def address() -> str:
    return own_database(f"kring_worker_{uuid4().hex[:12]}")


@contextmanager
def connected(address: str, role: str = "postgres") -> Iterator[psycopg.Connection[tuple[object, ...]]]:
    with psycopg.connect(f"{address}&user={role}", autocommit=True) as connection:
        yield connection


@contextmanager
def working(address: str, role: DatabaseRole = DatabaseRole.JOBS) -> Iterator[subprocess.Popen[bytes]]:
    """The command `work`, as `serve` starts it."""
    environment = {
        **os.environ,
        "KRING_DATABASE_URL": address,
        "KRING_DATABASE_ROLE": role,
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
    }
    worker = subprocess.Popen([sys.executable, "-m", "django", "work"], env=environment, cwd=ROOT)
    try:
        yield worker
    finally:
        if worker.poll() is None:
            worker.kill()
        worker.wait()


def until(true: Callable[[], bool], seconds: float = START_SECONDS) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.05)


def defer(address: str, name: str) -> None:
    """As the application does it."""
    with connected(address, DatabaseRole.APP) as connection:
        connection.execute(
            "select procrastinate_defer_jobs_v1(array[row('default', %s::text, 0, null, null, '{}'::jsonb, null)]"
            "::procrastinate_job_to_defer_v1[])",
            [name],
        )


def one(address: str, query: str) -> object:
    with connected(address) as connection:
        row = connection.execute(query.encode()).fetchone()
        assert row is not None
        return row[0]


def late_task(address: str) -> UUID:
    """An account with a task of years ago. Returns the account."""
    account, task = uuid4(), uuid4()
    with connected(address) as connection:
        connection.execute(
            "insert into access_account (id, kind, display_name, function) values (%s, 'account', 'Jorien Smit', '')",
            [account],
        )
        connection.execute(
            "insert into agenda_task (id, account_id, clock, title, began_on, due_on, state, reason) "
            "values (%s, %s, 'actie', 'Bel de school', '2020-01-01', '2020-02-01', 'open', '')",
            [task, account],
        )
    return account


def notices(address: str, account: UUID) -> object:
    return one(address, f"select count(*) from agenda_notice where account_id = '{account}' and kind = 'task_late'")


def running(address: str) -> bool:
    return one(address, "select count(*) from procrastinate_workers") == 1


@pytest.mark.parametrize("started_as", [DatabaseRole.JOBS, DatabaseRole.APP])
def test_it_does_what_was_committed_and_keeps_nothing_of_it(address: str, started_as: DatabaseRole) -> None:
    account = late_task(address)
    with working(address, started_as) as worker:
        until(lambda: running(address))
        defer(address, "agenda.notice_late_tasks")
        until(lambda: notices(address, account) == 1)
        name = "application_name = 'kring_jobs' or usename = 'kring_jobs'"
        assert one(address, f"select count(*) from pg_stat_activity where {name}")
        until(
            lambda: one(address, "select count(*) from procrastinate_jobs where task_name like 'agenda.notice%'") == 0
        )
        worker.send_signal(signal.SIGTERM)
        assert worker.wait(STOP_SECONDS) == 0
    assert not running(address)


def test_it_ends_within_seconds_in_the_middle_of_a_long_job_and_the_job_runs_again(address: str) -> None:
    account = late_task(address)
    with connected(address) as holder, working(address) as worker:
        until(lambda: running(address))
        with holder.transaction():
            holder.execute("select * from agenda_task where account_id = %s for update", [account])
            defer(address, "agenda.notice_late_tasks")
            waiting = "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and usename = 'kring_jobs'"
            until(lambda: one(address, waiting) == 1)
            began = time.monotonic()
            worker.send_signal(signal.SIGTERM)
            assert worker.wait(STOP_SECONDS) == 0
            assert time.monotonic() - began < STOP_SECONDS
        time.sleep(0.5)
        assert notices(address, account) == 0, "half a job was kept"
    with connected(address) as connection:
        connection.execute("update procrastinate_workers set last_heartbeat = now() - interval '1 hour'")
    with working(address):
        defer(address, "shared.keep_queue")
        until(lambda: notices(address, account) == 1)


def test_a_job_that_fails_three_times_with_its_worker_is_given_up(address: str) -> None:
    with connected(address) as connection:
        connection.execute(
            "insert into procrastinate_jobs (queue_name, task_name, status, attempts) "
            "values ('default', 'agenda.notice_late_tasks', 'doing', 2)"
        )
    with working(address):
        until(lambda: running(address))
        defer(address, "shared.keep_queue")
        until(lambda: one(address, "select count(*) from procrastinate_jobs where status = 'failed'") == 1)
