"""Who reads for whom by age (BR-080, BR-084): grants end on the 12th, 16th and 18th birthday by themselves.

Samira has authority over Yassin. What is laid down today must be right on every later day by itself.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from django.db import connection

from kring.ground.access import roles
from kring.ground.access.actor import Actor, acting, system_actor
from kring.ground.access.models import Account, AccountKind, Dossier, Subject
from kring.ground.access.rules import Spell, spells
from kring.ground.access.services import count_grant_differences, involve, involve_member, represent
from kring.ground.audit.trail import recording
from kring.ground.shared.period import HERE
from kring.ground.shared.verdict import Refused
from tests.access.people import Town, actor_of, give_role, make_dossier, make_family_account, make_subject, make_town

pytestmark = pytest.mark.django_db

TEN = date(2016, 3, 15)
"""Born so that Yassin is ten on the day of the tests."""


@dataclass(frozen=True, slots=True)
class ElAmrani:
    """Samira and Yassin, each with an account; Henk is consulted or leads where a test says so."""

    town: Town
    dossier: Dossier
    samira: Account
    yassin: Account
    child: Subject
    parent: Subject

    @property
    def mark(self) -> Actor:
        return actor_of(self.town.mark.id, self.town.at - timedelta(days=5))

    def born(self, born: date) -> None:
        with recording("test"), acting(self.mark):
            involve_member(actor=self.mark, dossier=self.dossier, account=self.yassin, born=born, ground="lid")

    def represented(self, start: datetime, until: datetime | None, source: str) -> None:
        actor = actor_of(self.town.mark.id, start)
        with recording("test"), acting(actor):
            represent(
                actor=actor,
                dossier=self.dossier,
                holder=self.parent.id,
                child=self.child.id,
                until=until,
                source=source,
            )

    def reads(self, account: Account, part: str, about: Subject, day: date) -> bool:
        """Asked of the database itself, on that day."""
        at = datetime(day.year, day.month, day.day, 9, tzinfo=HERE)
        with acting(Actor(account.id, AccountKind.ACCOUNT, at)), connection.cursor() as cursor:
            cursor.execute("select set_config('kring.test_now', %s, true)", [at.isoformat()])
            cursor.execute("select gate.keys(%s, 1)", [part])
            keys: list[UUID] = cursor.fetchone()[0]
            cursor.execute("select set_config('kring.test_now', %s, true)", [self.town.at.isoformat()])
        return about.id in keys


@pytest.fixture
def family(now: datetime) -> ElAmrani:
    town = make_town(now)
    parent, child = (make_subject(town.municipality, name) for name in ("Samira El Amrani", "Yassin El Amrani"))
    dossier = make_dossier(town, "El Amrani", [(parent, "moeder"), (child, "kind")])
    samira, yassin = (make_family_account(town, one, name) for one, name in ((parent, "Samira"), (child, "Yassin")))
    give_role(town, dossier, samira, roles.ADULT)
    return ElAmrani(town, dossier, samira, yassin, child, parent)


@pytest.mark.parametrize(
    ("day", "identity", "number"),
    [
        (date(2028, 3, 14), False, False),  # eleven: no account of his own yet
        (date(2028, 3, 15), True, False),  # twelve
        (date(2032, 3, 14), True, False),
        (date(2032, 3, 15), True, True),  # sixteen: his own BSN too
        (date(2034, 3, 15), True, True),  # eighteen
        (date(2040, 1, 1), True, True),
    ],
)
def test_what_he_reads_of_himself(family: ElAmrani, day: date, identity: bool, number: bool) -> None:
    family.born(TEN)
    assert family.reads(family.yassin, "person_identity", family.child, day) is identity
    assert family.reads(family.yassin, "person_bsn", family.child, day) is number


@pytest.mark.parametrize(
    ("day", "reads", "with_consent"),
    [
        (date(2028, 3, 14), True, True),  # under twelve
        (date(2028, 3, 15), True, True),  # twelve to fifteen
        (date(2032, 3, 14), True, True),
        (date(2032, 3, 15), False, True),  # from sixteen only when he agrees
        (date(2034, 3, 15), False, False),  # grown up
    ],
)
def test_what_his_mother_reads_of_him(family: ElAmrani, day: date, reads: bool, with_consent: bool) -> None:
    family.born(TEN)
    sixteen, eighteen = datetime(2032, 3, 15, tzinfo=HERE), datetime(2034, 3, 15, tzinfo=HERE)
    family.represented(family.town.at - timedelta(days=5), sixteen, "gezagsregister")
    assert family.reads(family.samira, "person_identity", family.child, day) is reads
    family.represented(sixteen, eighteen, "toestemming van de jongere")
    assert family.reads(family.samira, "person_identity", family.child, day) is with_consent


def test_he_never_reads_her_file(family: ElAmrani) -> None:
    family.born(date(2008, 1, 1))
    assert not family.reads(family.yassin, "person_identity", family.parent, family.town.at.date())
    assert family.reads(family.yassin, "person_identity", family.child, family.town.at.date())


def test_a_birth_date_that_was_wrong_moves_every_birthday(family: ElAmrani) -> None:
    family.born(date(2013, 3, 15))
    assert family.reads(family.yassin, "person_identity", family.child, family.town.at.date())
    family.born(TEN)
    assert not family.reads(family.yassin, "person_identity", family.child, family.town.at.date())
    assert family.reads(family.yassin, "person_identity", family.child, date(2028, 3, 15))


def test_the_nightly_recompile_finds_no_difference(family: ElAmrani) -> None:
    family.born(TEN)
    family.represented(family.town.at - timedelta(days=5), datetime(2032, 3, 15, tzinfo=HERE), "gezagsregister")
    with acting(system_actor(family.town.at)):
        assert count_grant_differences() == 0


def test_who_is_consulted_reads_from_and_to_a_day(family: ElAmrani) -> None:
    henk = family.town.henk
    with recording("test"), acting(family.mark), pytest.raises(Refused, match="tot wanneer"):
        involve(actor=family.mark, dossier=family.dossier, account=henk, role="geraadpleegd", ground="zorg")
    with recording("test"), acting(family.mark):
        until = family.town.at + timedelta(days=7)
        involve(
            actor=family.mark, dossier=family.dossier, account=henk, role="geraadpleegd", ground="zorg", until=until
        )
    assert family.reads(henk, "person", family.child, date(2026, 11, 7))
    assert not family.reads(henk, "person", family.child, date(2026, 11, 9))


def test_who_leaves_a_day_before_a_birthday_falls_on_no_gap() -> None:
    since = datetime(2026, 11, 1, 10, tzinfo=HERE)
    assert list(spells(date(2010, 2, 28), since)) == [
        Spell("jongere_16", since, datetime(2028, 2, 28, tzinfo=HERE)),
        Spell("gezinslid", datetime(2028, 2, 28, tzinfo=HERE), None),
    ]
    assert list(spells(date(1980, 1, 1), since)) == [Spell("gezinslid", since, None)]
