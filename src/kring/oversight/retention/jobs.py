"""What is done about terms behind the pages: drawing lists up, twice a year by itself, and carrying them out."""

from uuid import UUID

from kring.ground.access.actor import SYSTEM_ID, Actor, acting, system_actor
from kring.ground.audit.trail import recording, write
from kring.ground.organisations.models import Organisation, OrganisationKind
from kring.ground.shared import clock
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.jobs import job
from kring.oversight.retention import services


@job("retention.draw_up", role=DatabaseRole.RETENTION)
def draw_up(*, organisation: UUID, by: UUID) -> None:
    actor = _actor()
    with recording("retention.draw_up") as trail, acting(actor):
        services.draw_up(actor=actor, organisation=organisation, by=by)
        write(trail)


@job("retention.twice_a_year", role=DatabaseRole.RETENTION, cron="10 3 2 1,7 *")
def twice_a_year() -> None:
    """Of every municipality, by nobody: any archivist may approve it."""
    for one in municipalities():
        draw_up(organisation=one, by=SYSTEM_ID)


def municipalities() -> list[UUID]:
    """Those that take part now."""
    with acting(_actor()):
        towns = Organisation.objects.filter(kind=OrganisationKind.MUNICIPALITY, ended_on=None)
        return list(towns.order_by("name", "id").values_list("id", flat=True))


@job("retention.list_request", role=DatabaseRole.RETENTION)
def list_request(*, request: UUID) -> None:
    actor = _actor()
    with recording("retention.list_request") as trail, acting(actor):
        services.list_request(actor=actor, request=request)
        write(trail)


@job("retention.carry_out", role=DatabaseRole.RETENTION)
def carry_out(*, made: UUID) -> None:
    """Each line in a transaction of its own, and the record at the end."""
    actor = _actor()
    with acting(actor):
        waiting = services.to_do(made)
    for line in waiting:
        with recording("retention.carry_out") as trail, acting(actor):
            services.destroy(actor=actor, line=line, trail=trail)
            write(trail)
    with recording("retention.carry_out") as trail, acting(actor):
        services.finish(actor=actor, made=made)
        write(trail)


@job("retention.left_over", role=DatabaseRole.RETENTION, cron="20 3 * * *")
def left_over() -> None:
    """Every night: what was granted while something ran is listed, and a list that stopped half-way goes on."""
    with acting(_actor()):
        granted, begun = services.requests_to_list(), services.begun()
    for request in granted:
        list_request(request=request)
    for made in begun:
        carry_out(made=made)


def _actor() -> Actor:
    return system_actor(clock.now())
