"""The database roles, and working as one of them: what a process may do is decided by the role it logs in as."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum

from django.db import connection


class DatabaseRole(StrEnum):
    """Who speaks to the database (access design §4). Bypass by login role, never by a session variable."""

    OWNER = "kring_owner"
    APP = "kring_app"
    GATE = "kring_gate"
    DEFINER = "kring_definer"
    IMPORT = "kring_import"
    SNAPSHOT = "kring_snapshot"
    JOBS = "kring_jobs"
    LOG = "kring_log"
    RIGHTS = "kring_rights"
    RETENTION = "kring_retention"
    MERGE = "kring_merge"

    @property
    def may_log_in(self) -> bool:
        return self not in {DatabaseRole.GATE, DatabaseRole.DEFINER}


@contextmanager
def connected_as(role: DatabaseRole) -> Iterator[None]:
    """Leave the present connection, work as `role`, and come back. Not inside a transaction."""
    if connection.in_atomic_block:
        raise RuntimeError("Wisselen van databaserol kan niet binnen een transactie.")
    before = connection.settings_dict["USER"]
    _reconnect(str(role))
    try:
        yield
    finally:
        _reconnect(before)


def _reconnect(user: str) -> None:
    if connection.settings_dict["USER"] == user:
        return
    connection.close()
    logins = connection.settings_dict.get("KRING_LOGINS", {})
    connection.settings_dict["USER"] = user
    connection.settings_dict["PASSWORD"] = logins.get(user, "")
