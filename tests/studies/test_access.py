"""Who sees the households of a study, asked in raw SQL as the application's role. Each No has a twin that sees them."""

from datetime import date

import pytest
from django.db import ProgrammingError, connection, transaction

from kring.ground.access.actor import Actor, acting
from kring.ground.audit.trail import recording
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.verdict import Refused
from kring.steering.studies.models import Study, StudyKey
from kring.steering.studies.policy import may_name, may_use
from kring.steering.studies.services import add_researcher, approve_study, end_study, remove_researcher
from tests.conftest import speaking_as
from tests.studies.world import Desk, count, make_bakkers, make_desk, make_study

pytestmark = pytest.mark.django_db

CASES = "select count(*) from studies_studycase"
STUDIES = "select count(*) from studies_study"


@pytest.fixture
def desk() -> Desk:
    return make_desk()


def number(actor: Actor, sql: str) -> int:
    with acting(actor), connection.cursor() as cursor:
        cursor.execute(sql)
        return int(cursor.fetchone()[0])


def running_study(desk: Desk) -> Study:
    make_bakkers(desk)
    study = make_study(desk)
    count(study)
    return study


def test_only_who_is_named_sees_households_a_colleague_with_the_same_role_sees_none(desk: Desk) -> None:
    running_study(desk)
    assert number(desk.actor(desk.lonneke), CASES) == 1
    assert number(desk.actor(desk.town.mark), CASES) == 1
    assert number(desk.actor(desk.karel), CASES) == 0
    assert number(desk.actor(desk.town.annet), CASES) == 0
    assert number(desk.actor(desk.farid), CASES) == 0
    assert number(desk.actor(desk.town.jorien), CASES) == 0
    assert number(desk.actor(desk.town.fatima), CASES) == 0


def test_the_list_of_studies_is_open_by_role(desk: Desk) -> None:
    running_study(desk)
    for account in (desk.lonneke, desk.karel, desk.town.mark, desk.town.annet, desk.farid):
        assert number(desk.actor(account), STUDIES) == 1
    for account in (desk.town.jorien, desk.town.fatima, desk.petra, desk.town.bram):
        assert number(desk.actor(account), STUDIES) == 0


def test_adding_a_name_opens_and_removing_it_closes(desk: Desk) -> None:
    study = running_study(desk)
    mark = desk.actor(desk.town.mark)
    with recording("test"), acting(mark):
        add_researcher(actor=mark, study=study, account=desk.karel.id)
    assert number(desk.actor(desk.karel), CASES) == 1
    with recording("test"), acting(mark):
        remove_researcher(actor=mark, study=study, account=desk.karel.id)
    assert number(desk.actor(desk.karel), CASES) == 0
    with recording("test"), acting(mark):
        add_researcher(actor=mark, study=study, account=desk.karel.id)
    assert number(desk.actor(desk.karel), CASES) == 1


def test_a_colleague_without_a_role_for_studies_cannot_be_named(desk: Desk) -> None:
    study = running_study(desk)
    mark = desk.actor(desk.town.mark)
    with recording("test"), acting(mark), pytest.raises(Refused, match="geen rol"):
        add_researcher(actor=mark, study=study, account=desk.town.jorien.id)


def test_when_the_study_ends_the_households_close_for_everyone(desk: Desk) -> None:
    study = running_study(desk)
    mark = desk.actor(desk.town.mark)
    with recording("test"), acting(mark):
        end_study(actor=mark, study=study, reason="De tien gezinnen zijn gevonden.")
    assert number(desk.actor(desk.lonneke), CASES) == number(mark, CASES) == 0


