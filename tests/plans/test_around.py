"""What stands round the plan: of each person only the laws that were opened to this reader (F03)."""

from datetime import date, datetime

import pytest

from kring.ground.access.parts import Law
from kring.ground.shared.database import DatabaseRole
from kring.practice.care.models import Helper, Provider, Provision
from kring.practice.leads.queries import dossier_head
from kring.practice.leads.services import Answer, appoint, record_answer
from kring.practice.plans.queries import CareLine, around
from tests.conftest import speaking_as
from tests.plans.family import Family, make_family

pytestmark = pytest.mark.django_db


def with_care(now: datetime) -> Family:
    family = make_family(now)
    marloes = family.subject("Marloes Bakker")
    with speaking_as(DatabaseRole.IMPORT):
        kade = Provider.objects.create(name="Thuis Zuiver")
        help_ = Provision.objects.create(
            subject_id=marloes, law="wmo", product="huishoudelijke hulp", provider=kade, source="test",
            started_on=date(2024, 11, 1), ended_on=date(2026, 12, 31), actual_end_on=date(2026, 10, 31),
        )  # fmt: skip
        Helper.objects.create(provision=help_, subject_id=marloes, law="wmo", name="Anneke Bos")
        Provision.objects.create(
            subject_id=marloes, law="schuldhulp", product="schuldregeling", started_on=date(2025, 10, 1), source="test"
        )
        Provision.objects.create(
            subject_id=marloes, law="wmo", product="scootmobiel", started_on=date(2025, 1, 1), state="withdrawn",
            source="test",
        )  # fmt: skip
    return family


def care(family: Family, name: str) -> tuple[CareLine, ...]:
    with family.acting(name) as actor:
        head = dossier_head(actor, family.id)
        assert head is not None
        return around(actor, head).care


def test_the_regisseur_sees_a_law_after_the_answer_and_not_what_was_withdrawn(now: datetime) -> None:
    family = with_care(now)
    assert care(family, "jorien") == ()
    with family.acting("jorien") as jorien:
        answer = Answer(
            family.subject("Marloes Bakker"),
            Law.WMO,
            True,
            "Marloes",
            purpose="één plan",
            necessity="ja",
            proportionality="nee",
        )
        record_answer(actor=jorien, dossier=family.id, answer=answer)
    [line] = care(family, "jorien")
    assert (line.law, line.product, line.provider, line.helpers) == (
        Law.WMO,
        "huishoudelijke hulp",
        "Thuis Zuiver",
        ("Anneke Bos",),
    )


def test_help_ends_the_day_after_its_last_day(now: datetime) -> None:
    family = with_care(now)
    wmo = next(line for line in care(family, "marloes") if line.law == Law.WMO)
    assert wmo.end == date(2026, 11, 1)
    assert wmo.runs_on(date(2026, 10, 31))
    assert not wmo.runs_on(date(2026, 11, 1))


def test_mother_sees_her_own_laws_and_father_none_of_them(now: datetime) -> None:
    family = with_care(now)
    assert {line.law for line in care(family, "marloes")} == {Law.WMO, Law.SCHULDHULP}
    assert care(family, "stefan") == ()


def test_the_professionals_are_named_to_the_whole_family(now: datetime) -> None:
    family = make_family(now)
    with family.acting("stefan") as stefan:
        head = dossier_head(stefan, family.id)
        assert head is not None
        assert [(party.name, party.function) for party in around(stefan, head).parties] == [
            ("Jorien Smit", "Regisseur"),
            ("Naima Haddou", "Achtervang"),
        ]


def test_who_was_succeeded_is_no_longer_named(now: datetime) -> None:
    family = make_family(now)
    with family.acting("mark") as mark:
        appoint(
            actor=mark,
            dossier=family.dossier,
            lead=family.town.henk,
            deputy=family.town.naima,
            chosen_by_family=True,
        )
    with family.acting("stefan") as stefan:
        head = dossier_head(stefan, family.id)
        assert head is not None
        assert [party.name for party in around(stefan, head).parties] == ["Naima Haddou", "Henk Prins"]
