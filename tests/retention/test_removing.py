"""Destruction reaches every table: nothing of who leaves is left anywhere, and nothing of others is touched."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from django.db import transaction

from kring.ground.access import roles
from kring.ground.access.actor import acting, system_actor
from kring.ground.shared.database import DatabaseRole
from kring.oversight.retention.reach import Target, reach_of, whom_of
from kring.oversight.retention.services.removing import Removed, gone, remove
from kring.practice.plans.models import Goal, PlanVersion
from kring.practice.plans.rules.content import digest
from tests.access.people import give_role, make_dossier, make_family_account, make_subject, make_town
from tests.conftest import speaking_as
from tests.plans.family import Family, lay_down, make_family, make_plan
from tests.retention.everything import found, rows, two_families
from tests.rights.everything import Somebody

pytestmark = pytest.mark.django_db
Two = tuple[Somebody, Somebody]

AT_WORK = {
    "access_accessreview", "access_breakglass", "audit_sampledline", "configuration_settingvalue",
    "configuration_textvalue", "configuration_word", "exchange_delivery", "figures_disclosuredecision",
    "studies_study", "care_helpanswer",
}  # fmt: skip
"""What a colleague writes: nobody writes it with the account of a family."""
OF_OTHERS = {
    "plans_question", "plans_goal", "plans_action", "plans_score", "leads_familyanswer", "consents_helpanswer",
    "rights_datarequest", "audit_change", "retention_destructionline", "circle_familiar", "circle_lifeevent",
    "care_toldhelp", "investigation_investigation", "safety_safetyagreement",
}  # fmt: skip
"""What was said or asked about somebody else, or agreed with the whole family: that stays, and by whom goes."""


@pytest.fixture
def two(now: datetime) -> Iterator[Two]:
    """Rows that only seem to refer to others; so at the end nobody asks whether they do."""
    yield two_families(make_town(now).municipality.id)
    transaction.set_rollback(True)


def destroyed(target: Target, now: datetime) -> Removed:
    with speaking_as(DatabaseRole.RETENTION), acting(system_actor(now)):
        return remove(reach_of(whom_of(target, now)))


def test_nothing_of_the_person_is_left(two: Two, now: datetime) -> None:
    her, _him = two
    who = {her.name, her.email, her.pseudonym, str(her.subject), str(her.dossier), "HZ Persoon"}
    assert len({table for table, _needle in found(her.needles | who)}) > 50, "before, she was everywhere"
    destroyed(Target(subject=her.subject), now)
    assert found(who) == set()
    assert {table for table, _needle in found(her.needles)} - AT_WORK - OF_OTHERS == set()


def test_nothing_of_somebody_else_is_touched(two: Two, now: datetime) -> None:
    her, him = two
    mine = {her.mark + "Z", str(her.subject), str(her.account), str(her.dossier), str(her.household)}
    before = {row for row in rows() if not any(one in row[1] for one in mine)}
    destroyed(Target(subject=her.subject), now)
    assert sorted(before - set(rows())) == []
    assert len(before) > 100
    assert found({him.name}) != set()


@pytest.fixture
def family(now: datetime) -> Family:
    """With an agreed plan, and Lotte in a second dossier."""
    made = make_family(now)
    make_plan(made)
    lay_down(made, stefan="partly", remark="Liever op dinsdag.")
    return made


NEEDLES = {"Marloes", "Stefan", "Finn", "De Wit-Bakker", "piekeren", "de brieven", "elke dag samen", "op dinsdag"}


def test_a_dossier_goes_with_everybody_who_is_only_in_it(family: Family, now: datetime) -> None:
    other = make_subject(family.town.municipality, "Truus Visser")
    make_dossier(family.town, "Gezin Visser", [(other, "moeder")])
    before = {row for row in rows() if "Visser" in row[1]}
    assert {needle for _table, needle in found(NEEDLES)} == NEEDLES
    destroyed(Target(dossier=family.id), now)
    assert found(NEEDLES | {str(family.id)}) == set()
    assert before <= set(rows())


def test_who_is_in_another_dossier_too_stays_there(family: Family, now: datetime) -> None:
    lotte = family.subjects["Lotte"]
    second = make_dossier(family.town, "Pleeggezin Jansen", [(lotte, "kind")])
    destroyed(Target(dossier=family.id), now)
    assert {table for table, _needle in found({"Lotte"})} == {"households_person"}
    assert {table for table, _needle in found({str(second.id)})} >= {"access_dossier", "access_dossiersubject"}


def test_one_person_leaves_the_plan_of_a_family_that_stays(family: Family, now: datetime) -> None:
    destroyed(Target(subject=family.subject("Stefan de Wit")), now)
    assert found({"Stefan de Wit", "op dinsdag", str(family.subject("Stefan de Wit"))}) == set()
    with acting(family.actor("jorien")):
        version = PlanVersion.objects.get(dossier_id=family.id)
        assert version.sha256 == digest(version.content), "the proof holds for what is left"
        assert [one["name"] for one in version.content["positions"]] == ["Marloes Bakker", "Jorien Smit"]
        assert Goal.objects.get(dossier_id=family.id).speaker == "Marloes"
        assert version.content["strengths"] == "We eten elke dag samen."


def test_what_the_person_said_in_the_plan_stays_without_the_name(family: Family, now: datetime) -> None:
    destroyed(Target(subject=family.subject("Marloes Bakker")), now)
    with acting(family.actor("jorien")):
        assert Goal.objects.get(dossier_id=family.id).speaker == gone()
        assert PlanVersion.objects.get(dossier_id=family.id).content["goals"][0]["speaker"] == gone()


def _stopped(target: Target, now: datetime) -> None:
    with speaking_as(DatabaseRole.RETENTION), acting(system_actor(now)):
        remove(reach_of(whom_of(target, now)))
        raise KeyboardInterrupt


def test_stopped_half_way_nothing_is_gone(family: Family, now: datetime) -> None:
    before = set(rows())
    with pytest.raises(KeyboardInterrupt):
        _stopped(Target(dossier=family.id), now)
    assert set(rows()) == before


def test_the_account_and_its_sign_in_go_with_the_person(family: Family, now: datetime) -> None:
    truus = make_subject(family.town.municipality, "Truus Visser")
    account = make_family_account(family.town, truus, "Truus Visser")
    dossier = make_dossier(family.town, "Gezin Visser", [(truus, "moeder")])
    give_role(family.town, dossier, account, roles.ADULT, until=now + timedelta(days=9))
    destroyed(Target(dossier=dossier.id), now)
    assert found({"Truus Visser", str(account.id)}) == set()
