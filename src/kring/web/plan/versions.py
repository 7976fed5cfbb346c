"""Laying the plan down, the versions that were, and each of them on paper."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kring.ground.audit.models import Event
from kring.practice.plans import queries
from kring.practice.plans.documents import Disputing, plan_pdf
from kring.practice.plans.policy import Deed, may
from kring.practice.plans.queries import working_plan
from kring.practice.plans.queries.around import parties_of
from kring.practice.plans.queries.frozen import content, readiness
from kring.practice.plans.rules.agreeing import missing, opinion_problems
from kring.practice.plans.services import agree as agree_on
from kring.practice.plans.services.agreeing import Overtaken, asked_members
from kring.practice.statements.rules import Disputed
from kring.web.family.frame import Frame, frame, statements_of
from kring.web.kit.downloads import PDF, attachment
from kring.web.kit.forms import UNPROCESSABLE, form_page, put
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest
from kring.web.plan.agree_form import AgreeForm, voices_of
from kring.web.plan.formpage import posted
from kring.web.plan.reading import read_version, told

FILE_NAME = "plan.pdf"
"""A download names nobody."""
CONFLICT = 409
IN_PLAN = frozenset({Disputed.PLAN, Disputed.QUESTION, Disputed.GOAL, Disputed.ACTION})


@page
def _show_agree(request: PageRequest, dossier: UUID) -> HttpResponse:
    around = frame(request, dossier, "plan")
    may(Deed.AGREE, around.head.roles).enforce()
    return _agree_page(request, around, _agree_form(request, around))


@action
def _take_agree(request: PageRequest, dossier: UUID) -> HttpResponse:
    around = frame(request, dossier, "plan")
    form = _agree_form(request, around)
    if form.is_valid():
        put(form, opinion_problems(form.opinions(), asked_members(around.head)))
    if not form.is_valid():
        return _agree_page(request, around, form)
    try:
        made = agree_on(actor=request.actor, dossier=dossier, opinions=form.opinions(), since=form.last_seen)
    except Overtaken as earlier:
        return render(request, "plan/overtaken.html", {"frame": around, "earlier": earlier}, status=CONFLICT)
    done = _("Versie %(number)s is vastgesteld.") % {"number": made.number}
    messages.success(request, f"{done} {around.words.agreed}")
    return redirect("plan_version", dossier, made.number)


agree = form_page(_show_agree, _take_agree)


@page
def versions(request: PageRequest, dossier: UUID) -> HttpResponse:
    around = frame(request, dossier, "plan_versions")
    lines = [(line, told(line.changes)) for line in queries.version_lines(dossier)]
    return render(request, "plan/versions.html", {"frame": around, "lines": lines})


@page
def version(request: PageRequest, dossier: UUID, number: int) -> HttpResponse:
    around = frame(request, dossier, "plan_versions")
    found = queries.version(dossier, number)
    if found is None:
        raise Http404
    context = {"frame": around, "version": found, "read": read_version(found.content), "changes": told(found.changes)}
    return render(request, "plan/version.html", context)


@page
def version_pdf(request: PageRequest, dossier: UUID, number: int) -> HttpResponse:
    """The version as it was laid down; the log says that it was printed."""
    around = frame(request, dossier, "plan_versions")
    found = queries.version(dossier, number, event=Event.PRINT)
    if found is None:
        raise Http404
    return _pdf(plan_pdf(found.content, house=around.head.municipality, statements=_disputing(request, around)))


@page
def draft_pdf(request: PageRequest, dossier: UUID) -> HttpResponse:
    """The plan as it stands now, marked as a draft on every page: paper is equal to the screen."""
    around = frame(request, dossier, "plan")
    may(Deed.WRITE, around.head.roles).enforce()
    plan = working_plan(request.actor, dossier, event=Event.PRINT)
    parties = parties_of(request.actor, dossier)
    held = content(around.head, plan, parties, on=request.actor.today, by=around.head.reader)
    disputing = _disputing(request, around)
    return _pdf(plan_pdf(held, house=around.head.municipality, is_draft=True, statements=disputing))


def _disputing(request: PageRequest, around: Frame) -> list[Disputing]:
    """Of the plan and what stands in it; help and documents are no part of the paper."""
    found = statements_of(request, around).all
    return [
        Disputing(f"{_(one.kind.label).capitalize()}: {one.about}", one.words, one.speaker, one.said_on)
        for one in found
        if one.kind in IN_PLAN
    ]


def _pdf(made: bytes) -> HttpResponse:
    return attachment(made, PDF, FILE_NAME)


def _agree_form(request: PageRequest, around: Frame) -> AgreeForm:
    parties = parties_of(request.actor, around.head.id)
    return AgreeForm(posted(request), voices=voices_of(around, parties))


def _agree_page(request: PageRequest, around: Frame, form: AgreeForm) -> HttpResponse:
    plan = working_plan(request.actor, around.head.id)
    form.initial = {"since": plan.last_number}
    context = {
        "frame": around,
        "plan": plan,
        "form": form,
        "missing": missing(readiness(around.head, plan), request.actor.today),
        "changes": told(queries.changes_since(around.head, plan, request.actor.today)),
    }
    return render(request, "plan/agree.html", context, status=UNPROCESSABLE if form.is_bound else 200)
