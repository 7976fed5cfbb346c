"""Where we are at the table, the plan read back in plain words, and what everyone thinks of it."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from kring.practice.leads.rules import Problem
from kring.practice.plans.models import PositionKind
from kring.practice.plans.policy import Deed, may
from kring.practice.plans.queries import table_now
from kring.practice.plans.queries.frozen import readiness
from kring.practice.plans.rules.agreeing import missing
from kring.practice.plans.rules.lifecycle import FAMILY_PLAN, usual_variant
from kring.practice.plans.services import agree as agree_on
from kring.practice.plans.services import drop_draft
from kring.practice.plans.services.agreeing import Overtaken, problems_of_variant
from kring.web.kit.forms import UNPROCESSABLE, form_page, refusal_in
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest, sent
from kring.web.kitchen.steps import CONCERNS, HERE, NEEDED_AT, STEPS, Step
from kring.web.kitchen.table import Table, at_table
from kring.web.plan.agree_form import TableForm, voices_of, weigh
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
    weigh(form, table.around.head, table.plan, request.actor.today)
    return (_agreed(request, table, form) if form.is_valid() else None) or _agree_page(request, table, form)


def _agreed(request: PageRequest, table: Table, form: TableForm) -> HttpResponse | None:
    """None when the rules refuse it after all: the form comes back with everything that was said."""
    with refusal_in(form):
        try:
            made = agree_on(
                actor=request.actor,
                dossier=table.dossier,
                opinions=form.opinions(),
                seen=form.read,
                variant=form.chosen_variant,
            )
        except Overtaken as earlier:
            return render(request, "plan/overtaken.html", {"frame": table.around, "earlier": earlier}, status=CONFLICT)
        drop_draft(actor=request.actor, dossier=table.dossier, place=HERE.code)
        messages.success(
            request, _("Versie %(number)s is vastgesteld. U kunt het plan nu printen.") % {"number": made.number}
        )
        return redirect("plan_version", table.dossier, made.number)
    return None


agree = form_page(_show_agree, _take_agree)


def _may_agree(request: PageRequest, dossier: UUID) -> Table:
    table = at_table(request, dossier, HERE)
    may(Deed.AGREE, table.around.head.roles).enforce()
    return table


def _agree_form(request: PageRequest, table: Table) -> TableForm:
    """Who was not at the table was not asked: that is filled in, and can be changed."""
    voices = voices_of(table.around, table.parties)
    form = TableForm(
        sent(request),
        voices=voices,
        initial={"since": table.plan.last_number, "variant": _usual(table)},
        has_children=table.around.head.has_children,
        without=() if _kind(table) else ("variant",),
    )
    if HERE.code in table.drafts:
        for number, voice in enumerate(voices):
            if voice.is_family and voice.name not in table.present:
                absent = {f"position_{number}": PositionKind.NOT_ASKED, f"remark_{number}": _("Was er niet bij.")}
                form.initial.update(absent)
    return form


def _usual(table: Table) -> str:
    return usual_variant(table.plan.last_variant, gi_leads=table.around.head.gi_leads)


def _kind(table: Table) -> Wanting | None:
    """What keeps the plan from staying what it was, and where that is written down."""
    problem = next(iter(problems_of_variant(table.around.head, table.plan, _usual(table))), None)
    if problem is None:
        return None
    is_own_plan = _usual(table) == FAMILY_PLAN
    return Wanting(problem, reverse("familiegroepsplan" if is_own_plan else CONCERNS.url_name, args=[table.dossier]))


def _agree_page(request: PageRequest, table: Table, form: TableForm) -> HttpResponse:
    context = {
        "table": table,
        "frame": table.around,
        "form": form,
        "seen": table_now(table.around.head, table.plan, request.actor.today),
        "wanting": _wanting(request, table),
        "kind": _kind(table),
    }
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
