"""Giving a figure from 0 to 10: one's own, or written down by who leads (handbook §7, screen 4)."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kring.practice.leads.policy import FAMILY, LEADING
from kring.practice.plans.models import DoerKind
from kring.practice.plans.policy import Deed, may
from kring.practice.plans.queries import GoalView, working_plan
from kring.practice.plans.queries.around import parties_of
from kring.practice.plans.services import give_score
from kring.web.family.frame import Frame, frame
from kring.web.kit.forms import UNPROCESSABLE, form_page
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest, sent
from kring.web.plan.goal_forms import ScoreForm
from kring.web.plan.goals import stored_goal
from kring.web.plan.people import Known, grouped, known_people


@page
def _show(request: PageRequest, dossier: UUID, goal: UUID) -> HttpResponse:
    around = frame(request, dossier, "plan")
    may(Deed.SCORE, around.head.roles).enforce()
    now, form = _form(request, around, goal)
    return _score_page(request, around, now, form)


@action
def _take(request: PageRequest, dossier: UUID, goal: UUID) -> HttpResponse:
    around = frame(request, dossier, "plan")
    now, form = _form(request, around, goal)
    if not form.is_valid():
        return _score_page(request, around, now, form)
    give_score(actor=request.actor, goal=stored_goal(dossier, goal), words=form.said())
    messages.success(request, _("Het cijfer is opgeschreven."))
    return redirect("goal", dossier, goal)


score_add = form_page(_show, _take)


def _form(request: PageRequest, around: Frame, goal: UUID) -> tuple[GoalView, ScoreForm]:
    plan = working_plan(request.actor, around.head.id)
    now = plan.goal(goal)
    if now is None:
        raise Http404
    own, choices = own_giver(around), []
    if own is None:
        parties = parties_of(request.actor, around.head.id)
        choices = grouped(known_people(around, plan, parties), around)
    return now, ScoreForm(sent(request), people=choices, today=request.actor.today, own=own)


def own_giver(around: Frame) -> Known | None:
    """Who does not lead gives a figure in the own name only."""
    if around.head.roles & LEADING:
        return None
    kind = DoerKind.FAMILY if around.head.roles & FAMILY else DoerKind.PROFESSIONAL
    return Known(kind, around.head.reader)


def _score_page(request: PageRequest, around: Frame, now: GoalView, form: ScoreForm) -> HttpResponse:
    context = {"frame": around, "goal": now, "form": form}
    return render(request, "plan/score.html", context, status=UNPROCESSABLE if form.is_bound else 200)
