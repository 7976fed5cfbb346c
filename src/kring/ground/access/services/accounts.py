"""Accounts and roles: made by the functional administrator, or by the installation itself at first set-up."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.utils.translation import gettext as _

from kring.ground.access import compiler
from kring.ground.access.actor import Actor
from kring.ground.access.gates import gate
from kring.ground.access.models import Account, AccountKind, Invitation, Login, RoleAssignment, Subject
from kring.ground.access.policy import may_administer, may_administer_all
from kring.ground.access.roles import ADMINISTRATOR, COLLEAGUE, ORGANISATION_ROLES
from kring.ground.access.rules import can_give_role
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.organisations.models import Staff
from kring.ground.shared.lasting import lasting
from kring.ground.shared.verdict import Refused


@dataclass(frozen=True, slots=True)
class AccountDetails:
    """Either `staff` (a professional) or `subject` (a member of a family)."""

    name: str
    staff: Staff | None = None
    subject: Subject | None = None
    id: UUID | None = None


def make_account(*, actor: Actor, details: AccountDetails) -> Account:
    """An account; a professional's sees colleagues of the own organisation from the first moment."""
    organisation = details.staff.organisation_id if details.staff else None
    may_administer(actor, organisation or (details.subject.controller_id if details.subject else None)).enforce()
    account = Account(
        id=details.id or uuid4(),
        kind=AccountKind.ACCOUNT,
        staff=details.staff,
        subject=details.subject,
        display_name=details.name,
        function=details.staff.function if details.staff else "",
        organisation_id=organisation,
    )
    with gate():
        account.save(force_insert=True)
    note_deed("access.account_made", "settings", event=Event.RIGHTS)
    if organisation:
        assign_role(
            actor=actor,
            account=account.id,
            role=COLLEAGUE.code,
            organisation=organisation,
            ground="in dienst",
        )
    return account


def make_login(*, actor: Actor, account: Account, email: str, password: str | None) -> Login:
    """The address and password with which this account signs in; without a password it enters another way only."""
    may_administer(actor, account.organisation_id).enforce()
    login = Login(id=account.id, email=email.lower())
    login.set_password(password)
    login.full_clean()
    login.save(force_insert=True)
    note_deed("access.login_made", "settings", event=Event.RIGHTS)
    return login


def close_login(*, actor: Actor, account: Account) -> None:
    """The account can no longer sign in; what it did stays readable."""
    may_administer(actor, account.organisation_id).enforce()
    Login.objects.filter(id=account.id).update(is_active=False)
    with gate():
        open_links = Invitation.objects.filter(account=account, used_at=None, withdrawn_at=None)
        open_links.update(withdrawn_at=actor.at)
    note_deed("access.login_closed", "settings", event=Event.RIGHTS)


def assign_role(
    *, actor: Actor, account: UUID, role: str, organisation: UUID, ground: str, until: datetime | None = None
) -> RoleAssignment:
    """A role in an organisation from now on. The role must be one of `ORGANISATION_ROLES`."""
    may_administer(actor, organisation).enforce()
    if role not in ORGANISATION_ROLES:
        raise ValueError(f"Onbekende rol: {role}")
    can_give_role(
        to_oneself=account == actor.id,
        is_administrating=role == ADMINISTRATOR.code,
        administers_all=bool(may_administer_all(actor)),
    ).enforce()
    assignment = RoleAssignment(
        account_id=account,
        organisation_id=organisation,
        role=role,
        started_at=actor.at,
        ended_at=until,
        ground=ground,
    )
    with gate():
        assignment.save(force_insert=True)
        compiler.recompile_account(account)
    note_deed("access.role_assigned", "settings", event=Event.RIGHTS, ground=ground)
    return assignment


def end_role(*, actor: Actor, assignment: RoleAssignment, ground: str) -> None:
    """From now on this account has this role no more; that it had it stays readable."""
    may_administer(actor, assignment.organisation_id).enforce()
    if not ground.strip():
        raise Refused(_("Schrijf op waarom."))
    running = RoleAssignment.objects.filter(lasting(actor.at), id=assignment.id)
    with gate():
        if not running.update(ended_at=actor.at):
            raise Refused(_("Deze rol was al geëindigd."))
        compiler.recompile_account(assignment.account_id)
    note_deed("access.role_ended", "settings", event=Event.RIGHTS, ground=ground)
