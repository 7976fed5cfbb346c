"""The three facts of a provider's own plan: asked by Jorien, answered by Fatima of De Kade, or by the link (2018)."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from kring.ground.access import roles
from kring.ground.access.actor import acting, anybody, system_actor
from kring.ground.access.models import RecipientKind
from kring.ground.access.services import Recipient, share
from kring.ground.agenda.models import Task, TaskState
from kring.ground.audit.models import LogLine
from kring.ground.audit.trail import recording, write
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.verdict import Refused
from kring.practice.plans.models import Goal, ProviderPlan
from kring.practice.plans.queries.provided import ProviderLine, provider_plans
from kring.practice.plans.rules.provided import LINK_LASTS, ProviderFacts, can_use_link, facts_problems
from kring.practice.plans.services import (
    answer_by_link,
    answer_provider,
    ask_provider,
    open_provider_link,
    withdraw_provider_plan,
)
from tests.access.people import give_role
from tests.conftest import speaking_as
from tests.plans.family import Family, make_family, make_plan
from tests.plans.test_services import SHARED_PLAN

pytestmark = pytest.mark.django_db

KADE = "Jeugdzorg De Kade"
TODAY = date(2026, 11, 1)
NO_HELP = ProviderFacts(True, date(2026, 10, 20), "", False, "overloaded")
WITH_HELP = replace(NO_HELP, has_informal=True, reason="")


class TestFacts:
    """What is asked, and what each answer needs."""

    @pytest.mark.parametrize(
        ("said", "wrong"),
        [
            pytest.param(ProviderFacts(None), ["has_plan"], id="nothing said"),
            pytest.param(ProviderFacts(False), [], id="no plan is an answer"),
            pytest.param(WITH_HELP, [], id="a plan with informal help"),
            pytest.param(NO_HELP, [], id="a plan without, and why"),
            pytest.param(replace(NO_HELP, reason=""), ["reason"], id="without, and not why"),
            pytest.param(replace(NO_HELP, reason="verzonnen"), ["reason"], id="a reason that is not listed"),
            pytest.param(replace(WITH_HELP, made_on=None), ["made_on"], id="no date"),
            pytest.param(replace(WITH_HELP, made_on=date(2026, 11, 2)), ["made_on"], id="a plan of tomorrow"),
            pytest.param(replace(WITH_HELP, goal="weg"), ["goal"], id="a goal that is gone"),
            pytest.param(replace(WITH_HELP, has_informal=None), ["has_informal"], id="informal help not said"),
        ],
    )
    def test_what_is_wrong(self, said: ProviderFacts, wrong: list[str]) -> None:
        assert [one.field for one in facts_problems(said, ["doel"], ["overloaded"], TODAY)] == wrong

    def test_without_a_plan_nothing_else_is_kept(self) -> None:
        assert replace(NO_HELP, has_plan=False).kept() == ProviderFacts(False)

    @pytest.mark.parametrize(
        ("later", "is_open", "works"),
        [
            (timedelta(), True, True),
            (LINK_LASTS - timedelta(seconds=1), True, True),
            (LINK_LASTS, True, False),
            (timedelta(), False, False),
        ],
    )
    def test_a_link_works_once_and_for_fourteen_days(
        self, now: datetime, later: timedelta, is_open: bool, works: bool
    ) -> None:
        assert bool(can_use_link(at=now + later, until=now + LINK_LASTS, is_open=is_open)) is works


@pytest.fixture
def family(now: datetime) -> Family:
    found = make_family(now)
    give_role(found.town, found.dossier, found.town.fatima, roles.EXTERNAL)
    return found


@pytest.fixture
def goal(family: Family) -> Goal:
    return make_plan(family)


def kade(family: Family, reader: str = "jorien") -> ProviderLine:
    with family.acting(reader) as actor:
        line = provider_plans(actor, family.id).of(KADE)
    assert line is not None
    return line


def share_plan(family: Family) -> None:
    """With Fatima by name."""
    with family.acting("jorien", ago=timedelta(hours=4)) as jorien:
        recipient = Recipient(RecipientKind.ACCOUNT, "Fatima Amrani", family.town.fatima.id)
        share(actor=jorien, dossier=family.id, decision=replace(SHARED_PLAN, recipient=recipient))


def asked(family: Family, *, ago: timedelta = timedelta(hours=3)) -> ProviderPlan:
    """A question as old as it is said to be."""
    with family.acting("jorien", ago=timedelta(hours=3)) as jorien:
        row = ask_provider(actor=jorien, dossier=family.id, organisation=KADE)
    with speaking_as(DatabaseRole.OWNER):
        asked_at = family.town.at - ago
        ProviderPlan.objects.filter(id=row.id).update(written_at=asked_at, link_until=asked_at + LINK_LASTS)
    return row


class TestByAccount:
    def test_before_anything_is_asked_the_organisation_stands_there(self, family: Family, goal: Goal) -> None:
        line = kade(family)
        assert (line.question, line.answer, line.accounts) == (None, None, (family.town.fatima.id,))

    def test_who_leads_asks_and_the_professional_has_a_task_until_the_answer(self, family: Family, goal: Goal) -> None:
        question = asked(family)
        share_plan(family)
        assert kade(family).question == question.id
        with family.acting("fatima") as fatima:
            assert Task.objects.get(clock="plan_aanbieder").state == TaskState.OPEN
            answer_provider(actor=fatima, dossier=family.id, said=replace(NO_HELP, goal=str(goal.id)))
            assert Task.objects.get(clock="plan_aanbieder").state == TaskState.DONE
        line = kade(family)
        assert line.question is None
        assert line.answer is not None
        assert (line.answer.goal, line.answer.reason, line.answer.made_on, line.answer.who) == (
            goal.own_words, "het netwerk is overbelast", date(2026, 10, 20), "Fatima Amrani",
        )  # fmt: skip

    def test_a_correction_is_a_new_answer_and_withdrawing_it_brings_the_earlier_back(
        self, family: Family, goal: Goal
    ) -> None:
        share_plan(family)
        with family.acting("fatima", ago=timedelta(hours=2)) as fatima:
            answer_provider(actor=fatima, dossier=family.id, said=ProviderFacts(False))
        with family.acting("fatima", ago=timedelta(hours=1)) as fatima:
            second = answer_provider(actor=fatima, dossier=family.id, said=WITH_HELP)
        assert kade(family).answer is not None
        with family.acting("fatima") as fatima:
            withdraw_provider_plan(actor=fatima, row=second)
        answer = kade(family).answer
        assert answer is not None
        assert not answer.has_plan
        with family.acting("jorien"):
            assert ProviderPlan.objects.filter(dossier=family.dossier).count() == 2

    def test_a_question_is_withdrawn_with_its_task(self, family: Family, goal: Goal) -> None:
        question = asked(family)
        with family.acting("jorien") as jorien:
            withdraw_provider_plan(actor=jorien, row=question)
            assert Task.objects.get(clock="plan_aanbieder").state == TaskState.CANCELLED
            with pytest.raises(Refused, match="al ingetrokken"):
                withdraw_provider_plan(actor=jorien, row=question)
        assert kade(family).question is None

    def test_an_organisation_that_is_not_there_is_not_asked(self, family: Family, goal: Goal) -> None:
        with family.acting("jorien") as jorien, pytest.raises(Refused, match="Zet haar daar eerst bij"):
            ask_provider(actor=jorien, dossier=family.id, organisation="Elders")


class TestRights:
    """Each refusal beside the test above in which the rightful one does it."""

    def test_the_family_and_the_provider_do_not_ask(self, family: Family, goal: Goal) -> None:
        share_plan(family)
        for who in ("marloes", "fatima"):
            with family.acting(who) as actor, pytest.raises(Refused, match="Alleen de regisseur"):
                ask_provider(actor=actor, dossier=family.id, organisation=KADE)

    def test_who_leads_does_not_answer_for_a_provider_nor_does_the_municipality(
        self, family: Family, goal: Goal
    ) -> None:
        give_role(family.town, family.dossier, family.town.henk, roles.TEAM_PROFESSIONAL)
        for who in ("jorien", "henk"):
            with family.acting(who) as actor, pytest.raises(Refused, match="niet namens een aanbieder"):
                answer_provider(actor=actor, dossier=family.id, said=WITH_HELP)

    def test_an_answer_is_withdrawn_by_nobody_else(self, family: Family, goal: Goal) -> None:
        share_plan(family)
        with family.acting("fatima", ago=timedelta(hours=1)) as fatima:
            row = answer_provider(actor=fatima, dossier=family.id, said=WITH_HELP)
        with family.acting("jorien") as jorien, pytest.raises(Refused, match="van iemand anders"):
            withdraw_provider_plan(actor=jorien, row=row)

    def test_who_has_nothing_to_do_with_the_family_finds_no_row(self, family: Family, goal: Goal) -> None:
        asked(family)
        with family.acting("henk"):
            assert not ProviderPlan.objects.exists()
        with family.acting("jorien"):
            assert ProviderPlan.objects.count() == 1, "the twin"

    def test_without_a_share_the_provider_reads_and_writes_nothing(self, family: Family, goal: Goal) -> None:
        asked(family)
        row = ProviderPlan(
            dossier=family.dossier, organisation_name=KADE, has_plan=False, written_by=family.town.fatima.id,
            written_at=family.town.at,
        )  # fmt: skip
        with family.acting("fatima"):
            assert not ProviderPlan.objects.exists()
            with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                row.save(force_insert=True)
        share_plan(family)
        with family.acting("fatima"):
            assert ProviderPlan.objects.count() == 1, "the twin"
            row.save(force_insert=True)

    def test_nobody_writes_in_the_name_of_another(self, family: Family, goal: Goal) -> None:
        share_plan(family)
        row = ProviderPlan(
            dossier=family.dossier, organisation_name=KADE, has_plan=False, written_by=family.town.jorien.id,
            written_at=family.town.at,
        )  # fmt: skip
        with family.acting("fatima"), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            row.save(force_insert=True)
        with family.acting("jorien"):
            row.save(force_insert=True)

    def test_what_was_said_is_changed_by_nobody(self, family: Family, goal: Goal) -> None:
        row = asked(family)
        with family.acting("jorien"), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            ProviderPlan.objects.filter(id=row.id).update(has_plan=False)


class TestByLink:
    def test_once_and_it_is_logged(self, family: Family, goal: Goal, now: datetime) -> None:
        question = asked(family)
        system = system_actor(now)
        with recording("test.link") as trail, acting(system):
            answer_by_link(actor=system, question=question.id, said=replace(WITH_HELP, goal=str(goal.id)))
            write(trail)
        answer = kade(family).answer
        assert answer is not None
        assert (answer.has_informal, answer.goal, answer.who) == (True, goal.own_words, "")
        with acting(system), pytest.raises(Refused, match="al beantwoord"):
            answer_by_link(actor=system, question=question.id, said=WITH_HELP)
        with speaking_as(DatabaseRole.OWNER):
            assert LogLine.objects.filter(what="plans.provider_answered_by_link", dossier=family.id).count() == 1

    def test_the_database_itself_refuses_a_second_and_a_late_answer(
        self, family: Family, goal: Goal, now: datetime
    ) -> None:
        late = asked(family, ago=timedelta(days=14))
        assert answered(late, now) is None
        in_time = asked(family, ago=timedelta(days=13))
        assert answered(in_time, now) == family.id
        assert answered(in_time, now) is None

    def test_after_a_later_question_or_an_answer_by_account_the_link_no_longer_works(
        self, family: Family, goal: Goal, now: datetime
    ) -> None:
        first = asked(family, ago=timedelta(hours=3))
        second = asked(family, ago=timedelta(hours=2))
        assert not is_open(first, now)
        assert is_open(second, now)
        share_plan(family)
        with family.acting("fatima", ago=timedelta(hours=1)) as fatima:
            answer_provider(actor=fatima, dossier=family.id, said=WITH_HELP)
        assert not is_open(second, now)

    def test_goals_have_words_only_for_who_shares_the_plan(self, family: Family, goal: Goal, now: datetime) -> None:
        question = asked(family)
        assert goals(question, now) == [(str(goal.id), "")]
        share_plan(family)
        assert goals(question, now) == [(str(goal.id), goal.own_words)]

    def test_a_goal_of_one_person_is_not_told(self, family: Family, goal: Goal, now: datetime) -> None:
        question = asked(family)
        with speaking_as(DatabaseRole.OWNER):
            Goal.objects.filter(id=goal.id).update(subject_id=family.subject("Marloes Bakker"))
        assert goals(question, now) == []

    def test_who_leads_takes_back_what_came_by_the_link(self, family: Family, goal: Goal, now: datetime) -> None:
        question = asked(family)
        assert answered(question, now) == family.id
        with family.acting("jorien") as jorien:
            withdraw_provider_plan(actor=jorien, row=ProviderPlan.objects.get(question=question))
        line = kade(family)
        assert (line.answer, line.question) == (None, None)
        assert not is_open(question, now)

    def test_of_another_id_there_is_nothing(self, family: Family, goal: Goal, now: datetime) -> None:
        with acting(anybody(now)):
            assert open_provider_link(question=uuid4()) is None
            assert open_provider_link(question=goal.id) is None


def answered(question: ProviderPlan, at: datetime) -> object:
    facts = '{"has_plan": false, "reason": ""}'
    with acting(system_actor(at)), connection.cursor() as cursor:
        cursor.execute("select gate.provider_answers(%s, %s)", [question.id, facts])
        return cursor.fetchone()[0]


def is_open(question: ProviderPlan, now: datetime) -> bool:
    with acting(anybody(now)):
        found = open_provider_link(question=question.id)
    assert found is not None
    return found.is_open


def goals(question: ProviderPlan, now: datetime) -> list[tuple[str, str]]:
    with acting(anybody(now)):
        found = open_provider_link(question=question.id)
    assert found is not None
    return list(found.goals)
