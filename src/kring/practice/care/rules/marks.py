"""What stands out in the course of help, and what is said of it: it fits so, or somebody takes it up. No judgement."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations
from uuid import UUID, uuid5

from kring.ground.shared.labelled import Labelled
from kring.ground.shared.marking import mark as _
from kring.ground.shared.period import Period
from kring.ground.shared.verdict import YES, Verdict, no
from kring.practice.care.rules.help import Help, common

LEAST_GAP = timedelta(days=28)


class Answer(Labelled):
    """What who leads says of something that stands out."""

    FITS = "fits", _("het klopt zo")
    TAKEN_UP = "taken_up", _("ik pak het op")


def mark_key(dossier: UUID, *facts: object) -> UUID:
    """The same facts are the same mark, however often the picture is drawn; other facts ask anew."""
    return uuid5(dossier, "/".join(str(fact) for fact in facts))


def can_answer(because: str) -> Verdict:
    return YES if because.strip() else no(_("Schrijf op waarom."))


@dataclass(frozen=True, slots=True)
class Working:
    """A professional who helps somebody now, under a law, in a function."""

    person: str
    law: str
    name: str
    function: str


@dataclass(frozen=True, slots=True)
class SameWork:
    """More than one professional does the same work for one person."""

    person: str
    law: str
    function: str
    names: tuple[str, ...]


def same_work(working: Iterable[Working]) -> tuple[SameWork, ...]:
    """By person and function; somebody known by two provisions is one. It stands under the first of the laws."""
    found: dict[tuple[str, str], list[Working]] = {}
    for one in working:
        if one.function.strip():
            found.setdefault((one.person, one.function.strip().casefold()), []).append(one)
    marks = (
        SameWork(person, min(one.law for one in each), each[0].function.strip(), _names(each))
        for (person, _function), each in found.items()
    )
    several = (mark for mark in marks if len(mark.names) > 1)
    return tuple(sorted(several, key=lambda mark: (mark.person, mark.function)))


def _names(working: Iterable[Working]) -> tuple[str, ...]:
    by_name = {one.name.strip().casefold(): one.name.strip() for one in working}
    return tuple(sorted(by_name.values()))


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
