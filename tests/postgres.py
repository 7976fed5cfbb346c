"""Before Django's settings are read: this run's own throw-away PostgreSQL, once; xdist's workers inherit the address.

A database with all tables is a template that every worker copies. Making it takes most of the time of one small test,
so the server's folder is kept for as long as no migration changes.
"""

import atexit
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack, suppress
from pathlib import Path

import psycopg

from kring.config.embedded.cluster import Cluster
from kring.config.prepare import prepare
from kring.ground.shared.database import DatabaseRole

TEMPLATE = "kring_template"
ROOT = Path(__file__).resolve().parent.parent
KEPT = Path("/var/tmp") / f"kring-tests-{os.geteuid()}"
KEPT_FOR = 7 * 24 * 3600
"""Seconds after its last use."""
MADE_OF = ("*/migrations/*.py", "ground/shared/*.py", "config/**/*.py", "practice/leads/models.py")
"""Below `src/kring`: what may change a table, a right or a function; and the packages of `uv.lock`."""


def _server_with_template(data: Path) -> None:
    """A folder for this run's server, copied from the kept one; made first where there is none."""
    kept = KEPT / _fingerprint()
    KEPT.mkdir(mode=0o755, exist_ok=True)
    if KEPT.stat().st_uid != os.geteuid():
        raise RuntimeError(f"{KEPT} is van iemand anders; verwijder die map.")
    for old in KEPT.iterdir():
        if old != kept and time.time() - old.stat().st_mtime > KEPT_FOR:
            shutil.rmtree(old, ignore_errors=True)
    if not kept.exists():
        making = Path(tempfile.mkdtemp(dir=KEPT, prefix="making-"))
        making.chmod(0o755)
        with Cluster(making / "pg").running() as dsn:
            _template(dsn)
        with suppress(OSError):  # another run was first
            making.rename(kept)
        shutil.rmtree(making, ignore_errors=True)
    os.utime(kept)
    subprocess.run(["cp", "-a", kept / "pg", data], check=True)


def _fingerprint() -> str:
    source = ROOT / "src" / "kring"
    files = {path for pattern in MADE_OF for path in source.rglob(pattern)}
    made_of = hashlib.sha256((ROOT / "uv.lock").read_bytes())
    for path in sorted(files):
        made_of.update(str(path.relative_to(source)).encode() + path.read_bytes())
    return made_of.hexdigest()[:16]


def _template(superuser_dsn: str) -> None:
    prepare(superuser_dsn, TEMPLATE)
    url = superuser_dsn.replace("/postgres?", f"/{TEMPLATE}?").split("&user=", maxsplit=1)[0]
    environment = {
        **os.environ,
        "KRING_DATABASE_URL": url,
        "KRING_DATABASE_ROLE": DatabaseRole.OWNER,
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
    }
    command = [sys.executable, "-m", "django", "migrate", "--verbosity=0"]
    subprocess.run(command, env=environment, check=True, cwd=ROOT)


def own_database(name: str) -> str:
    """Copy the template for one worker, and let the clock of rights be set by tests. Returns its address."""
    dsn = os.environ["KRING_TEST_SUPERUSER"]
    with psycopg.connect(dsn, autocommit=True) as server:
        server.execute(f'create database "{name}" template {TEMPLATE} owner kring_owner'.encode())
        for role in DatabaseRole:
            if role.may_log_in:
                server.execute(f'grant connect on database "{name}" to {role}'.encode())
        server.execute(f'revoke all on database "{name}" from public'.encode())
    inside = dsn.replace("/postgres?", f"/{name}?")
    with psycopg.connect(inside, autocommit=True) as connection:
        connection.execute(
            "create or replace function gate.now() returns timestamptz language sql stable "
            "set search_path = pg_catalog, pg_temp as "
            "$$ select coalesce(nullif(current_setting('kring.test_now', true), '')::timestamptz, now()) $$"
        )
    return inside.split("&user=", maxsplit=1)[0]


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kring.config.settings")
if "KRING_TEST_SUPERUSER" not in os.environ:
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # playwright's sync API keeps an event loop in this thread
    os.environ["KRING_SECRET_KEY"] = "only-for-tests-" + "x" * 40
    stack = ExitStack()
    base = Path(tempfile.mkdtemp(prefix="kring-test-", dir="/var/tmp"))
    base.chmod(0o755)
    stack.callback(shutil.rmtree, base, ignore_errors=True)
    os.environ["KRING_VAR"] = str(base)
    _server_with_template(base / "pg")
    os.environ["KRING_TEST_SUPERUSER"] = stack.enter_context(Cluster(base / "pg", throwaway=True).running())
    atexit.register(stack.close)

WORKER = os.environ.get("PYTEST_XDIST_WORKER", "main")
if WORKER != "main" or "PYTEST_XDIST_WORKER_COUNT" not in os.environ:
    os.environ["KRING_DATABASE_URL"] = own_database(f"kring_test_{WORKER}_{os.getpid()}")
    os.environ["KRING_DATABASE_ROLE"] = "postgres"
