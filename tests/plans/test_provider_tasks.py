"""What professionals of a provider have to do while a question is open, and no longer once it was answered (2018)."""

from datetime import date, datetime, timedelta

import pytest
from django.db import connection

from kring.ground.access import roles
from kring.ground.access.actor import acting, system_actor
from kring.ground.access.models import Account
from kring.ground.access.services import AccountDetails, hire, make_account, register_organisation
from kring.ground.agenda.models import Task
from kring.ground.audit.trail import recording
from kring.ground.organisations.models import Organisation, OrganisationKind, Staff
from kring.ground.shared.database import DatabaseRole
from kring.practice.plans.models import ProviderPlan
from kring.practice.plans.services import answer_by_link, answer_provider, ask_provider, withdraw_provider_plan
from tests.access.people import Town, give_role
from tests.conftest import speaking_as
from tests.plans.family import Family, make_family, make_plan
from tests.plans.test_provided import NO_HELP, WITH_HELP, asked, share_plan

pytestmark = pytest.mark.django_db

VUUR = "Vuurtoren Thuiszorg"
FATIMA, SAM, WIL = "Fatima Amrani", "Sam Kooij", "Wil de Jong"
"""Fatima and Sam work at De Kade, Wil at the Vuurtoren."""


@pytest.fixture
def family(now: datetime) -> Family:
    made = make_family(now)
    make_plan(made)
    system = system_actor(now - timedelta(days=30))
    with recording("test.town"), acting(system):
        vuur = register_organisation(
            actor=system, organisation=Organisation(kind=OrganisationKind.CARE_PROVIDER, name=VUUR)
        )
    sam, wil = professional(made.town, SAM, made.town.provider), professional(made.town, WIL, vuur)
    for one in (made.town.fatima, sam, wil):
        give_role(made.town, made.dossier, one, roles.EXTERNAL)
    return made


def professional(town: Town, name: str, organisation: Organisation) -> Account:
    system = system_actor(town.at - timedelta(days=30))
    with recording("test.town"), acting(system):
        staff = Staff(organisation=organisation, name=name, function="Begeleider", started_on=date(2024, 1, 1))
        hire(actor=system, staff=staff)
        return make_account(actor=system, details=AccountDetails(name, staff=staff))


def tasks() -> dict[str, list[str]]:
    """Of each professional the states of the tasks, in the order of the alphabet."""
    found: dict[str, list[str]] = {}
    with speaking_as(DatabaseRole.OWNER):
        rows = Task.objects.filter(clock="plan_aanbieder").order_by("state")
        for name, state in rows.values_list("account__display_name", "state"):
            found.setdefault(name, []).append(state)
    return found


def both_asked(family: Family) -> ProviderPlan:
    """The question to De Kade, beside one to the Vuurtoren."""
    with family.acting("jorien", ago=timedelta(hours=3)) as jorien:
        ask_provider(actor=jorien, dossier=family.id, organisation=VUUR)
    return asked(family)


def test_everybody_of_the_organisation_has_the_task(family: Family) -> None:
    both_asked(family)
    assert tasks() == {FATIMA: ["open"], SAM: ["open"], WIL: ["open"]}


def test_an_answer_by_the_link_finishes_the_task_of_that_organisation(family: Family, now: datetime) -> None:
    question, system = both_asked(family), system_actor(now)
    with recording("test.link"), acting(system):
        answer_by_link(actor=system, question=question.id, said=WITH_HELP)
    assert tasks() == {FATIMA: ["done"], SAM: ["done"], WIL: ["open"]}


def test_an_answer_of_one_finishes_the_task_of_a_colleague_too(family: Family) -> None:
    both_asked(family)
    share_plan(family)
    with family.acting("fatima") as fatima:
        answer_provider(actor=fatima, dossier=family.id, said=NO_HELP)
    assert tasks() == {FATIMA: ["done"], SAM: ["done"], WIL: ["open"]}


def test_who_takes_the_answer_back_has_the_task_again(family: Family) -> None:
    both_asked(family)
    share_plan(family)
    with family.acting("fatima", ago=timedelta(hours=1)) as fatima:
        row = answer_provider(actor=fatima, dossier=family.id, said=NO_HELP)
    with family.acting("fatima") as fatima:
        withdraw_provider_plan(actor=fatima, row=row)
    assert tasks()[FATIMA] == ["open"]


def test_a_question_taken_back_takes_its_own_task_along(family: Family) -> None:
    question = both_asked(family)
    with family.acting("jorien") as jorien:
        withdraw_provider_plan(actor=jorien, row=question)
    assert tasks() == {FATIMA: ["cancelled"], SAM: ["cancelled"], WIL: ["open"]}


def test_asking_again_leaves_one_task_open(family: Family) -> None:
    asked(family)
    asked(family)
    assert tasks() == {FATIMA: ["cancelled", "open"], SAM: ["cancelled", "open"]}


def test_only_an_answer_that_stands_finishes_anything(family: Family) -> None:
    question = both_asked(family)
    with family.acting("jorien"), connection.cursor() as cursor:
        cursor.execute("select gate.provider_told(%s)", [question.id])
    assert tasks() == {FATIMA: ["open"], SAM: ["open"], WIL: ["open"]}
