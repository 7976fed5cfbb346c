"""Somebody of the circle is asked no more than can be carried (BR-057), and a child never (BR-058)."""

from datetime import date, datetime

import pytest

from kring.ground.access.services import hide_from
from kring.ground.shared.verdict import Refused
from kring.practice.circle.models import NetworkMember
from kring.practice.circle.rules.content import MemberWords
from kring.practice.circle.rules.words import Load, Sector
from kring.practice.circle.services import confirm_load, mark_load
from kring.practice.plans.models import Action, Goal
from kring.practice.plans.rules.words import ActionWords
from kring.practice.plans.services import add_action, edit_action
from tests.circle.round import TRUUS, add
from tests.plans.family import Family, make_family, make_plan

pytestmark = pytest.mark.django_db

SWIMS = ActionWords("Met Lotte naar zwemles", "network", "Truus Bakker", date(2026, 12, 1), "oma")


@pytest.fixture
def family(now: datetime) -> Family:
    return make_family(now)


@pytest.fixture
def goal(family: Family) -> Goal:
    return make_plan(family)


def ask(family: Family, goal: Goal, words: ActionWords = SWIMS) -> Action:
    with family.acting("jorien") as jorien:
        return add_action(actor=jorien, goal=goal, words=words)


def mark(family: Family, member: NetworkMember, load: Load) -> None:
    with family.acting("marloes") as marloes:
        mark_load(actor=marloes, member=member, load=load)


def test_an_action_knows_who_of_the_circle_does_it(family: Family, goal: Goal) -> None:
    member = add(family)
    assert ask(family, goal).doer_subject_id == member.pk


def test_a_name_that_is_not_in_the_circle_stays_a_name(family: Family, goal: Goal) -> None:
    assert ask(family, goal).doer_subject_id is None


@pytest.mark.parametrize(
    ("load", "reason"), [(Load.LIMIT, "de grens is bereikt"), (Load.PAUSE, "stopt even")], ids=["limit", "pause"]
)
def test_who_is_full_is_asked_nothing_new(family: Family, goal: Goal, load: Load, reason: str) -> None:
    mark(family, add(family), load)
    with pytest.raises(Refused, match=reason):
        ask(family, goal)


def test_writing_the_name_by_hand_is_no_way_round_it(family: Family, goal: Goal) -> None:
    mark(family, add(family), Load.LIMIT)
    with pytest.raises(Refused, match="grens"):
        ask(family, goal, ActionWords("Oppassen", "network", " truus BAKKER ", date(2026, 12, 1)))


def test_the_twin_after_asking_her_it_can_be_asked(family: Family, goal: Goal) -> None:
    member = add(family)
    mark(family, member, Load.LIMIT)
    with family.acting("marloes") as marloes:
        confirm_load(actor=marloes, member=member, words="Eén keer kan nog.")
    assert ask(family, goal).doer_subject_id == member.pk


def test_what_she_does_already_goes_on_and_can_be_put_right(family: Family, goal: Goal) -> None:
    member = add(family)
    action = ask(family, goal)
    mark(family, member, Load.LIMIT)
    later = ActionWords("Met Lotte naar zwemles om 4 uur", "network", "Truus Bakker", date(2026, 12, 8), "oma")
    with family.acting("jorien") as jorien:
        edit_action(actor=jorien, action=action, words=later)
        action.refresh_from_db()
    assert (action.what, action.doer_subject_id) == (later.what, member.pk)


def test_a_cousin_who_may_be_seventeen_gets_no_action(family: Family, goal: Goal) -> None:
    add(family, MemberWords("Daan Bakker", "neef", Sector.FAMILY, birth_year=2008))
    with pytest.raises(Refused, match="Een kind"):
        ask(family, goal, ActionWords("Oppassen", "network", "Daan Bakker", date(2026, 12, 1)))


def test_who_is_hidden_from_somebody_stands_in_no_plan_that_all_read(family: Family, goal: Goal) -> None:
    member = add(family, TRUUS)
    with family.acting("marloes") as marloes:
        hide_from(actor=marloes, dossier=family.id, subject=member.pk, reader=family.subject("Stefan de Wit"))
    with pytest.raises(Refused, match="verborgen"):
        ask(family, goal)
