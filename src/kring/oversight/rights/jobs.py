"""Collecting what is held about a person, and dropping packages after their term: as role kring_rights."""

from uuid import UUID

from kring.ground.access.actor import acting, system_actor
from kring.ground.audit.trail import recording, write
from kring.ground.shared import clock
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.jobs import job
from kring.oversight.rights.services import drop_expired, make_package


@job("rights.collect", role=DatabaseRole.RIGHTS)
def collect(*, request: UUID) -> None:
    actor = system_actor(clock.now())
    with recording("rights.collect") as trail, acting(actor):
        make_package(request=request, at=actor.at)
        write(trail)


@job("rights.drop_expired", role=DatabaseRole.RIGHTS, cron="50 2 * * *")
def drop() -> None:
    drop_expired(at=clock.now())
