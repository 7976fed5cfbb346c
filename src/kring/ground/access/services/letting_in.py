"""A member of the family gets an own account: an account, the role of each age, authority over children, and a link."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from kring.ground.access import compiler
from kring.ground.access.actor import Actor
from kring.ground.access.gates import gate
from kring.ground.access.models import (
    Account,
    AccountKind,
    Dossier,
    DossierSubject,
    Invitation,
    InvitationKind,
    Involvement,
    Login,
    Representation,
)
from kring.ground.access.policy import may_let_in
from kring.ground.access.roles import FAMILY_ROLES
from kring.ground.access.rules import spells
from kring.ground.access.services.invitations import invite, withdraw_invitation
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.shared.lasting import lasting
from kring.ground.shared.verdict import Refused


@dataclass(frozen=True, slots=True)
class Child:
    """Over whom there is authority, until the sixteenth birthday at the latest (BR-084), and by which source."""

    subject: UUID
    until: datetime
    source: str


@dataclass(frozen=True, slots=True)
class Entrant:
    """Who is let in. Without `by_mail` nothing is sent: the link is handed over on paper."""

    subject: UUID
    name: str
    born: date
    email: str
    ground: str
    by_mail: bool = True
    children: Sequence[Child] = ()


def let_in(*, actor: Actor, dossier: Dossier, entrant: Entrant) -> Invitation | None:
    """One account per person (BR-078). Who signs in already for another plan needs no link: then None."""
    may_let_in(actor, dossier).enforce()
    with gate():
        if not DossierSubject.objects.filter(dossier=dossier, subject=entrant.subject, ended_at=None).exists():
            raise Refused(_("Deze persoon hoort niet bij dit dossier."))
        account = Account.objects.filter(subject=entrant.subject).first() or _account(entrant)
        _involve(actor, dossier, account, entrant)
        _represent(actor, entrant)
        compiler.recompile_dossier(dossier.id)
    note_deed("access.member_let_in", "party", event=Event.RIGHTS, dossier=dossier.id, ground=entrant.ground)
    if Login.objects.filter(id=account.id, is_active=True).exists():
        return None
    return invite(actor=actor, account=account, email=entrant.email, dossier=dossier, by_mail=entrant.by_mail)


def shut_out(*, actor: Actor, dossier: Dossier, subject: UUID, ground: str) -> None:
    """Access to this dossier ends at once; a link that was not used yet no longer works. The account stays."""
    may_let_in(actor, dossier).enforce()
    if not ground.strip():
        raise Refused(_("Schrijf op waarom."))
    with gate():
        account = Account.objects.filter(subject=subject).first()
        if account is None or not _end(actor, dossier, account):
            raise Refused(_("Deze persoon heeft hier geen eigen toegang."))
        links = list(_open_links(actor).filter(account=account, dossier=dossier).select_related("account", "dossier"))
        compiler.recompile_dossier(dossier.id)
    for link in links:
        withdraw_invitation(actor=actor, invitation=link)
    note_deed("access.member_shut_out", "party", event=Event.RIGHTS, dossier=dossier.id, ground=ground)


def _open_links(actor: Actor) -> QuerySet[Invitation]:
    usable = Q(used_at=None, withdrawn_at=None, expires_at__gt=actor.at, kind=InvitationKind.INVITED)
    return Invitation.objects.filter(usable)


def _account(entrant: Entrant) -> Account:
    account = Account(kind=AccountKind.ACCOUNT, subject_id=entrant.subject, display_name=entrant.name)
    account.save(force_insert=True)
    return account


def _involve(actor: Actor, dossier: Dossier, account: Account, entrant: Entrant) -> None:
    """The role follows the age, and is laid down with its dates beforehand; nobody has it twice."""
    if Involvement.objects.filter(lasting(actor.at), dossier=dossier, account=account, role__in=FAMILY_ROLES).exists():
        return
    Involvement.objects.bulk_create(
        Involvement(
            dossier=dossier, account=account, role=one.role, started_at=one.start, ended_at=one.end,
            ground=entrant.ground,
        )
        for one in spells(entrant.born, actor.at)
    )  # fmt: skip


def _represent(actor: Actor, entrant: Entrant) -> None:
    for child in entrant.children:
        Representation.objects.get_or_create(
            holder_id=entrant.subject,
            child_id=child.subject,
            ended_at=child.until,
            defaults={"started_at": actor.at, "source": child.source},
        )


def _end(actor: Actor, dossier: Dossier, account: Account) -> bool:
    """What has not begun yet ends where it would begin, so that it never holds."""
    rows = list(Involvement.objects.filter(lasting(actor.at), dossier=dossier, account=account, role__in=FAMILY_ROLES))
    for row in rows:
        row.ended_at = max(row.started_at, actor.at)
        row.save(update_fields=["ended_at"])
    return bool(rows)
