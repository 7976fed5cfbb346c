"""A process starts only under a database role for which the policies hold (access design §4).

A superuser, a role with BYPASSRLS and who owns the tables, or could become their owner, pass over all of them.
"""

from collections.abc import Sequence
from typing import Final

from django.apps.config import AppConfig
from django.core.checks import Error
from django.db import connections

from kring.ground.shared.database import DatabaseRole

ASK: Final = """
select current_user::text, r.rolsuper, r.rolbypassrls, exists (
         select 1 from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
            and pg_has_role(current_user, c.relowner, 'MEMBER'))
  from pg_roles r where r.rolname = current_user
"""
REASONS: Final = ("is superuser", "heeft BYPASSRLS", "is eigenaar van de tabellen, of kan dat worden")
REMEDY: Final = (
    "Kring start niet: de regels over wie wat mag zien gelden niet voor deze rol. Laat de databasebeheerder de rollen "
    "maken met «./run database prepare» en laat Kring aanmelden als kring_app."
)


def too_wide(alias: str = "default") -> str:
    """What is wrong with the role of this process, in a sentence; empty when nothing is. Migrations are the owner's."""
    with connections[alias].cursor() as cursor:
        cursor.execute(ASK)
        name, *wide = cursor.fetchone()
    if name == DatabaseRole.OWNER:
        return ""
    said = [reason for reason, holds in zip(REASONS, wide, strict=True) if holds]
    return f"De databaserol «{name}» {' en '.join(said)}. {REMEDY}" if said else ""


def enforce() -> None:
    """Before a process serves or works."""
    if problem := too_wide():
        raise RuntimeError(problem)


def check(
    *,
    app_configs: Sequence[AppConfig] | None,  # noqa: ARG001  what Django gives every check
    databases: Sequence[str] | None,
    **_kwargs: object,
) -> list[Error]:
    """For `manage.py check --database default`: the start of `./run serve` runs it first."""
    return [Error(problem, id="kring.E001") for alias in databases or () if (problem := too_wide(alias))]
