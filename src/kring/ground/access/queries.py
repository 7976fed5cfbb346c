"""Whom the worker reaches: the mail address of an account, and the functional administrators."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kring.ground.access.actor import SYSTEM_ID
from kring.ground.access.models import Login, RoleAssignment
from kring.ground.access.roles import ADMINISTRATOR


@dataclass(frozen=True, slots=True)
class MailAddress:
    """Where an account signs in from, and the language it reads."""

    account: UUID
    address: str
    language: str


def mail_addresses(accounts: Collection[UUID]) -> tuple[MailAddress, ...]:
    """Accounts without a login that is in use are left out."""
    rows = Login.objects.filter(id__in=accounts, is_active=True).order_by("id")
    return tuple(MailAddress(*row) for row in rows.values_list("id", "email", "language"))


def administrators(at: datetime) -> tuple[UUID, ...]:
    """Everybody who is functional administrator now, the installation's own account left out."""
    rows = RoleAssignment.objects.filter(role=ADMINISTRATOR.code, started_at__lte=at).exclude(ended_at__lte=at)
    people = rows.exclude(account_id=SYSTEM_ID).order_by("account_id").distinct()
    return tuple(people.values_list("account_id", flat=True))
