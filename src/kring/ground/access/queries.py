"""Whom the worker reaches, when access was reviewed, who of a family has own access, and where somebody writes."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.db import connection

from kring.ground.access.actor import SYSTEM_ID, Actor
from kring.ground.access.models import (
    AccessReview,
    Account,
    Dossier,
    DossierState,
    Grant,
    Login,
    Party,
    RoleAssignment,
)
from kring.ground.access.parts import Part
from kring.ground.access.roles import ADMINISTRATOR, ORGANISATION_ADMINISTRATOR
from kring.ground.audit.trail import note_read
from kring.ground.shared.levels import Level
from kring.ground.shared.period import day_of
from kring.ground.shared.protection import Writes


def names_in(dossier: UUID, accounts: Collection[UUID]) -> dict[UUID, str]:
    """Of who did something in a dossier: as everybody round the family knows them."""
    parties = Party.objects.filter(dossier_id=dossier, account__in=accounts).values_list("account", "name")
    own = Account.objects.filter(id__in=accounts).values_list("id", "display_name")
    return {account: name for account, name in (*own, *parties) if account}


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


def works_at(account: UUID, organisation: UUID) -> bool:
    """The one who asks is the account itself."""
    return Account.objects.filter(id=account, staff__isnull=False, organisation=organisation).exists()


def administrators(at: datetime) -> tuple[UUID, ...]:
    """Everybody who is functional administrator now, the installation's own account left out."""
    rows = RoleAssignment.objects.filter(role=ADMINISTRATOR.code, started_at__lte=at).exclude(ended_at__lte=at)
    people = rows.exclude(account_id=SYSTEM_ID).order_by("account_id").distinct()
    return tuple(people.values_list("account_id", flat=True))


@dataclass(frozen=True, slots=True)
class ReviewDue:
    """An organisation whose access somebody keeps in order, and since when the present term runs."""

    organisation: UUID
    name: str
    administrator: UUID
    since: datetime


def reviews_due(at: datetime) -> tuple[ReviewDue, ...]:
    """For the worker: each running organisation with an administrator of its own first, else a functional one."""
    rows = RoleAssignment.objects.filter(
        role__in=(ADMINISTRATOR.code, ORGANISATION_ADMINISTRATOR.code), started_at__lte=at, organisation__ended_on=None
    ).exclude(ended_at__lte=at)
    people = rows.exclude(account_id=SYSTEM_ID).select_related("organisation")
    chosen: dict[UUID, RoleAssignment] = {}
    for row in people.order_by("role", "-started_at", "account_id"):
        chosen[row.organisation_id] = row  # "organisatiebeheerder" comes after "beheerder", the longest of them last
    signed = AccessReview.objects.order_by("signed_at").values_list("organisation_id", "signed_at")
    last = dict(signed)
    return tuple(
        ReviewDue(one, row.organisation.name, row.account_id, last.get(one, row.started_at))
        for one, row in chosen.items()
    )


def reviewed() -> dict[UUID, datetime]:
    """When each organisation was reviewed last: of all for a functional administrator, else of the own."""
    with connection.cursor() as cursor:
        cursor.execute("select organisation, signed_at from gate.reviewed()")
        return dict(cursor.fetchall())


def dossiers_written(actor: Actor, part: Part) -> tuple[tuple[UUID, str], ...]:
    """The dossiers, by label, in which the actor adds to this part: where an entry may be moved to. One query."""
    mine = Grant.objects.filter(account_id=actor.id, part=part, writes__gt=Writes.NOTHING, valid_from__lte=actor.at)
    keys = mine.exclude(valid_until__lte=actor.at).values("key")
    open_now = Dossier.objects.filter(id__in=keys).exclude(state=DossierState.CLOSED)
    found = tuple(open_now.order_by("label", "id").values_list("id", "label"))
    for dossier, _label in found:
        note_read(Part.DOSSIER_FACE, dossier=dossier)
    return found


@dataclass(frozen=True, slots=True)
class Consulted:
    """A safeguarding officer who thinks along, or will; the period is that of her reading (condition 6)."""

    account: UUID
    name: str
    since: date
    until: date | None


def consulted(dossier: UUID) -> tuple[Consulted, ...]:
    """For who reads the meldcode here; for anybody else nobody (BR-072). One statement."""
    with connection.cursor() as cursor:
        cursor.execute("select account, name, since, until from gate.consulted(%s)", [dossier])
        rows = cursor.fetchall()
    if rows:
        note_read(Part.SHARING, dossier=dossier, level=Level.PROTECTED)
    return tuple(
        Consulted(account, name, day_of(since), day_of(until) if until else None)
        for account, name, since, until in rows
    )


@dataclass(frozen=True, slots=True)
class OwnAccess:
    """How it stands with a member's own access; without `since` and `invited_on` there is none."""

    since: datetime | None = None
    invited_at: datetime | None = None
    expires_at: datetime | None = None


def own_access(dossier: UUID) -> dict[UUID, OwnAccess]:
    """Per member with an account here, for who leads; the database asks who that is. One statement."""
    with connection.cursor() as cursor:
        cursor.execute("select subject, since, invited_at, expires_at from gate.own_access(%s)", [dossier])
        return {row[0]: OwnAccess(*row[1:]) for row in cursor.fetchall()}
