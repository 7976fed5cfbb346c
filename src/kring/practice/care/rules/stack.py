"""What stands on top of each other on one day, and for how long: facts, no judgement and no risk (BR-124)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from kring.practice.care.rules.help import DAY, Cost, CostState, Help

A_YEAR = timedelta(days=365)
STACKED_FROM = 2
"""From so many laws at the same time it is called a stack."""


@dataclass(frozen=True, slots=True)
class Costs:
    """For the municipality, in euro cents. Yearly, one-off and declared are never added up (BR-123).

    `estimated` is the part of `per_year` that is an estimate; `declared` is of help without a yearly amount;
    `unknown` and `elsewhere` are numbers of provisions.
    """

    per_year: int = 0
    estimated: int = 0
    once: int = 0
    declared: int = 0
    unknown: int = 0
    elsewhere: int = 0


@dataclass(frozen=True, slots=True)
class Stack:
    """The facts of one household on one day."""

    laws: tuple[str, ...]
    provisions: int
    providers: int
    helpers: int
    providers_without_helper: int
    months: int
    costs: Costs


def running(helps: Iterable[Help], day: date) -> tuple[Help, ...]:
    return tuple(one for one in helps if one.runs_on(day))


def laws_on(helps: Iterable[Help], day: date) -> tuple[str, ...]:
    """The laws with help running on this day, in order of the alphabet."""
    return tuple(sorted({one.law for one in running(helps, day)}))


def stacked_months(helps: Sequence[Help], until: date) -> int:
    """Calendar months, up to and including the one of `until`, with a day on which two or more laws ran."""
    stop = until + DAY
    turns = {day for one in helps for day in (one.period.start, one.period.end) if day is not None and day < stop}
    months: set[int] = set()
    for start, end in pairwise([*sorted(turns), stop]):
        if len({one.law for one in helps if one.runs_on(start)}) >= STACKED_FROM:
            months.update(range(_month(start), _month(end - DAY) + 1))
    return len(months)


def helpers_on(helps: Iterable[Help], day: date) -> frozenset[str]:
    """The professionals known by name; one person in two provisions counts once."""
    return frozenset(helper for one in running(helps, day) for helper in one.helpers)


def providers_on(helps: Iterable[Help], day: date) -> frozenset[str]:
    return frozenset(one.provider for one in running(helps, day) if one.provider)


def providers_without_helper(helps: Sequence[Help], day: date) -> frozenset[str]:
    """Providers of whom no professional is known: "bij m aanbieders onbekend"."""
    known = {one.provider for one in running(helps, day) if one.helpers}
    return providers_on(helps, day) - known


def costs_on(helps: Iterable[Help], day: date) -> Costs:
    """What the help of this day costs the municipality; care that only the family told of is no claim on it."""
    municipal = {one.ref: one for one in helps if not one.told_by_family and _counts_for_cost(one, day)}
    return _sum((one.cost, one.runs_on(day)) for one in sorted(municipal.values(), key=lambda each: each.ref))


def stack_of(helps: Sequence[Help], day: date) -> Stack:
    """All facts of `helps` (already `counted` for the household) on this day."""
    return Stack(
        laws=laws_on(helps, day),
        provisions=len({one.ref for one in running(helps, day)}),
        providers=len(providers_on(helps, day)),
        helpers=len(helpers_on(helps, day)),
        providers_without_helper=len(providers_without_helper(helps, day)),
        months=stacked_months(helps, day),
        costs=costs_on(helps, day),
    )


def _month(day: date) -> int:
    return day.year * 12 + day.month


def _counts_for_cost(one: Help, day: date) -> bool:
    """Running; or paid once in the past year: such help may have ended the day it was delivered."""
    paid_once = one.cost.once is not None and day - A_YEAR < one.period.start <= day
    return one.runs_on(day) or paid_once


def _sum(costs: Iterable[tuple[Cost, bool]]) -> Costs:
    """Each cost, with whether its help runs now: only then it has a yearly part."""
    per_year = estimated = once = declared = unknown = elsewhere = 0
    for cost, runs in costs:
        yearly = (cost.per_year or 0) if runs else 0
        if cost.state is CostState.ELSEWHERE:
            elsewhere += 1
        elif cost.state is CostState.UNKNOWN:
            unknown += 1
        else:
            per_year += yearly
            estimated += yearly if cost.state is CostState.ESTIMATED else 0
            once += cost.once or 0
            declared += (cost.declared or 0) if cost.per_year is None and cost.once is None else 0
    return Costs(per_year, estimated, once, declared, unknown, elsewhere)
