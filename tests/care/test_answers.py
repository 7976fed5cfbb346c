"""What stands out in help, goals and plans: found from facts, said to fit or taken up, and taken back."""

from datetime import date, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kring.ground.access.parts import Law
from kring.ground.agenda.models import Task
from kring.ground.shared.verdict import Refused
from kring.practice.care.queries import care_picture
from kring.practice.care.rules.marks import Answer, SameWork, Working, mark_key, same_work
from kring.practice.care.services import Marked, say_it_fits, take_it_up, tell_help, withdraw_answer
from kring.practice.plans.queries.beside_care import beside_care
from tests.care.test_told import allow, words
from tests.plans.family import Family, make_family

pytestmark = pytest.mark.django_db
MARK = UUID(int=7)


@pytest.fixture
def family(now: datetime) -> Family:
    found = make_family(now)
    allow(found, "zvw")
    return found


def of_help(family: Family, law: Law = Law.ZVW) -> Marked:
    return Marked(MARK, (family.subject("Marloes Bakker"), law))


def said(family: Family, who: str) -> list[tuple[Answer, str]]:
    """Of her help, and of the plans."""
    with family.acting(who) as actor:
        of_her = care_picture(actor, family.id).answers
        found = {**of_her, **beside_care(actor, family.id).answers}
    return [(one.answer, one.because) for one in found.values()]


def test_who_leads_says_that_it_fits_and_the_family_reads_why(family: Family) -> None:
    with family.acting("jorien") as jorien:
        say_it_fits(actor=jorien, dossier=family.id, marked=of_help(family), because="elk een eigen vraag")
    assert said(family, "marloes") == said(family, "jorien") == [(Answer.FITS, "elk een eigen vraag")]
    assert said(family, "stefan") == []


def test_what_is_taken_up_becomes_a_task_that_tells_nothing_of_the_help(family: Family) -> None:
    with family.acting("jorien") as jorien:
        take_it_up(actor=jorien, dossier=family.id, marked=of_help(family), because="dubbel", due_on=date(2026, 11, 9))
        task = Task.objects.get(due_on=date(2026, 11, 9))
    assert task.title == "Oppakken wat opvalt in het zorgverloop"
    assert said(family, "jorien") == [(Answer.TAKEN_UP, "dubbel")]


def test_it_is_withdrawn_with_a_reason_and_asks_again(family: Family) -> None:
    marked = Marked(MARK)
    with family.acting("jorien") as jorien:
        say_it_fits(actor=jorien, dossier=family.id, marked=marked, because="twee kinderen")
        withdraw_answer(actor=jorien, dossier=family.id, marked=marked, reason="toch niet")
        with pytest.raises(Refused):
            withdraw_answer(actor=jorien, dossier=family.id, marked=marked, reason="nog eens")
    assert said(family, "jorien") == []


@pytest.mark.parametrize("who", ["marloes", "stefan", "henk", "fatima"])
def test_nobody_else_says_what_it_means(family: Family, who: str) -> None:
    """Twin: who leads does, of help and of plans."""
    for marked in (of_help(family), Marked(MARK)):
        with family.acting(who) as actor, pytest.raises(Refused):
            say_it_fits(actor=actor, dossier=family.id, marked=marked, because="zo is het")


def test_of_a_law_that_is_closed_nothing_is_said(family: Family) -> None:
    with family.acting("jorien") as jorien, pytest.raises(Refused):
        say_it_fits(actor=jorien, dossier=family.id, marked=of_help(family, Law.WMO), because="zo is het")


@pytest.mark.parametrize(("because", "due_on"), [(" ", date(2026, 11, 9)), ("dubbel", date(2026, 10, 31))])
def test_taking_up_has_a_reason_and_a_day_to_come(family: Family, because: str, due_on: date) -> None:
    with family.acting("jorien") as jorien, pytest.raises(Refused):
        take_it_up(actor=jorien, dossier=family.id, marked=of_help(family), because=because, due_on=due_on)


def test_the_same_help_told_twice_stands_out(family: Family) -> None:
    with family.acting("marloes") as marloes:
        for _twice in range(2):
            tell_help(actor=marloes, dossier=family.id, words=words(family))
        [twice] = care_picture(marloes, family.id).twice
    assert (twice.product, twice.until) == ("gesprekken bij de psycholoog", None)


def test_two_professionals_in_one_function_for_one_person_stand_out() -> None:
    working = [
        Working("Finn", "jeugdwet", "Bas Dekker", "Gezinsbegeleider"),
        Working("Finn", "wmo", "Carla Nauta", "gezinsbegeleider"),
        Working("Finn", "wmo", "carla nauta", "gezinsbegeleider"),
        Working("Lotte", "jeugdwet", "Bas Dekker", "gezinsbegeleider"),
        Working("Finn", "jeugdwet", "Loes Keizer", ""),
        Working("Finn", "jeugdwet", "Wim Bos", ""),
    ]
    names = ("Bas Dekker", "carla nauta")
    assert same_work(working) == (SameWork("Finn", "jeugdwet", "Gezinsbegeleider", names),)


@given(st.lists(st.text(), min_size=1), st.lists(st.text(), min_size=1))
def test_the_same_facts_are_the_same_mark_and_other_facts_ask_anew(one: list[str], other: list[str]) -> None:
    assert mark_key(MARK, *one) == mark_key(MARK, *one)
    if "/".join(one) != "/".join(other):
        assert mark_key(MARK, *one) != mark_key(MARK, *other)
