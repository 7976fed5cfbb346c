"""What the worker does by itself: who leads hears of sharing that ends within thirty days."""

from kring.ground.access.actor import acting, system_actor
from kring.ground.shared import clock
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.jobs import job
from kring.practice.leads.services import tell_of_ends


@job("leads.tell_of_ends", role=DatabaseRole.JOBS, cron="35 4 * * *")
def sharing_ends() -> None:
    actor = system_actor(clock.now())
    with acting(actor):
        tell_of_ends(actor=actor)
