"""A statement that is written out once finds what it would find when it were written each time (ADR 17)."""

from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.db.models import F, QuerySet
from django.test.utils import CaptureQueriesContext

from kring.ground.access.actor import acting
from kring.ground.access.models import Account, Dossier, Involvement
from kring.ground.access.roles import REGISSEUR
from kring.ground.shared.lasting import in_force
from kring.ground.shared.prepared import Prepared
from tests.access.people import Town, give_role, make_dossier, make_subject, make_town

pytestmark = pytest.mark.django_db


def family(town: Town, account: Account) -> Dossier:
    dossier = make_dossier(town, "Familie Yilmaz", [(make_subject(town.municipality, "Ayşe Yilmaz"), "parent")])
    give_role(town, dossier, account, REGISSEUR)
    return dossier


def write(dossier: UUID, at: datetime) -> QuerySet[Involvement]:
    rows = Involvement.objects.filter(in_force(at), dossier_id=dossier, role=REGISSEUR.code).select_related("account")
    return rows.annotate(who=F("account__display_name")).order_by("role", "id")


def pairs(dossier: UUID, at: datetime) -> QuerySet[Involvement, tuple[str, str]]:
    return write(dossier, at).values_list("role", "account__display_name")


def test_the_same_rows_as_the_statement_itself(now: datetime) -> None:
    town = make_town(now)
    first, second = family(town, town.jorien), family(town, town.henk)
    prepared, told = Prepared(write), Prepared(pairs)
    for dossier, account in ((first, town.jorien), (second, town.henk), (first, town.jorien)):
        for at in (now, now - timedelta(days=1)):
            with acting(town.actor(account), dossier=dossier.id):
                assert prepared(dossier.id, at) == list(write(dossier.id, at))
                assert told(dossier.id, at) == list(pairs(dossier.id, at))


def test_rows_come_whole_with_what_stands_aside(now: datetime) -> None:
    """One statement: the account came with the row."""
    town = make_town(now)
    dossier = family(town, town.jorien)
    with acting(town.actor(town.jorien), dossier=dossier.id), CaptureQueriesContext(connection) as asked:
        (row,) = Prepared(write)(dossier.id, at=now)
        assert row.account.display_name == "Jorien Smit"
        assert len(asked) == 1


def test_who_reads_decides_what_is_found(now: datetime) -> None:
    """Twin: Jorien finds her own involvement by the same words."""
    town = make_town(now)
    dossier = family(town, town.jorien)
    prepared = Prepared(write)
    with acting(town.actor(town.jorien), dossier=dossier.id):
        assert len(prepared(dossier.id, now)) == 1
    with acting(town.actor(town.henk), dossier=dossier.id):
        assert prepared(dossier.id, now) == []


def test_it_is_written_once(now: datetime) -> None:
    town = make_town(now)
    dossier = family(town, town.jorien)
    written = []

    @Prepared
    def counted(dossier: UUID) -> QuerySet[Involvement]:
        written.append(dossier)
        return Involvement.objects.filter(dossier_id=dossier, role=REGISSEUR.code)

    with acting(town.actor(town.jorien), dossier=dossier.id):
        assert [len(counted(dossier.id)), len(counted(dossier.id))] == [1, 1]
    assert len(written) == 1


def test_a_value_that_the_statement_has_no_place_for_is_refused() -> None:
    """Somebody who looked at the value would have the answer of the first one for ever."""

    @Prepared
    def looks(dossier: UUID, day: date) -> QuerySet[Involvement]:
        return Involvement.objects.filter(dossier_id=dossier, role="x" if day.year > 2020 else "y")

    with pytest.raises(ValueError, match="no place in the statement for day"):
        looks(UUID(int=1), date(2026, 11, 1))


def test_only_ids_moments_and_days_can_be_left_open() -> None:
    @Prepared
    def by_word(role: str) -> QuerySet[Involvement]:
        return Involvement.objects.filter(role=role)

    with pytest.raises(TypeError, match="nothing can stand in for"):
        by_word("regisseur")
