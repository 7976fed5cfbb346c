"""Informal first, asked again when the plan is looked back on: one answer for one step, never a no for all (BR-017)."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from kring.ground.configuration.queries.words import choices
from kring.practice.circle.queries import helpers_in
from kring.practice.course.policy import may_keep_course
from kring.practice.plans.models import Action, DoerKind
from kring.practice.plans.queries import ActionView, WorkingPlan, working_plan
from kring.practice.plans.rules.informal import answer_problems
from kring.practice.plans.rules.lists import NO_INFORMAL_REASONS
from kring.practice.plans.services import answer_again
from kring.web.course.around import SECTION
from kring.web.family.frame import Frame, frame
from kring.web.kit.forms import UNPROCESSABLE, form_page, put, refusal_in
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest, sent
from kring.web.plan.informal_form import InformalForm
from kring.web.plan.people import known_people


@dataclass(frozen=True, slots=True)
class Asked:
    """The step that is asked about, in its plan."""

    frame: Frame
    plan: WorkingPlan
    action: ActionView


class AgainForm(InformalForm):
    """Nothing is filled in: the answer of last time is read, and today's is given."""

    reasons: frozenset[str]

    def clean(self) -> dict[str, object]:
        given = super().clean() or {}
        if not self.errors:
            put(self, answer_problems(self.informal_said(), self.reasons))
        return given


@page
def _show(request: PageRequest, dossier: UUID, step: UUID) -> HttpResponse:
    now = _step(request, dossier, step)
    return _answer(request, now, _form(request, now))


@action
def _take(request: PageRequest, dossier: UUID, step: UUID) -> HttpResponse:
    now = _step(request, dossier, step)
    form = _form(request, now)
    if form.is_valid():
        with refusal_in(form, "informal_who"):
            stored = get_object_or_404(Action, id=step, dossier_id=dossier)
            answer_again(actor=request.actor, action=stored, answer=form.informal_said())
            messages.success(request, _("Het antwoord is opgeschreven."))
            return redirect("evaluation_add", dossier)
    return _answer(request, now, form)


asking_again = form_page(_show, _take)


def _step(request: PageRequest, dossier: UUID, step: UUID) -> Asked:
    """An open step of a professional; of another there is nothing to ask."""
    around = frame(request, dossier, SECTION)
    may_keep_course(around.head.roles).enforce()
    plan = working_plan(request.actor, dossier)
    found = plan.action(step)
    if found is None or found.kind != DoerKind.PROFESSIONAL or not found.is_open:
        raise Http404
    return Asked(around, plan, found)


def _form(request: PageRequest, now: Asked) -> AgainForm:
    head, step = now.frame.head, now.action
    people = known_people(now.frame, now.plan, (), helpers_in(head.id, request.actor.today))
    reasons = choices(NO_INFORMAL_REASONS, head.controller, request.actor.at, keep=step.informal_reason)
    form = AgainForm(sent(request))
    form.reasons = frozenset(code for code, _label in reasons)
    form.offer_informal(people, reasons, step)
    return form


def _answer(request: PageRequest, now: Asked, form: AgainForm) -> HttpResponse:
    context = {"frame": now.frame, "action": now.action, "form": form}
    return render(request, "course/again.html", context, status=UNPROCESSABLE if form.is_bound else 200)
