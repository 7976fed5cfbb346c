"""Whom the worker reaches: the mail address of an account, and the functional administrators."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from allauth.mfa.models import Authenticator

from kring.ground.access.actor import SYSTEM_ID
from kring.ground.access.models import Account, Login, RoleAssignment
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


def lacks_second_factor(account: UUID) -> bool:
    """A professional signs in with two factors, a member of a family may: a stolen password is not enough."""
    factors = Authenticator.objects.filter(user_id=account).exclude(type=Authenticator.Type.RECOVERY_CODES)
    return not factors.exists() and is_professional(account)


def is_professional(account: UUID) -> bool:
    """Works at an organisation; the one who asks is the account itself."""
    return Account.objects.filter(id=account, staff__isnull=False).exists()


def administrators(at: datetime) -> tuple[UUID, ...]:
    """Everybody who is functional administrator now, the installation's own account left out."""
    rows = RoleAssignment.objects.filter(role=ADMINISTRATOR.code, started_at__lte=at).exclude(ended_at__lte=at)
    people = rows.exclude(account_id=SYSTEM_ID).order_by("account_id").distinct()
    return tuple(people.values_list("account_id", flat=True))
