"""Measuring one page: statements after BEGIN and actor setting; CPU of this process, of PostgreSQL, and of the log."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from django.db import connection
from django.test import Client

from kring.ground.audit import trail
from tests.web.statements import statements


@dataclass(frozen=True, slots=True)
class Figures:
    """Of one page with one caseload; milliseconds per request."""

    queries: int
    app_cpu: float
    postgres_cpu: float
    log_wall: float
    per_second: float


def measure(client: Client, url: str, repeats: int) -> Figures:
    """Warm up, count the statements of one request, then time `repeats` of them."""
    for _warm in range(3):
        answer = client.get(url)
        assert answer.status_code == 200, f"{url}: {answer.status_code}"
    with statements() as asked:
        client.get(url)
    backend = backend_pid()
    log = _Timed(trail.write)
    cpu, postgres, wall = time.process_time(), cpu_of(backend), time.perf_counter()
    for _again in range(repeats):
        client.get(url)
    seconds = time.perf_counter() - wall
    app = (time.process_time() - cpu) / repeats * 1000
    server = (cpu_of(backend) - postgres) / repeats * 1000
    log_wall = _log_time(log, client, url)
    return Figures(len(asked), app, server, log_wall, repeats / seconds)


class _Timed:
    """A function with the wall time it took in all."""

    def __init__(self, function: Callable[[trail.Trail], None]) -> None:
        self.function = function
        self.seconds = 0.0

    def __call__(self, given: trail.Trail) -> None:
        began = time.perf_counter()
        self.function(given)
        self.seconds += time.perf_counter() - began


def _log_time(log: _Timed, client: Client, url: str) -> float:
    with mock.patch("kring.web.kit.pages.write", log):
        for _again in range(20):
            client.get(url)
    return log.seconds / 20 * 1000


def backend_pid() -> int:
    with connection.cursor() as cursor:
        cursor.execute("select pg_backend_pid()")
        return int(cursor.fetchone()[0])


def cpu_of(pid: int) -> float:
    """Seconds of processor time, to the nanosecond: a page takes the backend some milliseconds."""
    return int(Path(f"/proc/{pid}/schedstat").read_text(encoding="ascii").split()[0]) / 1e9
