"""One goal: its words, its steps, everyone's figures side by side, and what becomes of it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from kring.ground.configuration.queries.words import choices
from kring.practice.plans.models import Goal, GoalState
from kring.practice.plans.policy import Deed, may, may_change_who_sees, members_written_for
from kring.practice.plans.queries import GoalView, working_plan
from kring.practice.plans.rules.lists import LIFE_AREAS
from kring.practice.plans.rules.states import GOAL_STEPS
from kring.practice.plans.rules.words import Beside
from kring.practice.plans.services import Both, add_goal, edit_goal, move_goal, raise_goal, undo_goal
from kring.web.family.frame import Frame, frame, statements_of
from kring.web.family.hinting import tip
from kring.web.kit.forms import UNPROCESSABLE, form_page, refusal_in
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest, sent
from kring.web.kit.undo import saved
from kring.web.plan.both import choose_page, since
from kring.web.plan.drawn import drawn_figures
from kring.web.plan.formpage import FormPage, form_answer
from kring.web.plan.forms import Data
from kring.web.plan.goal_forms import GoalForm, MoveForm

SCORES_WIDTH = 420
"""As wide as the column beside the steps."""


@page
def goal(request: PageRequest, dossier: UUID, goal: UUID) -> HttpResponse:
    return _goal_page(request, dossier, goal)


@page
def _show_new(request: PageRequest, dossier: UUID) -> HttpResponse:
    around = frame(request, dossier, "plan")
    may(Deed.WRITE, around.head.roles).enforce()
    form = _new_form(request, around, speaker=_speaker(around))
    return _new_page(request, around, form)


@action
def _take_new(request: PageRequest, dossier: UUID) -> HttpResponse:
    around = frame(request, dossier, "plan")
    form = _new_form(request, around)
    if not form.is_valid():
        return _new_page(request, around, form)
    made = add_goal(actor=request.actor, dossier=dossier, words=form.said())
    messages.success(request, _("Het doel staat in het plan. Welke stappen zetten we?"))
    tip(request, around, form.said().measure)
    return redirect("goal", dossier, made.id)


goal_add = form_page(_show_new, _take_new)


@page
def _show_edit(request: PageRequest, dossier: UUID, goal: UUID) -> HttpResponse:
    around = frame(request, dossier, "plan")
    may(Deed.WRITE, around.head.roles).enforce()
    now, form = _edit_form(request, around, goal)
    return _edit_page(request, around, now, form)


@action
def _take_edit(request: PageRequest, dossier: UUID, goal: UUID) -> HttpResponse:
    around = frame(request, dossier, "plan")
    now, form = _edit_form(request, around, goal)
    if not form.is_valid():
        return _edit_page(request, around, now, form)
    with refusal_in(form):
        try:
            edit_goal(
                actor=request.actor,
                goal=stored_goal(dossier, goal),
                words=form.said(),
                since=since(request, form, now),
            )
        except Both as met:
            return choose_page(request, around, form, met, reverse("goal", args=[dossier, goal]))
        saved(request, _("Het doel is aangepast."), undo=reverse("goal_undo", args=[dossier, goal]))
        tip(request, around, form.said().measure)
        return redirect("goal", dossier, goal)
    return _edit_page(request, around, now, form)


goal_edit = form_page(_show_edit, _take_edit)


@action
def goal_move(request: PageRequest, dossier: UUID, goal: UUID) -> HttpResponse:
    """Reached, partly, let go, or taken up again."""
    form = _move_form(seen_goal(request, dossier, goal), sent(request))
    if not form.is_valid():
        return _goal_page(request, dossier, goal, form)
    given = form.cleaned_data
    stored, state = stored_goal(dossier, goal), GoalState(given["state"])
    with refusal_in(form, "reason"):
        move_goal(actor=request.actor, goal=stored, state=state, reason=given["reason"])
        undo = reverse("goal_undo", args=[dossier, goal])
        saved(request, _("De stand van het doel is bijgewerkt."), undo=undo)
        tip(request, frame(request, dossier, "plan"), given["reason"])
        return redirect("goal", dossier, goal)
    return _goal_page(request, dossier, goal, form)


@action
def goal_undo(request: PageRequest, dossier: UUID, goal: UUID) -> HttpResponse:
    undo_goal(actor=request.actor, goal=stored_goal(dossier, goal))
    messages.success(request, _("Het is ongedaan gemaakt."))
    return redirect("goal", dossier, goal)


@action
def goal_raise(request: PageRequest, dossier: UUID, goal: UUID) -> HttpResponse:
    """What the family wants first stands first."""
    raise_goal(actor=request.actor, goal=stored_goal(dossier, goal))
    return redirect("plan", dossier)


def seen_goal(request: PageRequest, dossier: UUID, goal: UUID) -> GoalView:
    """404 when this reader sees no such goal in this dossier."""
    found = working_plan(request.actor, dossier).goal(goal)
    if found is None:
        raise Http404
    return found


def stored_goal(dossier: UUID, goal: UUID) -> Goal:
    return get_object_or_404(Goal, id=goal, dossier_id=dossier)


def _new_form(request: PageRequest, around: Frame, *, speaker: str = "") -> GoalForm:
    plan = working_plan(request.actor, around.head.id)
    return _form(request, around, plan.beside(), speaker=speaker)


def _edit_form(request: PageRequest, around: Frame, goal: UUID) -> tuple[GoalView, GoalForm]:
    plan = working_plan(request.actor, around.head.id)
    now = plan.goal(goal)
    if now is None:
        raise Http404
    return now, _form(request, around, plan.beside(goal), now)


def _form(
    request: PageRequest, around: Frame, beside: Beside, now: GoalView | None = None, *, speaker: str = ""
) -> GoalForm:
    keep = now.life_area if now else ""
    return GoalForm(
        sent(request),
        words=around.words,
        now=now,
        areas=choices(LIFE_AREAS, around.head.controller, request.actor.at, keep=keep),
        beside=beside,
        speaker=speaker,
        seen_by=seen_by(request, around, now),
    )


def seen_by(request: PageRequest, around: Frame, now: GoalView | None = None) -> tuple[tuple[str, str], ...]:
    """Whom a goal can be kept to. One person alone has no choice."""
    if around.head.is_single or (now is not None and not _may_choose(around, now)):
        return ()
    members = {member.subject: member.name for member in around.head.members if member.name}
    mine = members_written_for(request.actor, around.head.id, members)
    return tuple((str(subject), name) for subject, name in members.items() if subject in mine)


def _may_choose(around: Frame, now: GoalView) -> bool:
    return bool(may_change_who_sees(around.head.roles, around.head.reader, now.speaker))


def _speaker(around: Frame) -> str:
    return around.head.members[0].name if around.head.is_single else ""


def _move_form(now: GoalView, data: Data | None = None) -> MoveForm:
    ways: dict[str, object] = {state.value: state.label for state in GoalState if state in GOAL_STEPS[now.state]}
    if GoalState.ACTIVE in ways:
        ways[GoalState.ACTIVE.value] = _("weer aan werken")
    return MoveForm(data, choices=ways)


def _goal_page(request: PageRequest, dossier: UUID, goal: UUID, form: MoveForm | None = None) -> HttpResponse:
    around = frame(request, dossier, "plan")
    now = seen_goal(request, dossier, goal)
    context = {
        "frame": around,
        "goal": now,
        "statements": statements_of(request, around),
        "form": form or _move_form(now),
        "came_back": form is not None,
        "scores": drawn_figures(now, SCORES_WIDTH) if now.scores else None,
        "today": request.actor.today,
        "may_propose": bool(may(Deed.PROPOSE, around.head.roles)),
    }
    return render(request, "plan/goal.html", context, status=200 if form is None else UNPROCESSABLE)


def _new_page(request: PageRequest, around: Frame, form: GoalForm) -> HttpResponse:
    intro = _("Begin met wat er gezegd wordt. Hoe u het merkt, mag er later bij.")
    back = reverse("plan", args=[around.head.id])
    return form_answer(request, around, form, FormPage(_("Nieuw doel"), intro, back, _("Doel opslaan")))


def _edit_page(request: PageRequest, around: Frame, now: GoalView, form: GoalForm) -> HttpResponse:
    intro = _("Wat eerder is vastgesteld, blijft in de versies staan.")
    back = reverse("goal", args=[around.head.id, now.id])
    page_ = FormPage(_("Doel aanpassen"), intro, back, _("Doel opslaan"), since(request, form, now))
    return form_answer(request, around, form, page_)
