"""Proposals of professionals: making one for the own work, and deciding on it with both texts beside each other."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from kring.ground.configuration.queries.words import choices
from kring.practice.plans.models import Action, DoerKind
from kring.practice.plans.policy import Deed, may, may_propose
from kring.practice.plans.queries import ActionView, GoalView, working_plan
from kring.practice.plans.queries.around import parties_of
from kring.practice.plans.rules.lists import NO_INFORMAL_REASONS
from kring.practice.plans.rules.states import PROPOSALS
from kring.practice.plans.rules.words import ActionWords
from kring.practice.plans.services import accept, propose, refuse, undo_decision, withdraw_proposal
from kring.practice.plans.services.meeting import words_of
from kring.web.family.frame import Frame, frame
from kring.web.family.hinting import tip
from kring.web.kit.forms import UNPROCESSABLE, form_page, refusal_in
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest, sent
from kring.web.kit.undo import saved
from kring.web.plan.goals import stored_goal
from kring.web.plan.proposal_forms import ProposalForm, RefusalForm


@dataclass(frozen=True, slots=True)
class Proposed:
    """A proposal beside the step that it is about, if there is one. `form`: for who decides."""

    proposal: ActionView
    goal: GoalView | None
    now: ActionView | None
    is_own: bool
    form: RefusalForm


@page
def proposals(request: PageRequest, dossier: UUID) -> HttpResponse:
    return _list(request, dossier)


@page
def _show_new(request: PageRequest, dossier: UUID, goal: UUID) -> HttpResponse:
    around = frame(request, dossier, "plan")
    may(Deed.PROPOSE, around.head.roles).enforce()
    return _form_answer(request, around, *_new_form(request, around, goal))


@action
def _take_new(request: PageRequest, dossier: UUID, goal: UUID) -> HttpResponse:
    around = frame(request, dossier, "plan")
    may(Deed.PROPOSE, around.head.roles).enforce()
    now, form = _new_form(request, around, goal)
    if form.is_valid():
        with refusal_in(form):
            because = form.cleaned_data["because"]
            made = propose(actor=request.actor, goal=stored_goal(dossier, goal), words=form.said(), because=because)
            return _sent(request, around, made)
    return _form_answer(request, around, now, form)


proposal_add = form_page(_show_new, _take_new)


@page
def _show_change(request: PageRequest, dossier: UUID, step: UUID) -> HttpResponse:
    around = frame(request, dossier, "plan")
    goal, form, now = _change_form(request, around, step)
    may_propose(around.head.roles, around.head.reader, now.who).enforce()
    return _form_answer(request, around, goal, form, now)


@action
def _take_change(request: PageRequest, dossier: UUID, step: UUID) -> HttpResponse:
    around = frame(request, dossier, "plan")
    goal, form, now = _change_form(request, around, step)
    may_propose(around.head.roles, around.head.reader, now.who).enforce()
    if form.is_valid():
        with refusal_in(form):
            stored = get_object_or_404(Action, id=step, dossier_id=dossier)
            because = form.cleaned_data["because"]
            made = propose(actor=request.actor, goal=stored.goal, words=form.said(), because=because, instead_of=stored)
            return _sent(request, around, made)
    return _form_answer(request, around, goal, form, now)


proposal_change = form_page(_show_change, _take_change)


@action
def proposal_accept(request: PageRequest, dossier: UUID, proposal: UUID) -> HttpResponse:
    row = _stored(dossier, proposal)
    accept(actor=request.actor, proposal=row)
    saved(request, _("Het voorstel is overgenomen."), undo=reverse("proposal_undo", args=[dossier, row.id]))
    return redirect("proposals", dossier)


@action
def proposal_refuse(request: PageRequest, dossier: UUID, proposal: UUID) -> HttpResponse:
    row, form = _stored(dossier, proposal), RefusalForm(request.POST, prefix=str(proposal))
    if not form.is_valid():
        return _list(request, dossier, proposal, form)
    refuse(actor=request.actor, proposal=row, reason=form.cleaned_data["reason"])
    saved(request, _("Het voorstel is niet overgenomen."), undo=reverse("proposal_undo", args=[dossier, row.id]))
    return redirect("proposals", dossier)


@action
def proposal_withdraw(request: PageRequest, dossier: UUID, proposal: UUID) -> HttpResponse:
    withdraw_proposal(actor=request.actor, proposal=_stored(dossier, proposal))
    messages.success(request, _("Het voorstel is ingetrokken."))
    return redirect("proposals", dossier)


@action
def proposal_undo(request: PageRequest, dossier: UUID, proposal: UUID) -> HttpResponse:
    undo_decision(actor=request.actor, proposal=get_object_or_404(Action, id=proposal, dossier_id=dossier))
    messages.success(request, _("Het is ongedaan gemaakt. Het voorstel ligt er weer."))
    return redirect("proposals", dossier)


def _stored(dossier: UUID, proposal: UUID) -> Action:
    return get_object_or_404(Action, id=proposal, dossier_id=dossier, state__in=PROPOSALS)


def _sent(request: PageRequest, around: Frame, made: Action) -> HttpResponse:
    undo = reverse("proposal_withdraw", args=[around.head.id, made.id])
    saved(request, _("Uw voorstel ligt bij de regisseur. Die beslist."), undo=undo)
    tip(request, around, made.what)
    return redirect("proposals", around.head.id)


def _list(
    request: PageRequest, dossier: UUID, failed: UUID | None = None, form: RefusalForm | None = None
) -> HttpResponse:
    around = frame(request, dossier, "plan")
    plan = working_plan(request.actor, dossier)
    shown = [
        Proposed(
            one,
            plan.goal(one.goal),
            plan.action(one.instead_of) if one.instead_of else None,
            one.proposed_by == request.actor.id,
            form if form is not None and one.id == failed else RefusalForm(prefix=str(one.id)),
        )
        for one in plan.proposals
    ]
    context = {
        "frame": around,
        "waiting": [one for one in shown if one.proposal.is_proposed],
        "settled": [one for one in shown if not one.proposal.is_proposed],
        "may_decide": bool(may(Deed.DECIDE, around.head.roles)),
        "errors": form,
    }
    return render(request, "plan/proposals.html", context, status=UNPROCESSABLE if form else 200)


def _new_form(request: PageRequest, around: Frame, goal: UUID) -> tuple[GoalView, ProposalForm]:
    now = working_plan(request.actor, around.head.id).goal(goal)
    if now is None:
        raise Http404
    name = around.head.reader
    function = next((one.function for one in parties_of(request.actor, around.head.id) if one.name == name), "")
    words = ActionWords("", DoerKind.PROFESSIONAL.value, name, None, function)
    return now, _form(request, around, words)


def _change_form(request: PageRequest, around: Frame, step: UUID) -> tuple[GoalView, ProposalForm, ActionView]:
    plan = working_plan(request.actor, around.head.id)
    now = plan.action(step)
    goal = plan.goal(now.goal) if now else None
    if now is None or goal is None:
        raise Http404
    return goal, _form(request, around, words_of(Action.objects.get(id=step)), now), now


def _form(request: PageRequest, around: Frame, words: ActionWords, now: ActionView | None = None) -> ProposalForm:
    reasons = choices(NO_INFORMAL_REASONS, around.head.controller, request.actor.at, keep=words.informal_reason)
    return ProposalForm(sent(request), words=words, reasons=reasons, today=request.actor.today, now=now)


def _form_answer(
    request: PageRequest, around: Frame, goal: GoalView, form: ProposalForm, now: ActionView | None = None
) -> HttpResponse:
    context = {"frame": around, "goal": goal, "form": form, "action": now}
    return render(request, "plan/propose.html", context, status=UNPROCESSABLE if form.is_bound else 200)
