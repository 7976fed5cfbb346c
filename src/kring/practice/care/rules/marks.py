"""What stands out in the course of help: the same product twice at a time, and a law that fell silent for a while."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations

from kring.ground.shared.period import Period
from kring.practice.care.rules.help import Help, common

LEAST_GAP = timedelta(days=28)


@dataclass(frozen=True, slots=True)
class Overlap:
    """The same product under the same law for the same person, from two provisions at a time."""

    first: Help
    second: Help
    period: Period


@dataclass(frozen=True, slots=True)
class Gap:
    """No help under this law for this person, between help that was there before and after."""

    person: str
    law: str
    period: Period


def overlaps(helps: Sequence[Help]) -> tuple[Overlap, ...]:
    """Earliest first."""
    ordered = sorted(helps, key=lambda one: (one.period.start, one.ref))
    found = (
        Overlap(first, second, both)
        for first, second in combinations(ordered, 2)
        if _same_product(first, second) and (both := common(first.period, second.period)) is not None
    )
    return tuple(sorted(found, key=lambda each: each.period.start))


def gaps(helps: Iterable[Help], at_least: timedelta = LEAST_GAP) -> tuple[Gap, ...]:
    """Silences of at least four weeks, earliest first."""
    periods: dict[tuple[str, str], list[Period]] = {}
    for one in helps:
        periods.setdefault((one.person, one.law), []).append(one.period)
    found = [
        Gap(person, law, silence)
        for (person, law), given in periods.items()
        for silence in _between(given)
        if silence.end is not None and silence.end - silence.start >= at_least
    ]
    return tuple(sorted(found, key=lambda gap: (gap.period.start, gap.law, gap.person)))


def _same_product(one: Help, other: Help) -> bool:
    same = one.person == other.person and one.law == other.law and one.ref != other.ref
    return same and one.product.casefold() == other.product.casefold()


def _between(periods: Iterable[Period]) -> Iterator[Period]:
    ordered = sorted(periods, key=lambda each: each.start)
    reached = ordered[0].end
    for period in ordered[1:]:
        if reached is None:
            return
        if period.start > reached:
            yield Period(reached, period.start)
        reached = None if period.end is None else max(reached, period.end)
