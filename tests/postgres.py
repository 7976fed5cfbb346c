"""Before Django's settings are read: this run's own throw-away PostgreSQL, once; xdist's workers inherit the address.

A database with all tables is made once as a template; every worker copies it.
"""

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

import psycopg

from kring.config.embedded.cluster import Cluster
from kring.config.prepare import prepare
from kring.ground.shared.database import DatabaseRole

TEMPLATE = "kring_template"
ROOT = Path(__file__).resolve().parent.parent


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
    os.environ["KRING_TEST_SUPERUSER"] = stack.enter_context(Cluster(base / "pg", throwaway=True).running())
    _template(os.environ["KRING_TEST_SUPERUSER"])
    atexit.register(stack.close)

WORKER = os.environ.get("PYTEST_XDIST_WORKER", "main")
if WORKER != "main" or "PYTEST_XDIST_WORKER_COUNT" not in os.environ:
    os.environ["KRING_DATABASE_URL"] = own_database(f"kring_test_{WORKER}_{os.getpid()}")
    os.environ["KRING_DATABASE_ROLE"] = "postgres"
