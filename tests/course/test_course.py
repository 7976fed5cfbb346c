"""Marloes and Stefan look back with Jorien, stop, hear from her afterwards, and come back."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from kring.ground.access.models import Dossier, DossierState
from kring.ground.agenda.models import Task, TaskState
from kring.ground.shared.verdict import Refused
from kring.practice.course.models import AfterCare, Closing
from kring.practice.course.queries import Course, birthdays, course_of, latest_for
from kring.practice.course.rules.states import Stage
from kring.practice.course.rules.terms import after_care_days
from kring.practice.course.rules.words import ClosingWords, EvaluationWords, FeltWords
from kring.practice.course.services import (
    close,
    evaluate,
    go_on,
    note_after_care,
    pause,
    reopen,
    undo_closing,
    withdraw_evaluation,
)
from kring.practice.leads.queries import dossier_head
from kring.practice.plans.queries import working_plan
from tests.course.test_rules import WHOLE
from tests.plans.family import Family, lay_down, make_family, make_plan

pytestmark = pytest.mark.django_db

SAID = EvaluationWords(date(2026, 11, 1), "same", "Het gaat beter.", date(2027, 3, 1))
FELT = (FeltWords("Marloes Bakker", 8, 9, "Jullie luisterden"), FeltWords("Stefan de Wit"))


@pytest.fixture
def family(now: datetime) -> Family:
    found = make_family(now)
    make_plan(found)
    lay_down(found, ago=timedelta(hours=2))
    return found


def course(family: Family, name: str = "jorien") -> Course:
    with family.acting(name) as actor:
        head = dossier_head(actor, family.id)
        assert head is not None
        return course_of(actor, head, working_plan(actor, family.id))


def closed(family: Family, words: ClosingWords = WHOLE, ago: timedelta = timedelta()) -> Closing:
    with family.acting("jorien", ago=ago) as jorien:
        return close(actor=jorien, dossier=family.id, words=words)


def open_tasks(family: Family) -> set[tuple[str, date]]:
    with family.acting("jorien"):
        return set(Task.objects.filter(dossier_id=family.id, state=TaskState.OPEN).values_list("clock", "due_on"))


def test_a_look_back_keeps_each_ones_own_figures_and_plans_the_next(family: Family) -> None:
    assert course(family).stage is Stage.RUNNING
    with family.acting("jorien") as jorien:
        evaluate(actor=jorien, dossier=family.id, words=SAID, felt=FELT)
    seen = course(family, "marloes")
    assert seen.last is not None
    assert [(one.name, one.decided, one.helped) for one in seen.last.felt] == [("Marloes Bakker", 8, 9)]
    assert ("evaluatie", date(2027, 3, 1)) in open_tasks(family)


def test_stepping_down_is_where_the_family_is_until_the_next_look_back(family: Family) -> None:
    with family.acting("jorien") as jorien:
        row = evaluate(
            actor=jorien, dossier=family.id, words=EvaluationWords(SAID.held_on, "step_down", next_on=SAID.next_on)
        )
    assert course(family).stage is Stage.STEPPING_DOWN
    with family.acting("jorien") as jorien:
        withdraw_evaluation(actor=jorien, evaluation=row)
    assert course(family).stage is Stage.RUNNING
    assert course(family).last is None


def test_a_plan_rests_with_a_reason_and_goes_on(family: Family) -> None:
    with family.acting("jorien") as jorien:
        with pytest.raises(Refused, match="waarom het plan rust"):
            pause(actor=jorien, dossier=family.id, reason=" ", until=date(2026, 12, 1))
        pause(actor=jorien, dossier=family.id, reason="Opname van Stefan", until=date(2026, 12, 1))
        with pytest.raises(Refused, match="rust al"):
            pause(actor=jorien, dossier=family.id, reason="Nog eens", until=date(2026, 12, 1))
    assert course(family).stage is Stage.PAUSED
    with family.acting("jorien") as jorien:
        go_on(actor=jorien, dossier=family.id)
    assert course(family).stage is Stage.RUNNING


def test_a_plan_that_is_closed_does_not_rest(family: Family) -> None:
    closed(family)
    with family.acting("jorien") as jorien, pytest.raises(Refused, match="loopt niet"):
        pause(actor=jorien, dossier=family.id, reason="Opname van Stefan", until=date(2026, 12, 1))


def test_closing_closes_the_one_dossier_and_asks_after_it(family: Family) -> None:
    """BR-023."""
    closed(family)
    seen = course(family, "marloes")
    assert seen.stage is Stage.AFTER_CARE
    assert seen.closed is not None
    assert seen.closed.remains == WHOLE.remains
    with family.acting("jorien"):
        dossier = Dossier.objects.get(id=family.id)
        assert (dossier.state, dossier.closed_on) == (DossierState.CLOSED, date(2026, 11, 1))
    assert open_tasks(family) == {("nazorg", date(2026, 12, 13))}


def test_a_plan_that_is_closed_is_not_closed_again(family: Family) -> None:
    closed(family)
    with pytest.raises(Refused, match="loopt niet"):
        closed(family)


def test_after_care_moves_on_to_the_next_day_and_is_done_after_the_last(family: Family) -> None:
    days = after_care_days(date(2026, 11, 1))
    closing = closed(family, replace(WHOLE, after_care=days[:2]))
    with family.acting("jorien") as jorien:
        first, second = AfterCare.objects.filter(closing=closing).order_by("due_on")
        note_after_care(actor=jorien, contact=first, held_on=date(2026, 11, 1), words="Gebeld: goed")
    assert open_tasks(family) == {("nazorg", days[1])}
    with family.acting("jorien") as jorien:
        note_after_care(actor=jorien, contact=second, held_on=date(2026, 11, 1), words="Nog steeds goed")
    assert course(family).stage is Stage.DONE
    assert open_tasks(family) == set()


def test_coming_back_opens_the_same_plan_and_counts(family: Family) -> None:
    """BR-024."""
    closing = closed(family)
    with family.acting("jorien") as jorien:
        with pytest.raises(Refused, match="waarom het plan weer opengaat"):
            reopen(actor=jorien, closing=closing, because="")
        reopen(actor=jorien, closing=closing, because="De ochtenden zijn weer zwaar")
    seen = course(family)
    assert (seen.stage, seen.came_back, seen.closed) == (Stage.RUNNING, True, None)
    assert open_tasks(family) == {("evaluatie", date(2027, 2, 1))}
    with family.acting("jorien"):
        assert Dossier.objects.get(id=family.id).closed_on is None


def test_a_closing_is_taken_back_for_ten_minutes_and_reopened_after(family: Family) -> None:
    with family.acting("jorien") as jorien:
        undo_closing(actor=jorien, closing=closed(family))
    assert course(family).closings == ()
    late = closed(family, ago=timedelta(minutes=11))
    with family.acting("jorien") as jorien, pytest.raises(Refused, match="tien minuten"):
        undo_closing(actor=jorien, closing=late)


def test_a_closing_that_is_taken_back_leaves_everything_as_it_was(family: Family) -> None:
    with family.acting("jorien", ago=timedelta(hours=1)) as jorien:
        pause(actor=jorien, dossier=family.id, reason="Opname van Stefan", until=date(2026, 12, 1))
    before = course(family), open_tasks(family)
    closing = closed(family)
    assert course(family).pause is None
    with family.acting("jorien") as jorien:
        undo_closing(actor=jorien, closing=closing)
    assert (course(family), open_tasks(family)) == before


def test_who_comes_back_does_not_rest(family: Family) -> None:
    """And may rest again."""
    with family.acting("jorien", ago=timedelta(hours=1)) as jorien:
        pause(actor=jorien, dossier=family.id, reason="Opname van Stefan", until=date(2026, 12, 1))
    closing = closed(family)
    with family.acting("jorien") as jorien:
        reopen(actor=jorien, closing=closing, because="De ochtenden zijn weer zwaar")
    assert course(family).stage is Stage.RUNNING


def test_the_database_itself_keeps_one_closing_at_a_time(family: Family) -> None:
    """Two press the button in the same second: each saw a plan that runs."""
    again = closed(family)
    again.id = uuid4()
    with family.acting("jorien"), pytest.raises(IntegrityError, match="one_closing"), transaction.atomic():
        again.save(force_insert=True)


def test_the_family_reads_it_all_and_writes_none_of_it(family: Family) -> None:
    with family.acting("marloes") as marloes:
        for deed in (
            lambda: evaluate(actor=marloes, dossier=family.id, words=SAID),
            lambda: close(actor=marloes, dossier=family.id, words=WHOLE),
            lambda: pause(actor=marloes, dossier=family.id, reason="x", until=date(2027, 1, 1)),
        ):
            with pytest.raises(Refused, match="samen met het gezin"):
                deed()


def test_finn_turns_twelve_and_the_terms_are_those_of_the_municipality(family: Family) -> None:
    """BR-025, BR-021."""
    with family.acting("jorien") as jorien:
        head = dossier_head(jorien, family.id)
        assert head is not None
        assert [(one.name, one.age) for one in birthdays(head, date(2026, 11, 25))] == [("Finn", 12)]
        assert birthdays(head, date(2026, 11, 24)) == ()
        assert latest_for("heavy", date(2026, 11, 1), head.controller) == date(2027, 1, 24)
