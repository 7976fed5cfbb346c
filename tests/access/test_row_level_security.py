"""What the database itself lets through, asked in raw SQL as the application's role."""

from datetime import datetime, timedelta

import pytest
from django.db import ProgrammingError, connection, transaction

from kring.ground.access import roles
from kring.ground.access.actor import Actor, acting
from kring.ground.access.keys import law_key, pair_key
from kring.ground.access.models import AccountKind, SharingGround
from kring.ground.access.services import Decision, represent, share
from kring.ground.audit.trail import recording
from kring.ground.shared.database import DatabaseRole
from kring.practice.care.models import Provision
from kring.practice.plans.models import Goal
from tests.access.people import (
    actor_of,
    give_role,
    make_dossier,
    make_family_account,
    make_subject,
    make_town,
)
from tests.conftest import speaking_as

pytestmark = pytest.mark.django_db


def rows(actor: Actor, sql: str) -> list[tuple[object, ...]]:
    with acting(actor), connection.cursor() as cursor:
        cursor.execute(sql)
        found: list[tuple[object, ...]] = cursor.fetchall()
        return found


def test_without_an_actor_the_database_raises_instead_of_answering_nothing(now: datetime) -> None:
    town = make_town(now)
    make_dossier(town, "El Amrani", [(make_subject(town.municipality, "Samira"), "moeder")])
    with (
        pytest.raises(ProgrammingError, match="no actor is set"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("select * from access_dossier")


def test_the_application_cannot_write_a_grant(now: datetime) -> None:
    town = make_town(now)
    with pytest.raises(ProgrammingError, match="permission denied"):
        rows(
            town.actor(town.jorien),
            "insert into access_grant (account_id, part, key) values (gate.actor(), 'plan', gate.actor())",
        )


def test_f03_father_reads_deniz_and_the_joint_plan_and_nothing_of_mothers_wmo_or_debts(now: datetime) -> None:
    """ADR 1: files stay per person and per law, the plan is the thin layer above them. Two homes, both authority."""
    town = make_town(now)
    elif_, emre = (
        make_subject(town.municipality, "Elif Yıldız"),
        make_subject(town.municipality, "Emre Aksoy"),
    )
    deniz = make_subject(town.municipality, "Deniz")
    with speaking_as(DatabaseRole.IMPORT):
        for subject, law, product in (
            (elif_, "wmo", "begeleiding thuis"),
            (elif_, "schuldhulp", "schuldregeling"),
            (deniz, "jeugdwet", "ambulante jeugdhulp"),
        ):
            Provision.objects.create(subject=subject, law=law, product=product, started_on=now.date(), source="test")
    dossier = make_dossier(town, "Yıldız / Aksoy", [(elif_, "moeder"), (emre, "vader"), (deniz, "kind")])
    give_role(town, dossier, town.jorien, roles.REGISSEUR)
    father = make_family_account(town, emre, "Emre Aksoy")
    mother = make_family_account(town, elif_, "Elif Yıldız")
    for account in (father, mother):
        give_role(town, dossier, account, roles.ADULT)
    mark = actor_of(town.mark.id, now - timedelta(days=4))
    with recording("test"), acting(mark):
        for holder in (elif_, emre):
            represent(
                actor=mark,
                dossier=dossier,
                holder=holder.id,
                child=deniz.id,
                until=None,
                source="gezagsregister",
            )
    jorien = town.actor(town.jorien)
    with recording("test"), acting(jorien):
        Goal.objects.create(
            dossier=dossier,
            own_words="Dat papa en mama geen ruzie maken",
            speaker="Deniz",
            began_on=now.date(),
        )

    as_father, as_mother = actor_of(father.id, now), actor_of(mother.id, now)
    assert rows(as_father, "select law, product from care_provision") == [("jeugdwet", "ambulante jeugdhulp")]
    assert len(rows(as_father, "select * from plans_goal")) == 1
    assert sorted(rows(as_mother, "select law from care_provision")) == [
        ("jeugdwet",),
        ("schuldhulp",),
        ("wmo",),
    ]
    assert rows(as_father, f"select * from care_provision where subject_id = '{elif_.id}'") == []


def test_a_law_opens_to_the_regisseur_by_the_familys_answer_and_closes_when_it_is_withdrawn(
    now: datetime,
) -> None:
    town = make_town(now)
    marloes = make_subject(town.municipality, "Marloes Bakker")
    with speaking_as(DatabaseRole.IMPORT):
        for law in ("wmo", "schuldhulp"):
            Provision.objects.create(subject=marloes, law=law, product=law, started_on=now.date(), source="test")
    dossier = make_dossier(town, "De Wit-Bakker", [(marloes, "moeder")])
    give_role(town, dossier, town.jorien, roles.REGISSEUR)
    jorien = town.actor(town.jorien)
    assert rows(jorien, "select law from care_provision") == []

    answer = Decision(
        marloes.id, ["wmo"], SharingGround.EXPLICIT_CONSENT, "één plan", "zonder dit zicht geen plan", "nee"
    )
    with recording("test"), acting(jorien):
        share(actor=jorien, dossier=dossier.id, decision=answer)
    assert rows(jorien, "select law from care_provision") == [("wmo",)]


def test_a_colleague_of_the_same_team_and_one_of_another_organisation_find_nothing(now: datetime) -> None:
    town = make_town(now)
    samira = make_subject(town.municipality, "Samira El Amrani")
    dossier = make_dossier(town, "El Amrani", [(samira, "moeder")])
    give_role(town, dossier, town.jorien, roles.REGISSEUR)
    count = "select count(*) from access_dossier"
    assert rows(town.actor(town.jorien), count) == [(1,)]
    assert rows(town.actor(town.henk), count) == [(0,)]
    assert rows(town.actor(town.fatima), count) == [(0,)]


def test_who_is_not_an_account_reads_nothing(now: datetime) -> None:
    town = make_town(now)
    make_dossier(town, "El Amrani", [(make_subject(town.municipality, "Samira"), "moeder")])
    nobody = Actor(town.municipality.id, AccountKind.ACCOUNT, now)
    assert rows(nobody, "select * from access_dossier") == []


def test_a_plan_version_cannot_be_changed_by_anyone_who_may_read_it(now: datetime) -> None:
    town = make_town(now)
    with pytest.raises(ProgrammingError, match="permission denied"):
        rows(town.actor(town.jorien), "update plans_planversion set number = 2")


def test_the_key_of_the_database_equals_the_key_of_the_compiler(now: datetime) -> None:
    town = make_town(now)
    one, two = town.municipality.id, town.provider.id
    [(pair, law)] = rows(town.actor(town.mark), f"select gate.key('{one}', '{two}'), gate.law_key('{one}', 'wmo')")
    assert (pair, law) == (pair_key(one, two), law_key(one, "wmo"))
