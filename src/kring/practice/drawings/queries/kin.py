"""The kin of a family as this reader may see it: members, relatives round them, ties, homes. Six queries."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection

from kring.ground.access.actor import Actor
from kring.ground.access.parts import Part
from kring.ground.audit.trail import note_read
from kring.practice.circle.models import NetworkMember
from kring.practice.circle.rules.words import Sector
from kring.practice.drawings.models import Place
from kring.practice.drawings.rules.family import Gets, Home, KinLine, Relative
from kring.practice.households.models import PersonIdentity
from kring.practice.households.rules.births import Birth

TIES = """
select 'register', r.id, r.subject_id, r.other_id, r.kind, '', '', '', false,
       extract(year from r.started_on)::int, extract(year from r.ended_on)::int, false, ''
  from households_relation r where r.subject_id = any(%(members)s) and r.other_id = any(%(members)s)
union all
select 'told', k.id, k.subject_id, k.other_id, k.kind, k.together, k.ending, k.bond, k.identical,
       k.since, k.until, k.denies, k.told_by
  from circle_kintie k where k.dossier_id = %(dossier)s and k.withdrawn_at is null
union all
select 'bond', b.id, b.subject_id, b.other_id, b.quality, '', '', '', false, null, null, false, b.told_by
  from circle_bond b where b.dossier_id = %(dossier)s and b.since <= %(today)s
   and (b.until is null or b.until > %(today)s)
order by 1, 5, 10 nulls first, 2
"""
HOMES = """
select 'register', m.household_id, '', m.subject_id from households_householdmember m
 where m.subject_id = any(%(members)s) and m.started_on <= %(today)s
   and (m.ended_on is null or m.ended_on > %(today)s)
union all
select 'told', s.home, s.label, s.subject_id from households_stay s
 where s.dossier_id = %(dossier)s and s.withdrawn_at is null and s.started_on <= %(today)s
   and (s.ended_on is null or s.ended_on > %(today)s)
order by 1 desc, 3, 2, 4
"""


@dataclass(frozen=True, slots=True)
class KinView:
    """Everything that is drawn; `ranks` is how somebody put them from left to right.

    `index` is for whom it is drawn: about whom the question is, so nobody until somebody chose.
    """

    people: tuple[Relative, ...]
    ties: tuple[KinLine, ...]
    gets: tuple[Gets, ...]
    homes: tuple[Home, ...]
    ranks: Mapping[UUID, int]
    index: UUID | None

    def person(self, subject: UUID) -> Relative | None:
        return next((one for one in self.people if one.subject == subject), None)


def kin_of(actor: Actor, dossier: UUID, members: Mapping[UUID, tuple[str, str]]) -> KinView:
    """`members` of the family that the reader knows by name: each with name and role. Who may not be seen is absent."""
    people = (*_members(actor, members), *_relatives(actor, dossier))
    known = {one.subject for one in people}
    asked: dict[str, UUID | list[UUID] | date] = {"dossier": dossier, "members": list(members), "today": actor.today}
    with connection.cursor() as cursor:
        cursor.execute(TIES, asked)
        rows = [row for row in cursor.fetchall() if {row[2], row[3]} <= known]
        cursor.execute(HOMES, asked)
        homes = _homes(row for row in cursor.fetchall() if row[3] in known)
    places = list(Place.objects.filter(dossier_id=dossier, subject__in=known))
    ties = tuple(KinLine.of(row) for row in rows if row[0] != "bond")
    _note(dossier, members, ties, homes)
    return KinView(
        people,
        ties,
        tuple(Gets(row[1], row[2], row[3], row[4], row[12]) for row in rows if row[0] == "bond"),
        homes,
        {one.subject_id: one.rank for one in places},
        next((one.subject_id for one in places if one.is_index), None),
    )


def household_seen(actor: Actor, dossier: UUID, members: Mapping[UUID, tuple[str, str]]) -> tuple[Relative, ...]:
    """The members alone, without who died. One query."""
    if members:
        note_read(Part.PERSON_IDENTITY, dossier=dossier, subjects=set(members))
    return tuple(one for one in _members(actor, members) if not one.deceased)


def _members(actor: Actor, members: Mapping[UUID, tuple[str, str]]) -> tuple[Relative, ...]:
    identities = {row.subject_id: row for row in PersonIdentity.objects.filter(subject__in=members)}
    return tuple(
        _member(actor, subject, name, role, identities.get(subject)) for subject, (name, role) in members.items()
    )


def _member(actor: Actor, subject: UUID, name: str, role: str, row: PersonIdentity | None) -> Relative:
    if row is None:
        return Relative(subject, name, role, is_member=True)
    born = Birth(row.birth_year, row.birth_month, row.birth_day)
    died = row.deceased_on
    ages = born.ages_on(died or actor.today)
    age = ages[0] if ages and (died or not row.deceased) else None
    return Relative(
        subject, name, role, row.sex, row.birth_year, age, row.deceased, died.year if died else None, is_member=True
    )


def _relatives(actor: Actor, dossier: UUID) -> tuple[Relative, ...]:
    """Of a year alone nobody knows the birthday; the age is the one reached this year."""
    rows = NetworkMember.objects.filter(
        dossier_id=dossier, sector=Sector.FAMILY, removed_on=None, withdrawn_at=None
    ).order_by("birth_year", "name", "subject_id")
    found = []
    for row in rows:
        until = row.died_year if row.deceased else actor.today.year
        age = until - row.birth_year if until is not None and row.birth_year is not None else None
        found.append(
            Relative(
                row.pk, row.name, row.relation, row.sex, row.birth_year, age, row.deceased, row.died_year,
                is_member=False,
            )
        )  # fmt: skip
    return tuple(found)


def _homes(rows: Iterable[tuple[str, UUID, str, UUID]]) -> tuple[Home, ...]:
    """Told homes before those of the register; two with the same people are one."""
    found: dict[UUID, tuple[str, bool, list[UUID]]] = {}
    for source, home, label, subject in rows:
        found.setdefault(home, (label, source == "told", []))[2].append(subject)
    once: dict[frozenset[UUID], Home] = {}
    for label, is_told, subjects in found.values():
        once.setdefault(frozenset(subjects), Home(label, tuple(subjects), is_told=is_told))
    return tuple(home for home in once.values() if len(home.members) > 1)


def _note(dossier: UUID, members: Mapping[UUID, object], ties: Iterable[KinLine], homes: Iterable[Home]) -> None:
    note_read(Part.NETWORK, dossier=dossier)
    related = {subject for tie in ties if tie.row is None for subject in tie.pair}
    at_home = {subject for home in homes for subject in home.members}
    for part, subjects in (
        (Part.PERSON_IDENTITY, set(members)),
        (Part.RELATION, related | {one for home in homes if not home.is_told for one in home.members}),
        (Part.HOME, at_home if any(home.is_told for home in homes) else set()),
    ):
        if subjects:
            note_read(part, dossier=dossier, subjects=subjects)
