"""Kring does not start under a role for which the policies do not hold (access design §4)."""

import os
import subprocess
import sys
from collections.abc import Iterator

import psycopg
import pytest
from django.core.checks import Tags, run_checks
from django.db import connection

from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.narrow import enforce, too_wide
from tests.conftest import speaking_as
from tests.postgres import ROOT

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["superuser", "bypassrls"])
def wide_role(request: pytest.FixtureRequest) -> Iterator[str]:
    """A role as somebody in a hurry makes it, on this run's own server."""
    name = f"haastig_{request.param}"
    with psycopg.connect(os.environ["KRING_TEST_SUPERUSER"], autocommit=True) as server:
        server.execute(f"create role {name} login {request.param}".encode())
        server.execute(f"grant connect on database {connection.settings_dict['NAME']} to {name}".encode())
        yield name
        server.execute(f"revoke connect on database {connection.settings_dict['NAME']} from {name}".encode())
        server.execute(f"drop role {name}".encode())


def start(role: str, *command: str) -> subprocess.CompletedProcess[str]:
    """A process of its own that logs in as this role."""
    settings = connection.settings_dict
    environment = {
        **os.environ,
        "KRING_DATABASE_URL": f"postgresql:///{settings['NAME']}?host={settings['HOST']}&port={settings['PORT']}",
        "KRING_DATABASE_ROLE": role,
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
    }
    return subprocess.run(
        [sys.executable, *command], env=environment, cwd=ROOT, check=False, capture_output=True, text=True
    )


def test_a_role_that_passes_over_the_policies_starts_nothing(wide_role: str) -> None:
    checked = start(wide_role, "-m", "django", "check", "--database=default")
    assert checked.returncode != 0
    assert f"«{wide_role}»" in checked.stderr
    assert "Kring start niet" in checked.stderr
    commanded = start(wide_role, "-m", "kring.config.launch", "verify_log")
    assert commanded.returncode != 0
    assert "Kring start niet" in commanded.stderr
    served = start(wide_role, "-c", "import kring.config.wsgi")
    assert served.returncode != 0
    assert "Kring start niet" in served.stderr


def test_the_twin_the_application_role_starts() -> None:
    checked = start(DatabaseRole.APP, "-m", "django", "check", "--database=default")
    assert (checked.returncode, checked.stderr) == (0, "")


@pytest.mark.parametrize("role", [role for role in DatabaseRole if role.may_log_in])
def test_no_role_of_kring_is_too_wide(role: DatabaseRole) -> None:
    """The owner is: it makes the tables, and no process that serves is the owner."""
    with speaking_as(role):
        assert too_wide() == ""
        assert run_checks(tags=[Tags.database], databases=["default"]) == []


def test_who_could_become_the_owner_is_too_wide() -> None:
    with connection.cursor() as cursor:
        cursor.execute("reset session authorization")
        cursor.execute("grant kring_owner to kring_app with inherit false, set true")
    with speaking_as(DatabaseRole.APP), pytest.raises(RuntimeError, match="eigenaar van de tabellen"):
        enforce()
