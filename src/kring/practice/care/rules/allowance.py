"""How much an assignment allows: in one product period (TR321, IV077, IV078) and over its whole time (TR322, TR369)."""

from dataclasses import dataclass
from datetime import date

MINUTES, HOURS, EURO = "01", "04", "83"
_OUTPUT = frozenset({"82", EURO})
_PER_DAY, _PER_WEEK, _PER_MONTH, _IN_TOTAL = "1", "2", "4", "6"
_HOUSEHOLD_HELP = "01"
_WEEKS_OF_HOUSEHOLD_HELP = 6


@dataclass(frozen=True, slots=True)
class Volume:
    """An amount in a unit, so often: the Omvang of an assignment."""

    amount: int
    unit: str
    frequency: str


def size(amount: int, unit: str) -> int:
    """Comparable: what is assigned in hours may be declared in minutes (IV081)."""
    return amount * 60 if unit == HOURS else amount


def fits(assigned: str, declared: str) -> bool:
    """Whether a declaration may be in this unit (TR341)."""
    return declared in ({HOURS, MINUTES} if assigned == HOURS else {assigned})


def most_in(volume: Volume, category: str, first: date, last: date) -> int | None:
    """At most in one product period; None when that is in the contract (pieces and euros of output), or a total."""
    if volume.unit in _OUTPUT or volume.frequency == _IN_TOTAL:
        return None
    weeks = _WEEKS_OF_HOUSEHOLD_HELP if category == _HOUSEHOLD_HELP else _weeks(first, last)
    return _times(volume, weeks, first, last)


def most_over(volume: Volume, started_on: date, ended_on: date | None) -> int | None:
    """At most over the whole assignment; None when it has no end, unless the amount is a total."""
    if ended_on is None:
        return size(volume.amount, volume.unit) if volume.frequency == _IN_TOTAL else None
    return _times(volume, _weeks(started_on, ended_on), started_on, ended_on)


def _times(volume: Volume, weeks: int, first: date, last: date) -> int:
    often = {
        _PER_DAY: (last - first).days + 1,
        _PER_WEEK: weeks,
        _PER_MONTH: (last.year - first.year) * 12 + last.month - first.month + 1,
        _IN_TOTAL: 1,
    }
    return size(volume.amount, volume.unit) * often[volume.frequency]


def _weeks(first: date, last: date) -> int:
    """Calendar weeks that are touched, also in part; the first day of the calendar was a Monday."""
    return (last.toordinal() - 1) // 7 - (first.toordinal() - 1) // 7 + 1
