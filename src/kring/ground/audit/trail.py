"""Collecting what a request reads and does, and writing it as log lines through the database's own function."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from uuid import UUID

from django.db import connection

from kring.ground.audit.models import Event

Line = dict[str, object]
"""As `audit.record` takes it."""


@dataclass(slots=True)
class Entry:
    """What one request does with one dossier (or none) under one kind of event, at one shield level."""

    event: Event
    dossier: UUID | None
    what: str
    ground: str = ""
    level: int = 0
    thing: UUID | None = None
    shared: set[str] = field(default_factory=set)
    named: dict[str, set[UUID]] = field(default_factory=dict)

    @property
    def parts(self) -> set[str]:
        return self.shared | self.named.keys()

    @property
    def subjects(self) -> set[UUID]:
        return {subject for subjects in self.named.values() for subject in subjects}

    def add(self, part: str, subjects: Iterable[UUID]) -> None:
        """A part of these people; of everyone in the dossier when nobody is named."""
        people = set(subjects)
        if people:
            self.named.setdefault(part, set()).update(people)
        else:
            self.shared.add(part)

    def lines(self) -> Iterator[Line]:
        """One for what concerns the whole dossier, and one per set of people: nobody's log tells of somebody else."""
        if self.shared:
            yield self._line(self.shared, ())
        by_people: dict[frozenset[UUID], set[str]] = {}
        for part, people in self.named.items():
            by_people.setdefault(frozenset(people), set()).add(part)
        for subjects, parts in by_people.items():
            yield self._line(parts, subjects)

    def _line(self, parts: Iterable[str], subjects: Iterable[UUID]) -> Line:
        return {
            "event": self.event,
            "dossier": str(self.dossier) if self.dossier else None,
            "subjects": sorted(map(str, subjects)),
            "parts": sorted(parts),
            "what": self.what,
            "ground": self.ground[:400],
            "level": self.level,
            "thing": str(self.thing) if self.thing else None,
        }


Key = tuple[Event, UUID | None, str, str, int, UUID | None]


@dataclass(slots=True)
class Trail:
    """What one request has read and done so far."""

    what: str
    entries: dict[Key, Entry] = field(default_factory=dict)

    def entry(
        self,
        event: Event,
        dossier: UUID | None,
        what: str = "",
        ground: str = "",
        level: int = 0,
        thing: UUID | None = None,
    ) -> Entry:
        key = (event, dossier, what or self.what, ground, level, thing)
        return self.entries.setdefault(key, Entry(event, dossier, what or self.what, ground, level, thing))


_trail: ContextVar[Trail | None] = ContextVar("trail", default=None)


@contextmanager
def recording(what: str) -> Iterator[Trail]:
    """Everything noted inside belongs to `what`: the name of a page, a deed, a command or a job."""
    trail = Trail(what)
    token = _trail.set(trail)
    try:
        yield trail
    finally:
        _trail.reset(token)


@contextmanager
def apart() -> Iterator[None]:
    """A part of a deed that may be refused: what it notes is written when it is done, and is gone when it is not."""
    whole = _trail.get()
    if whole is None:
        raise RuntimeError("A part of a deed outside a page, deed or command: nothing records it.")
    with recording(whole.what) as trail:
        yield
        write(trail)


def call_it(what: str) -> None:
    """What is noted from here on has this name: that of a page which tells nothing by its name (BR-072)."""
    trail = _trail.get()
    if trail is not None:
        trail.what = what


def note_read(
    part: str,
    *,
    dossier: UUID | None = None,
    subjects: Iterable[UUID] = (),
    event: Event = Event.READ,
    level: int = 0,
    thing: UUID | None = None,
) -> None:
    """A query has put `part` of these subjects before the actor; without subjects, of everyone in the dossier.

    `level` is the shield level of the thing itself: at 3 and 4 no family member reads the line (BR-103). Of one `thing`
    the line is kept from whom that thing is withheld from, as long as it is (BR-073).
    """
    trail = _trail.get()
    if trail is None:
        raise RuntimeError("Reading personal content outside a page, deed or command: nothing records it.")
    trail.entry(event, dossier, level=level, thing=thing).add(part, subjects)


def note_deed(  # noqa: PLR0913  spelled out by keyword
    what: str,
    part: str,
    *,
    event: Event = Event.CHANGE,
    dossier: UUID | None = None,
    subjects: Iterable[UUID] = (),
    ground: str = "",
    level: int = 0,
    thing: UUID | None = None,
) -> None:
    """A service has changed something: `what` is its trail name, `domain.noun_verbed`."""
    trail = _trail.get()
    if trail is None:
        raise RuntimeError("A change outside a page, deed or command: nothing records it.")
    trail.entry(event, dossier, what, ground, level, thing).add(part, subjects)


def write(trail: Trail) -> None:
    """Write the lines of `trail` in one statement; an empty trail writes none."""
    if not trail.entries:
        return
    lines = [line for entry in trail.entries.values() for line in entry.lines()]
    trail.entries.clear()
    with connection.cursor() as cursor:
        cursor.execute("select audit.record(%s)", [json.dumps(lines)])
