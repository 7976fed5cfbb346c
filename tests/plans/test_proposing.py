"""What Henk of the youth team proposes for his own work, and Jorien decides on (handbook §5, condition 15)."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import ProgrammingError, transaction

from kring.ground.access import roles
from kring.ground.agenda.models import Notice, NoticeKind, Task, TaskState
from kring.ground.shared.verdict import Refused
from kring.practice.plans.models import Action, ActionState, Goal, GoalState
from kring.practice.plans.queries import working_plan
from kring.practice.plans.rules.proposing import can_propose
from kring.practice.plans.services import (
    accept,
    add_action,
    edit_action,
    move_action,
    move_goal,
    propose,
    refuse,
    undo_action,
    undo_decision,
    withdraw_proposal,
)
from kring.practice.plans.services.meeting import words_of
from tests.access.people import give_role
from tests.plans.family import COACH, OMA, Family, make_family, make_plan

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 1)
BECAUSE = "Elke week is te veel voor Finn."
WISH = replace(COACH, informal_first="volunteer", informal_reason="", volunteer_wish="Samen naar de bieb lopen")


@pytest.fixture
def family(now: datetime) -> Family:
    found = make_family(now)
    give_role(found.town, found.dossier, found.town.henk, roles.TEAM_PROFESSIONAL)
    return found


@pytest.fixture
def goal(family: Family) -> Goal:
    return make_plan(family)


def henk_does(family: Family) -> str:
    return family.town.henk.display_name


@pytest.fixture
def step(family: Family, goal: Goal) -> Action:
    """Something that Henk does, as it was agreed."""
    with family.acting("jorien", ago=timedelta(hours=2)) as jorien:
        return add_action(actor=jorien, goal=goal, words=replace(COACH, doer_name=henk_does(family)))


def change(family: Family, step: Action) -> Action:
    with family.acting("henk", ago=timedelta(hours=1)) as henk:
        words = replace(words_of(step), what="Om de week samen de brieven openen", rhythm="fortnightly")
        return propose(actor=henk, goal=step.goal, words=words, because=BECAUSE, instead_of=step)


def fresh(row: Action) -> Action:
    return Action.objects.get(id=row.id)


def test_a_proposal_is_no_step_until_it_is_decided_on(family: Family, goal: Goal, step: Action) -> None:
    change(family, step)
    with family.acting("jorien") as jorien:
        plan = working_plan(jorien, family.id)
        assert [one.what for one in plan.actions] == [COACH.what]
        assert [(one.what, one.proposed_because) for one in plan.undecided] == [
            ("Om de week samen de brieven openen", BECAUSE)
        ]


def test_who_leads_gets_a_task_and_who_proposed_hears_of_the_decision(family: Family, goal: Goal, step: Action) -> None:
    proposal = change(family, step)
    with family.acting("jorien") as jorien:
        assert Task.objects.get(clock="voorstel_beslissen").state == TaskState.OPEN
        accept(actor=jorien, proposal=fresh(proposal))
        assert Task.objects.get(clock="voorstel_beslissen").state == TaskState.DONE
    with family.acting("henk") as henk:
        assert Notice.objects.filter(account_id=henk.id, kind=NoticeKind.PROPOSAL_DECIDED).count() == 1


def test_taken_over_the_step_says_it_and_stays_the_same_step(family: Family, goal: Goal, step: Action) -> None:
    proposal = change(family, step)
    with family.acting("jorien") as jorien:
        accept(actor=jorien, proposal=fresh(proposal))
        [seen] = working_plan(jorien, family.id).actions
        assert (seen.id, seen.what, seen.rhythm) == (step.id, "Om de week samen de brieven openen", "fortnightly")
        assert (fresh(proposal).state, fresh(proposal).result) == ("settled", "overgenomen")


def test_nobody_decides_on_the_own_proposal_also_with_a_statement_of_ones_own(family: Family, step: Action) -> None:
    """Twin: who leads does, and Henk reports on his step once it is agreed."""
    proposal = change(family, step)
    rows = Action.objects.filter(id=proposal.id)
    refused = pytest.raises(ProgrammingError, match="decided on by who writes the plan")
    with family.acting("henk"), refused, transaction.atomic():
        rows.update(state=ActionState.AGREED)
    with family.acting("jorien"):
        assert rows.update(state=ActionState.AGREED) == 1
    with family.acting("henk"):
        assert rows.update(state=ActionState.BUSY) == 1


def test_a_new_step_is_agreed_when_it_is_taken_over(family: Family, goal: Goal) -> None:
    with family.acting("henk") as henk:
        proposal = propose(
            actor=henk, goal=goal, words=replace(WISH, doer_name=henk_does(family)), because="Finn vroeg erom."
        )
        assert not Task.objects.filter(clock="vrijwilliger_vragen").exists()
    with family.acting("jorien") as jorien:
        accept(actor=jorien, proposal=fresh(proposal))
        assert [(one.id, one.state) for one in working_plan(jorien, family.id).actions] == [(proposal.id, "agreed")]
        assert Task.objects.filter(clock="vrijwilliger_vragen", state=TaskState.OPEN).count() == 1


def test_not_taken_over_says_why_and_changes_nothing(family: Family, goal: Goal, step: Action) -> None:
    proposal = change(family, step)
    with family.acting("jorien") as jorien:
        with pytest.raises(Refused, match="waarom"):
            refuse(actor=jorien, proposal=fresh(proposal), reason=" ")
        refuse(actor=jorien, proposal=fresh(proposal), reason="Elke week werkt nu juist")
        plan = working_plan(jorien, family.id)
    assert [one.what for one in plan.actions] == [COACH.what]
    assert [one.result for one in plan.proposals] == ["niet overgenomen: Elke week werkt nu juist"]


def test_who_decided_takes_it_back_and_the_step_is_as_it_was(family: Family, goal: Goal, step: Action) -> None:
    proposal = change(family, step)
    with family.acting("jorien", ago=timedelta(minutes=5)) as jorien:
        accept(actor=jorien, proposal=fresh(proposal))
    with family.acting("jorien") as jorien:
        undo_decision(actor=jorien, proposal=fresh(proposal))
        plan = working_plan(jorien, family.id)
    assert [one.what for one in plan.actions] == [COACH.what]
    assert [one.id for one in plan.undecided] == [proposal.id]


def test_the_proposer_withdraws_it_and_nobody_else(family: Family, goal: Goal, step: Action) -> None:
    proposal = change(family, step)
    with family.acting("stefan") as stefan, pytest.raises(Refused, match="van iemand anders"):
        withdraw_proposal(actor=stefan, proposal=fresh(proposal))
    with family.acting("henk") as henk:
        withdraw_proposal(actor=henk, proposal=fresh(proposal))
        assert fresh(proposal).state == ActionState.SETTLED
    with family.acting("jorien") as jorien, pytest.raises(Refused, match="Ververs"):
        accept(actor=jorien, proposal=fresh(proposal))


def test_only_for_the_own_work(family: Family, goal: Goal) -> None:
    """The twin is every test above."""
    with family.acting("henk") as henk, pytest.raises(Refused, match="wat u zelf doet"):
        propose(actor=henk, goal=goal, words=COACH, because=BECAUSE)
    with family.acting("jorien") as jorien:
        omas = add_action(actor=jorien, goal=goal, words=OMA)
    words = replace(COACH, doer_name=henk_does(family))
    with family.acting("henk") as henk, pytest.raises(Refused, match="wat u zelf doet"):
        propose(actor=henk, goal=goal, words=words, because=BECAUSE, instead_of=omas)


def test_one_proposal_at_a_time_for_a_step(family: Family, goal: Goal, step: Action) -> None:
    change(family, step)
    with pytest.raises(Refused, match="ligt al een voorstel"):
        change(family, step)


def test_the_doer_cannot_agree_to_the_own_proposal(family: Family, goal: Goal, step: Action) -> None:
    """The twin: the same Henk says that the step itself is done."""
    proposal = change(family, step)
    with family.acting("henk") as henk:
        for way in (ActionState.AGREED, ActionState.DONE, ActionState.SETTLED):
            with pytest.raises(Refused, match="regisseur beslist"):
                move_action(actor=henk, action=fresh(proposal), state=way, result="x")
        with pytest.raises(Refused, match="beslist over een voorstel"):
            accept(actor=henk, proposal=fresh(proposal))
        move_action(actor=henk, action=step, state=ActionState.DONE)


def test_the_database_takes_a_proposal_from_the_doer_and_no_step(family: Family, goal: Goal, step: Action) -> None:
    copied = change(family, step)
    copied.pk, copied.state = uuid4(), ActionState.AGREED
    with family.acting("henk"), pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        copied.save(force_insert=True)


def test_the_family_proposes_nothing_to_itself(family: Family, goal: Goal) -> None:
    words = replace(COACH, doer_name="Stefan de Wit", doer_kind="family", informal_first="", informal_reason="")
    with family.acting("stefan") as stefan, pytest.raises(Refused, match="Alleen een professional"):
        propose(actor=stefan, goal=goal, words=words, because=BECAUSE)


@pytest.mark.parametrize(
    ("because", "changed", "possible"),
    [
        (BECAUSE, True, True),
        (" ", True, False),
        (BECAUSE, False, False),
    ],
)
def test_a_proposal_says_why_and_proposes_something(because: str, changed: bool, possible: bool) -> None:
    now = replace(COACH, what="Iets anders") if changed else COACH
    assert bool(can_propose(COACH, now, because)) is possible


def test_undoing_a_step_takes_back_the_volunteer_who_was_to_be_asked(family: Family, goal: Goal) -> None:
    with family.acting("jorien", ago=timedelta(minutes=5)) as jorien:
        kept = add_action(actor=jorien, goal=goal, words=COACH)
        undone = add_action(actor=jorien, goal=goal, words=WISH)
    with family.acting("jorien", ago=timedelta(minutes=4)) as jorien:
        edit_action(actor=jorien, action=kept, words=replace(WISH, volunteer_wish="Een keer samen koken"))
    with family.acting("jorien") as jorien:
        undo_action(actor=jorien, action=fresh(undone))
        assert [one.title for one in Task.objects.filter(clock="vrijwilliger_vragen", state=TaskState.OPEN)] == [
            "Vraag een vrijwilliger: Een keer samen koken"
        ]
        undo_action(actor=jorien, action=fresh(kept))
        assert not Task.objects.filter(clock="vrijwilliger_vragen", state=TaskState.OPEN).exists()


def test_what_was_decided_is_not_decided_again(family: Family, goal: Goal, step: Action) -> None:
    """Naima had the page open when Jorien took it over: what she presses finds the decision of Jorien."""
    proposal = change(family, step)
    with family.acting("jorien") as jorien:
        accept(actor=jorien, proposal=fresh(proposal))
    with family.acting("naima") as naima, pytest.raises(Refused, match="Ververs"):
        refuse(actor=naima, proposal=proposal, reason="Nu niet.")
    with family.acting("henk"):
        assert fresh(proposal).result == "overgenomen"


def test_of_a_goal_or_step_that_is_done_by_now_nothing_is_taken_over(family: Family, goal: Goal, step: Action) -> None:
    proposal = change(family, step)
    with family.acting("henk") as henk:
        move_action(actor=henk, action=step, state=ActionState.DONE)
    with family.acting("jorien") as jorien:
        with pytest.raises(Refused, match="Deze stap is klaar"):
            accept(actor=jorien, proposal=fresh(proposal))
        move_action(actor=jorien, action=step, state=ActionState.AGREED)
        move_goal(actor=jorien, goal=goal, state=GoalState.REACHED)
        with pytest.raises(Refused, match="Dit doel is afgerond"):
            accept(actor=jorien, proposal=fresh(proposal))


def test_a_decision_is_not_taken_back_when_there_is_none_or_something_came_after(family: Family, goal: Goal) -> None:
    with family.acting("henk", ago=timedelta(minutes=9)) as henk:
        words = replace(COACH, doer_name=henk_does(family))
        proposal = propose(actor=henk, goal=goal, words=words, because=BECAUSE)
    with family.acting("jorien", ago=timedelta(minutes=5)) as jorien:
        with pytest.raises(Refused, match="zelf als laatste"):
            undo_decision(actor=jorien, proposal=proposal)
        accept(actor=jorien, proposal=proposal)
    with family.acting("jorien") as jorien:
        move_action(actor=jorien, action=proposal, state=ActionState.BUSY)
        with pytest.raises(Refused, match="Na de beslissing is er iets veranderd"), transaction.atomic():
            undo_decision(actor=jorien, proposal=proposal)
        assert fresh(proposal).state == ActionState.BUSY


def test_one_proposal_at_a_time_also_when_a_decision_is_taken_back(family: Family, goal: Goal, step: Action) -> None:
    first = change(family, step)
    with family.acting("jorien", ago=timedelta(minutes=5)) as jorien:
        refuse(actor=jorien, proposal=first, reason="Nu niet.")
    change(family, step)
    with family.acting("jorien") as jorien, pytest.raises(Refused, match="ligt al een voorstel"):
        undo_decision(actor=jorien, proposal=first)


def test_no_volunteer_is_asked_for_a_step_that_is_only_proposed_again(family: Family, goal: Goal) -> None:
    with family.acting("henk", ago=timedelta(minutes=9)) as henk:
        proposal = propose(actor=henk, goal=goal, words=replace(WISH, doer_name=henk_does(family)), because=BECAUSE)
    with family.acting("jorien", ago=timedelta(minutes=5)) as jorien:
        accept(actor=jorien, proposal=proposal)
    with family.acting("jorien") as jorien:
        undo_decision(actor=jorien, proposal=proposal)
        asked = Task.objects.get(dossier_id=family.id, clock="vrijwilliger_vragen")
    assert asked.state == TaskState.CANCELLED


def test_what_is_proposed_is_not_undone_as_a_step(family: Family, step: Action) -> None:
    """By its doer either: it is withdrawn."""
    proposal = change(family, step)
    with family.acting("henk") as henk, pytest.raises(Refused, match="Dit is een voorstel"):
        undo_action(actor=henk, action=proposal)
