"""Own statements: beside the disputed part, for whoever reads it, and in nobody else's words (BR-107)."""

from datetime import date, datetime, timedelta

import pytest
from django.db import Error, connection, transaction

from kring.ground.access.parts import Law
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.levels import Level
from kring.ground.shared.verdict import Refused
from kring.practice.care.models import Provision
from kring.practice.plans.models import Goal
from kring.practice.plans.rules.words import GoalWords
from kring.practice.plans.services import add_goal
from kring.practice.statements.models import OwnStatement
from kring.practice.statements.queries import Beside, about_what, statements_beside
from kring.practice.statements.rules import LONGEST, Disputed, can_state, can_withdraw
from kring.practice.statements.services import Said, add_statement, withdraw_statement
from tests.conftest import speaking_as
from tests.plans.family import Family, make_family, make_plan

pytestmark = pytest.mark.django_db

WORDS = "Zo heb ik het niet gezegd.\n  Ik wilde rust, geen bewindvoerder."
DAY = date(2026, 10, 31)


@pytest.fixture
def family(now: datetime) -> Family:
    return make_family(now)


@pytest.fixture
def goal(family: Family) -> Goal:
    return make_plan(family)


def state(family: Family, name: str, thing: Goal, *, whose: str = "Marloes Bakker") -> OwnStatement:
    with family.acting(name) as actor:
        said = Said(family.subject(whose), Disputed.GOAL, thing.id, WORDS, DAY)
        return add_statement(actor=actor, dossier=family.id, said=said)


def beside(family: Family, name: str) -> Beside:
    with family.acting(name) as actor:
        return statements_beside(actor, family.id, leads=name == "jorien", is_family=name != "jorien")


@pytest.mark.parametrize(
    ("words", "day", "says"),
    [
        (" \n", DAY, "Schrijf op"),
        ("x" * (LONGEST + 1), DAY, "te lang"),
        ("Nee.", DAY + timedelta(days=2), "nog niet geweest"),
        ("Nee.", DAY, ""),
    ],
)
def test_a_statement_says_something_on_a_day_that_was(words: str, day: date, says: str) -> None:
    found = can_state(words, day, DAY)
    assert bool(found) is not bool(says)
    assert says in str(found.reason)


def test_a_statement_is_withdrawn_once() -> None:
    assert can_withdraw(is_withdrawn=False)
    assert not can_withdraw(is_withdrawn=True)


def test_everybody_who_reads_the_goal_reads_it_as_it_was_said(family: Family, goal: Goal) -> None:
    state(family, "marloes", goal)
    for name in ("marloes", "stefan", "jorien", "naima"):
        [one] = beside(family, name).of("doel", goal.id)
        assert (one.words, one.speaker, one.may_withdraw) == (
            WORDS,
            "Marloes Bakker",
            name in {"marloes", "jorien"},
        )
    assert beside(family, "henk").all == ()


def test_who_does_not_read_a_goal_of_one_person_does_not_read_what_is_said_about_it(family: Family) -> None:
    words = GoalWords(
        "Een eigen kamer.", "Marloes", "money", only_for=family.subject("Marloes Bakker"), area_reason="Ruimte."
    )
    with family.acting("marloes") as marloes:
        own = add_goal(actor=marloes, dossier=family.id, words=words)
    state(family, "marloes", own)
    assert len(beside(family, "marloes").all) == 1
    assert len(beside(family, "jorien").all) == 1
    assert beside(family, "stefan").all == ()


def test_of_help_only_who_reads_that_law_reads_the_statement(family: Family) -> None:
    with speaking_as(DatabaseRole.IMPORT):
        help_ = Provision.objects.create(
            subject_id=family.subject("Marloes Bakker"), law=Law.SCHULDHULP, product="Budgetbeheer",
            started_on=date(2026, 1, 1),
        )  # fmt: skip
    said = Said(family.subject("Marloes Bakker"), Disputed.HELP, help_.id, WORDS, DAY)
    with family.acting("marloes") as marloes:
        add_statement(actor=marloes, dossier=family.id, said=said)
    assert len(beside(family, "marloes").all) == 1
    assert beside(family, "jorien").all == ()


def test_who_leads_writes_one_down_at_request_and_the_person_withdraws_it(family: Family, goal: Goal) -> None:
    row = state(family, "jorien", goal)
    with family.acting("marloes") as marloes:
        withdraw_statement(actor=marloes, statement=row)
    assert beside(family, "jorien").all == ()
    with family.acting("marloes"):
        assert OwnStatement.objects.get(id=row.id).words == WORDS
    with family.acting("marloes") as marloes, pytest.raises(Refused, match="al ingetrokken"):
        withdraw_statement(actor=marloes, statement=OwnStatement.objects.get(id=row.id))


def test_nobody_states_for_another_adult_or_beside_what_they_do_not_see(family: Family, goal: Goal) -> None:
    with pytest.raises(Refused, match="van de persoon zelf"):
        state(family, "stefan", goal)
    with pytest.raises(Refused, match="van de persoon zelf"):
        state(family, "henk", goal)


def test_nothing_is_stated_beside_what_is_protected(family: Family, goal: Goal) -> None:
    with family.acting("jorien"):
        assert about_what(family.id, Disputed.GOAL, goal.id) == goal.own_words
    with connection.cursor() as cursor:
        cursor.execute("reset session authorization")
        cursor.execute("update plans_goal set level = %s where id = %s", [Level.PROTECTED, goal.id])
        cursor.execute("set session authorization kring_app")
    with family.acting("jorien"):
        assert about_what(family.id, Disputed.GOAL, goal.id) is None


@pytest.mark.parametrize("name", ["marloes", "jorien"])
def test_nobody_changes_the_words_with_sql_either(family: Family, goal: Goal, name: str) -> None:
    row = state(family, name, goal)
    with family.acting(name), pytest.raises(Error, match="permission denied"), transaction.atomic():
        OwnStatement.objects.filter(id=row.id).update(words="Ik ben het eens.")


@pytest.mark.parametrize("name", ["stefan", "henk"])
def test_with_sql_nobody_puts_words_into_anothers_mouth(family: Family, goal: Goal, name: str) -> None:
    whose = family.subject("Marloes Bakker")
    statement = OwnStatement(
        dossier_id=family.id, subject_id=whose, kind="doel", thing=goal.id, about="doel", speaker="Marloes",
        words="Ik ben het eens.", said_on=DAY, written_by=family.actor(name).id, written_at=family.town.at,
    )  # fmt: skip
    with family.acting(name), pytest.raises(Error, match="row-level security"), transaction.atomic():
        statement.save(force_insert=True)
