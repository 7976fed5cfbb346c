"""How strong the circle is: who has a task, of which kind, and how many of them are at their limit (handbook I-26).

Professionals are no network, and a child is never counted as capacity (BR-058).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from kring.practice.circle.rules.words import FULL, Direction, Load, Sector

HELPS = frozenset({Direction.TO_FAMILY, Direction.BOTH})


class Stands(Protocol):
    """Somebody of the circle on a day."""

    @property
    def sector(self) -> Sector: ...
    @property
    def direction(self) -> Direction: ...
    @property
    def load(self) -> Load | None: ...
    @property
    def offers(self) -> str: ...
    @property
    def is_child(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Strength:
    """`with_task` by kind, in the order of the circle; `at_limit` of those with a task."""

    people: int
    with_task: int
    by_kind: tuple[tuple[Sector, int], ...]
    at_limit: int

    @property
    def share(self) -> int | None:
        """In whole percents of who has a task; None when nobody has."""
        return round(100 * self.at_limit / self.with_task) if self.with_task else None


def has_task(one: Stands) -> bool:
    """Does something for the family, and says what."""
    return bool(one.direction in HELPS and one.offers and not one.is_child and one.sector is not Sector.PROFESSIONALS)


def strength_of(people: Iterable[Stands]) -> Strength:
    own = [one for one in people if one.sector is not Sector.PROFESSIONALS]
    helping = [one for one in own if has_task(one)]
    kinds = [(sector, sum(one.sector is sector for one in helping)) for sector in Sector]
    at_limit = sum(one.load in FULL for one in helping)
    return Strength(len(own), len(helping), tuple(pair for pair in kinds if pair[1]), at_limit)
