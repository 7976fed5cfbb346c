"""What the worker does by itself: count all figures every night, and again when somebody asks."""

from kring.ground.access.actor import acting, system_actor
from kring.ground.audit.trail import recording, write
from kring.ground.shared import clock
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.jobs import job
from kring.steering.figures.services.counting import count_figures

COUNT_NOW = "figures.count_now"


def _count() -> None:
    actor = system_actor(clock.now())
    with recording("figures.count") as trail, acting(actor):
        count_figures(actor=actor, day=actor.today)
        write(trail)


@job("figures.count_nightly", role=DatabaseRole.SNAPSHOT, cron="45 1 * * *")
def count_nightly() -> None:
    _count()


@job(COUNT_NOW, role=DatabaseRole.SNAPSHOT)
def count_now() -> None:
    _count()
