"""What makes a drawing still good, and how somebody moves one place aside among those of the same generation."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from hashlib import sha256
from typing import TypeVar
from uuid import UUID

STYLE = 2
"""Raised when the same input gives another picture: every kept drawing is then made anew."""
PersonT = TypeVar("PersonT")


class Aside(StrEnum):
    LEFT = "left"
    RIGHT = "right"


def fingerprint(given: object) -> str:
    """Of exactly what is drawn: frozen values, whose text is the same for the same values."""
    return sha256(f"{STYLE} {given!r}".encode()).hexdigest()


def moved(standing: Sequence[Sequence[PersonT]], who: PersonT, way: Aside) -> tuple[tuple[PersonT, ...], ...]:
    """One place further in the own row; who stands at its end stays there."""
    return tuple(tuple(_moved(row, who, way)) if who in row else tuple(row) for row in standing)


def _moved(row: Sequence[PersonT], who: PersonT, way: Aside) -> list[PersonT]:
    at = list(row).index(who)
    to = at - 1 if way is Aside.LEFT else at + 1
    found = list(row)
    if 0 <= to < len(found):
        found[at], found[to] = found[to], found[at]
    return found


def settled(ranks: Mapping[UUID, int], before: Sequence[Sequence[str]], here: Sequence[UUID]) -> tuple[str, ...]:
    """From left to right: as somebody put them, else as the earlier drawing had them. Who is new has no place yet."""
    known = {str(subject) for subject in here}
    if ranks:
        placed = sorted((rank, str(subject)) for subject, rank in ranks.items() if str(subject) in known)
        return tuple(subject for _rank, subject in placed)
    return tuple(subject for row in before for subject in row if subject in known)
