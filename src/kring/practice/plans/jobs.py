"""What the worker does by itself: drafts that nobody took up again go."""

from kring.ground.configuration.queries import value
from kring.ground.shared import clock
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.jobs import job
from kring.practice.plans.rules.meeting import DRAFT_KEPT
from kring.practice.plans.services import drop_old_drafts


@job("plans.drop_old_drafts", role=DatabaseRole.JOBS, cron="27 2 * * *")
def old_drafts() -> None:
    drop_old_drafts(at=clock.now(), days=value(DRAFT_KEPT.code))
