"""Kring as a browser meets it: the real web server, in demo mode, on a copy of the demo world."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kring.config.embedded.cluster import stop_with_parent
from kring.ground.shared.database import DatabaseRole

ROOT = Path(__file__).resolve().parents[2]


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


@contextmanager
def serving(database_url: str, *, demo: bool = True) -> Iterator[str]:
    """The address of a server that speaks to this database as the application's role."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    environment = {
        **os.environ,
        "KRING_DEMO": "1" if demo else "0",
        "KRING_DATABASE_URL": database_url,
        "KRING_DATABASE_ROLE": DatabaseRole.APP,
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
    }
    command = [
        *(sys.executable, "-m", "gunicorn", "--workers", "1", "--worker-class", "gthread", "--threads", "2"),
        *("--bind", f"127.0.0.1:{port}", "--log-level", "error", "--no-control-socket", "--graceful-timeout", "5"),
        "tests.stories.wsgi:application",
    ]
    server = subprocess.Popen(command, env=environment, cwd=ROOT, preexec_fn=stop_with_parent)  # noqa: PLW1509
    try:
        _wait(address, server)
        yield address
    finally:
        server.send_signal(signal.SIGQUIT)
        server.wait(20)


def command(database_url: str, *argv: str, **environment: str) -> str:
    """As an administrator does it on the server."""
    settings = {"KRING_DATABASE_URL": database_url, "KRING_DATABASE_ROLE": DatabaseRole.APP, "KRING_DEMO": "0"}
    path = {"PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    done = subprocess.run(
        [sys.executable, "-m", *argv],
        env={**os.environ, **settings, **path, **environment},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip().splitlines()[-1]


def _wait(address: str, server: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 60
    while True:
        try:
            urllib.request.urlopen(f"{address}/privacy/", timeout=5).read()
        except OSError:
            if server.poll() is not None or time.monotonic() > end:
                raise RuntimeError("the web server for the browser tests did not start") from None
            time.sleep(0.1)
        else:
            return
