"""Jorien's families: in Dutch order, found by a word, sorted by what is late; two queries for any caseload."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kring.ground.access.actor import acting
from kring.ground.audit.trail import recording
from kring.practice.leads.services import appoint
from kring.practice.plans.queries import FamilyList, my_families
from kring.practice.plans.queries.families import SortBy
from kring.practice.plans.rules.words import PlanWords
from kring.practice.plans.services import add_action, add_goal, save_texts
from tests.access.people import Town, make_dossier, make_subject, make_town
from tests.plans.family import GOAL, OMA

pytestmark = pytest.mark.django_db


def make_led(town: Town, label: str) -> UUID:
    dossier = make_dossier(town, label, [(make_subject(town.municipality, label), "moeder")])
    mark = replace(town.actor(town.mark), at=town.at - timedelta(days=9))
    with recording("test"), acting(mark):
        appoint(actor=mark, dossier=dossier, lead=town.jorien, deputy=town.naima, chosen_by_family=True)
    return dossier.id


def listed(
    town: Town, *, search: str = "", by: SortBy = SortBy.NAME, descending: bool = False, number: int = 1
) -> FamilyList:
    jorien = town.actor(town.jorien)
    with recording("test"), acting(jorien):
        return my_families(jorien, search=search, by=by, descending=descending, number=number)


def labels(found: FamilyList) -> list[str]:
    return [line.label for line in found.lines]


def test_in_dutch_order_and_only_ones_own(now: datetime) -> None:
    town = make_town(now)
    for label in ("Gezin De Wit-Bakker", "Gezin El Amrani", "Corrie van der Laan"):
        make_led(town, label)
    make_dossier(town, "Van een ander", [(make_subject(town.municipality, "Ander"), "vader")])
    found = listed(town)
    assert labels(found) == ["Gezin El Amrani", "Corrie van der Laan", "Gezin De Wit-Bakker"]
    assert (found.total, found.pages) == (3, 1)
    assert all(line.lead == "Jorien Smit" and line.is_mine for line in found.lines)


def test_found_by_words_in_any_order(now: datetime) -> None:
    town = make_town(now)
    for label in ("Gezin De Wit-Bakker", "Gezin El Amrani"):
        make_led(town, label)
    assert labels(listed(town, search="bakker WIT")) == ["Gezin De Wit-Bakker"]
    nothing = listed(town, search="Pinas")
    assert (nothing.lines, nothing.found, nothing.total) == ((), 0, 2)


def test_sorted_by_what_is_late_and_by_the_day_to_look_back(now: datetime) -> None:
    town = make_town(now)
    amrani, pinas = make_led(town, "El Amrani"), make_led(town, "Pinas")
    jorien = replace(town.actor(town.jorien), at=now - timedelta(days=8))
    with recording("test"), acting(jorien):
        goal = add_goal(actor=jorien, dossier=pinas, words=GOAL)
        add_action(actor=jorien, goal=goal, words=replace(OMA, due_on=date(2026, 10, 30)))
        add_action(actor=jorien, goal=goal, words=OMA)
        save_texts(actor=jorien, dossier=amrani, words=PlanWords(evaluation_on=date(2026, 10, 31)))
    by_late = listed(town, by=SortBy.LATE)
    assert [(line.label, line.open_actions, line.late_actions) for line in by_late.lines] == [
        ("Pinas", 2, 1),
        ("El Amrani", 0, 0),
    ]
    by_evaluation = listed(town, by=SortBy.EVALUATION)
    assert [(line.label, line.evaluation_is_late) for line in by_evaluation.lines] == [
        ("El Amrani", True),
        ("Pinas", False),
    ]


@pytest.mark.parametrize("number", [25, 200])
def test_three_queries_for_any_caseload(now: datetime, number: int) -> None:
    town = make_town(now)
    for index in range(number):
        make_led(town, f"Gezin {index:03}")
    jorien = town.actor(town.jorien)
    with recording("test"), acting(jorien), CaptureQueriesContext(connection) as queries:
        found = my_families(jorien, number=number // 25)
    assert (len(queries), found.found, len(found.lines)) == (3, number, 25)
    assert found.lines[-1].label == f"Gezin {number - 1:03}"
