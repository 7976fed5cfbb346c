"""Somebody starts to work here: hired, given an account and invited. Nobody chooses a password for another."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.conf import settings

from kring.ground.access.actor import Actor
from kring.ground.access.models import Account
from kring.ground.access.services import AccountDetails, hire, make_account
from kring.ground.access.services.invitations import invite
from kring.ground.organisations.models import Staff
from kring.web.signin.inviting import address_of


@dataclass(frozen=True, slots=True)
class Newcomer:
    """What the form asks."""

    name: str
    function: str
    organisation: str
    team: str
    phone: str
    started_on: date
    email: str


def take_on(*, actor: Actor, newcomer: Newcomer) -> tuple[Account, str]:
    """Hired and with an account; what the address is used for, and the link, are `open_sign_in`'s."""
    staff = Staff(
        organisation_id=UUID(newcomer.organisation),
        team_id=UUID(newcomer.team) if newcomer.team else None,
        name=newcomer.name,
        function=newcomer.function,
        phone=newcomer.phone,
        started_on=newcomer.started_on,
    )
    hire(actor=actor, staff=staff)
    account = make_account(actor=actor, details=AccountDetails(newcomer.name, staff=staff))
    return account, open_sign_in(actor=actor, account=account, email=newcomer.email)


def open_sign_in(*, actor: Actor, account: Account, email: str) -> str:
    """The one place where a colleague gets to sign in: by a link to this address, once, within eight days.

    Without a mail server it gives the link, to be shown this one time and handed over by the administrator.
    """
    made = invite(actor=actor, account=account, email=email)
    if settings.DEMO or settings.MAIL_URL:
        return ""
    return address_of(made)
