"""The list of a study: which households, which facts, who is left out; made by the role that reads no names."""

import json
from datetime import date

import pytest
from django.db import ProgrammingError, connection, transaction

from kring.ground.access.actor import acting
from kring.ground.access.models import Subject
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.jobs import JOBS
from kring.ground.shared.verdict import Refused
from kring.practice.care.models import Helper
from kring.practice.households.models import HouseholdMember, PersonIdentity
from kring.steering.studies.models import Study, StudyCase, StudyKey
from kring.steering.studies.services import keep_studies
from tests.conftest import TODAY, speaking_as
from tests.studies.world import (
    Desk,
    Given,
    Resident,
    count,
    give,
    make_bakkers,
    make_desk,
    make_household,
    make_person,
    make_study,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk() -> Desk:
    return make_desk()


def cases(desk: Desk) -> list[StudyCase]:
    """As Lonneke, who is named in the study, sees them."""
    with acting(desk.actor(desk.lonneke)):
        return list(StudyCase.objects.order_by("-law_count", "pseudonym"))


def test_the_facts_of_a_household_under_its_pseudonym(desk: Desk) -> None:
    make_bakkers(desk)
    study = make_study(desk)
    assert count(study).households == 1
    [case] = cases(desk)
    assert case.laws == ["jeugdwet", "schuldhulp", "wmo"]
    assert (case.persons, case.children, case.provisions, case.providers) == (2, 1, 3, 3)
    assert (case.helpers_known, case.providers_without_helper) == (1, 1)
    assert (case.cents_known, case.costs_unknown) == (600000, 1)
    assert case.months_stacked == 22
    assert (case.area_name, case.municipality_name) == ("Zeewaard-Noord", "Zeewaard")


def test_no_name_and_no_bsn_leaves_the_register(desk: Desk) -> None:
    make_bakkers(desk)
    count(make_study(desk))
    [case] = cases(desk)
    text = json.dumps(case.bars)
    assert [bar["who"] for bar in case.bars] == ["volwassene 1", "kind 1", "volwassene 1"]
    for name in ("Marloes", "Noah", "Wit", "Ans", "Kuiper"):
        assert name not in text


def test_what_only_the_family_told_is_no_part_of_research_into_files(desk: Desk) -> None:
    make_bakkers(desk)
    count(make_study(desk))
    [case] = cases(desk)
    assert "zvw" not in {bar["law"] for bar in case.bars}


def test_help_counts_only_while_its_person_lived_in_the_household(desk: Desk) -> None:
    home, (rick,) = make_household(desk, [Resident("Rick van der Laan", 1990, "M")])
    give(rick, Given("wmo", since=date(2026, 1, 1)))
    ruben = make_person(desk, Resident("Ruben Kok", 1991, "M"))
    give(ruben, Given("participatiewet", since=date(2024, 1, 1)))
    with speaking_as(DatabaseRole.IMPORT):
        HouseholdMember.objects.create(
            household=home, subject=ruben, started_on=date(2026, 3, 1), ended_on=date(2026, 6, 1)
        )
    count(make_study(desk))
    [case] = cases(desk)
    assert (case.laws, case.months_stacked, case.persons) == (["wmo"], 3, 1)
    assert [(bar["law"], bar["start"], bar["end"]) for bar in case.bars] == [
        ("wmo", "2026-01-01", None),
        ("participatiewet", "2026-03-01", "2026-06-01"),
    ]


def test_the_list_is_as_things_stood_on_its_reference_date(desk: Desk) -> None:
    make_bakkers(desk)
    study = make_study(desk)
    count(study, date(2025, 1, 31))
    [case] = cases(desk)
    assert (case.laws, case.reference_date) == (["wmo"], date(2025, 1, 31))


def test_a_household_without_running_help_is_not_in_the_list(desk: Desk) -> None:
    _home, (rick,) = make_household(desk, [Resident("Rick van der Laan", 1990, "M")])
    give(rick, Given("wmo", until=date(2026, 9, 30)))
    assert count(make_study(desk)).households == 0


def protect_by_secrecy(subject: Subject) -> None:
    with speaking_as(DatabaseRole.IMPORT):
        PersonIdentity.objects.filter(subject=subject).update(secrecy=True)


def protect_by_shield(subject: Subject) -> None:
    with speaking_as(DatabaseRole.IMPORT):
        Subject.objects.filter(id=subject.id).update(shield=3)


def protect_by_objection(subject: Subject) -> None:
    with connection.cursor() as cursor:
        cursor.execute("reset session authorization")
        cursor.execute(
            "insert into studies_objection (subject_id, since, recorded_by) values (%s, current_date, %s)",
            [subject.id, subject.id],
        )
        cursor.execute(f"set session authorization {DatabaseRole.APP}")


@pytest.mark.parametrize("protect", [protect_by_secrecy, protect_by_shield, protect_by_objection])
def test_a_household_with_a_protected_member_is_left_out_and_counted(desk: Desk, protect: object) -> None:
    """BR-094. The twin: without the mark the same household is there."""
    _home, (_marloes, noah) = make_bakkers(desk)
    study = make_study(desk)
    assert (count(study).households, count(study).left_out) == (1, 0)
    assert callable(protect)
    protect(noah)
    assert (count(study).households, count(study).left_out) == (0, 1)
    assert cases(desk) == []
    with acting(desk.actor(desk.lonneke)):
        assert Study.objects.get(id=study.id).left_out == 1


def test_the_same_register_gives_the_same_rows_and_pseudonyms_differ_per_study(desk: Desk) -> None:
    make_bakkers(desk)
    study = make_study(desk)
    count(study)
    before = [(case.id, case.pseudonym, case.bars) for case in cases(desk)]
    count(study)
    assert [(case.id, case.pseudonym, case.bars) for case in cases(desk)] == before
    other = make_study(desk)
    count(other)
    assert len({case.pseudonym for case in cases(desk)}) == 2


def test_a_study_that_does_not_run_is_not_counted(desk: Desk) -> None:
    make_bakkers(desk)
    for study in (
        make_study(desk, approved=False),
        make_study(desk, start=date(2026, 12, 1)),
    ):
        with pytest.raises(Refused):
            count(study)


def test_when_a_study_is_over_its_households_and_keys_are_destroyed(desk: Desk) -> None:
    make_bakkers(desk)
    study = make_study(desk, end=date(2026, 11, 1))
    count(study)
    with speaking_as(DatabaseRole.SNAPSHOT):
        keep_studies(at=TODAY)
        assert StudyKey.objects.filter(study=study).count() == 1
        keep_studies(at=TODAY.replace(day=2))
        assert StudyKey.objects.filter(study=study).count() == StudyCase.objects.filter(study=study).count() == 0


@pytest.mark.parametrize(
    "sql",
    [
        "select name from care_helper",
        "select display_name from households_person",
        "select birth_day from households_personidentity",
        "select street from households_personaddress",
        "select * from households_personbsn",
    ],
)
def test_the_role_that_makes_the_list_cannot_read_names(desk: Desk, sql: str) -> None:
    make_bakkers(desk)
    with (
        speaking_as(DatabaseRole.SNAPSHOT),
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql)
    with speaking_as(DatabaseRole.IMPORT):
        assert Helper.objects.exists()


def test_the_job_makes_the_list_as_the_role_without_names(desk: Desk) -> None:
    make_bakkers(desk)
    study = make_study(desk)
    JOBS["studies.count"].perform(study=str(study.id), day=date(2026, 10, 1).toordinal())
    [case] = cases(desk)
    assert case.reference_date == date(2026, 10, 1)


def test_the_nightly_job_takes_out_who_came_under_protection(desk: Desk) -> None:
    _home, (_marloes, noah) = make_bakkers(desk)
    study = make_study(desk)
    count(study, date(2026, 10, 1))
    protect_by_shield(noah)
    JOBS["studies.keep"].perform(timestamp=0)
    assert cases(desk) == []
    with acting(desk.actor(desk.lonneke)):
        assert Study.objects.get(id=study.id).counted_on == date(2026, 10, 1)
