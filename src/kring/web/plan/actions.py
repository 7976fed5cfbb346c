"""One action: adding it, changing it, and saying how it went."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.ground.configuration.queries.words import choices_of
from kring.practice.circle.queries import helpers_in
from kring.practice.notes.queries import one_note
from kring.practice.notes.rules import follow_up
from kring.practice.plans.models import Action, ActionState
from kring.practice.plans.policy import Deed, may, may_give_action_to, may_propose, may_report_on
from kring.practice.plans.queries import ActionView, GoalView, WorkingPlan, working_plan
from kring.practice.plans.queries.around import parties_of
from kring.practice.plans.rules.lists import NO_INFORMAL_REASONS, UNDISCUSSED_GROUNDS
from kring.practice.plans.rules.meeting import held, prints
from kring.practice.plans.rules.ready_made import ready_made_for
from kring.practice.plans.rules.states import ACTION_STEPS
from kring.practice.plans.rules.words import ActionWords
from kring.practice.plans.services import Both, add_action, edit_action, move_action, undo_action
from kring.web.family.frame import Frame, frame, statements_of
from kring.web.family.hinting import tip
from kring.web.kit.forms import UNPROCESSABLE, form_page, refusal_in
from kring.web.kit.pages import action as action_view
from kring.web.kit.pages import page
from kring.web.kit.request import PageRequest, sent
from kring.web.kit.undo import saved
from kring.web.plan.action_forms import ActionChoices, ActionForm
from kring.web.plan.asking import WHO, chosen, together, warnings
from kring.web.plan.both import SINCE, as_sent, choose_page
from kring.web.plan.forms import Data
from kring.web.plan.goal_forms import MoveForm
from kring.web.plan.goals import stored_goal
from kring.web.plan.people import Known, grouped, known_people

BACK = frozenset({"family", "plan"})
"""Where a step can be ticked off, and where one comes back to."""
FROM, CONTACT = "van", "contact"
LONGEST_WHAT = 400
LISTS = (NO_INFORMAL_REASONS, UNDISCUSSED_GROUNDS)
WAYS = {
    ActionState.AGREED: gettext_lazy("weer open"),
    ActionState.BUSY: gettext_lazy("we zijn ermee bezig"),
    ActionState.DONE: gettext_lazy("gedaan"),
    ActionState.FAILED: gettext_lazy("niet gelukt"),
    ActionState.CANCELLED: gettext_lazy("vervalt"),
}


@dataclass(frozen=True, slots=True)
class Step:
    """An action with its goal, as its page needs it."""

    action: ActionView
    goal: GoalView


@page
def action(request: PageRequest, dossier: UUID, step: UUID) -> HttpResponse:
    return _action_page(request, dossier, step)


@page
def _show_new(request: PageRequest, dossier: UUID, goal: UUID) -> HttpResponse:
    around = frame(request, dossier, "plan")
    may(Deed.WRITE, around.head.roles).enforce()
    now, form = _new_form(request, around, goal)
    form.initial["what"] = _from_contact(request, dossier)
    asked = chosen(form.people.values(), request.GET.get(WHO))
    form.initial["doer"] = asked.value if asked else ""
    return _form_answer(request, around, now, form)


@action_view
def _take_new(request: PageRequest, dossier: UUID, goal: UUID) -> HttpResponse:
    around = frame(request, dossier, "plan")
    now, form = _new_form(request, around, goal)
    if not form.is_valid():
        return _form_answer(request, around, now, form)
    may_give_action_to(around.head.roles, form.said().doer_kind).enforce()
    with refusal_in(form, "doer"):
        made = add_action(actor=request.actor, goal=stored_goal(dossier, goal), words=form.said())
        saved(request, _("De actie staat in het plan."), undo=undo_address(dossier, made.id, "plan"))
        tip(request, around, form.said().what)
        for said in together(now, form.people.values(), form.said().doer_name):
            messages.warning(request, said)
        return redirect("goal", dossier, goal)
    return _form_answer(request, around, now, form)


action_add = form_page(_show_new, _take_new)


@page
def _show_edit(request: PageRequest, dossier: UUID, step: UUID) -> HttpResponse:
    around = frame(request, dossier, "plan")
    now, form = _edit_form(request, around, step)
    may_give_action_to(around.head.roles, now.action.kind).enforce()
    return _form_answer(request, around, now.goal, form, now.action)


@action_view
def _take_edit(request: PageRequest, dossier: UUID, step: UUID) -> HttpResponse:
    around = frame(request, dossier, "plan")
    now, form = _edit_form(request, around, step)
    if not form.is_valid():
        return _form_answer(request, around, now.goal, form, now.action)
    may_give_action_to(around.head.roles, form.said().doer_kind).enforce()
    with refusal_in(form, "doer"):
        try:
            edit_action(actor=request.actor, action=_stored(dossier, step), words=form.said(), since=_since(request))
        except Both as met:
            back = reverse("action", args=[dossier, step])
            return choose_page(request, around, form, met.told(as_sent(form, met.clashes)), back)
        saved(request, _("De actie is aangepast."), undo=undo_address(dossier, step, "plan"))
        tip(request, around, form.said().what)
        return redirect("action", dossier, step)
    return _form_answer(request, around, now.goal, form, now.action)


action_edit = form_page(_show_edit, _take_edit)


@action_view
def action_move(request: PageRequest, dossier: UUID, step: UUID) -> HttpResponse:
    """From the page of the action with a reason, or ticked off in a list."""
    now = _step(request, dossier, step)
    form = _move_form(now.action, sent(request))
    if not form.is_valid():
        return _action_page(request, dossier, step, form)
    given = form.cleaned_data
    state = ActionState(given["state"])
    move_action(actor=request.actor, action=_stored(dossier, step), state=state, result=given["reason"])
    back = request.POST.get("back", "")
    said = _("Bijgewerkt: %(what)s") % {"what": now.action.what}
    saved(request, said, undo=undo_address(dossier, step, back if back in BACK else "plan"))
    tip(request, frame(request, dossier, "plan"), given["reason"])
    return redirect(back, dossier) if back in BACK else redirect("goal", dossier, now.goal.id)


@action_view
def action_undo(request: PageRequest, dossier: UUID, step: UUID) -> HttpResponse:
    """Back to the list from where it was done."""
    undo_action(actor=request.actor, action=_stored(dossier, step))
    messages.success(request, _("Het is ongedaan gemaakt."))
    back = request.GET.get(FROM, "")
    return redirect(back, dossier) if back in BACK else redirect("home")


def undo_address(dossier: UUID, step: UUID, back: str) -> str:
    return f"{reverse('action_undo', args=[dossier, step])}?{FROM}={back}"


def _from_contact(request: PageRequest, dossier: UUID) -> str:
    """What was agreed in the contact that this action comes from; nothing when it comes from none."""
    try:
        row = one_note(request.actor, UUID(request.GET.get(CONTACT, "")), dossier)
    except ValueError:
        return ""
    return follow_up(row.said, row.agreed, row.level)[:LONGEST_WHAT] if row else ""


def _step(request: PageRequest, dossier: UUID, step: UUID) -> Step:
    plan = working_plan(request.actor, dossier)
    found = plan.action(step)
    goal = plan.goal(found.goal) if found else None
    if found is None or goal is None:
        raise Http404
    return Step(found, goal)


def _stored(dossier: UUID, step: UUID) -> Action:
    return get_object_or_404(Action, id=step, dossier_id=dossier)


def _new_form(request: PageRequest, around: Frame, goal: UUID) -> tuple[GoalView, ActionForm]:
    plan = working_plan(request.actor, around.head.id)
    now = plan.goal(goal)
    if now is None:
        raise Http404
    offered = action_choices(request, around, plan, now, _people(request, around, plan))
    return now, ActionForm(sent(request), offered=offered, words=around.words, today=request.actor.today)


def action_choices(
    request: PageRequest,
    around: Frame,
    plan: WorkingPlan,
    goal: GoalView,
    people: tuple[Known, ...],
    now: ActionView | None = None,
) -> ActionChoices:
    """What stands there already stays to be chosen."""
    keep = (now.informal_reason, now.undiscussed) if now else ()
    ready = () if now else ready_made_for(goal.life_area)
    lists = choices_of((*LISTS, *ready), around.head.controller, request.actor.at, keep=keep)
    return ActionChoices(
        people,
        grouped(people, around),
        lists[NO_INFORMAL_REASONS.code],
        lists[UNDISCUSSED_GROUNDS.code],
        plan.steps_before(now.id if now else None, goal),
        [one for words in ready for one in lists[words.code]],
    )


def _people(request: PageRequest, around: Frame, plan: WorkingPlan) -> tuple[Known, ...]:
    """Who leads also finds the circle of the family."""
    dossier = around.head.id
    circle = helpers_in(dossier, request.actor.today) if around.head.leads else ()
    return known_people(around, plan, parties_of(request.actor, dossier), circle)


def _edit_form(request: PageRequest, around: Frame, step: UUID) -> tuple[Step, ActionForm]:
    plan = working_plan(request.actor, around.head.id)
    found = plan.action(step)
    goal = plan.goal(found.goal) if found else None
    if found is None or goal is None:
        raise Http404
    offered = action_choices(request, around, plan, goal, _people(request, around, plan), found)
    form = ActionForm(sent(request), offered=offered, words=around.words, today=request.actor.today, now=found)
    return Step(found, goal), form


def _since(request: PageRequest, now: ActionView | None = None) -> str:
    """What the writer began with: what stands there now, or what came back with the form."""
    if request.method == "POST" or now is None:
        return request.POST.get(SINCE, "")
    words = ActionWords(
        now.what, now.kind.value, now.who, now.due_on, now.function, now.informal_first, now.informal_who,
        now.informal_reason, now.volunteer_wish, now.start_on, now.rhythm.value, now.depends_on, not now.undiscussed,
        now.undiscussed,
    )  # fmt: skip
    return prints(held(words))


def _move_form(now: ActionView, data: Data | None = None) -> MoveForm:
    ways = {state.value: label for state, label in WAYS.items() if state in ACTION_STEPS[now.state]}
    return MoveForm(data, choices=ways)


def _action_page(request: PageRequest, dossier: UUID, step: UUID, form: MoveForm | None = None) -> HttpResponse:
    around = frame(request, dossier, "plan")
    now = _step(request, dossier, step)
    one, roles = now.action, around.head.roles
    context = {
        "frame": around,
        "action": one,
        "statements": statements_of(request, around),
        "goal": now.goal,
        "kind": around.words.doer(one.kind),
        "form": form or _move_form(one),
        "came_back": form is not None,
        "may_edit": bool(may_give_action_to(roles, one.kind)),
        "may_propose": one.is_open and bool(may_propose(roles, around.head.reader, one.who)),
        "may_report": bool(may_report_on(roles, around.head.reader, one.kind, one.who)),
    }
    return render(request, "plan/action.html", context, status=200 if form is None else UNPROCESSABLE)


def _form_answer(
    request: PageRequest, around: Frame, goal: GoalView, form: ActionForm, now: ActionView | None = None
) -> HttpResponse:
    asked = chosen(form.people.values(), request.GET.get(WHO))
    context = {
        "frame": around,
        "goal": goal,
        "form": form,
        "action": now,
        "since": _since(request, now),
        "leads": around.head.leads,
        "warnings": warnings(goal, form.people.values(), asked),
    }
    return render(request, "plan/action_form.html", context, status=UNPROCESSABLE if form.is_bound else 200)
