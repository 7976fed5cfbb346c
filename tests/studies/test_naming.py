"""Naming a household: one dossier, its faces and one task, and of no law a single row. Or nothing, told to no one."""

from datetime import date
from uuid import UUID

import pytest
from django.db import connection

from kring.ground.access import roles
from kring.ground.access.actor import Actor, acting, system_actor
from kring.ground.access.models import Account, Dossier, Subject
from kring.ground.access.services import assign_role
from kring.ground.agenda.models import Notice, Task
from kring.ground.audit.trail import recording, write
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.verdict import Refused
from kring.practice.care.models import Provision
from kring.practice.households.models import Person, PersonIdentity, Relation, RelationKind
from kring.steering.studies.models import Study, StudyCase
from kring.steering.studies.services import count_again, name_case, record_objection
from tests.access.people import make_dossier
from tests.conftest import speaking_as
from tests.studies.world import (
    Desk,
    Given,
    Resident,
    count,
    give,
    make_bakkers,
    make_desk,
    make_household,
    make_study,
)

pytestmark = pytest.mark.django_db

REASON = "Drie wetten en geen regisseur."


@pytest.fixture
def desk() -> Desk:
    return make_desk()


def counted_study(desk: Desk) -> tuple[Study, str]:
    study = make_study(desk)
    count(study)
    with acting(desk.actor(desk.lonneke)):
        return study, StudyCase.objects.values_list("pseudonym", flat=True).get(study=study)


def name(desk: Desk, study: Study, pseudonym: str, account: Account | None = None) -> Dossier | None:
    actor = desk.actor(account or desk.town.mark)
    with recording("study.name") as trail, acting(actor):
        dossier = name_case(actor=actor, study=study, pseudonym=pseudonym, reason=REASON)
        write(trail)
    return dossier


def rows(actor: Actor, sql: str) -> list[tuple[object, ...]]:
    with acting(actor), connection.cursor() as cursor:
        cursor.execute(sql)
        return list(cursor.fetchall())


def log_lines(what: str) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute("reset session authorization")
        cursor.execute(
            "select event, actor, dossier, cardinality(subjects), ground from audit_logline where what = %s", [what]
        )
        found = cursor.fetchall()
        cursor.execute(f"set session authorization {DatabaseRole.APP}")
    return list(found)


def notices(account: UUID) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("reset session authorization")
        found = list(Notice.objects.filter(account_id=account).values_list("kind", flat=True))
        cursor.execute(f"set session authorization {DatabaseRole.APP}")
    return found


def test_a_named_household_is_a_dossier_with_its_members_and_one_task(desk: Desk) -> None:
    make_bakkers(desk)
    study, pseudonym = counted_study(desk)
    dossier = name(desk, study, pseudonym)
    assert dossier is not None
    mark = desk.actor(desk.town.mark)
    with acting(mark):
        seen = Dossier.objects.get(id=dossier.id)
        assert (seen.label, seen.area) == ("Huishouden De Wit", desk.area)
        assert sorted(seen.members.values_list("role", flat=True)) == ["kind", "moeder"]
        assert sorted(Person.objects.values_list("display_name", flat=True)) == ["Marloes de Wit", "Noah de Wit"]
        [task] = Task.objects.all()
        assert (task.clock, task.account_id, task.dossier_id) == ("vraag_het_gezin", mark.id, dossier.id)
        assert StudyCase.objects.get().named_at == desk.town.at
    assert log_lines("studies.case_named") == [("rights", mark.id, dossier.id, 2, REASON)]


def test_after_naming_no_part_of_any_law_is_visible(desk: Desk) -> None:
    """Twin: the provisions are there."""
    make_bakkers(desk)
    dossier = name(desk, *counted_study(desk))
    assert dossier is not None
    for table in (
        "care_provision",
        "care_provisioncost",
        "care_helper",
        "households_personaddress",
        "households_personidentity",
    ):
        assert rows(desk.actor(desk.town.mark), f"select 1 from {table}") == []
    with speaking_as(DatabaseRole.IMPORT):
        assert Provision.objects.count() == 4


