"""The first set-up: the co-operation, its first municipality, and the installation's own account."""

from uuid import UUID

from kring.ground.access import compiler
from kring.ground.access.actor import SYSTEM_ID, Actor
from kring.ground.access.gates import gate
from kring.ground.access.models import Account, AccountKind, RoleAssignment
from kring.ground.access.policy import may_administer, may_administer_all
from kring.ground.access.roles import ADMINISTRATOR
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.organisations.models import CoOperation, Organisation, OrganisationKind
from kring.ground.shared.verdict import Refused


def found(*, actor: Actor, co_operation: str, municipality: str, cbs_code: str) -> Organisation:
    """Once per installation. Afterwards the installation's account administers the first municipality."""
    may_administer(actor, None).enforce()
    if CoOperation.objects.exists():
        raise Refused("Kring is al ingericht.")
    first = Organisation(kind=OrganisationKind.MUNICIPALITY, name=municipality, cbs_code=cbs_code)
    first.full_clean()
    with gate():
        CoOperation(name=co_operation).save(force_insert=True)
        Account(id=SYSTEM_ID, kind=AccountKind.SYSTEM, display_name="Kring").save(force_insert=True)
        first.save(force_insert=True)
        _administer(actor, first.id, SYSTEM_ID)
    note_deed("access.co_operation_founded", "settings", event=Event.RIGHTS)
    return first


def register_organisation(*, actor: Actor, organisation: Organisation) -> Organisation:
    """One more municipality or organisation; the installation's account administers it, and who registered it."""
    may_administer_all(actor).enforce()
    organisation.full_clean()
    with gate():
        organisation.save(force_insert=True)
        for account in sorted({SYSTEM_ID, actor.id}):
            _administer(actor, organisation.id, account)
    note_deed("access.organisation_registered", "settings", event=Event.RIGHTS)
    return organisation


def _administer(actor: Actor, organisation: UUID, account: UUID) -> None:
    RoleAssignment.objects.create(
        account_id=account,
        organisation_id=organisation,
        role=ADMINISTRATOR.code,
        started_at=actor.at,
        ground="eerste inrichting",
    )
    compiler.recompile_account(account)
