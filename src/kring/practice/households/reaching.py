"""Where the members of a dossier live, how they are reached and where they go to school: three queries.

What is secret for this reader is there without its words: the page then says "afgeschermd" (BR-075).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db import connection
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kring.ground.access.actor import Actor
from kring.ground.access.parts import Part
from kring.ground.audit.trail import note_read
from kring.ground.shared.levels import Level
from kring.practice.households.models import ContactKind, PersonAddress, PersonContact

ADDRESS = "address"
ORDER = (ADDRESS, *ContactKind.values)
TITLES = {
    ADDRESS: _("Adres"),
    ContactKind.PHONE.value: _("Telefoon"),
    ContactKind.EMAIL.value: _("E-mail"),
    ContactKind.SCHOOL.value: _("School"),
}


@dataclass(frozen=True, slots=True)
class Reach:
    """One address, number or school of one person. `text` is None when this reader may only know that it is there."""

    id: UUID
    subject: UUID
    kind: str
    level: Level
    text: str | None
    by_register: bool = False

    @property
    def title(self) -> str:
        return str(TITLES[self.kind])

    @property
    def is_contact(self) -> bool:
        return self.kind != ADDRESS

    @property
    def is_shielded(self) -> bool:
        return self.level >= Level.PROTECTED


def reach_of(actor: Actor, dossier: UUID, subjects: Iterable[UUID]) -> Mapping[UUID, tuple[Reach, ...]]:
    """By person, address first."""
    people = list(subjects)
    hidden = shielded_rows(dossier)
    register = {row.id for row in hidden if row.by_register}
    now = Q(ended_on=None) | Q(ended_on__gt=actor.today)
    addresses = PersonAddress.objects.filter(now, subject__in=people).order_by("started_on", "id")
    contacts = PersonContact.objects.filter(now, subject__in=people).order_by("started_on", "id")
    seen = [
        *(Reach(row.id, row.subject_id, ADDRESS, Level(row.level), line_of(row), row.id in register)
          for row in addresses),
        *(Reach(row.id, row.subject_id, row.kind, Level(row.level), row.value) for row in contacts),
    ]  # fmt: skip
    _note(dossier, seen)
    known = {row.id for row in seen}
    rows = sorted([*seen, *(row for row in hidden if row.id not in known)], key=lambda row: ORDER.index(row.kind))
    return {person: tuple(row for row in rows if row.subject == person) for person in people}


def shielded_rows(dossier: UUID) -> tuple[Reach, ...]:
    """What is protected, without what it says: all for who watches over the shield, else only that it is secret."""
    with connection.cursor() as cursor:
        cursor.execute("select id, subject, kind, level, by_register from gate.shielded_rows(%s)", [dossier])
        return tuple(Reach(row[0], row[1], row[2], Level(row[3]), None, row[4]) for row in cursor.fetchall())


def line_of(row: PersonAddress) -> str:
    """As it is written on an envelope, on one line."""
    home = " ".join(part for part in (row.street, row.number, row.suffix) if part)
    return ", ".join(part for part in (home, f"{row.postcode} {row.place}".strip()) if part)


def _note(dossier: UUID, seen: Iterable[Reach]) -> None:
    """What is read at level 3 or 4 is a line of its own, that the family does not see (BR-103)."""
    for row in seen:
        part = Part.PERSON_CONTACT if row.is_contact else Part.PERSON_ADDRESS
        note_read(part, dossier=dossier, subjects=[row.subject], level=row.level if row.is_shielded else 0)
