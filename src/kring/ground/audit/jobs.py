"""What the worker does with the log by itself: seal each minute, and every night remove what is past its term."""

from kring.ground.audit.services import purge_expired, seal_waiting
from kring.ground.shared import clock
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.jobs import job


@job("audit.seal", role=DatabaseRole.LOG, cron="* * * * *")
def seal() -> None:
    seal_waiting(at=clock.now())


@job("audit.purge", role=DatabaseRole.LOG, cron="40 2 * * *")
def purge() -> None:
    purge_expired()
