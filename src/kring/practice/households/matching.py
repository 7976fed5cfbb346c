"""Which person of the register a row is about: an equal BSN, or a step of the cascade that fits just one.

Everything else is a guess, and a person decides about it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from uuid import UUID

from django.db.models import Q

from kring.ground.shared.levels import Level
from kring.practice.households.comparing import near, traits
from kring.practice.households.identity import bsn_hash, fingerprint
from kring.practice.households.models import Person, PersonAddress, PersonBsn, PersonIdentity
from kring.practice.households.rules.births import Birth
from kring.practice.households.rules.cascade import Register, Traits
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
    sex: str = ""
    partner: str = ""

    @property
    def traits(self) -> Traits:
        """In the form in which the cascade compares it."""
        surnames = "-".join(part for part in (self.surname, self.partner) if part)
        return Traits.of(surnames, self.given, self.birth, (self.postcode, self.number), self.sex)

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
    unknown = [identity for identity in identities if identity.bsn not in by_bsn]
    by_cascade = _by_cascade(controller, unknown)
    return [by_bsn.get(identity.bsn) or by_cascade.get(identity) for identity in identities]


def subjects_by_bsn(controller: UUID, numbers: Collection[str]) -> dict[str | None, UUID]:
    hashes = {bsn_hash(number): number for number in numbers}
    rows = PersonBsn.objects.filter(controller=controller, bsn_hmac__in=hashes)
    return {hashes[bytes(kept)]: subject for kept, subject in rows.values_list("bsn_hmac", "subject_id")}


def _by_cascade(controller: UUID, identities: Sequence[Identity]) -> dict[Identity, UUID]:
    """Just one person whom a step fits; but not someone who is known to have another BSN."""
    asked = [each for each in identities if each.bsn is None] + _numbered(controller, identities)
    people = traits(near(controller, (each.traits for each in asked)))
    register, with_bsn = Register(people), _with_bsn(people)
    hits = {identity: register.find(identity.traits) for identity in dict.fromkeys(asked)}
    return {
        identity: hit.person for identity, hit in hits.items() if hit and not (identity.bsn and hit.person in with_bsn)
    }


def _numbered(controller: UUID, identities: Sequence[Identity]) -> list[Identity]:
    """Rows with a BSN that is new: only where somebody near has none is there anybody it can be."""
    numbered = [each for each in identities if each.bsn]
    return numbered if near(controller, (each.traits for each in numbered), without_bsn=True) else []


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
