"""What was it on that day: from what a row is now and what it was before each change. Plain Python."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

Values = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Moment:
    """A change as it is kept: `was` is None when the row was not there yet."""

    at: datetime
    actor: UUID
    was: Values | None


@dataclass(frozen=True, slots=True)
class Difference:
    """One value that became another."""

    name: str
    old: object
    new: object


@dataclass(frozen=True, slots=True)
class Step:
    """Who changed what, and when; without differences the row was made then."""

    at: datetime
    actor: UUID
    differences: tuple[Difference, ...]


def steps(now: Values, moments: Sequence[Moment]) -> tuple[Step, ...]:
    """Newest first. A change that made no difference in these values is left out."""
    found, after = [], now
    for moment in reversed(moments):
        if moment.was is None:
            found.append(Step(moment.at, moment.actor, ()))
            continue
        changed = tuple(_differences(moment.was, after))
        if changed:
            found.append(Step(moment.at, moment.actor, changed))
        after = moment.was
    return tuple(found)


def on(now: Values, moments: Sequence[Moment], until: datetime) -> Values | None:
    """As it stood just before `until`; None when it was not there."""
    standing: Values | None = now
    for moment in reversed(moments):
        if moment.at < until:
            break
        standing = moment.was
    return standing


def _differences(was: Values, after: Values) -> Iterable[Difference]:
    return (Difference(name, was.get(name), after[name]) for name in after if was.get(name) != after[name])
