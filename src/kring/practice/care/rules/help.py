"""One provision in the time that it counts. It counts for a household only while its person is a member.

Periods are half-open. What was granted "tot en met" a day ends on the day after.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum

from kring.ground.shared.period import Period

DAY = timedelta(days=1)


class CostState(StrEnum):
    """What is known about a cost. Unknown is counted apart and never zero (BR-123)."""

    KNOWN = "known"
    ESTIMATED = "estimated"
    UNKNOWN = "unknown"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Cost:
    """In euro cents; None is an amount that nobody gave."""

    state: CostState = CostState.UNKNOWN
    per_year: int | None = None
    once: int | None = None
    declared: int | None = None


@dataclass(frozen=True, slots=True)
class Help:
    """One provision of one person. `helpers` are the keys of the professionals known by name."""

    ref: str
    person: str
    law: str
    product: str
    period: Period
    provider: str = ""
    helpers: frozenset[str] = frozenset()
    cost: Cost = field(default_factory=Cost)
    told_by_family: bool = False

    def runs_on(self, day: date) -> bool:
        return self.period.holds(day)


@dataclass(frozen=True, slots=True)
class Stay:
    """A person lived in the household for this time."""

    person: str
    period: Period


def effective(
    granted_from: date, granted_until: date | None, began_on: date | None = None, stopped_on: date | None = None
) -> Period:
    """When help really ran: what the provider reported goes before what was granted. Last days are included."""
    start = began_on or granted_from
    last = stopped_on or granted_until
    return Period(start, None if last is None else max(last + DAY, start))


def common(one: Period, other: Period) -> Period | None:
    """The time that both hold, or None."""
    if not one.overlaps(other):
        return None
    ends = [end for end in (one.end, other.end) if end is not None]
    start, end = max(one.start, other.start), min(ends) if ends else None
    return None if end is not None and end <= start else Period(start, end)


def counted(helps: Iterable[Help], stays: Iterable[Stay]) -> tuple[Help, ...]:
    """The help that counts for a household: each provision cut to the time that its person was a member."""
    of_person: dict[str, list[Period]] = {}
    for stay in stays:
        of_person.setdefault(stay.person, []).append(stay.period)
    return tuple(
        replace(one, period=period)
        for one in helps
        for during in sorted(of_person.get(one.person, ()), key=lambda each: each.start)
        if (period := common(one.period, during)) is not None
    )