@pytest.mark.parametrize(
    ("moment", "seen"),
    [
        ("2026-09-30 23:59:59+02", 0),
        ("2026-10-01 00:00:00+02", 1),
        ("2027-03-31 23:59:59+02", 1),
        ("2027-04-01 00:00:00+02", 0),
    ],
)
def test_the_database_opens_a_study_between_its_first_and_last_day(desk: Desk, moment: str, seen: int) -> None:
    running_study(desk)
    lonneke = desk.actor(desk.lonneke)
    with connection.cursor() as cursor:
        cursor.execute("select set_config('kring.test_now', %s, true)", [moment])
        cursor.execute("reset session authorization")
        cursor.execute("update access_grant set valid_from = '2020-01-01'")
        cursor.execute(f"set session authorization {DatabaseRole.APP}")
    assert number(lonneke, CASES) == seen


def test_a_draft_opens_nothing_for_its_asker(desk: Desk) -> None:
    running_study(desk)
    draft = make_study(desk, approved=False)
    lonneke = desk.actor(desk.lonneke)
    assert number(lonneke, f"{CASES} where study_id = '{draft.id}'") == 0
    with acting(lonneke):
        assert not may_use(lonneke, draft)


def test_who_asked_does_not_approve_and_the_database_holds_that_too(desk: Desk) -> None:
    """Twin: Mark, who did not ask, approves the same study."""
    study = make_study(desk, approved=False)
    lonneke, mark = desk.actor(desk.lonneke), desk.actor(desk.town.mark)
    with recording("test"), acting(lonneke), pytest.raises(Refused):
        approve_study(actor=lonneke, study=study)
    update = f"update studies_study set state = 'approved', approved_by = '{mark.id}', approved_by_name = 'Mark', "
    with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        number(lonneke, f"{update} approved_on = current_date where id = '{study.id}' returning 1")
    assert number(mark, f"{update} approved_on = current_date where id = '{study.id}' returning 1") == 1


def test_a_researcher_cannot_write_the_own_name_into_a_study(desk: Desk) -> None:
    study = running_study(desk)
    insert = (
        "insert into studies_researcher (id, study_id, organisation_id, account_id, name, added_on) "
        f"values (gen_random_uuid(), '{study.id}', '{study.organisation_id}', gate.actor(), 'Ik', current_date) "
        "returning 1"
    )
    with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        number(desk.actor(desk.karel), insert)


def test_nobody_reads_the_keys(desk: Desk) -> None:
    running_study(desk)
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        number(desk.actor(desk.town.mark), "select count(*) from studies_studykey")
    with speaking_as(DatabaseRole.SNAPSHOT):
        assert StudyKey.objects.count() == 1


def test_the_application_cannot_add_a_household_to_a_study(desk: Desk) -> None:
    running_study(desk)
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        number(desk.actor(desk.lonneke), "update studies_studycase set law_count = 9 returning 1")


def test_the_policy_on_households_is_asked_once_per_query(desk: Desk) -> None:
    running_study(desk)
    with acting(desk.actor(desk.lonneke)), connection.cursor() as cursor:
        cursor.execute("explain (costs off) select * from studies_studycase")
        plan = "\n".join(row[0] for row in cursor.fetchall())
    assert "InitPlan" in plan
    assert "SubPlan" not in plan


def test_naming_is_for_the_process_director_or_team_leader_who_is_named_and_did_not_ask(desk: Desk) -> None:
    study = running_study(desk)
    town = desk.town
    for account, allowed in ((town.mark, True), (town.annet, False), (desk.lonneke, False), (desk.farid, False)):
        actor = desk.actor(account)
        with acting(actor):
            assert bool(may_name(actor, study)) is allowed, account
    mark, annet = desk.actor(town.mark), desk.actor(town.annet)
    with recording("test"), acting(mark):
        add_researcher(actor=mark, study=study, account=town.annet.id)
    with acting(annet):
        assert may_name(annet, study)
        assert not may_name(annet, study, already=True)


def test_a_study_may_only_be_asked_for_a_period_that_is_not_over(desk: Desk) -> None:
    with pytest.raises(Refused, match="voorbij"):
        make_study(desk, start=date(2026, 1, 1), end=date(2026, 10, 31))
    with pytest.raises(Refused, match="vóór het begint"):
        make_study(desk, start=date(2027, 1, 2), end=date(2027, 1, 1))
