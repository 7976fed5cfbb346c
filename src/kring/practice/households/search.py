"""Searching for people: in one's own dossiers, and "known in your team?" after a reason (handbook §5 note 4).

The database joins the caller's rights inside the search, logs the second kind itself and limits its rate.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, islice
from typing import Final
from uuid import UUID

from django.db import DatabaseError, connection
from django.utils.translation import gettext as _
from psycopg import Error

from kring.ground.access.models import DossierState
from kring.ground.access.parts import Part
from kring.ground.areas.models import Area
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_read
from kring.ground.shared.verdict import Refused
from kring.practice.households.identity import bsn_hash
from kring.practice.households.rules.names import plain
from kring.practice.households.rules.searching import Asked, Reason, asked_in

MOST_FOUND: Final = 50
HIT: Final = "dossier, label, state, subject, name"


@dataclass(frozen=True, slots=True)
class Found:
    """A dossier of one's own; `people` are the members whose names answer to the search."""

    dossier: UUID
    label: str
    state: str
    people: tuple[str, ...]
    why: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """All that a colleague of the same team gets to see: initials and area."""

    initials: str
    area: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A member who fits; without one it is the name of the family that fits."""

    dossier: UUID
    label: str
    state: str
    subject: UUID | None
    name: str | None


def find_own(text: str) -> tuple[Found, ...]:
    """Everything in the text must fit; a name by its beginning or its sound, a BSN only whole. Fifty at most."""
    asked = asked_in(text)
    hits = sorted(_hits(asked), key=lambda hit: (hit.label, hit.dossier, hit.name or ""))
    part = Part.PERSON_BSN if asked.bsn else Part.PERSON
    if not hits:
        note_read(part, event=Event.SEARCH)
    found = []
    for dossier, members in islice(groupby(hits, key=lambda hit: hit.dossier), MOST_FOUND):
        group = list(members)
        people = [(hit.subject, hit.name) for hit in group if hit.subject and hit.name]
        note_read(part, dossier=dossier, subjects=[subject for subject, _name in people], event=Event.SEARCH)
        shown = tuple(name for _subject, name in people)
        state = str(DossierState(group[0].state).label)
        found.append(Found(dossier, group[0].label, state, shown, _why(asked, shown)))
    return tuple(found)


def _hits(asked: Asked) -> list[Hit]:
    if asked.is_empty:
        return []
    with connection.cursor() as cursor:
        if asked.bsn:
            cursor.execute(f"select {HIT} from gate.search_bsn(%s)", [bsn_hash(asked.bsn)])  # noqa: S608  own names
        else:
            words, alike = [one.text for one in asked.words], [" ".join(one.sounds) for one in asked.words]
            cursor.execute(
                f"select {HIT} from gate.search(%s::text[], %s::text[], %s::date, %s, %s)",  # noqa: S608  own names
                [words, alike, asked.born, asked.postcode, asked.number],
            )
        return [Hit(*row) for row in cursor.fetchall()]


def _why(asked: Asked, people: Sequence[str]) -> tuple[Reason, ...]:
    """By what it was found. Without people it was the name of the family."""
    if asked.bsn:
        return (Reason.BSN,)
    reasons = []
    if asked.words:
        written = [plain(name).split() for name in people]
        exact = all(any(own.startswith(word.text) for own in name) for name in written for word in asked.words)
        reasons.append(Reason.FAMILY if not people else Reason.NAME if exact else Reason.SOUND)
    if asked.born:
        reasons.append(Reason.BIRTH)
    if asked.postcode:
        reasons.append(Reason.ADDRESS)
    return tuple(reasons)


def known_here(name: str, born: date, reason: str) -> tuple[Known, ...]:
    """Whether a colleague of one's own team works with this person. Nothing is found of who is shielded."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("select distinct initials, area from gate.known_here(%s, %s, %s)", [name, born, reason])
            hits = cursor.fetchall()
    except DatabaseError as problem:
        raise _refusal(problem) from problem
    areas = dict(Area.objects.filter(id__in={hit[1] for hit in hits if hit[1]}).values_list("id", "name"))
    return tuple(sorted((Known(initials or "?", areas.get(area, "")) for initials, area in hits), key=str))


def _refusal(problem: DatabaseError) -> Exception:
    cause = problem.__cause__
    match cause.sqlstate if isinstance(cause, Error) else None:
        case "KR001":
            return Refused(_("Schrijf op waarom u zoekt, in ten minste tien letters."))
        case "KR002":
            return Refused(_("U hebt het afgelopen uur twintig keer gezocht. Wacht even, of vraag het uw teamleider."))
    return problem
