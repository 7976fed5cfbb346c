"""Which person of the register a row is about: an equal BSN, or name, birth, postcode and number of just one.

Everything else is a guess, and a person decides about it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from uuid import UUID

from django.db.models import Q

from kring.ground.shared.levels import Level
from kring.practice.households.identity import bsn_hash, fingerprint
from kring.practice.households.models import Person, PersonAddress, PersonBsn, PersonIdentity
from kring.practice.households.rules.births import Birth
from kring.practice.households.rules.names import plain

MOST_CANDIDATES = 10


@dataclass(frozen=True, slots=True)
class Identity:
    """What a row says about who it is."""

    bsn: str | None
    surname: str
    given: str
    birth: Birth
    postcode: str = ""
    number: str = ""

    @property
    def details(self) -> tuple[str, ...] | None:
        """What must be equal without a BSN; None when any of it is unknown."""
        born = self.birth.exact
        parts = (plain(self.surname), plain(self.given), self.postcode, self.number)
        return (*parts, born.isoformat()) if born and all(parts) else None

    @property
    def fingerprint(self) -> str:
        birth = f"{self.birth.year}-{self.birth.month}-{self.birth.day}"
        return fingerprint(self.bsn or "", plain(self.surname), plain(self.given), birth, self.postcode, self.number)


@dataclass(frozen=True, slots=True)
class Match:
    """The subject when it is certain; else the subjects that it may be."""

    subject: UUID | None
    candidates: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """Someone it may be, as the data steward sees him; a shielded address is left out."""

    subject: UUID
    name: str
    born: str
    address: str


def match(controller: UUID, identities: Sequence[Identity]) -> list[Match]:
    """In the order of `identities`. A number of queries that does not grow with them."""
    found = certain(controller, identities)
    doubtful = [identity for identity, subject in zip(identities, found, strict=True) if subject is None]
    guessed = guesses(controller, doubtful)
    return [
        Match(subject, () if subject else guessed.get(identity, ()))
        for identity, subject in zip(identities, found, strict=True)
    ]


def certain(controller: UUID, identities: Sequence[Identity]) -> list[UUID | None]:
    """The subject of each, or None when a person must decide."""
    by_bsn = subjects_by_bsn(controller, [identity.bsn for identity in identities if identity.bsn])
    alike = _alike(controller, [identity for identity in identities if identity.bsn not in by_bsn])
    with_bsn = _with_bsn(subject for found in alike.values() for subject in found)
    return [by_bsn.get(identity.bsn) or _by_details(identity, alike, with_bsn) for identity in identities]


def subjects_by_bsn(controller: UUID, numbers: Collection[str]) -> dict[str | None, UUID]:
    hashes = {bsn_hash(number): number for number in numbers}
    rows = PersonBsn.objects.filter(controller=controller, bsn_hmac__in=hashes)
    return {hashes[bytes(kept)]: subject for kept, subject in rows.values_list("bsn_hmac", "subject_id")}


def _by_details(
    identity: Identity, alike: Mapping[tuple[str, ...], Sequence[UUID]], with_bsn: Collection[UUID]
) -> UUID | None:
    """Just one person with the same details; but not someone who is known to have another BSN."""
    found = alike.get(identity.details, ()) if identity.details else ()
    if len(found) != 1 or (identity.bsn and found[0] in with_bsn):
        return None
    return found[0]


def _alike(controller: UUID, identities: Iterable[Identity]) -> dict[tuple[str, ...], list[UUID]]:
    """Everyone who is registered at the postcodes asked for, by details."""
    asked = {identity.postcode for identity in identities if identity.details}
    at_home = PersonAddress.objects.filter(postcode__in=asked, ended_on=None, subject__controller=controller)
    places: dict[UUID, set[tuple[str, str]]] = defaultdict(set)
    for subject, postcode, number in at_home.values_list("subject_id", "postcode", "number"):
        places[subject].add((postcode, number))
    found: dict[tuple[str, ...], list[UUID]] = defaultdict(list)
    for subject, (surname, given, birth) in _known(places).items():
        for postcode, number in places[subject]:
            details = Identity(None, surname, given, birth, postcode, number).details
            if details is not None:
                found[details].append(subject)
    return found


def _known(subjects: Iterable[UUID]) -> dict[UUID, tuple[str, str, Birth]]:
    """Surname, given names and birth."""
    wanted = list(subjects)
    births = {
        subject: Birth(*birth)
        for subject, *birth in PersonIdentity.objects.filter(subject__in=wanted).values_list(
            "subject_id", "birth_year", "birth_month", "birth_day"
        )
    }
    names = Person.objects.filter(subject__in=wanted).values_list("subject_id", "surname", "first_names")
    return {subject: (surname, given, births.get(subject, Birth())) for subject, surname, given in names}


def _with_bsn(subjects: Iterable[UUID]) -> set[UUID]:
    return set(PersonBsn.objects.filter(subject__in=list(subjects)).values_list("subject_id", flat=True))


def guesses(controller: UUID, identities: Sequence[Identity]) -> dict[Identity, tuple[UUID, ...]]:
    """People with the same birth date and the same surname or given names; who has both comes first."""
    births = {identity.birth for identity in identities if identity.birth.exact}
    if not births:
        return {}
    born = reduce(or_, (Q(birth_year=b.year, birth_month=b.month, birth_day=b.day) for b in births))
    same = PersonIdentity.objects.filter(born, subject__controller=controller).values_list("subject_id", flat=True)
    peers: dict[Birth, list[tuple[UUID, str, str]]] = defaultdict(list)
    for subject, (surname, given, birth) in _known(same).items():
        peers[birth].append((subject, plain(surname), plain(given)))
    return {identity: _ranked(identity, peers[identity.birth]) for identity in identities}


def _ranked(identity: Identity, peers: Iterable[tuple[UUID, str, str]]) -> tuple[UUID, ...]:
    surname, given = plain(identity.surname), plain(identity.given)
    ranks = [((other != surname) + (names != given), str(subject), subject) for subject, other, names in peers]
    return tuple(subject for unlike, _order, subject in sorted(ranks)[:MOST_CANDIDATES] if unlike < 2)


def candidates(subjects: Collection[UUID]) -> dict[UUID, Candidate]:
    """How the data steward tells these people apart."""
    addresses = PersonAddress.objects.filter(subject__in=subjects, ended_on=None).order_by("started_on", "id")
    where = {
        row.subject_id: "afgeschermd" if row.level >= Level.PROTECTED else f"{row.postcode} {row.number}".strip()
        for row in addresses
    }
    names = dict(Person.objects.filter(subject__in=subjects).values_list("subject_id", "display_name"))
    born = {subject: birth for subject, (_surname, _given, birth) in _known(subjects).items()}
    return {
        subject: Candidate(subject, name, _day(born[subject]), where.get(subject, ""))
        for subject, name in names.items()
    }


def _day(birth: Birth) -> str:
    """`12-03-1984`, with zeros for what is unknown, as the BRP writes it."""
    return f"{birth.day or 0:02}-{birth.month or 0:02}-{birth.year or 0:04}"
