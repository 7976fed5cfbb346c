"""What the worker does for this domain: process an upload, undo a delivery, store what was decided."""

from uuid import UUID

from kring.exchange import services
from kring.ground.shared import clock
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.jobs import job


@job("exchange.process_waiting", role=DatabaseRole.IMPORT)
def process_waiting(*, delivery: UUID, account: UUID) -> None:
    """Whatever waits with this delivery, with the rights that the account has when the job runs."""
    services.process_waiting(delivery, account, clock.now())
