"""Asking, judging and ending. Nobody of the family comes here, and nothing on their pages tells of it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kring.ground.access.models import SecondAnswer
from kring.ground.access.policy import SECONDS, may_withhold
from kring.ground.audit.trail import call_it
from kring.ground.shared.verdict import Refused
from kring.practice.leads import services
from kring.practice.leads.queries import (
    Names,
    WithheldLine,
    seconds,
    withholding_choices,
    withholding_names,
    withholdings,
)
from kring.practice.leads.services import answer, ask, end
from kring.web.family.frame import Frame, frame
from kring.web.kit.forms import UNPROCESSABLE, form_page, refusal_in
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest, sent
from kring.web.withholding.forms import AskForm, EndForm, LongerForm, OpinionForm


@page
def _show(request: PageRequest, dossier: UUID) -> HttpResponse:
    around = _frame(request, dossier)
    names = withholding_names(around.head)
    return _list(request, around, names, _ask_form(request, around, names))


@action
def _take(request: PageRequest, dossier: UUID) -> HttpResponse:
    around = _frame(request, dossier)
    names = withholding_names(around.head)
    form = _ask_form(request, around, names)
    if form is None:
        raise Refused(may_withhold(request.actor, dossier).reason)
    if form.is_valid():
        with refusal_in(form):
            ask(actor=request.actor, dossier=dossier, wish=form.wish(), is_urgent=form.cleaned_data["urgent"])
            messages.success(request, _("De vraag is gesteld. De andere professional heeft er een taak voor."))
            return redirect("withheld", dossier)
    return _list(request, around, names, form)


withheld = form_page(_show, _take)


@page
def _show_opinion(request: PageRequest, dossier: UUID, withholding: UUID) -> HttpResponse:
    around = _frame(request, dossier)
    return _one(
        request,
        around,
        _line(request, around, withholding_names(around.head), withholding, to_answer=True),
        OpinionForm(),
    )


@action
def _take_opinion(request: PageRequest, dossier: UUID, withholding: UUID) -> HttpResponse:
    around = _frame(request, dossier)
    line = _line(request, around, withholding_names(around.head), withholding, to_answer=True)
    form = OpinionForm(request.POST)
    if not form.is_valid():
        return _one(request, around, line, form)
    given = form.cleaned_data
    answer(actor=request.actor, withholding=line.row, answer=SecondAnswer(given["answer"]), words=given["words"])
    messages.success(request, _("Uw mening is vastgelegd."))
    return redirect("withheld", dossier)


opinion = form_page(_show_opinion, _take_opinion)


@page
def _show_longer(request: PageRequest, dossier: UUID, withholding: UUID) -> HttpResponse:
    return _longer(request, dossier, withholding)


@action
def _take_longer(request: PageRequest, dossier: UUID, withholding: UUID) -> HttpResponse:
    return _longer(request, dossier, withholding)


longer = form_page(_show_longer, _take_longer)


@page
def _show_end(request: PageRequest, dossier: UUID, withholding: UUID) -> HttpResponse:
    around = _frame(request, dossier)
    may_withhold(request.actor, dossier).enforce()
    return _one(request, around, _line(request, around, withholding_names(around.head), withholding), EndForm())


@action
def _take_end(request: PageRequest, dossier: UUID, withholding: UUID) -> HttpResponse:
    around = _frame(request, dossier)
    line = _line(request, around, withholding_names(around.head), withholding)
    form = EndForm(request.POST)
    if not form.is_valid():
        return _one(request, around, line, form)
    end(actor=request.actor, withholding=line.row, words=form.cleaned_data["words"])
    messages.success(request, _("Het is weer te lezen. Vertel het ook zelf."))
    return redirect("withheld", dossier)


finish = form_page(_show_end, _take_end)


def _longer(request: PageRequest, dossier: UUID, withholding: UUID) -> HttpResponse:
    """404 when it cannot be asked now: the list offers it when it can."""
    around = _frame(request, dossier)
    may_withhold(request.actor, dossier).enforce()
    names = withholding_names(around.head)
    line = _line(request, around, names, withholding)
    if not line.may_last_longer:
        raise Http404
    others = seconds(request.actor, around.head, names, but=line.row.asked_by)
    form = LongerForm(sent(request), seconds=others)
    if form.is_valid():
        given = form.cleaned_data
        with refusal_in(form):
            services.longer(
                actor=request.actor,
                withholding=line.row,
                until=given["until"],
                reason=given["reason"],
                second=UUID(given["second"]),
            )
            messages.success(request, _("De vraag is gesteld. De andere professional heeft er een taak voor."))
            return redirect("withheld", dossier)
    return _one(request, around, line, form)


def _frame(request: PageRequest, dossier: UUID) -> Frame:
    """For anybody else this page is not there; its name in the log would tell of it (BR-073)."""
    call_it("family.family")
    around = frame(request, dossier, "withheld")
    if around.head.is_family or not around.head.roles & set(SECONDS):
        raise Http404
    return around


def _ask_form(request: PageRequest, around: Frame, names: Names) -> AskForm | None:
    if not may_withhold(request.actor, around.head.id):
        return None
    data = sent(request)
    choices = withholding_choices(request.actor, around.head, names)
    return AskForm(data, choices=choices, today=request.actor.today)


def _line(
    request: PageRequest, around: Frame, names: Names, withholding: UUID, *, to_answer: bool = False
) -> WithheldLine:
    """404 for what is not there, is over, or is for somebody else to answer."""
    lines = withholdings(request.actor, around.head, names)
    found = next((one for one in lines if one.row.id == withholding), None)
    if found is None or found.is_over or (to_answer and not found.is_mine_to_answer):
        raise Http404
    return found


def _list(request: PageRequest, around: Frame, names: Names, form: AskForm | None) -> HttpResponse:
    lines = withholdings(request.actor, around.head, names)
    context = {
        "frame": around,
        "running": [one for one in lines if not one.is_over],
        "over": [one for one in lines if one.is_over],
        "form": form,
    }
    status = UNPROCESSABLE if form is not None and form.is_bound else 200
    return render(request, "withholding/withheld.html", context, status=status)


def _one(
    request: PageRequest, around: Frame, line: WithheldLine, form: OpinionForm | EndForm | LongerForm
) -> HttpResponse:
    ends, longer = isinstance(form, EndForm), isinstance(form, LongerForm)
    context = {"frame": around, "line": line, "form": form, "ends": ends, "longer": longer}
    context["title"] = _title(line, ends=ends, longer=longer)
    return render(request, "withholding/one.html", context, status=UNPROCESSABLE if form.is_bound else 200)


def _title(line: WithheldLine, *, ends: bool, longer: bool) -> str:
    if ends:
        return _("Niet meer achterhouden")
    if longer:
        return _("Langer achterhouden")
    return _("Mag dit langer worden achtergehouden?") if line.asks_longer else _("Mag dit worden achtergehouden?")