def test_a_single_adult_is_a_dossier_under_the_own_name(desk: Desk) -> None:
    _home, (rick,) = make_household(desk, [Resident("Rick van der Laan", 1990, "M")])
    give(rick, Given("wmo"), Given("schuldhulp"))
    dossier = name(desk, *counted_study(desk))
    assert dossier is not None
    assert dossier.label == "Rick van der Laan"


def test_a_household_gets_the_label_that_it_is_known_by(desk: Desk) -> None:
    make_bakkers(desk)
    study, pseudonym = counted_study(desk)
    mark = desk.actor(desk.town.mark)
    with recording("study.name"), acting(mark):
        dossier = name_case(actor=mark, study=study, pseudonym=pseudonym, reason=REASON, label="Gezin De Wit")
    assert dossier is not None
    assert dossier.label == "Gezin De Wit"


def test_a_label_that_tells_more_than_a_name_leaves_the_household_unnamed(desk: Desk) -> None:
    make_bakkers(desk)
    study, pseudonym = counted_study(desk)
    mark = desk.actor(desk.town.mark)
    with recording("study.name"), acting(mark), pytest.raises(Refused, match="bescherming"):
        name_case(actor=mark, study=study, pseudonym=pseudonym, reason=REASON, label="De Wit (afgeschermd)")
    with acting(mark):
        assert StudyCase.objects.get().named_at is None


def test_in_a_house_of_three_generations_the_grandmother_is_called_so(desk: Desk) -> None:
    residents = [Resident("Samira El Amrani", 1980, "V"), Resident("Nora", 2013, "V"), Resident("Fatma", 1948, "V")]
    _home, (samira, _nora, fatma) = make_household(desk, residents)
    with speaking_as(DatabaseRole.IMPORT):
        Relation.objects.create(subject=fatma, other=samira, kind=RelationKind.PARENT, source="BRP")
    give(samira, Given("wmo"), Given("schuldhulp"))
    dossier = name(desk, *counted_study(desk))
    assert dossier is not None
    with acting(desk.actor(desk.town.mark)):
        called = dict(dossier.members.values_list("subject_id", "role"))
    assert [called[one.id] for one in (fatma, samira)] == ["grootmoeder", "moeder"]


def test_a_household_is_named_once(desk: Desk) -> None:
    make_bakkers(desk)
    study, pseudonym = counted_study(desk)
    assert name(desk, study, pseudonym) is not None
    assert name(desk, study, pseudonym) is None
    count(study)
    assert name(desk, study, pseudonym) is None


def test_a_reason_is_needed(desk: Desk) -> None:
    make_bakkers(desk)
    study, pseudonym = counted_study(desk)
    mark = desk.actor(desk.town.mark)
    with recording("test"), acting(mark), pytest.raises(Refused, match="waarom"):
        name_case(actor=mark, study=study, pseudonym=pseudonym, reason="  ")


def make_secret(subject: Subject) -> None:
    PersonIdentity.objects.filter(subject=subject).update(secrecy=True)


def make_level_three(subject: Subject) -> None:
    Subject.objects.filter(id=subject.id).update(shield=3)


@pytest.mark.parametrize("protect", [make_secret, make_level_three])
def test_a_shielded_household_cannot_be_named_here_and_the_safeguarding_officer_is_told(
    desk: Desk, protect: object
) -> None:
    """Shielded after the list was made. The asker gets the same answer as for a pseudonym that does not exist."""
    _home, (_marloes, noah) = make_bakkers(desk)
    study, pseudonym = counted_study(desk)
    assert callable(protect)
    with speaking_as(DatabaseRole.IMPORT):
        protect(noah)
    assert name(desk, study, pseudonym) is name(desk, study, "BBBBB-BBBBB") is None
    assert notices(desk.petra.id) == ["shielded_search"]
    assert rows(desk.actor(desk.town.mark), "select 1 from access_dossier") == []
    assert [line[0] for line in log_lines("studies.naming_refused")] == ["refused", "refused"]


