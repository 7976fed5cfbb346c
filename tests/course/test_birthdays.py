"""Finn turns twelve on 20 January: eight weeks before, Jorien has a task (BR-025)."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from django.db import DatabaseError, transaction

from kring.ground.access.actor import acting, system_actor
from kring.ground.agenda.models import Task
from kring.ground.agenda.rules.clocks import CLOCKS
from kring.ground.audit.trail import recording
from kring.ground.shared.database import DatabaseRole
from kring.practice.course.rules.terms import BIRTHDAYS, birthday_clock
from kring.practice.course.services import tell_of_birthdays
from kring.practice.leads.models import Lead
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


def test_without_a_professional_who_leads_nothing_is_told_or_logged(family: Family, now: datetime) -> None:
    with speaking_as(DatabaseRole.OWNER):
        Lead.objects.filter(dossier=family.id).update(organisation_name="")
    assert told(now, FIRST) == 0


def test_nobody_asks_for_birthdays_but_the_installation(family: Family) -> None:
    with family.acting("jorien") as jorien, pytest.raises(DatabaseError, match="denied"), transaction.atomic():
        tell_of_birthdays(actor=jorien)


def test_every_age_has_its_own_text() -> None:
    assert len({CLOCKS[birthday_clock(age)].title for age in BIRTHDAYS}) == len(BIRTHDAYS)
