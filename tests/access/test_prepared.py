"""A statement that is written out once finds what it would find when it were written each time (ADR 17)."""

from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from django.contrib.postgres.expressions import ArraySubquery
from django.db import connection
from django.db.models import F, OuterRef, QuerySet, Value
from django.db.models.functions import JSONObject
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


def names(dossier: UUID, at: datetime) -> QuerySet[Involvement, str]:
    rows = Involvement.objects.filter(in_force(at), dossier_id=dossier, role=REGISSEUR.code).order_by("role", "id")
    return rows.values_list("account__display_name", flat=True)


def aside(dossier: UUID, at: datetime) -> QuerySet[Involvement, tuple[str, dict[str, str], list[UUID]]]:
    """A word, an object and a list: what the columns of a page are."""
    involved = Involvement.objects.filter(dossier=OuterRef("dossier")).order_by("id")
    who = JSONObject(name=F("account__display_name"))
    return (
        Involvement.objects.filter(in_force(at), dossier_id=dossier, role=REGISSEUR.code)
        .order_by("role", "id")
        .values_list("role", who, ArraySubquery(involved.values("id")))
    )


def test_the_same_rows_as_the_statement_itself(now: datetime) -> None:
    town = make_town(now)
    first, second = family(town, town.jorien), family(town, town.henk)
    prepared, told = Prepared(names), Prepared(aside)
    for dossier, account in ((first, town.jorien), (second, town.henk), (first, town.jorien)):
        for at in (now, now - timedelta(days=1)):
            with acting(town.actor(account), dossier=dossier.id):
                assert prepared(dossier.id, at) == list(names(dossier.id, at))
                assert told(dossier.id, at) == list(aside(dossier.id, at))


def test_what_stands_aside_comes_in_the_same_statement(now: datetime) -> None:
    town = make_town(now)
    dossier = family(town, town.jorien)
    with acting(town.actor(town.jorien), dossier=dossier.id), CaptureQueriesContext(connection) as asked:
        ((_role, who, involved),) = Prepared(aside)(dossier.id, at=now)
    assert who == {"name": "Jorien Smit"}
    assert len(involved) > 1
    assert len(asked) == 1


def test_who_reads_decides_what_is_found(now: datetime) -> None:
    """Twin: Jorien finds her own involvement by the same words."""
    town = make_town(now)
    dossier = family(town, town.jorien)
    prepared = Prepared(names)
    with acting(town.actor(town.jorien), dossier=dossier.id):
        assert prepared(dossier.id, now) == ["Jorien Smit"]
    with acting(town.actor(town.henk), dossier=dossier.id):
        assert prepared(dossier.id, now) == []


def test_it_is_written_once(now: datetime) -> None:
    town = make_town(now)
    dossier = family(town, town.jorien)
    written = []

    @Prepared
    def counted(dossier: UUID) -> QuerySet[Involvement, str]:
        written.append(dossier)
        return Involvement.objects.filter(dossier_id=dossier).values_list("role", flat=True).distinct()

    with acting(town.actor(town.jorien), dossier=dossier.id):
        assert counted(dossier.id) == counted(dossier.id)
    assert len(written) == 1


def test_a_value_that_the_statement_has_no_place_for_is_refused() -> None:
    """Somebody who looked at the value would have the answer of the first one for ever."""

    @Prepared
    def looks(dossier: UUID, day: date) -> QuerySet[Involvement, tuple[str]]:
        return Involvement.objects.filter(dossier_id=dossier, role="x" if day.year > 2020 else "y").values_list("role")

    with pytest.raises(ValueError, match="no place in the statement for day"):
        looks(UUID(int=1), date(2026, 11, 1))


def test_a_number_cannot_be_left_open() -> None:
    """It could be one that the statement holds by itself."""

    @Prepared
    def of_age(age: int) -> QuerySet[Involvement, tuple[str]]:
        return Involvement.objects.annotate(age=Value(age)).values_list("role")

    with pytest.raises(TypeError, match="nothing can stand in for"):
        of_age(18)


def test_whole_models_are_refused() -> None:
    @Prepared
    def rows(dossier: UUID) -> QuerySet[Involvement]:
        return Involvement.objects.filter(dossier_id=dossier)

    with pytest.raises(TypeError, match="only a `values_list`"):
        rows(UUID(int=1))
