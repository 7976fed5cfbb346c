"""The three terms of the Wmo: seven days for a personal plan, six weeks to investigate, two weeks to decide (BR-004).

A term ends with its last day: late is the day after. While a clock stands still, with a reason, its end moves along.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from kring.ground.agenda.rules import DECIDING, INVESTIGATING, PERSONAL_PLAN, clock_of, due_on
from kring.ground.shared.marking import mark as _
from kring.ground.shared.verdict import YES, Verdict, no

NO_PAUSE: Final = timedelta()


@dataclass(frozen=True, slots=True)
class Pause:
    """The clock stands still from `since` up to but not including `until`; an open one stands still today."""

    since: date
    until: date | None
    reason: str

    def days_between(self, start: date, today: date) -> timedelta:
        """What stood still after the term began, counted up to today."""
        end = today if self.until is None else min(self.until, today)
        return max(end - max(self.since, start), NO_PAUSE)


@dataclass(frozen=True, slots=True)
class Clock:
    """The last day on which something is in time; `done_on` once it was done."""

    until: date
    done_on: date | None = None
    stands_still: bool = False

    def days_left(self, today: date) -> int | None:
        """None once it was done; below zero: days late."""
        return None if self.done_on else (self.until - today).days

    def is_late(self, today: date) -> bool:
        return (self.done_on or today) > self.until


def personal_plan_clock(reported_on: date, received_on: date | None = None) -> Clock:
    """Until when the person may hand in a plan of his or her own. No pause moves it."""
    return Clock(due_on(clock_of(PERSONAL_PLAN), reported_on), received_on)


def report_clock(reported_on: date, pauses: Iterable[Pause], today: date, sent_on: date | None = None) -> Clock:
    return _clock(INVESTIGATING, reported_on, pauses, sent_on, today)


def decision_clock(applied_on: date, pauses: Iterable[Pause], today: date, decided_on: date | None = None) -> Clock:
    return _clock(DECIDING, applied_on, pauses, decided_on, today)


def can_pause(pauses: Iterable[Pause], since: date, today: date, reason: str) -> Verdict:
    if not reason.strip():
        return no(_("Schrijf op waarom de termijn stilstaat."))
    if since > today:
        return no(_("De termijn staat stil vanaf vandaag of een eerdere dag."))
    if any(one.until is None or since < one.until for one in pauses):
        return no(_("De termijn staat op die dag al stil."))
    return YES


def can_resume(pauses: Iterable[Pause], on: date, today: date) -> Verdict:
    running = next((one for one in pauses if one.until is None), None)
    if running is None:
        return no(_("De termijn loopt al."))
    if not running.since <= on <= today:
        return no(_("Kies een dag vanaf de dag waarop de termijn stil ging staan, tot en met vandaag."))
    return YES


def _clock(code: str, start: date, pauses: Iterable[Pause], done_on: date | None, today: date) -> Clock:
    """As long as it stands still, a term has no last day yet that the Algemene termijnenwet could move."""
    held = tuple(pauses)
    counted_to = done_on or today
    still = sum((one.days_between(start, counted_to) for one in held), NO_PAUSE)
    if done_on is None and any(one.until is None for one in held):
        return Clock(due_on(clock_of(code), start) + still, stands_still=True)
    return Clock(due_on(clock_of(code), start, still), done_on)
