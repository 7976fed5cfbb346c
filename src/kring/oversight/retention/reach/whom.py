"""Whom destruction is about: which people leave Kring with it, and by what rows know them without a relation.

Who is a member of another file too stays; only what this file says about that person goes.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kring.ground.access.keys import law_key, pair_key
from kring.ground.access.models import Account, DossierSubject
from kring.ground.access.parts import Law
from kring.ground.access.queries import mail_addresses
from kring.oversight.rights.belonging import Whose
from kring.oversight.rights.making import whose
from kring.practice.households.models import HouseholdMember


@dataclass(frozen=True, slots=True)
class Target:
    """The file, or the person, of one line."""

    dossier: UUID | None = None
    subject: UUID | None = None


@dataclass(frozen=True, slots=True)
class Whom:
    """`dossiers`: those that go as a whole. `keys`: the keys by which grants open any of it.

    `person` is filled when one person leaves a family that stays.
    """

    dossiers: frozenset[UUID]
    leaving: frozenset[UUID]
    accounts: frozenset[UUID]
    emails: frozenset[str]
    households: frozenset[UUID]
    keys: frozenset[UUID]
    person: Whose | None = None


def whom_of(target: Target, at: datetime) -> Whom:
    """As role kring_retention, which sees every row."""
    if target.dossier is not None:
        leaving = _only_in(target.dossier)
        return _whom(frozenset({target.dossier}), leaving, _members(target.dossier))
    assert target.subject is not None, "a line is about a file or about a person"
    leaving = frozenset({target.subject})
    emptied = frozenset(one for one in _dossiers(target.subject) if _members(one) == leaving)
    person = whose(target.subject, None, by_self=True, at=at)
    return _whom(emptied, leaving, leaving, person)


def _whom(
    dossiers: frozenset[UUID], leaving: frozenset[UUID], members: frozenset[UUID], person: Whose | None = None
) -> Whom:
    accounts = frozenset(Account.objects.filter(subject_id__in=leaving).values_list("id", flat=True))
    pairs = {pair_key(one, member) for one in dossiers for member in members}
    theirs = {pair_key(one, member) for member in leaving for one in _dossiers(member)}
    laws = {law_key(member, law) for member in leaving for law in Law}
    return Whom(
        dossiers,
        leaving,
        accounts,
        frozenset(one.address for one in mail_addresses(accounts)),
        _emptied_households(leaving),
        frozenset(dossiers | leaving | pairs | theirs | laws),
        person,
    )


def _members(dossier: UUID) -> frozenset[UUID]:
    return frozenset(DossierSubject.objects.filter(dossier_id=dossier).values_list("subject_id", flat=True))


def _dossiers(subject: UUID) -> frozenset[UUID]:
    return frozenset(DossierSubject.objects.filter(subject_id=subject).values_list("dossier_id", flat=True))


def _only_in(dossier: UUID) -> frozenset[UUID]:
    members = _members(dossier)
    elsewhere = DossierSubject.objects.filter(subject_id__in=members).exclude(dossier_id=dossier)
    return members - frozenset(elsewhere.values_list("subject_id", flat=True))


def _emptied_households(leaving: frozenset[UUID]) -> frozenset[UUID]:
    """Households in which nobody is left."""
    theirs = set(HouseholdMember.objects.filter(subject_id__in=leaving).values_list("household_id", flat=True))
    staying = HouseholdMember.objects.filter(household_id__in=theirs).exclude(subject_id__in=leaving)
    return frozenset(theirs - set(staying.values_list("household_id", flat=True)))
