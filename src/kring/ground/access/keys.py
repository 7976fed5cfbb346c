"""A grant before it has a row: the key that it opens, and when it holds. Equal to what the database computes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import md5
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Key:
    """A grant before it has a row. Times are half-open; without `valid_until` it never ends."""

    account: UUID
    part: str
    key: UUID
    max_level: int
    dossier: UUID | None
    valid_from: datetime
    valid_until: datetime | None
    source: str
    writes: int = 0


@dataclass(frozen=True, slots=True)
class Span:
    """When a right holds, half-open."""

    start: datetime
    end: datetime | None

    def within(self, other: "Span") -> "Span | None":
        """The time that both hold, or None."""
        start = max(self.start, other.start)
        ends = [end for end in (self.end, other.end) if end is not None]
        end = min(ends) if ends else None
        return None if end is not None and end <= start else Span(start, end)

    def without(self, holes: "Iterable[Span]") -> "Iterator[Span]":
        """What is left of the time outside the holes; a hole without an end leaves nothing after it."""
        start = self.start
        for hole in sorted(holes, key=lambda one: one.start):
            before = Span(start, hole.start).within(self) if start < hole.start else None
            if before is not None:
                yield before
            if hole.end is None:
                return
            start = max(start, hole.end)
        rest = Span(start, None).within(self)
        if rest is not None:
            yield rest


def pair_key(dossier: UUID, subject: UUID) -> UUID:
    """Equal to `gate.key(dossier, subject)` in the database."""
    return UUID(md5(f"{dossier}/{subject}".encode(), usedforsecurity=False).hexdigest())


def law_key(subject: UUID, law: str) -> UUID:
    """Equal to `gate.law_key(subject, law)` in the database."""
    return UUID(md5(f"{subject}/{law}".encode(), usedforsecurity=False).hexdigest())
