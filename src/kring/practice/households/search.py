"""Searching by name: in one's own dossiers, and "known in your team?" after a reason (handbook §5 note 4).

The database joins the caller's rights inside the search, logs the second kind itself and limits its rate.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from django.db import DatabaseError, connection
from django.utils.translation import gettext as _
from psycopg import Error

from kring.ground.access.models import Dossier
from kring.ground.access.parts import Part
from kring.ground.areas.models import Area
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_read
from kring.ground.shared.verdict import Refused
from kring.practice.households.models import Person

MOST_FOUND: Final = 50


@dataclass(frozen=True, slots=True)
class Found:
    """A dossier of one's own; `people` are the members whose names answer to the search."""

    dossier: UUID
    label: str
    state: str
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """All that a colleague of the same team gets to see: initials and area."""

    initials: str
    area: str


def find_own(words: str) -> tuple[Found, ...]:
    """Every word must be the beginning of a word of the name; capitals and accents say nothing. Fifty at most."""
    with connection.cursor() as cursor:
        cursor.execute("select dossier, subject from gate.search(%s)", [words])
        hits = cursor.fetchall()
    dossiers = list(Dossier.objects.filter(id__in={hit[0] for hit in hits}).order_by("label", "id")[:MOST_FOUND])
    names = dict(
        Person.objects.filter(subject_id__in={hit[1] for hit in hits if hit[1]}).values_list(
            "subject_id", "display_name"
        )
    )
    found = []
    for dossier in dossiers:
        subjects = sorted((s for d, s in hits if d == dossier.id and s in names), key=lambda subject: names[subject])
        note_read(Part.PERSON, dossier=dossier.id, subjects=subjects, event=Event.SEARCH)
        people = tuple(names[subject] for subject in subjects)
        found.append(Found(dossier.id, dossier.label, dossier.get_state_display(), people))
    return tuple(found)


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
