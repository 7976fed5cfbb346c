"""The own figure and the own step: giving it, and saying how it went. What was pressed wrong is taken back."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from kring.practice.plans.models import Action, ActionState
from kring.practice.plans.policy import Deed, may, may_report_on
from kring.practice.plans.queries import ActionView, GoalView, working_plan
from kring.practice.plans.services import give_score, move_action
from kring.web.kit.forms import UNPROCESSABLE, form_page, refusal_in
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest
from kring.web.kit.undo import saved
from kring.web.ownplan.forms import FigureForm, StepForm
from kring.web.ownplan.views import Own, own, seen
from kring.web.plan.actions import undo_address
from kring.web.plan.goals import stored_goal


@page
def _show_figure(request: PageRequest, dossier: UUID, goal: UUID) -> HttpResponse:
    here = own(request, dossier)
    may(Deed.SCORE, here.frame.head.roles).enforce()
    return _figure_page(request, here, seen(request, dossier, goal), FigureForm())


@action
def _take_figure(request: PageRequest, dossier: UUID, goal: UUID) -> HttpResponse:
    here, form = own(request, dossier), FigureForm(request.POST)
    may(Deed.SCORE, here.frame.head.roles).enforce()
    now = seen(request, dossier, goal)
    if form.is_valid():
        words = form.said(here.frame.head.reader, request.actor.today)
        with refusal_in(form):
            give_score(actor=request.actor, goal=stored_goal(dossier, goal), words=words)
            messages.success(request, _("Het cijfer is opgeschreven: %(value)s.") % {"value": words.value})
            return redirect("our_goal", dossier, goal)
    return _figure_page(request, here, now, form)


figure = form_page(_show_figure, _take_figure)


@page
def _show_step(request: PageRequest, dossier: UUID, step: UUID) -> HttpResponse:
    here = own(request, dossier)
    return _step_page(request, here, _step(request, dossier, step), _form(here))


@action
def _take_step(request: PageRequest, dossier: UUID, step: UUID) -> HttpResponse:
    """One of the buttons was pressed: done, not done, or to be done after all."""
    here = own(request, dossier)
    now, form = _step(request, dossier, step), _form(here, request)
    if form.is_valid():
        stored = get_object_or_404(Action, id=step, dossier_id=dossier)
        given = form.cleaned_data
        with refusal_in(form, "result"):
            move_action(actor=request.actor, action=stored, state=ActionState(given["state"]), result=given["result"])
            saved(request, _("Opgeschreven: %(what)s") % {"what": now[0].what}, undo=undo_address(dossier, step, ""))
            return redirect("our_goal", dossier, now[1].id)
    return _step_page(request, here, now, form)


step = form_page(_show_step, _take_step)


def _form(here: Own, request: PageRequest | None = None) -> StepForm:
    return StepForm(request.POST if request else None, label=str(here.say.add_word))


def _step(request: PageRequest, dossier: UUID, step: UUID) -> tuple[ActionView, GoalView]:
    plan = working_plan(request.actor, dossier)
    found = plan.action(step)
    goal = plan.goal(found.goal) if found else None
    if found is None or goal is None:
        raise Http404
    return found, goal


def _figure_page(request: PageRequest, here: Own, goal: GoalView, form: FigureForm) -> HttpResponse:
    mine = next((voice for voice in goal.voices if voice.giver == here.frame.head.reader), None)
    context = {"own": here, "frame": here.frame, "goal": goal, "form": form, "mine": mine}
    return render(request, "ownplan/figure.html", context, status=UNPROCESSABLE if form.is_bound else 200)


def _step_page(request: PageRequest, here: Own, now: tuple[ActionView, GoalView], form: StepForm) -> HttpResponse:
    one, head = now[0], here.frame.head
    context = {
        "own": here,
        "frame": here.frame,
        "action": one,
        "goal": now[1],
        "form": form,
        "may_report": bool(may_report_on(head.roles, head.reader, one.kind, one.who)),
    }
    return render(request, "ownplan/step.html", context, status=UNPROCESSABLE if form.is_bound else 200)
