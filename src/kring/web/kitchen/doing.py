"""What we want and what we do: goals in own words, steps with one doer each, the own circle first, and figures."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kring.ground.configuration.queries.words import choices
from kring.practice.plans.models import DoerKind
from kring.practice.plans.policy import may_give_action_to
from kring.practice.plans.queries import GoalView
from kring.practice.plans.rules.lists import LIFE_AREAS
from kring.practice.plans.rules.meeting import prints
from kring.practice.plans.services import add_action, add_goal, edit_goal, give_score
from kring.web.kit.pages import Decorated, page
from kring.web.kit.request import PageRequest, sent
from kring.web.kitchen.flow import Asked, asking
from kring.web.kitchen.forms import SpokenGoalForm
from kring.web.kitchen.picking import DoForm, do_form, picks
from kring.web.kitchen.steps import ACTION, GOAL, SCORE, Step
from kring.web.kitchen.table import Table, at_table
from kring.web.plan.asking import together
from kring.web.plan.goal_forms import ScoreForm
from kring.web.plan.goals import seen_by, stored_goal
from kring.web.plan.people import Known, known_people
from kring.web.plan.scores import own_giver


def _goal_form(request: PageRequest, table: Table) -> SpokenGoalForm:
    around, keep = table.around, table.goal.life_area if table.goal else ""
    return SpokenGoalForm(
        sent(request),
        words=around.words,
        now=table.goal,
        areas=choices(LIFE_AREAS, around.head.controller, request.actor.at, keep=keep),
        beside=table.plan.beside(table.goal.id if table.goal else None),
        seen_by=seen_by(request, around, table.goal),
        people=table.present,
    )


def _goal_since(table: Table, form: SpokenGoalForm) -> str:
    if table.goal is None:
        return ""
    return prints({name: getattr(table.goal, name) for name in form.fields if hasattr(table.goal, name)})


def _write_goal(request: PageRequest, table: Table, form: SpokenGoalForm) -> str:
    """A new goal is followed by what we do about it."""
    if table.goal is None:
        made = add_goal(actor=request.actor, dossier=table.dossier, words=form.said())
        return ACTION.url_of(table.dossier, made.id)
    stored = stored_goal(table.dossier, table.goal.id)
    edit_goal(actor=request.actor, goal=stored, words=form.said(), since=table.began_with(request, ""))
    return table.url_of(GOAL)


def _add_action(request: PageRequest, table: Table, form: DoForm) -> str:
    assert table.goal is not None
    may_give_action_to(table.around.head.roles, form.said().doer_kind).enforce()
    add_action(actor=request.actor, goal=stored_goal(table.dossier, table.goal.id), words=form.said())
    for said in together(table.goal, form.people.values(), form.said().doer_name):
        messages.warning(request, said)
    return table.after_goal()


def _score_form(request: PageRequest, table: Table) -> ScoreForm:
    own = own_giver(table.around)
    people = [(one.value, one.name) for one in _givers(table)] if own is None else []
    form = ScoreForm(sent(request), people=people, today=request.actor.today, own=own)
    if own is None:
        form.fields["giver"] = forms.ChoiceField(
            label=form.fields["giver"].label,
            choices=people,
            widget=forms.RadioSelect,
            error_messages={"required": _("Kies wie dit cijfer geeft.")},
        )
    return form


def _givers(table: Table) -> list[Known]:
    """The family, who else is here, and who writes it down."""
    known = known_people(table.around, table.plan, table.parties)
    near = {*table.present, table.around.head.reader}
    return [one for one in known if one.kind == DoerKind.FAMILY or one.name in near]


def _give_score(request: PageRequest, table: Table, form: ScoreForm) -> str:
    assert table.goal is not None
    give_score(actor=request.actor, goal=stored_goal(table.dossier, table.goal.id), words=form.said())
    messages.success(request, _("Het cijfer is opgeschreven."))
    return table.after_goal()


def _first(step: Step) -> Decorated:
    """To the first goal about which nothing has been said yet; without a goal that comes first."""

    @page
    def first(request: PageRequest, /, dossier: UUID) -> HttpResponse:
        table = at_table(request, dossier, step)
        goals = table.plan.open_goals
        wanting = next((one for one in goals if not _answered(step, one)), goals[0] if goals else None)
        if wanting is None:
            messages.info(request, _("Er is nog geen doel. Begin daarmee."))
            return redirect(GOAL.url(table.dossier))
        return redirect(step.url_of(table.dossier, wanting.id))

    return first


def _answered(step: Step, goal: GoalView) -> bool:
    return bool(goal.scores if step is SCORE else goal.actions)


goal = asking(Asked(GOAL, "kitchen/goal.html", _goal_form, _write_goal, _goal_since, onward=Table.after_goal))
do = asking(Asked(ACTION, "kitchen/do.html", do_form, _add_action, more=picks, onward=Table.after_goal))
figure = asking(Asked(SCORE, "kitchen/figure.html", _score_form, _give_score, onward=Table.after_goal))
do_first = _first(ACTION)
figure_first = _first(SCORE)