def test_without_a_safeguarding_officer_the_privacy_officer_is_told(desk: Desk) -> None:
    _home, (_marloes, noah) = make_bakkers(desk)
    study, pseudonym = counted_study(desk)
    with speaking_as(DatabaseRole.IMPORT):
        make_level_three(noah)
    with connection.cursor() as cursor:
        cursor.execute("reset session authorization")
        cursor.execute(
            "update access_roleassignment set ended_at = %s where account_id = %s", [desk.town.at, desk.petra.id]
        )
        cursor.execute(f"set session authorization {DatabaseRole.APP}")
    name(desk, study, pseudonym)
    assert notices(desk.farid.id) == ["shielded_search"]


def test_a_family_that_has_a_dossier_together_is_not_opened_twice(desk: Desk) -> None:
    _home, (marloes, noah) = make_bakkers(desk)
    study, pseudonym = counted_study(desk)
    make_dossier(desk.town, "De Wit", [(marloes, "moeder"), (noah, "kind")])
    assert name(desk, study, pseudonym) is None


def test_a_child_that_is_in_the_dossier_of_its_other_home_does_not_stand_in_the_way(desk: Desk) -> None:
    _home, (_marloes, noah) = make_bakkers(desk)
    study, pseudonym = counted_study(desk)
    make_dossier(desk.town, "Bij vader", [(noah, "kind")])
    assert name(desk, study, pseudonym) is not None


def test_the_database_itself_refuses_who_is_not_named_or_asked_or_has_no_such_role(desk: Desk) -> None:
    """Raw SQL past every service. Twin: Mark gets the two members."""
    make_bakkers(desk)
    study, pseudonym = counted_study(desk)
    call = f"select display_name from gate.name_household('{study.id}', '{pseudonym}')"
    system = system_actor(desk.town.at)
    with recording("test"), acting(system):
        assign_role(
            actor=system, account=desk.lonneke.id, role=roles.CHOOSER.code,
            organisation=desk.town.municipality.id, ground="vervanging",
        )  # fmt: skip
    for account in (desk.town.annet, desk.karel, desk.farid, desk.lonneke, desk.town.jorien, desk.town.fatima):
        assert rows(desk.actor(account), call) == []
    assert len(rows(desk.actor(desk.town.mark), call)) == 2


def test_an_objection_takes_the_household_out_of_every_study_at_once(desk: Desk) -> None:
    """BR-094. Twin: with a wrong birth date nothing happens."""
    make_bakkers(desk)
    study, pseudonym = counted_study(desk)
    farid = desk.actor(desk.farid)
    with acting(farid):
        assert not record_objection(actor=farid, name="Noah de Wit", born=date(2015, 5, 18), objects=True)
    assert rows(desk.actor(desk.lonneke), "select 1 from studies_studycase") == [(1,)]
    with acting(farid):
        assert record_objection(actor=farid, name="Noah de Wit", born=date(2015, 5, 17), objects=True)
    assert rows(desk.actor(desk.lonneke), "select 1 from studies_studycase") == []
    assert name(desk, study, pseudonym) is None
    assert count(study).left_out == 1
    with acting(farid):
        assert record_objection(actor=farid, name="Noah de Wit", born=date(2015, 5, 17), objects=False)
    assert count(study).left_out == 0


def test_a_list_of_tomorrow_cannot_be_asked(desk: Desk) -> None:
    study = make_study(desk)
    lonneke = desk.actor(desk.lonneke)
    with recording("test"), acting(lonneke), pytest.raises(Refused, match="toekomst"):
        count_again(actor=lonneke, study=study, reference_date=desk.town.at.date().replace(day=2))
