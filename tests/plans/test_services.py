"""What Jorien writes with Marloes and Stefan at the kitchen table, and what others may not."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction
from django.test.utils import CaptureQueriesContext

from kring.ground.access import roles
from kring.ground.access.models import RecipientKind, SharedPart, SharingGround
from kring.ground.access.services import Decision, Recipient, share
from kring.ground.shared.verdict import Refused
from kring.practice.plans.models import Action, ActionState, Goal, GoalState, Question, Score
from kring.practice.plans.queries import earlier_questions, working_plan
from kring.practice.plans.rules.words import GoalWords, QuestionWords, ScoreWords
from kring.practice.plans.services import (
    add_action,
    add_goal,
    edit_action,
    edit_goal,
    give_score,
    move_action,
    move_goal,
    raise_goal,
    save_texts,
    withdraw_question,
    write_question,
)
from tests.access.people import give_role
from tests.plans.family import COACH, GOAL, OMA, TEXTS, Family, make_family, make_plan

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 1)
SHARED_PLAN = Decision(
    None, [], SharingGround.EXPLICIT_CONSENT, "één plan", "anders botst het", "alleen het plan", parts=[SharedPart.PLAN]
)
SAID = QuestionWords("Dat ik niet meer pieker.", "Marloes", TODAY, "Tigrinya", "mevrouw Haile")


def goals(family: Family, name: str = "jorien") -> list[str]:
    with family.acting(name) as actor:
        return [goal.own_words for goal in working_plan(actor, family.id).open_goals]


def test_a_corrected_question_is_a_new_row_and_the_old_one_stays(now: datetime) -> None:
    family = make_family(now)
    with family.acting("jorien", ago=timedelta(hours=2)) as jorien:
        write_question(actor=jorien, dossier=family.id, words=SAID)
    with family.acting("jorien", ago=timedelta(hours=1)) as jorien:
        corrected = write_question(actor=jorien, dossier=family.id, words=replace(SAID, words="Rust in de avond."))
    with family.acting("marloes") as marloes:
        question = working_plan(marloes, family.id).question
        assert question is not None
        assert (question.words, question.language, question.interpreter) == (
            "Rust in de avond.",
            "Tigrinya",
            "mevrouw Haile",
        )
        withdraw_question(actor=marloes, dossier=family.id, question=corrected.id)
        before = working_plan(marloes, family.id).question
        assert before is not None
        assert before.words == "Dat ik niet meer pieker."
        assert [(one.words, one.withdrawn_on) for one in earlier_questions(family.id)] == [
            ("Rust in de avond.", TODAY),
            ("Dat ik niet meer pieker.", None),
        ]


def test_the_words_of_a_question_cannot_be_changed_in_the_database(now: datetime) -> None:
    family = make_family(now)
    make_plan(family)
    with family.acting("jorien"), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        Question.objects.filter(dossier_id=family.id).update(words="iets anders")


def test_goals_stand_in_the_order_that_the_family_wants(now: datetime) -> None:
    family = make_family(now)
    with family.acting("marloes") as marloes:
        made = [add_goal(actor=marloes, dossier=family.id, words=replace(GOAL, own_words=word)) for word in "abc"]
        raise_goal(actor=marloes, goal=made[2])
        raise_goal(actor=marloes, goal=made[0])
    assert goals(family) == ["a", "c", "b"]


def test_raising_passes_over_goals_that_are_no_longer_open(now: datetime) -> None:
    family = make_family(now)
    with family.acting("jorien") as jorien:
        made = [add_goal(actor=jorien, dossier=family.id, words=replace(GOAL, own_words=word)) for word in "abc"]
        move_goal(actor=jorien, goal=made[1], state=GoalState.DROPPED, reason="nu niet")
        raise_goal(actor=jorien, goal=Goal.objects.get(id=made[2].id))
    assert goals(family) == ["c", "a"]


def test_other_words_for_a_goal_keep_what_hangs_on_it(now: datetime) -> None:
    family = make_family(now)
    goal = make_plan(family)
    with family.acting("jorien") as jorien:
        add_action(actor=jorien, goal=goal, words=OMA)
        edit_goal(
            actor=jorien,
            goal=goal,
            words=GoalWords("Rustig slapen", "Marloes", "health", "Voor elven naar bed", area_reason="Moe."),
        )
        [seen] = working_plan(jorien, family.id).open_goals
    assert (seen.own_words, seen.measure, seen.area) == ("Rustig slapen", "Voor elven naar bed", "lichaam en hoofd")
    assert [action.what for action in seen.actions] == [OMA.what]


def test_a_goal_is_let_go_with_a_reason_and_taken_up_again(now: datetime) -> None:
    family = make_family(now)
    goal = make_plan(family)
    with family.acting("jorien") as jorien:
        with pytest.raises(Refused, match="waarom"):
            move_goal(actor=jorien, goal=goal, state=GoalState.DROPPED)
        move_goal(actor=jorien, goal=goal, state=GoalState.DROPPED, reason="Marloes wil eerst rust")
        dropped = Goal.objects.get(id=goal.id)
        assert (dropped.state, dropped.end_reason, dropped.ended_on) == ("dropped", "Marloes wil eerst rust", TODAY)
        with pytest.raises(Refused, match="weer actief"):
            add_action(actor=jorien, goal=dropped, words=OMA)
        with pytest.raises(Refused, match="niet actief"):
            give_score(actor=jorien, goal=dropped, words=ScoreWords("Marloes", "family", 6, TODAY))
        move_goal(actor=jorien, goal=dropped, state=GoalState.ACTIVE)
        again = Goal.objects.get(id=goal.id)
        assert (again.state, again.end_reason, again.ended_on) == ("active", "", None)


def test_a_professionals_action_keeps_the_day_on_which_was_asked_who_else(now: datetime) -> None:
    family = make_family(now)
    goal = make_plan(family)
    with family.acting("jorien", ago=timedelta(days=1)) as jorien:
        with pytest.raises(Refused, match="Beantwoord eerst"):
            add_action(actor=jorien, goal=goal, words=replace(COACH, informal_first=""))
        action = add_action(actor=jorien, goal=goal, words=COACH)
        assert action.informal_answered_on == date(2026, 10, 31)
    with family.acting("jorien") as jorien:
        edit_action(actor=jorien, action=action, words=replace(COACH, what="De post samen openen"))
        assert Action.objects.get(id=action.id).informal_answered_on == date(2026, 10, 31)
        edit_action(actor=jorien, action=action, words=replace(COACH, informal_reason="overloaded"))
        assert Action.objects.get(id=action.id).informal_answered_on == TODAY
        edit_action(actor=jorien, action=action, words=OMA)
        network = Action.objects.get(id=action.id)
    assert (network.informal_first, network.informal_reason, network.informal_answered_on) == ("", "", None)


def test_the_database_refuses_a_professionals_action_without_the_answer(now: datetime) -> None:
    """BR-017, held by the database too."""
    family = make_family(now)
    goal = make_plan(family)
    with (
        family.acting("jorien"),
        pytest.raises(IntegrityError, match="professional_action_asked_informal_first"),
        transaction.atomic(),
    ):
        Action.objects.create(
            dossier=family.dossier, goal=goal, what="x", doer_kind="professional", doer_name="Jorien", due_on=TODAY
        )


def test_an_action_is_done_not_done_with_a_reason_or_open_again(now: datetime) -> None:
    family = make_family(now)
    goal = make_plan(family)
    with family.acting("jorien") as jorien:
        action = add_action(actor=jorien, goal=goal, words=OMA)
        with pytest.raises(Refused, match="waarom"):
            move_action(actor=jorien, action=action, state=ActionState.FAILED)
        move_action(actor=jorien, action=action, state=ActionState.FAILED, result="Oma was ziek")
        failed = Action.objects.get(id=action.id)
        assert (failed.state, failed.result, failed.closed_on) == ("failed", "Oma was ziek", TODAY)
        move_action(actor=jorien, action=failed, state=ActionState.AGREED)
        move_action(actor=jorien, action=Action.objects.get(id=action.id), state=ActionState.DONE)
        [seen] = working_plan(jorien, family.id).open_goals
    assert seen.steps == (1, 1)


def test_father_reports_on_the_familys_own_action_and_not_on_omas(now: datetime) -> None:
    family = make_family(now)
    goal = make_plan(family)
    with family.acting("stefan") as stefan:
        own = add_action(actor=stefan, goal=goal, words=replace(OMA, doer_kind="family", doer_name="Stefan"))
        move_action(actor=stefan, action=own, state=ActionState.DONE)
        with pytest.raises(Refused, match="spreekt de regisseur"):
            add_action(actor=stefan, goal=goal, words=OMA)
    with family.acting("jorien") as jorien:
        omas = add_action(actor=jorien, goal=goal, words=OMA)
    with family.acting("stefan") as stefan, pytest.raises(Refused, match="van iemand anders"):
        move_action(actor=stefan, action=omas, state=ActionState.DONE)


def test_scores_of_different_people_stand_side_by_side(now: datetime) -> None:
    """BR-022, S54: never averaged."""
    family = make_family(now)
    goal = make_plan(family)
    with family.acting("jorien", ago=timedelta(hours=1)) as jorien:
        for giver, kind, value in (("Marloes", "family", 4), ("Finn", "family", 7), ("Jorien Smit", "professional", 5)):
            give_score(actor=jorien, goal=goal, words=ScoreWords(giver, kind, value, TODAY))
    with family.acting("jorien") as jorien:
        give_score(actor=jorien, goal=goal, words=ScoreWords("Marloes", "family", 5, TODAY, "toch een 5"))
        [seen] = working_plan(jorien, family.id).open_goals
        assert Score.objects.filter(goal=goal).count() == 4
    assert {(voice.giver, voice.last) for voice in seen.voices} == {("Marloes", 5), ("Finn", 7), ("Jorien Smit", 5)}


def test_a_score_cannot_be_changed_in_the_database(now: datetime) -> None:
    family = make_family(now)
    goal = make_plan(family)
    with family.acting("jorien") as jorien:
        give_score(actor=jorien, goal=goal, words=ScoreWords("Marloes", "family", 4, TODAY))
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            Score.objects.filter(goal=goal).update(value=9)


def test_mother_gives_her_own_figure_and_not_her_sons(now: datetime) -> None:
    family = make_family(now)
    goal = make_plan(family)
    with family.acting("marloes") as marloes:
        give_score(actor=marloes, goal=goal, words=ScoreWords("Marloes Bakker", "family", 6, TODAY))
        with pytest.raises(Refused, match="voor uzelf"):
            give_score(actor=marloes, goal=goal, words=ScoreWords("Finn", "family", 6, TODAY))


def test_a_team_professional_reads_and_writes_no_goal(now: datetime) -> None:
    family = make_family(now)
    make_plan(family)
    give_role(family.town, family.dossier, family.town.henk, roles.TEAM_PROFESSIONAL)
    assert goals(family, "henk") == [GOAL.own_words]
    with family.acting("henk") as henk:
        for write in (
            lambda: add_goal(actor=henk, dossier=family.id, words=GOAL),
            lambda: save_texts(actor=henk, dossier=family.id, words=TEXTS),
            lambda: write_question(actor=henk, dossier=family.id, words=SAID),
        ):
            with pytest.raises(Refused, match="en de regisseur, schrijven"):
                write()


def test_a_professional_of_another_organisation_reports_on_the_own_action_and_on_no_other(now: datetime) -> None:
    """Handbook §5: EP, actions, RW own. The goal and its actions are shared with Fatima by name."""
    family = make_family(now)
    goal = make_plan(family)
    give_role(family.town, family.dossier, family.town.fatima, roles.EXTERNAL)
    words = replace(COACH, doer_name="Fatima Amrani")
    with family.acting("jorien") as jorien:
        own = add_action(actor=jorien, goal=goal, words=words)
        other = add_action(actor=jorien, goal=goal, words=COACH)
        recipient = Recipient(RecipientKind.ACCOUNT, "Fatima Amrani", family.town.fatima.id)
        share(actor=jorien, dossier=family.id, decision=replace(SHARED_PLAN, recipient=recipient))
    with family.acting("fatima") as fatima:
        move_action(actor=fatima, action=Action.objects.get(id=own.id), state=ActionState.BUSY)
        with pytest.raises(Refused, match="van iemand anders"):
            move_action(actor=fatima, action=Action.objects.get(id=other.id), state=ActionState.BUSY)
        with connection.cursor() as cursor:
            cursor.execute("update plans_action set result = 'x' where id = any(%s)", [[own.id, other.id]])
            assert cursor.rowcount == 1
        assert Action.objects.get(id=own.id).state == ActionState.BUSY


def test_a_stranger_reads_nothing_and_is_refused(now: datetime) -> None:
    family = make_family(now)
    make_plan(family)
    assert goals(family) == [GOAL.own_words]
    assert goals(family, "fatima") == []
    with family.acting("fatima") as fatima, pytest.raises(Refused):
        add_goal(actor=fatima, dossier=family.id, words=GOAL)


def test_what_is_of_one_person_is_read_by_that_person_and_who_leads(now: datetime) -> None:
    """A goal with a subject is hers: Stefan reads the joint plan and not this."""
    family = make_family(now)
    make_plan(family)
    with family.acting("jorien"):
        Goal.objects.create(
            dossier=family.dossier,
            subject_id=family.subject("Marloes Bakker"),
            own_words="Een gesprek over vroeger",
            speaker="Marloes",
            order=5,
            began_on=TODAY,
        )
    assert goals(family, "jorien")[-1] == "Een gesprek over vroeger"
    assert goals(family, "marloes")[-1] == "Een gesprek over vroeger"
    assert goals(family, "stefan") == [GOAL.own_words]


def test_the_working_plan_costs_three_queries_however_many_goals(now: datetime) -> None:
    family = make_family(now)
    goal = make_plan(family)
    with family.acting("jorien") as jorien:
        for number in range(7):
            add_goal(
                actor=jorien,
                dossier=family.id,
                words=replace(GOAL, own_words=f"doel {number}", extra_reason="Samen gekozen."),
            )
            add_action(actor=jorien, goal=goal, words=OMA)
            give_score(actor=jorien, goal=goal, words=ScoreWords("Marloes", "family", number, TODAY))
        with CaptureQueriesContext(connection) as queries:
            plan = working_plan(jorien, family.id)
    assert (len(queries), len(plan.goals), len(plan.actions)) == (3, 8, 7)
