"""The people of a dossier as each reader may see them; what a reader may not see is absent, and proven to exist."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kring.ground.access import roles
from kring.ground.access.actor import Actor, acting
from kring.ground.access.models import Account, Dossier
from kring.ground.access.services import represent
from kring.ground.audit.trail import Trail, recording
from kring.practice.households.queries import PersonCard, bsn_of, people_of
from tests.access.people import actor_of, give_role, make_dossier, make_family_account
from tests.exchange_store.town import Register, make_register
from tests.households.people import KARIM, NOOR, SANDRA, YARA, deliver_persons, family, subject_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def register(now: datetime) -> Register:
    return make_register(now)


def dossier_of(register: Register, *, secret: bool = False) -> Dossier:
    """The family Bakker – El Amrani with Jorien as regisseur; Sandra's address is secret when asked."""
    people = family()
    deliver_persons(register, *(people | {SANDRA: replace(people[SANDRA], secrecy=secret)}).values())
    members = [
        (subject_of(register, bsn), role)
        for bsn, role in ((SANDRA, "moeder"), (KARIM, "vader"), (NOOR, "kind"), (YARA, "kind"))
    ]
    dossier = make_dossier(register.town, "Bakker – El Amrani", members)
    give_role(register.town, dossier, register.town.jorien, roles.REGISSEUR)
    return dossier


def seen_by(account: Account, dossier: Dossier, at: datetime) -> dict[str, PersonCard]:
    actor = actor_of(account.id, at)
    with recording("test.people"), acting(actor, dossier=dossier.id):
        return {card.name: card for card in people_of(actor, dossier.id)}


def test_the_regisseur_sees_the_members_the_oldest_first(register: Register, now: datetime) -> None:
    seen = seen_by(register.town.jorien, dossier_of(register), now)
    assert [(card.name, card.role, card.age, card.is_minor) for card in seen.values()] == [
        ("Karim El Amrani", "vader", "45", False),
        ("Sandra Bakker", "moeder", "42", False),
        ("Noor El Amrani", "kind", "14", True),
        ("Yara El Amrani", "kind", "11", True),
    ]
    noor = seen["Noor El Amrani"]
    assert set(noor.parents) == {"Sandra Bakker", "Karim El Amrani"}
    assert {(line.kind, line.holder) for line in noor.authority} == {
        ("tweehoofdig ouderlijk gezag", "Sandra Bakker"),
        ("tweehoofdig ouderlijk gezag", "Karim El Amrani"),
    }
    assert seen["Sandra Bakker"].partners == ("Karim El Amrani",)
    assert noor.address is not None
    assert (noor.address.line, noor.address.postcode, noor.address.shielded) == ("Oude Dijk 12", "1781AB", False)


def test_a_colleague_without_a_role_in_the_dossier_sees_nobody(register: Register, now: datetime) -> None:
    dossier = dossier_of(register)
    assert seen_by(register.town.henk, dossier, now) == {}
    assert len(seen_by(register.town.jorien, dossier, now)) == 4


def test_a_secret_address_is_not_the_regisseurs_to_see_but_its_own(register: Register, now: datetime) -> None:
    dossier = dossier_of(register, secret=True)
    jorien = seen_by(register.town.jorien, dossier, now)
    assert jorien["Sandra Bakker"].address is None
    assert jorien["Karim El Amrani"].address is not None
    sandra = make_family_account(register.town, subject_of(register, SANDRA), "Sandra Bakker")
    give_role(register.town, dossier, sandra, roles.ADULT)
    own = seen_by(sandra, dossier, now)["Sandra Bakker"].address
    assert own is not None
    assert own.shielded


def test_a_parent_sees_the_child_he_represents_and_of_the_partner_the_name_only(
    register: Register, now: datetime
) -> None:
    dossier = dossier_of(register)
    karim = make_family_account(register.town, subject_of(register, KARIM), "Karim El Amrani")
    give_role(register.town, dossier, karim, roles.ADULT)
    mark = actor_of(register.town.mark.id, now - timedelta(days=4))
    with recording("test"), acting(mark):
        represent(
            actor=mark,
            dossier=dossier,
            holder=subject_of(register, KARIM).id,
            child=subject_of(register, NOOR).id,
            until=None,
            source="BRP",
        )
    seen = seen_by(karim, dossier, now)
    assert (seen["Noor El Amrani"].age, seen["Karim El Amrani"].age) == ("14", "45")
    assert (seen["Sandra Bakker"].age, seen["Sandra Bakker"].address) == ("", None)


def test_only_the_person_reads_the_own_bsn(register: Register, now: datetime) -> None:
    dossier = dossier_of(register)
    sandra = make_family_account(register.town, subject_of(register, SANDRA), "Sandra Bakker")
    give_role(register.town, dossier, sandra, roles.ADULT)

    def bsn(actor: Actor) -> str | None:
        with recording("test.bsn"), acting(actor, dossier=dossier.id):
            return bsn_of(subject_of(register, SANDRA).id, dossier.id)

    assert bsn(actor_of(sandra.id, now)) == SANDRA
    assert bsn(actor_of(register.town.jorien.id, now)) is None


def test_reading_is_noted_per_part(register: Register, now: datetime) -> None:
    dossier = dossier_of(register)
    actor = actor_of(register.town.jorien.id, now)
    trail: Trail
    with recording("test.people") as trail, acting(actor, dossier=dossier.id):
        people_of(actor, dossier.id)
    (entry,) = trail.entries.values()
    assert entry.parts == {"person", "person_identity", "person_address", "relation"}
    assert len(entry.subjects) == 4


def test_six_queries_whatever_the_size_of_the_family(register: Register, now: datetime) -> None:
    dossier = dossier_of(register)
    actor = actor_of(register.town.jorien.id, now)
    with recording("test.people"), acting(actor, dossier=dossier.id), CaptureQueriesContext(connection) as captured:
        assert len(people_of(actor, dossier.id)) == 4
    assert len(captured) == 6
