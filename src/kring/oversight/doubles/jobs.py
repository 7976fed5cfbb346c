"""What is done about doubles behind the pages: looking for them, merging, and undoing."""

from datetime import datetime
from uuid import UUID

from kring.ground.access.actor import SYSTEM_ID, Actor, acting, roles_of, system_actor
from kring.ground.access.models import AccountKind
from kring.ground.audit.trail import recording, write
from kring.ground.organisations.models import Organisation, OrganisationKind
from kring.ground.shared import clock
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.jobs import job
from kring.ground.shared.verdict import Refused
from kring.oversight.doubles import services
from kring.oversight.doubles.models import Double, DoubleState


@job("doubles.find", role=DatabaseRole.MERGE)
def find(*, organisation: UUID, account: UUID) -> None:
    actor = _actor(account, clock.now())
    with recording("doubles.find") as trail, acting(actor):
        services.find_doubles(actor=actor, organisation=organisation)
        write(trail)


@job("doubles.weekly", role=DatabaseRole.MERGE, cron="40 3 * * 0")
def weekly() -> None:
    """Of every municipality that takes part."""
    for one in municipalities():
        find(organisation=one, account=SYSTEM_ID)


def municipalities() -> list[UUID]:
    """By name."""
    with acting(system_actor(clock.now())):
        towns = Organisation.objects.filter(kind=OrganisationKind.MUNICIPALITY, ended_on=None).order_by("name", "id")
        return list(towns.values_list("id", flat=True))


@job("doubles.carry_out", role=DatabaseRole.MERGE)
def carry_out(*, double: UUID, account: UUID) -> None:
    """Whole or not at all; what cannot be done waits again, and the page says why."""
    actor = _actor(account, clock.now())
    try:
        with recording("doubles.carry_out") as trail, acting(actor):
            found = Double.objects.select_for_update().get(id=double)
            match found.state:
                case DoubleState.MERGING:
                    services.merge(actor=actor, double=found)
                case DoubleState.UNDOING:
                    services.undo_merge(actor=actor, double=found)
            write(trail)
    except Refused as refusal:
        with recording("doubles.carry_out") as trail, acting(actor):
            services.put_back(double=double, reason=str(refusal.reason))
            write(trail)


def _actor(account: UUID, at: datetime) -> Actor:
    """With the rights that the account has when the job runs."""
    if account == SYSTEM_ID:
        return system_actor(at)
    with acting(Actor(account, AccountKind.ACCOUNT, at)):
        return Actor(account, AccountKind.ACCOUNT, at, roles_of(account, at))
