"""What the worker does by itself: who leads hears in time of a birthday that changes what holds (BR-025)."""

from kring.ground.access.actor import acting, system_actor
from kring.ground.shared import clock
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.jobs import job
from kring.practice.course.services import tell_of_birthdays


@job("course.tell_of_birthdays", role=DatabaseRole.JOBS, cron="45 4 * * *")
def birthdays() -> None:
    actor = system_actor(clock.now())
    with acting(actor):
        tell_of_birthdays(actor=actor)
