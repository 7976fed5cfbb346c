"""Where we are at the table, the plan read back in plain words, and what everyone thinks of it."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kring.practice.leads.rules import Problem
from kring.practice.plans.models import PositionKind
from kring.practice.plans.policy import Deed, may
from kring.practice.plans.queries import table_now
from kring.practice.plans.queries.frozen import readiness
from kring.practice.plans.rules.agreeing import missing, opinion_problems
from kring.practice.plans.rules.lifecycle import table_problems
from kring.practice.plans.services import agree as agree_on
from kring.practice.plans.services import drop_draft
from kring.practice.plans.services.agreeing import Overtaken, asked_members, foster_carers
from kring.web.kit.forms import UNPROCESSABLE, form_page, put
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest, sent
from kring.web.kitchen.steps import HERE, NEEDED_AT, STEPS, Step
from kring.web.kitchen.table import Table, at_table
from kring.web.plan.agree_form import OpinionsForm, voices_of
from kring.web.plan.both import CONFLICT


@dataclass(frozen=True, slots=True)
class Line:
    """A question in the list: answered already, or being written."""

    step: Step
    url: str
    is_done: bool
    has_draft: bool


@dataclass(frozen=True, slots=True)
class Wanting:
    """What a version still needs, and where at the table that is asked; elsewhere without an address."""

    problem: Problem
    url: str


@page
def start(request: PageRequest, dossier: UUID) -> HttpResponse:
    table = at_table(request, dossier, HERE)
    lines = tuple(_lines(table))
    going_on = next((line for line in lines if line.has_draft and line.step is not HERE), None)
    begun = HERE.code in table.drafts
    onward = going_on or next((line for line in lines if not line.is_done), lines[0])
    context = {
        "table": table,
        "frame": table.around,
        "lines": lines,
        "onward": onward if begun else lines[0],
        "begun": begun,
        "may_be_light": table.around.may_agree and not (table.plan.goals or table.plan.last_number),
    }
    return render(request, "kitchen/start.html", context)


@page
def read(request: PageRequest, dossier: UUID) -> HttpResponse:
    table = at_table(request, dossier, HERE)
    context = {"table": table, "frame": table.around, "plan": table.plan, "wanting": _wanting(request, table)}
    return render(request, "kitchen/read.html", context)


@page
def _show_agree(request: PageRequest, dossier: UUID) -> HttpResponse:
    table = _may_agree(request, dossier)
    return _agree_page(request, table, _agree_form(request, table))


@action
def _take_agree(request: PageRequest, dossier: UUID) -> HttpResponse:
    table = _may_agree(request, dossier)
    form = _agree_form(request, table)
    if form.is_valid():
        head = table.around.head
        put(form, table_problems(form.read, table_now(head, table.plan, request.actor.today)))
        put(form, opinion_problems(form.opinions(), asked_members(head), foster_carers(head)))
    if not form.is_valid():
        return _agree_page(request, table, form)
    try:
        made = agree_on(
            actor=request.actor,
            dossier=dossier,
            opinions=form.opinions(),
            seen=form.read,
        )
    except Overtaken as earlier:
        return render(request, "plan/overtaken.html", {"frame": table.around, "earlier": earlier}, status=CONFLICT)
    drop_draft(actor=request.actor, dossier=dossier, place=HERE.code)
    messages.success(
        request, _("Versie %(number)s is vastgesteld. U kunt het plan nu printen.") % {"number": made.number}
    )
    return redirect("plan_version", dossier, made.number)


agree = form_page(_show_agree, _take_agree)


def _may_agree(request: PageRequest, dossier: UUID) -> Table:
    table = at_table(request, dossier, HERE)
    may(Deed.AGREE, table.around.head.roles).enforce()
    return table


def _agree_form(request: PageRequest, table: Table) -> OpinionsForm:
    """Who was not at the table was not asked: that is filled in, and can be changed."""
    voices = voices_of(table.around, table.parties)
    form = OpinionsForm(sent(request), voices=voices)
    form.initial["since"] = table.plan.last_number
    if HERE.code in table.drafts:
        for number, voice in enumerate(voices):
            if voice.is_family and voice.name not in table.present:
                absent = {f"position_{number}": PositionKind.NOT_ASKED, f"remark_{number}": _("Was er niet bij.")}
                form.initial.update(absent)
    return form


def _agree_page(request: PageRequest, table: Table, form: OpinionsForm) -> HttpResponse:
    seen = table_now(table.around.head, table.plan, request.actor.today)
    context = {"table": table, "frame": table.around, "form": form, "seen": seen, "wanting": _wanting(request, table)}
    return render(request, "kitchen/agree.html", context, status=UNPROCESSABLE if form.is_bound else 200)


def _wanting(request: PageRequest, table: Table) -> tuple[Wanting, ...]:
    found = missing(readiness(table.around.head, table.plan), request.actor.today)
    return tuple(
        Wanting(one, NEEDED_AT[one.field].url(table.dossier) if one.field in NEEDED_AT else "") for one in found
    )


def _lines(table: Table) -> list[Line]:
    plan, texts = table.plan, table.plan.texts
    done = (
        HERE.code in table.drafts,
        plan.question is not None,
        bool(texts.strengths),
        bool(texts.concerns),
        bool(texts.dream),
        bool(plan.open_goals),
        bool(plan.open_actions),
        any(goal.scores for goal in plan.open_goals),
        bool(texts.evaluation_on and texts.contact),
    )
    return [
        Line(step, step.url(table.dossier), is_done, any(place.split(":")[0] == step.code for place in table.drafts))
        for step, is_done in zip(STEPS, done, strict=True)
    ]
