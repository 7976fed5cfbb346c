"""Who reads the circle: the family and who leads; and nobody of it is there for whom that person is hidden from."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction

from kring.ground.access.actor import acting
from kring.ground.access.models import Dossier, DossierSubject, Grant, Hidden, Subject
from kring.ground.access.roles import TEAM_PROFESSIONAL
from kring.ground.access.services import count_grant_differences, hide_from, show_again
from kring.ground.shared.verdict import Refused
from kring.practice.circle.models import NetworkMember, NotTogether, Standing
from kring.practice.circle.services import set_apart
from tests.access.people import give_role
from tests.circle.round import RIA, add
from tests.plans.family import Family, make_family

pytestmark = pytest.mark.django_db

TABLES = {
    "circle_networkmember": "subject_id", "circle_standing": "subject_id", "access_dossiersubject": "subject_id",
    "access_subject": "id", "access_hidden": "subject_id",
}  # fmt: skip


@pytest.fixture
def family(now: datetime) -> Family:
    return make_family(now)


def names(family: Family, who: str) -> set[str]:
    with family.acting(who):
        return set(NetworkMember.objects.filter(dossier=family.id).values_list("name", flat=True))


def raw(family: Family, who: str, subject: UUID) -> set[str]:
    """In which tables raw SQL finds this person, as that account."""
    with acting(family.actor(who)), connection.cursor() as cursor:
        found = set()
        for table, column in TABLES.items():
            cursor.execute(f"select count(*) from {table} where {column} = %s", [subject])
            if cursor.fetchone()[0]:
                found.add(table)
        return found


@pytest.mark.parametrize("who", ["jorien", "naima", "marloes", "stefan"])
def test_the_family_and_who_leads_read_the_circle(family: Family, who: str) -> None:
    add(family)
    assert names(family, who) == {"Truus Bakker"}


@pytest.mark.parametrize("who", ["henk", "mark", "annet", "bram", "fatima"])
def test_nobody_else_does(family: Family, who: str) -> None:
    member = add(family)
    assert raw(family, who, member.pk) == set()


def test_a_professional_with_a_task_reads_nothing_of_it_by_that_task(family: Family) -> None:
    give_role(family.town, family.dossier, family.town.henk, TEAM_PROFESSIONAL)
    member = add(family)
    assert raw(family, "henk", member.pk) == set()


def test_who_stands_round_a_family_is_no_member_of_it(family: Family) -> None:
    """No list of the family's people shows this person, and no other part of the table opens."""
    member = add(family)
    assert raw(family, "jorien", member.pk) == {"circle_networkmember", "circle_standing"}
    with family.acting("jorien"):
        assert set(Grant.objects.filter(key=member.pk).values_list("part", flat=True)) == {"relation"}


def test_who_is_hidden_is_nowhere_for_that_reader(family: Family) -> None:
    member, ria = add(family), add(family, RIA)
    with family.acting("marloes") as marloes:
        hide_from(actor=marloes, dossier=family.id, subject=member.pk, reader=family.subject("Stefan de Wit"))
        set_apart(actor=marloes, dossier=family.id, one=member.pk, other=ria.pk)
    assert raw(family, "stefan", member.pk) == set()
    assert names(family, "stefan") == {"Ria Groen"}
    with family.acting("stefan"):
        assert not NotTogether.objects.exists()
        assert not Hidden.objects.exists()


def test_the_twin_others_still_see_who_is_hidden_from_one(family: Family) -> None:
    member, ria = add(family), add(family, RIA)
    with family.acting("marloes") as marloes:
        hide_from(actor=marloes, dossier=family.id, subject=member.pk, reader=family.subject("Stefan de Wit"))
        set_apart(actor=marloes, dossier=family.id, one=member.pk, other=ria.pk)
        assert NotTogether.objects.count() == 1
    for who in ("marloes", "jorien"):
        assert {"circle_networkmember", "circle_standing", "access_hidden"} <= raw(family, who, member.pk)


def test_shown_again_is_seen_again_and_the_grants_are_what_the_facts_say(family: Family) -> None:
    member = add(family)
    stefan = family.subject("Stefan de Wit")
    with family.acting("marloes", ago=timedelta(hours=1)) as marloes:
        hide_from(actor=marloes, dossier=family.id, subject=member.pk, reader=stefan)
    with family.acting("marloes") as marloes:
        show_again(actor=marloes, dossier=family.id, subject=member.pk, reader=stefan)
        assert count_grant_differences() == 0
    assert names(family, "stefan") == {"Truus Bakker"}


def test_nobody_shows_oneself_who_was_hidden(family: Family) -> None:
    member = add(family)
    stefan = family.subject("Stefan de Wit")
    with family.acting("marloes") as marloes:
        hide_from(actor=marloes, dossier=family.id, subject=member.pk, reader=stefan)
    with family.acting("stefan") as him, pytest.raises(Refused, match="Voor uzelf"):
        show_again(actor=him, dossier=family.id, subject=member.pk, reader=stefan)


def test_the_application_writes_nobody_into_another_circle(family: Family) -> None:
    """A row of a dossier names a subject of that dossier, and rights change in gates only."""
    member = add(family)
    with family.acting("jorien"), pytest.raises(DatabaseError), transaction.atomic():
        DossierSubject.objects.create(dossier_id=family.id, subject_id=member.pk, started_at=family.town.at)
    with family.acting("jorien"), pytest.raises(DatabaseError), transaction.atomic():
        Hidden.objects.create(
            dossier_id=family.id, subject_id=member.pk, reader_id=family.subject("Stefan de Wit"),
            hidden_by=family.town.jorien.id, started_at=family.town.at,
        )  # fmt: skip
    with family.acting("jorien"):
        assert Standing.objects.filter(member=member).exists()
        assert not Subject.objects.filter(id=member.pk).exists()
        assert Dossier.objects.filter(id=family.id).exists()
