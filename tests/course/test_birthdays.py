"""Finn turns twelve on 20 January: eight weeks before, Jorien has a task (BR-025)."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, transaction

from kring.ground.access.actor import acting, system_actor
from kring.ground.agenda.models import Task
from kring.ground.agenda.rules.clocks import CLOCKS
from kring.ground.agenda.services import add_task
from kring.ground.audit.trail import recording
from kring.ground.shared.database import DatabaseRole
from kring.practice.course.rules.terms import BIRTHDAYS, birthday_clock
from kring.practice.course.services import tell_of_birthdays
from kring.practice.households.models import PersonIdentity
from kring.practice.leads.models import Lead
from kring.practice.leads.services import tell_lead
from tests.conftest import speaking_as
from tests.plans.family import Family, make_family

pytestmark = pytest.mark.django_db
FIRST = timedelta(days=24)
"""From 1 to 25 November, eight weeks before."""


@pytest.fixture
def family(now: datetime) -> Family:
    return make_family(now)


def told(now: datetime, after: timedelta) -> int:
    with speaking_as(DatabaseRole.JOBS):
        actor = replace(system_actor(now), at=now + after)
        with recording("test"), acting(actor):
            return tell_of_birthdays(actor=actor)


@pytest.mark.parametrize(
    ("after", "tasks"),
    [
        pytest.param(FIRST - timedelta(days=1), 0, id="BR-025 a day early: no task"),
        pytest.param(FIRST, 1, id="BR-025 eight weeks before: a task"),
        pytest.param(timedelta(days=80), 1, id="BR-025 on the day: a task"),
        pytest.param(timedelta(days=81), 0, id="BR-025 a day late: no task"),
    ],
)
def test_who_leads_has_a_task_before_the_birthday(family: Family, now: datetime, after: timedelta, tasks: int) -> None:
    assert told(now, after) == tasks
    with family.acting("jorien") as jorien:
        found = Task.objects.filter(dossier_id=family.id, clock="wordt_12")
        assert [(one.account_id, one.due_on) for one in found] == [(jorien.id, date(2027, 1, 20))] * tasks


def test_one_birthday_is_told_once(family: Family, now: datetime) -> None:
    assert (told(now, FIRST), told(now, FIRST + timedelta(days=1))) == (1, 0)


@pytest.fixture
def twins(family: Family) -> Family:
    """Finn and Lotte were born on one day."""
    with speaking_as(DatabaseRole.OWNER):
        born = {"birth_year": 2015, "birth_month": 1, "birth_day": 20}
        PersonIdentity.objects.filter(subject=family.subject("Lotte")).update(**born)
    return family


def about(family: Family) -> set[UUID | None]:
    with family.acting("jorien"):
        return set(Task.objects.filter(dossier_id=family.id, clock="wordt_12").values_list("subject_id", flat=True))


def test_br_025_of_twins_each_has_a_task_of_its_own_once(twins: Family, now: datetime) -> None:
    assert (told(now, FIRST), told(now, FIRST + timedelta(days=1))) == (2, 0)
    assert about(twins) == {twins.subject("Finn"), twins.subject("Lotte")}


def test_a_task_about_a_birthday_tells_whose_it_is_in_no_word(twins: Family, now: datetime) -> None:
    told(now, FIRST)
    with twins.acting("jorien"):
        titles = set(Task.objects.filter(dossier_id=twins.id, clock="wordt_12").values_list("title", flat=True))
    assert titles == {"Een kind wordt 12: bespreek wat er verandert"}


def test_of_two_within_eight_weeks_the_second_does_not_wait_for_the_first(family: Family, now: datetime) -> None:
    with speaking_as(DatabaseRole.OWNER):
        PersonIdentity.objects.filter(subject=family.subject("Lotte")).update(
            birth_year=2015, birth_month=2, birth_day=3
        )
    assert told(now, FIRST) == 1
    assert told(now, FIRST + timedelta(weeks=2)) == 1
    assert about(family) == {family.subject("Finn"), family.subject("Lotte")}


def test_a_task_from_before_that_says_of_nobody_whom_it_is_about_is_not_given_again(
    family: Family, now: datetime
) -> None:
    with family.acting("jorien") as jorien:
        add_task(
            actor=jorien, account=jorien.id, clock="wordt_12", title="Een kind wordt 12", dossier=family.id,
            due_on=date(2027, 1, 20),
        )  # fmt: skip
    assert told(now, FIRST) == 0


def test_nobody_outside_the_family_is_told_about(family: Family) -> None:
    with family.acting("marloes") as marloes, pytest.raises(DatabaseError, match="not a member"), transaction.atomic():
        tell_lead(actor=marloes, dossier=family.id, clock="wordt_12", due_on=date(2027, 1, 20), subject=uuid4())


def test_without_a_professional_who_leads_nothing_is_told_or_logged(family: Family, now: datetime) -> None:
    with speaking_as(DatabaseRole.OWNER):
        Lead.objects.filter(dossier=family.id).update(organisation_name="")
    assert told(now, FIRST) == 0


def test_nobody_asks_for_birthdays_but_the_installation(family: Family) -> None:
    with family.acting("jorien") as jorien, pytest.raises(DatabaseError, match="denied"), transaction.atomic():
        tell_of_birthdays(actor=jorien)


def test_every_age_has_its_own_text() -> None:
    assert len({CLOCKS[birthday_clock(age)].title for age in BIRTHDAYS}) == len(BIRTHDAYS)
