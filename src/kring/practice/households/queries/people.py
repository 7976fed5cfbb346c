"""The people of a dossier, each with what this reader may know: rows that the database holds back are simply absent."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kring.ground.access.actor import Actor
from kring.ground.access.models import DossierSubject
from kring.ground.access.parts import Part
from kring.ground.audit.trail import note_read
from kring.ground.shared.levels import Level
from kring.practice.households.identity import decrypted
from kring.practice.households.models import (
    Authority,
    Person,
    PersonAddress,
    PersonBsn,
    PersonIdentity,
    Relation,
    RelationKind,
)
from kring.practice.households.rules.births import ADULT, UNKNOWN, Birth


@dataclass(frozen=True, slots=True)
class AddressLine:
    """A present address as it is written on an envelope; `shielded` says that others do not see it."""

    line: str
    postcode: str
    place: str
    shielded: bool


@dataclass(frozen=True, slots=True)
class AuthorityLine:
    """Who has authority: the kind in words, the holder's name where it is known, and when it was looked up."""

    kind: str
    holder: str
    source: str
    checked_on: date


@dataclass(frozen=True, slots=True)
class PersonCard:
    """Someone of the family. `age` is text: a range when day or month of birth is unknown, empty when nothing is."""

    subject: UUID
    name: str
    role: str
    age: str
    is_minor: bool | None
    sex: str
    deceased: bool
    address: AddressLine | None
    authority: tuple[AuthorityLine, ...]
    parents: tuple[str, ...]
    partners: tuple[str, ...]


def people_of(actor: Actor, dossier: UUID) -> tuple[PersonCard, ...]:
    """The present members, the oldest first. Six queries, whatever the size of the family."""
    family = _Family.of(actor, dossier)
    family.note(dossier)
    by_age = sorted(family.names, key=lambda subject: (family.born(subject).earliest or date.max, str(subject)))
    return tuple(family.card(subject) for subject in by_age)


def bsn_of(subject: UUID, dossier: UUID | None = None) -> str | None:
    """For whoever holds the part: the person, and roles with a statutory task (BR-092). Never in a list."""
    row = PersonBsn.objects.filter(subject=subject).first()
    if row is None:
        return None
    note_read(Part.PERSON_BSN, dossier=dossier, subjects=[subject])
    return decrypted(row.bsn_encrypted)


@dataclass(frozen=True, slots=True)
class _Family:
    """What this reader may see of the members of one dossier."""

    today: date
    roles: dict[UUID, str]
    names: dict[UUID, str]
    identities: dict[UUID, PersonIdentity]
    addresses: dict[UUID, PersonAddress]
    relations: tuple[Relation, ...]
    authority: tuple[Authority, ...]

    @classmethod
    def of(cls, actor: Actor, dossier: UUID) -> "_Family":
        links = DossierSubject.objects.filter(dossier_id=dossier, started_at__lte=actor.at)
        roles = dict(links.exclude(ended_at__lte=actor.at).values_list("subject_id", "role"))
        here = PersonAddress.objects.filter(subject__in=roles, ended_on=None).order_by("started_on", "id")
        relations = Relation.objects.filter(subject__in=roles, other__in=roles).order_by("started_on", "id")
        held = Authority.objects.filter(subject__in=roles).order_by("checked_on", "id")
        return cls(
            actor.today,
            roles,
            dict(Person.objects.filter(subject__in=roles).values_list("subject_id", "display_name")),
            {row.subject_id: row for row in PersonIdentity.objects.filter(subject__in=roles)},
            {row.subject_id: row for row in here},
            tuple(relations.exclude(ended_on__lte=actor.today)),
            tuple(held.exclude(ended_on__lte=actor.today)),
        )

    def note(self, dossier: UUID) -> None:
        """What was put before the reader, part by part."""
        related = {row.subject_id for row in self.relations} | {row.subject_id for row in self.authority}
        for part, subjects in (
            (Part.PERSON, self.names.keys()),
            (Part.PERSON_IDENTITY, self.identities.keys()),
            (Part.PERSON_ADDRESS, self.addresses.keys()),
            (Part.RELATION, related),
        ):
            if subjects:
                note_read(part, dossier=dossier, subjects=subjects)

    def born(self, subject: UUID) -> Birth:
        identity = self.identities.get(subject)
        return Birth(identity.birth_year, identity.birth_month, identity.birth_day) if identity else UNKNOWN

    def card(self, subject: UUID) -> PersonCard:
        identity = self.identities.get(subject)
        return PersonCard(
            subject=subject,
            name=self.names[subject],
            role=self.roles[subject],
            age=self.born(subject).age_text(self.today),
            is_minor=self._is_minor(subject),
            sex=identity.sex if identity else "",
            deceased=identity is not None and identity.deceased,
            address=_line(self.addresses.get(subject)),
            authority=tuple(self._authority(row) for row in self.authority if row.subject_id == subject),
            parents=self._names(one for one, other in self._related(RelationKind.PARENT) if other == subject),
            partners=self._names(other for one, other in self._related(RelationKind.PARTNER) if one == subject),
        )

    def _is_minor(self, subject: UUID) -> bool | None:
        """None when the birth leaves it open."""
        ages = self.born(subject).ages_on(self.today)
        if ages is None or ages[0] < ADULT <= ages[1]:
            return None
        return ages[1] < ADULT

    def _authority(self, row: Authority) -> AuthorityLine:
        holder = self.names.get(row.holder_id, "") if row.holder_id else ""
        return AuthorityLine(str(row.get_kind_display()), holder, row.source, row.checked_on)

    def _related(self, kind: RelationKind) -> Iterator[tuple[UUID, UUID]]:
        return ((row.subject_id, row.other_id) for row in self.relations if row.kind == kind)

    def _names(self, subjects: Iterable[UUID]) -> tuple[str, ...]:
        return tuple(self.names[subject] for subject in subjects if subject in self.names)


def _line(row: PersonAddress | None) -> AddressLine | None:
    if row is None:
        return None
    line = " ".join(part for part in (row.street, row.number, row.suffix) if part)
    return AddressLine(line, row.postcode, row.place, row.level >= Level.PROTECTED)
