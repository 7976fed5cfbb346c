"""Collecting what a request reads and does, and writing it as log lines through the database's own function."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from uuid import UUID

from django.db import connection

from kring.ground.audit.models import Event


@dataclass(slots=True)
class Entry:
    """One line in the making: parts and subjects of one dossier (or none) under one kind of event."""

    event: Event
    dossier: UUID | None
    what: str
    ground: str = ""
    parts: set[str] = field(default_factory=set)
    subjects: set[UUID] = field(default_factory=set)


@dataclass(slots=True)
class Trail:
    """What one request has read and done so far."""

    what: str
    entries: dict[tuple[Event, UUID | None, str, str], Entry] = field(default_factory=dict)

    def entry(self, event: Event, dossier: UUID | None, what: str = "", ground: str = "") -> Entry:
        key = (event, dossier, what or self.what, ground)
        return self.entries.setdefault(key, Entry(event, dossier, what or self.what, ground))


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


def note_read(
    part: str, *, dossier: UUID | None = None, subjects: Iterable[UUID] = (), event: Event = Event.READ
) -> None:
    """A query has put `part` of these subjects before the actor."""
    trail = _trail.get()
    if trail is None:
        raise RuntimeError("Reading personal content outside a page, deed or command: nothing records it.")
    entry = trail.entry(event, dossier)
    entry.parts.add(part)
    entry.subjects.update(subjects)


def note_deed(
    what: str,
    part: str,
    *,
    event: Event = Event.CHANGE,
    dossier: UUID | None = None,
    subjects: Iterable[UUID] = (),
    ground: str = "",
) -> None:
    """A service has changed something: `what` is its trail name, `domain.noun_verbed`."""
    trail = _trail.get()
    if trail is None:
        raise RuntimeError("A change outside a page, deed or command: nothing records it.")
    entry = trail.entry(event, dossier, what, ground)
    entry.parts.add(part)
    entry.subjects.update(subjects)


def write(trail: Trail) -> None:
    """Write the lines of `trail` in one statement; an empty trail writes none."""
    if not trail.entries:
        return
    lines = [
        {
            "event": entry.event,
            "dossier": str(entry.dossier) if entry.dossier else None,
            "subjects": sorted(map(str, entry.subjects)),
            "parts": sorted(entry.parts),
            "what": entry.what,
            "ground": entry.ground[:400],
        }
        for entry in trail.entries.values()
    ]
    trail.entries.clear()
    with connection.cursor() as cursor:
        cursor.execute("select audit.record(%s)", [json.dumps(lines)])
