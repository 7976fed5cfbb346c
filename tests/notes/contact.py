"""Gezin De Wit-Bakker with notes: Jorien leads, Henk works under the Wmo and Naima under the Jeugdwet."""

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from kring.ground.access import roles
from kring.ground.access.parts import Law
from kring.practice.notes.models import ContactNote
from kring.practice.notes.queries import DossierNotes, Wanted, dossier_notes
from kring.practice.notes.rules import NoteWords
from kring.practice.notes.services import write_note
from tests.access.people import give_role
from tests.plans.family import Family, make_family

CALLED = NoteWords(
    date(2026, 10, 30),
    "phone",
    "Marloes belde: de brieven liggen er nog.",
    agreed="Dinsdag kijken we samen naar de brieven.",
    with_whom="Marloes Bakker",
)


def make_contact(now: datetime) -> Family:
    family = make_family(now)
    give_role(family.town, family.dossier, family.town.henk, roles.TEAM_PROFESSIONAL, laws=[Law.WMO.value])
    give_role(family.town, family.dossier, family.town.fatima, roles.TEAM_PROFESSIONAL, laws=[Law.JEUGDWET.value])
    return family


def write(family: Family, who: str, **other: object) -> ContactNote:
    with family.acting(who) as actor:
        return write_note(actor=actor, dossier=family.id, words=replace(CALLED, **other))  # type: ignore[arg-type]  # fields by name


def read(family: Family, who: str, wanted: Wanted | None = None, dossier: UUID | None = None) -> DossierNotes:
    with family.acting(who) as actor:
        return dossier_notes(actor, dossier or family.id, wanted or Wanted())


def texts(family: Family, who: str, wanted: Wanted | None = None) -> list[str]:
    return [note.said for note in read(family, who, wanted).present]
