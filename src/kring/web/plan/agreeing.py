"""Talking the plan over and laying it down: two steps for a heavy plan, one press for a light one."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kring.practice.plans import queries
from kring.practice.plans.models import Discussion, VersionState
from kring.practice.plans.policy import Deed, may
from kring.practice.plans.queries import WorkingPlan, working_plan
from kring.practice.plans.queries.around import parties_of
from kring.practice.plans.queries.frozen import readiness
from kring.practice.plans.rules.agreeing import missing
from kring.practice.plans.rules.lifecycle import talk_problems, usual_variant
from kring.practice.plans.services import agree as agree_on
from kring.practice.plans.services import discuss as talk_over
from kring.practice.plans.services import withdraw_discussion
from kring.practice.plans.services.agreeing import Overtaken
from kring.web.family.frame import Frame, frame
from kring.web.family.hinting import plainer
from kring.web.family.steps import Step, StepWords, step_page, taking
from kring.web.kit.forms import UNPROCESSABLE, form_page, put
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest, sent
from kring.web.plan.agree_form import AgreeForm, DiscussForm, voices_of, weigh
from kring.web.plan.both import CONFLICT
from kring.web.plan.reading import told


@page
def _show_agree(request: PageRequest, dossier: UUID) -> HttpResponse:
    around = _around(request, dossier)
    plan = working_plan(request.actor, dossier)
    return _agree_page(request, around, plan, _agree_form(request, around, plan))


@action
def _take_agree(request: PageRequest, dossier: UUID) -> HttpResponse:
    around = _around(request, dossier)
    plan = working_plan(request.actor, dossier)
    form = _agree_form(request, around, plan)
    if weigh(form, around.head, plan, request.actor.today):
        talk = form.talk()
        put(form, talk_problems(talk, request.actor.today) if talk else ())
    if form.is_valid():
        return _agree(request, around, form)
    return _agree_page(request, around, plan, form)


agree = form_page(_show_agree, _take_agree)


def _agree(request: PageRequest, around: Frame, form: AgreeForm) -> HttpResponse:
    talk = form.talk()
    try:
        made = agree_on(
            actor=request.actor,
            dossier=around.head.id,
            opinions=form.opinions(),
            seen=form.read,
            variant=form.chosen_variant,
            discussed_on=talk.on if talk else None,
        )
    except Overtaken as earlier:
        return render(request, "plan/overtaken.html", {"frame": around, "earlier": earlier}, status=CONFLICT)
    done = _("Versie %(number)s is vastgesteld.") % {"number": made.number}
    messages.success(request, f"{done} {around.words.agreed}")
    return redirect("plan_version", around.head.id, made.number)


def _around(request: PageRequest, dossier: UUID) -> Frame:
    around = frame(request, dossier, "plan")
    may(Deed.AGREE, around.head.roles).enforce()
    return around


def _agree_form(request: PageRequest, around: Frame, plan: WorkingPlan) -> AgreeForm:
    voices = voices_of(around, parties_of(request.actor, around.head.id))
    initial = {
        "since": plan.last_number,
        "variant": usual_variant(plan.last_variant, gi_leads=around.head.gi_leads),
        "discussed_on": request.actor.today,
    }
    is_discussed = _state(request, around, plan) == VersionState.DISCUSSED
    return AgreeForm(
        sent(request),
        voices=voices,
        initial=initial,
        has_children=around.head.has_children,
        without=("discussed_on",) if is_discussed else (),
    )


def _state(request: PageRequest, around: Frame, plan: WorkingPlan) -> VersionState:
    return queries.state_now(around.head, plan, request.actor.today)


def _agree_page(request: PageRequest, around: Frame, plan: WorkingPlan, form: AgreeForm) -> HttpResponse:
    context = {
        "frame": around,
        "plan": plan,
        "today": request.actor.today,
        "form": form,
        "plainer": plainer(plan),
        "seen": queries.table_now(around.head, plan, request.actor.today),
        "state": _state(request, around, plan),
        "missing": missing(readiness(around.head, plan), request.actor.today),
        "changes": told(queries.changes_since(around.head, plan, request.actor.today)),
    }
    return render(request, "plan/agree.html", context, status=UNPROCESSABLE if form.is_bound else 200)


def _discuss_form(request: PageRequest, around: Frame) -> DiscussForm:
    voices = voices_of(around, parties_of(request.actor, around.head.id))
    plan, today = working_plan(request.actor, around.head.id), request.actor.today
    table = queries.table_now(around.head, plan, today)
    return DiscussForm(sent(request), voices=voices, today=today, table=table, is_compulsory=around.head.gi_leads)


def _discuss(request: PageRequest, around: Frame, form: DiscussForm) -> HttpResponse:
    is_oral = form.cleaned_data.get("is_oral", False)
    talk_over(actor=request.actor, dossier=around.head.id, talk=form.talk(), is_oral=is_oral, seen=form.read)
    messages.success(request, _("Opgeschreven: het plan is besproken."))
    return redirect("plan_agree", around.head.id)


def _discuss_page(request: PageRequest, around: Frame, form: DiscussForm) -> HttpResponse:
    words = StepWords(
        _("Het plan is besproken"),
        _("Opslaan"),
        _("Verandert het plan daarna, dan is het weer een concept."),
        "vaststellen",
    )
    return step_page(request, around, form, words)


discuss = taking(Step(_around, _discuss_form, _discuss, _discuss_page))


@action
def discuss_withdraw(request: PageRequest, dossier: UUID, talk: UUID) -> HttpResponse:
    around = _around(request, dossier)
    found = Discussion.objects.filter(dossier_id=around.head.id, id=talk, withdrawn_at=None).first()
    if found is None:
        raise Http404
    withdraw_discussion(actor=request.actor, discussion=found)
    messages.success(request, _("Teruggenomen. Het plan is weer een concept."))
    return redirect("plan_agree", dossier)
