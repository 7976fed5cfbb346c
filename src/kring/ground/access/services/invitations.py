"""Invitations: one mechanism for colleagues, external professionals, families and whoever lost a password."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.core.validators import validate_email
from django.db.models import Q
from django.utils.translation import gettext as _

from kring.ground.access.actor import SYSTEM_ID, Actor
from kring.ground.access.gates import gate
from kring.ground.access.models import Account, AccountKind, Dossier, DossierSubject, Invitation, InvitationKind, Login
from kring.ground.access.policy import may_invite
from kring.ground.access.rules import INVITED_FOR, RESET_FOR, can_be_used
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.shared.jobs import defer
from kring.ground.shared.verdict import Refused, Verdict

BETWEEN_RESETS = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class Opened:
    """What the page behind a link shows: who asks and for which organisation, never a family."""

    account: UUID
    kind: str
    email: str
    asked_by: str
    organisation: str
    usable: Verdict


def invite(
    *, actor: Actor, account: Account, email: str, dossier: Dossier | None = None, by_mail: bool = True
) -> Invitation:
    """Send a link that opens this account once within eight days; one that was sent before no longer works.

    Without `by_mail` who asks hands the link over, on paper.
    """
    may_invite(actor, account, dossier).enforce()
    address = email.strip().lower()
    validate_email(address)
    of_family = dossier if account.subject_id else None
    _enforce_free(address, account.id)
    with gate():
        if of_family and not DossierSubject.objects.filter(dossier=of_family, subject=account.subject_id).exists():
            raise Refused(_("Deze persoon hoort niet bij dit dossier."))
        _withdraw(actor, Q(account=account))
        made = _make(actor, account.id, InvitationKind.INVITED, address, INVITED_FOR)
        made.dossier, made.organisation_id = of_family, account.organisation_id
        made.save(force_insert=True)
    of = of_family.id if of_family else None
    note_deed("access.account_invited", "party" if of else "settings", event=Event.RIGHTS, dossier=of)
    if by_mail:
        defer("agenda.mail_invitation", invitation=made.id)
    return made


def request_reset(*, actor: Actor, email: str) -> None:
    """The same to the owner of this address, for one hour. Without an account nothing happens, and nobody hears it."""
    login = Login.objects.filter(email=email.strip().lower(), is_active=True).first()
    if login is None:
        return
    with gate():
        recent = Invitation.objects.filter(account=login.id, kind=InvitationKind.RESET)
        if recent.filter(made_at__gt=actor.at - BETWEEN_RESETS, used_at=None).exists():
            return
        _withdraw(actor, Q(account=login.id, kind=InvitationKind.RESET))
        made = _make(actor, login.id, InvitationKind.RESET, login.email, RESET_FOR)
        made.save(force_insert=True)
    note_deed("access.reset_requested", "settings", event=Event.RIGHTS)
    defer("agenda.mail_invitation", invitation=made.id)


def withdraw_invitation(*, actor: Actor, invitation: Invitation) -> None:
    """The link no longer works."""
    may_invite(actor, invitation.account, invitation.dossier).enforce()
    with gate():
        _withdraw(actor, Q(id=invitation.id))
    note_deed("access.invitation_withdrawn", "settings", event=Event.RIGHTS, dossier=invitation.dossier_id)


def open_invitation(*, invitation: UUID, at: datetime) -> Opened | None:
    """For whoever holds the link; nothing is known of them yet. None when it never was."""
    with gate():
        found = Invitation.objects.select_related("organisation", "dossier__controller").filter(id=invitation).first()
        if found is None:
            return None
        asker = Account.objects.filter(id=found.made_by).exclude(id=SYSTEM_ID).first()
        organisation = found.dossier.controller if found.dossier else found.organisation
        return Opened(
            found.account_id,
            found.kind,
            found.email,
            asker.display_name if asker else "",
            organisation.name if organisation else "",
            _usable(found, at),
        )


def accept_invitation(*, actor: Actor, invitation: UUID, password: str) -> Login:
    """The account gets this address and password, and every session that it had ends. Once."""
    with gate():
        found = Invitation.objects.select_for_update().get(id=invitation, account_id=actor.id)
        _usable(found, actor.at).enforce()
        Invitation.objects.filter(id=found.id).update(used_at=actor.at)
    login = Login.objects.filter(id=actor.id).first() or Login(id=actor.id)
    if not login.is_active:
        raise Refused(_("Dit account is gesloten."))
    _enforce_free(found.email, actor.id)
    login.email = found.email
    login.session_round += 1
    login.set_password(password)
    login.save()
    note_deed("access.invitation_accepted", "settings", event=Event.RIGHTS)
    return login


def invited_actor(account: UUID, at: datetime) -> Actor:
    """Someone who came in by a link that was sent for one purpose."""
    return Actor(account, AccountKind.INVITATION, at)


def _enforce_free(address: str, account: UUID) -> None:
    if Login.objects.filter(email=address).exclude(id=account).exists():
        raise Refused(_("Dit e-mailadres hoort al bij een ander account."))


def _make(actor: Actor, account: UUID, kind: InvitationKind, email: str, lasts: timedelta) -> Invitation:
    return Invitation(
        account_id=account, kind=kind, email=email, made_by=actor.id, made_at=actor.at, expires_at=actor.at + lasts
    )


def _withdraw(actor: Actor, which: Q) -> None:
    Invitation.objects.filter(which, used_at=None, withdrawn_at=None).update(withdrawn_at=actor.at)


def _usable(found: Invitation, at: datetime) -> Verdict:
    return can_be_used(at=at, expires_at=found.expires_at, used_at=found.used_at, withdrawn_at=found.withdrawn_at)
