"""The web server with its worker: makes the tables, loads the demo world when asked, serves, and ends cleanly."""

import argparse
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass

from kring.config.embedded.cluster import stop_with_parent
from kring.ground.shared.database import DatabaseRole

START_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Options:
    """What stands behind `./run demo` or `./run serve`."""

    port: int
    fresh: bool
    check: bool


def options(name: str, argv: Sequence[str]) -> Options:
    parser = argparse.ArgumentParser(prog=f"./run {name}", description="Start Kring op deze computer.")
    parser.add_argument("--port", type=int, default=int(os.environ.get("KRING_PORT", "8000")), help="poort (8000)")
    parser.add_argument("--check", action="store_true", help="start, haal de eerste bladzijde op, en stop")
    if name == "demo":
        parser.add_argument("--fresh", action="store_true", help="wis de demo en begin opnieuw")
    given = parser.parse_args(argv)
    return Options(given.port, getattr(given, "fresh", False), given.check)


def serve(chosen: Options, *, demo: bool) -> int:
    """Serve until Ctrl-C, or with `check` until the first page has come."""
    began = time.monotonic()
    signal.signal(signal.SIGTERM, _interrupt)
    _manage("migrate", "--verbosity=0", role=DatabaseRole.OWNER)
    _manage("check", "--database=default", role=DatabaseRole.APP)
    if demo:
        _manage("demo_world", role=DatabaseRole.APP)
    url = f"http://127.0.0.1:{chosen.port}/"
    os.environ.setdefault("KRING_ORIGINS", url.rstrip("/"))  # where mail says that Kring is
    web, worker = _web(chosen.port), _worker()
    try:
        _first_page(url, web)
        print(f"Kring draait op {url}  ({time.monotonic() - began:.1f} s)", flush=True)
        if demo:
            print(
                "Kies op die bladzijde een demo-account; een wachtwoord is niet nodig. Ctrl-C stopt alles.",
                flush=True,
            )
        return 0 if chosen.check else web.wait()
    except KeyboardInterrupt:
        return 0
    finally:
        for process in (worker, web):
            _stop(process)


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def _environment(role: DatabaseRole) -> dict[str, str]:
    return {**os.environ, "KRING_DATABASE_ROLE": role, "DJANGO_SETTINGS_MODULE": "kring.config.settings"}


def _manage(*argv: str, role: DatabaseRole) -> None:
    command = [sys.executable, "-m", "django", *argv]
    done = subprocess.run(command, env=_environment(role), check=False)  # noqa: S603  our own command
    if done.returncode:
        raise RuntimeError(f"«{argv[0]}» is niet gelukt; zie de melding hierboven.")


def web_command(port: int, application: str = "kring.config.wsgi:application") -> list[str]:
    """The web server that stands behind `./run serve`."""
    workers = os.environ.get("KRING_WORKERS", "2")
    return [
        *(
            sys.executable,
            "-m",
            "gunicorn",
            "--workers",
            workers,
            "--worker-class",
            "gthread",
            "--threads",
            "2",
        ),
        *(
            "--bind",
            f"127.0.0.1:{port}",
            "--log-level",
            "warning",
            "--graceful-timeout",
            "5",
            "--no-control-socket",
        ),
        application,
    ]


def _web(port: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen(web_command(port), env=_environment(DatabaseRole.APP), preexec_fn=stop_with_parent)  # noqa: S603, PLW1509


def _worker() -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "django", "work"]
    return subprocess.Popen(command, env=_environment(DatabaseRole.JOBS), preexec_fn=stop_with_parent)  # noqa: S603, PLW1509


def _first_page(url: str, web: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + START_SECONDS
    while True:
        try:
            with urllib.request.urlopen(url, timeout=10) as answer:  # noqa: S310  our own address
                answer.read()
        except urllib.error.HTTPError as answer:
            raise RuntimeError(f"De eerste bladzijde geeft fout {answer.code}; zie de melding hierboven.") from None
        except OSError:
            if web.poll() is not None:
                raise RuntimeError(
                    "De webserver is gestopt. Is de poort al in gebruik? Kies een andere: --port N"
                ) from None
            if time.monotonic() > end:
                raise
            time.sleep(0.05)
        else:
            return


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
