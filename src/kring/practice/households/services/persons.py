"""Persons of the register: made or brought up to date part by part, many at once with a few queries."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Model

from kring.ground.access.actor import Actor
from kring.ground.access.models import Subject
from kring.ground.audit.trail import note_deed
from kring.practice.households.identity import bsn_hash, encrypted
from kring.practice.households.models import Person, PersonBsn, PersonIdentity
from kring.practice.households.rules.facts import PersonFacts
from kring.practice.households.rules.names import Name, display_name, sort_name
from kring.practice.households.rules.searching import sounds_of
from kring.practice.households.services.addresses import AddressBook, Registered
from kring.practice.households.services.batch import Batch, unit_of


@dataclass(frozen=True, slots=True)
class Placed:
    """Facts with the subject they are certainly about; without one it is a new person."""

    facts: PersonFacts
    subject: UUID | None


@dataclass(frozen=True, slots=True)
class Stored:
    """What came of it: subjects in the order of the persons, lines of new persons, who moved and since when.

    `still_shielded` are lines of persons whose secrecy mark is gone while the address stays shielded.
    """

    subjects: tuple[UUID, ...]
    created: frozenset[int]
    moved: dict[UUID, date]
    still_shielded: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Parts:
    """The rows that are there of the persons in a batch."""

    persons: dict[UUID, Person]
    identities: dict[UUID, PersonIdentity]
    with_bsn: set[UUID]

    @classmethod
    def of(cls, subjects: Sequence[UUID]) -> "_Parts":
        return cls(
            {row.subject_id: row for row in Person.objects.filter(subject__in=subjects)},
            {row.subject_id: row for row in PersonIdentity.objects.filter(subject__in=subjects)},
            set(PersonBsn.objects.filter(subject__in=subjects).values_list("subject_id", flat=True)),
        )


def store_persons(*, actor: Actor, batch: Batch, persons: Sequence[Placed]) -> Stored:
    """Write what the source says; what was so already is not written. The ledger is flushed."""
    known = [placed.subject for placed in persons if placed.subject]
    addresses = [placed.facts.address for placed in persons if placed.facts.address]
    parts, book = _Parts.of(known), AddressBook.of(batch, actor.today, known, addresses)
    subjects = []
    for placed in persons:
        facts, subject = placed.facts, placed.subject or _new_subject(batch, placed.facts.line)
        subjects.append(subject)
        _store(batch, parts, subject, facts)
        if facts.address is not None:
            book.write(Registered(subject, facts.address, facts.secrecy, facts.line))
    batch.ledger.flush()
    note_deed("households.persons_stored", "person", subjects=subjects, ground=batch.source)
    created = frozenset(placed.facts.line for placed in persons if placed.subject is None)
    return Stored(tuple(subjects), created, book.moved, tuple(book.still_shielded))


def _new_subject(batch: Batch, line: int) -> UUID:
    subject = Subject(controller_id=batch.controller)
    batch.ledger.add(subject, unit=unit_of(subject.id), line=line)
    return subject.id


def _store(batch: Batch, parts: _Parts, subject: UUID, facts: PersonFacts) -> None:
    _write(batch, parts.persons.get(subject), Person(subject_id=subject), _name_values(facts), facts.line)
    _write(
        batch, parts.identities.get(subject), PersonIdentity(subject_id=subject), _identity_values(facts), facts.line
    )
    if facts.bsn and subject not in parts.with_bsn:
        row = PersonBsn(
            subject_id=subject,
            controller_id=batch.controller,
            bsn_encrypted=encrypted(facts.bsn),
            bsn_hmac=bsn_hash(facts.bsn),
        )
        batch.ledger.add(row, unit=unit_of(subject), line=facts.line)


def _write(batch: Batch, known: Model | None, fresh: Model, values: Mapping[str, object], line: int) -> None:
    """Change the row that is there, or make the fresh one."""
    unit = unit_of(fresh.pk)
    if known is not None:
        batch.ledger.put(known, values, unit=unit, line=line)
        return
    for name, value in values.items():
        setattr(fresh, name, value)
    batch.ledger.add(fresh, unit=unit, line=line)


def _name_values(facts: PersonFacts) -> dict[str, object]:
    return {
        "display_name": display_name(facts.name)[:200],
        "sort_name": sort_name(facts.name)[:200],
        "first_names": facts.name.given[:200],
        "prefix": facts.name.own.prefix[:30],
        "surname": facts.name.own.name[:200],
        "sounds": sounds_of([display_name(facts.name), facts.name.given], "-".join(_surnames(facts.name))),
    }


def _surnames(name: Name) -> list[str]:
    return [surname.full for surname in (name.own, name.partner) if surname.name]


def _identity_values(facts: PersonFacts) -> dict[str, object]:
    return {
        "birth_year": facts.birth.year,
        "birth_month": facts.birth.month,
        "birth_day": facts.birth.day,
        "sex": facts.sex[:1],
        "deceased": facts.deceased,
        "deceased_on": facts.deceased_on,
        "secrecy": facts.secrecy,
        "in_investigation": facts.in_investigation,
        "suspended": facts.suspended[:40],
    }
