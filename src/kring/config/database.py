"""Which PostgreSQL, and which roles: one address in KRING_DATABASE_URL, with an own password per role where needed.

Without an address the embedded server below `var/` is used. PostgreSQL 17 is the floor.
"""

import os
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit

from kring.ground.shared.database import DatabaseRole

LOGINS = tuple(role for role in DatabaseRole if role.may_log_in)
EXTENSIONS = ("btree_gist", "pg_trgm")
LOWEST_VERSION = 170000


@dataclass(frozen=True, slots=True)
class Address:
    """Where the server is, and as whom. `host` may be the folder of a Unix socket."""

    host: str
    port: str
    name: str
    user: str
    password: str

    @classmethod
    def parse(cls, url: str) -> "Address":
        """From `postgresql://user:password@host:port/name?host=…&user=…`."""
        parts = urlsplit(url)
        if parts.scheme not in {"postgres", "postgresql"}:
            raise ValueError("KRING_DATABASE_URL moet beginnen met postgresql://")
        query = {name: values[-1] for name, values in parse_qs(parts.query).items()}
        return cls(
            host=query.get("host") or parts.hostname or "",
            port=query.get("port") or str(parts.port or ""),
            name=unquote(parts.path.lstrip("/")) or "kring",
            user=query.get("user") or unquote(parts.username or ""),
            password=unquote(parts.password or ""),
        )


def configured_url() -> str | None:
    return os.environ.get("KRING_DATABASE_URL") or None


def role_password(role: DatabaseRole, shared: str) -> str:
    """`KRING_DATABASE_PASSWORD_APP` and its like, else the password in the address."""
    return os.environ.get(f"KRING_DATABASE_PASSWORD_{role.name}", shared)


def django_database() -> dict[str, object]:
    """The one entry of Django's DATABASES; KRING_DATABASE_ROLE says as whom this process logs in."""
    address = Address.parse(configured_url() or "postgresql:///kring")
    role = os.environ.get("KRING_DATABASE_ROLE", DatabaseRole.APP)
    logins = {str(login): role_password(login, address.password) for login in LOGINS}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": address.name,
        "HOST": address.host,
        "PORT": address.port,
        "USER": role,
        "PASSWORD": logins.get(role, ""),
        "KRING_LOGINS": logins,
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"application_name": role, "options": "-c timezone=UTC"},
    }


def preparation(database: str) -> tuple[str, ...]:
    """The statements a database administrator runs once on the server, as superuser; each can be run again."""
    create_role = "do $$ begin create role {name} {login}; exception when duplicate_object then null; end $$"
    roles = [create_role.format(name=role, login="login" if role.may_log_in else "nologin") for role in DatabaseRole]
    safe = [f"alter role {role} nosuperuser nocreatedb nocreaterole nobypassrls" for role in DatabaseRole]
    owner = DatabaseRole.OWNER
    return (
        *roles,
        *safe,
        f"grant {DatabaseRole.GATE} to {DatabaseRole.APP} with inherit false, set true",
        f"grant {DatabaseRole.GATE} to {DatabaseRole.JOBS} with inherit false, set true",
        f"grant {DatabaseRole.GATE} to {DatabaseRole.MERGE} with inherit false, set true",
        f"grant {DatabaseRole.DEFINER} to {owner} with inherit false, set true",
        f'alter database "{database}" owner to {owner}',
        f'revoke all on database "{database}" from public',
        *[f'grant connect on database "{database}" to {role}' for role in LOGINS],
    )


def preparation_inside() -> tuple[str, ...]:
    """The statements that follow inside Kring's own database."""
    return (
        *[f"create extension if not exists {name}" for name in EXTENSIONS],
        "revoke all on schema public from public",
        f"alter schema public owner to {DatabaseRole.OWNER}",
        f"grant usage on schema public to {', '.join(DatabaseRole)}",
    )
