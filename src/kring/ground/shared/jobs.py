"""Jobs: named after their purpose, each running as its own database role, carrying ids only.

A job commits with the data that it is about, and takes its rights when it runs (access design §5).
"""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.db import connection
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from kring.ground.shared import database
from kring.ground.shared.database import DatabaseRole

MOST_ATTEMPTS = 3
WAIT_SECONDS = 20
STALLED_SECONDS = 30
KEEP_FAILED_DAYS = 30

UPKEEP = """
select procrastinate_prune_stalled_workers_v1(%(stalled)s);
select case when attempts + 1 < %(attempts)s then procrastinate_retry_job_v2(id, now(), null, null, null)
            else procrastinate_finish_job_v1(id, 'failed', false) end
  from procrastinate_jobs where status = 'doing' and worker_id is null;
delete from procrastinate_jobs j where status = 'failed' and not exists (
  select 1 from procrastinate_events e where e.job_id = j.id and e.at > now() - make_interval(days => %(days)s));
"""


@dataclass(frozen=True, slots=True)
class Job:
    """What runs, as whom, and when by itself: five cron fields in UTC, or none."""

    name: str
    role: DatabaseRole
    run: Callable[..., None]
    cron: str = ""

    def perform(self, **ids: str | int) -> None:
        """Run as the job's role; a procrastinate timestamp of a periodic job is no id and is left out."""
        ids.pop("timestamp", None)
        with database.connected_as(self.role):
            self.run(**{name: UUID(value) if isinstance(value, str) else value for name, value in ids.items()})


JOBS: dict[str, Job] = {}


def job(name: str, *, role: DatabaseRole, cron: str = "") -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Declare a function in a `jobs` module as a job. Its arguments are ids, by keyword.

    `@job("exchange.process_waiting", role=DatabaseRole.IMPORT)` above `def process_waiting(*, delivery: UUID)`.
    One job of a name runs at a time; one that runs by itself does not wait twice and is not tried again.
    """

    def declare(run: Callable[..., None]) -> Callable[..., None]:
        declared = JOBS[name] = Job(name, role, run, cron)
        if cron:
            app.periodic(cron=cron)(app.task(name=name, lock=name, queueing_lock=name)(declared.perform))
        else:
            retry = RetryStrategy(max_attempts=MOST_ATTEMPTS, wait=WAIT_SECONDS)
            app.task(name=name, lock=name, retry=retry)(declared.perform)
        return run

    return declare


def defer(name: str, **ids: UUID | int) -> None:
    """Have this job done once the present transaction is committed; after a rollback it never was.

    By name, so that a service may ask for a job that stands above it.
    """
    if name not in JOBS:
        raise ValueError(f"Onbekende taak voor de achtergrond: {name}.")
    if not connection.in_atomic_block:
        raise RuntimeError("A job is deferred inside the transaction that it belongs to.")
    app.configure_task(name).defer(
        **{key: str(value) if isinstance(value, UUID) else value for key, value in ids.items()}
    )


@job("shared.keep_queue", role=DatabaseRole.JOBS, cron="* * * * *")
def keep_queue() -> None:
    """Jobs whose worker died run again, three times at most; failed ones are kept for a month."""
    with connection.cursor() as cursor:
        cursor.execute(UPKEEP, {"stalled": STALLED_SECONDS, "attempts": MOST_ATTEMPTS, "days": KEEP_FAILED_DAYS})
