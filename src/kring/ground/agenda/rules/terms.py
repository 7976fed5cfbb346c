"""How a term is counted. A legal one follows the Algemene termijnenwet (Atw); a house rule counts as people do."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from holidays import OPTIONAL, PUBLIC, country_holidays

from kring.ground.configuration.rules import Basis

HOLIDAYS = country_holidays("NL", categories=(PUBLIC, OPTIONAL))
"""The days of Atw art. 3 lid 1 and 2: with 5 May every year and Good Friday. Extended by year when asked."""
SATURDAY = 5
DAYS_IN_WEEK = 7
NOT_STILL = timedelta()


class Unit(StrEnum):
    DAYS = "days"
    WORKING_DAYS = "working_days"
    WEEKS = "weeks"
    MONTHS = "months"


@dataclass(frozen=True, slots=True)
class Term:
    """How long; the day on which the clock begins does not count."""

    number: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class Clock:
    """One rule. `title` and `source` are what a person reads; without a term the day is agreed per case."""

    code: str
    title: str
    basis: Basis
    source: str
    term: Term | None = None

    @property
    def is_legal(self) -> bool:
        return self.basis is Basis.LEGAL


def is_working_day(day: date) -> bool:
    """Not a Saturday, Sunday or generally recognised holiday."""
    return day.weekday() < SATURDAY and day not in HOLIDAYS


def due_on(clock: Clock, start: date, still: timedelta = NOT_STILL) -> date:
    """The last day on which the task is in time; later by as long as the term stood still.

    ValueError when the clock has no term of its own.
    """
    if clock.term is None:
        raise ValueError(f"De klok {clock.code} heeft geen vaste termijn: geef een datum.")
    end = end_of(clock.term, start) + still
    return _extended(clock.term, start, end) if clock.is_legal else end


def end_of(term: Term, start: date) -> date:
    match term.unit:
        case Unit.DAYS:
            return start + timedelta(days=term.number)
        case Unit.WEEKS:
            return start + timedelta(days=term.number * DAYS_IN_WEEK)
        case Unit.MONTHS:
            return _months_later(start, term.number)
        case Unit.WORKING_DAYS:
            return _working_days_later(start, term.number)


def _months_later(start: date, number: int) -> date:
    """The same day of a later month; the last day of that month where it has no such day."""
    years, month = divmod(start.month - 1 + number, 12)
    first = date(start.year + years, month + 1, 1)
    after = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return min(first.replace(day=1) + timedelta(days=start.day - 1), after - timedelta(days=1))


def _working_days_later(start: date, number: int) -> date:
    day, left = start, number
    while left:
        day += timedelta(days=1)
        left -= is_working_day(day)
    return day


def _extended(term: Term, start: date, end: date) -> date:
    """Atw art. 1: to the next ordinary day. Art. 2: a term of three days or more holds two ordinary days."""
    if _is_long(term):
        return end
    while not is_working_day(end) or (end - start >= timedelta(days=3) and _working_days(start, end) < 2):
        end += timedelta(days=1)
    return end


def _is_long(term: Term) -> bool:
    """Atw art. 4: terms of more than 90 days, twelve weeks or three months are left as they are."""
    longest = {Unit.DAYS: 90, Unit.WORKING_DAYS: 90, Unit.WEEKS: 12, Unit.MONTHS: 3}
    return term.number > longest[term.unit]


def _working_days(start: date, end: date) -> int:
    days = ((start + timedelta(days=step)) for step in range(1, (end - start).days + 1))
    return sum(is_working_day(day) for day in days)
