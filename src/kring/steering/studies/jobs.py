"""The lists of studies are made, and destroyed, by the only role that reads the register without names."""

from datetime import date
from uuid import UUID

from kring.ground.shared import clock
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.jobs import job
from kring.steering.studies.services.asking import COUNT_JOB
from kring.steering.studies.services.snapshot import keep_studies, take_snapshot


@job(COUNT_JOB, role=DatabaseRole.SNAPSHOT)
def count(*, study: UUID, day: int) -> None:
    """The list of one study as things stood on the day with this ordinal number."""
    take_snapshot(study=study, reference_date=date.fromordinal(day), at=clock.now())


@job("studies.keep", role=DatabaseRole.SNAPSHOT, cron="30 2 * * *")
def keep() -> None:
    """Studies that no longer run lose their households and keys; those that began today get their first list."""
    keep_studies(at=clock.now())
