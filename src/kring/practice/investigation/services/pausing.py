"""The clock of the law stands still and runs on: never without a reason, and never twice at once."""

from datetime import date

from kring.ground.access.actor import Actor
from kring.practice.investigation.models import ClockPause, Investigation
from kring.practice.investigation.rules.clocks import can_pause, can_resume
from kring.practice.investigation.rules.steps import can_happen_on, can_run_term
from kring.practice.investigation.services.clocks import keep_clocks
from kring.practice.investigation.services.writing import enforce, note, pauses_of


def pause(*, actor: Actor, row: Investigation, since: date, reason: str) -> ClockPause:
    """From a day on, today at the latest. Its task goes; a new one comes when the term runs again."""
    enforce(actor, row)
    can_run_term(row.state).enforce()
    can_happen_on(since, row.applied_on or row.reported_on, actor.today).enforce()
    can_pause(pauses_of(row), since, actor.today, reason).enforce()
    made = ClockPause(
        investigation=row, subject_id=row.subject_id, law=row.law, since=since, reason=reason.strip(),
        written_by=actor.id, written_at=actor.at,
    )  # fmt: skip
    made.save(force_insert=True)
    note(row, "paused", ground=reason.strip())
    keep_clocks(actor, row, pauses_of(row))
    return made


def resume(*, actor: Actor, row: Investigation, on: date) -> None:
    """From this day on the term runs again; on the day itself it stood still no longer."""
    enforce(actor, row)
    can_resume(pauses_of(row), on, actor.today).enforce()
    ClockPause.objects.filter(investigation=row, until=None).update(until=on)
    note(row, "resumed")
    keep_clocks(actor, row, pauses_of(row))
