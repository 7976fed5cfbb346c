"""What the archivist decides, each on a page of its own that says what follows from it."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kring.oversight.retention import services
from kring.oversight.retention.models import DestructionLine, KeepReason
from kring.oversight.retention.policy import may_decide
from kring.oversight.retention.queries import lists
from kring.oversight.retention.queries.lists import OneList
from kring.web.destruction.forms import ApproveForm, CarryOutForm, KeepForm
from kring.web.destruction.views import list_of
from kring.web.kit.forms import UNPROCESSABLE, form_page, refusal_in
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest


@page
def _show_approve(request: PageRequest, made: UUID) -> HttpResponse:
    return _list_form(request, "destruction/approve.html", _decided(request, made), ApproveForm())


@action
def _take_approve(request: PageRequest, made: UUID) -> HttpResponse:
    found, form = _decided(request, made), ApproveForm(request.POST)
    if form.is_valid():
        with refusal_in(form):
            services.approve(actor=request.actor, made=found.made)
            messages.success(request, _("De lijst is goedgekeurd. Er is nog niets vernietigd."))
            return redirect("destruction_list", made)
    return _list_form(request, "destruction/approve.html", found, form)


approved = form_page(_show_approve, _take_approve)


@page
def _show_carry_out(request: PageRequest, made: UUID) -> HttpResponse:
    return _list_form(request, "destruction/carry_out.html", _decided(request, made), CarryOutForm())


@action
def _take_carry_out(request: PageRequest, made: UUID) -> HttpResponse:
    found, form = _decided(request, made), CarryOutForm(request.POST)
    if form.is_valid():
        with refusal_in(form):
            services.carry_out(actor=request.actor, made=found.made)
            messages.success(request, _("Kring voert de lijst nu uit. U krijgt bericht als de verklaring er is."))
            return redirect("destruction_list", made)
    return _list_form(request, "destruction/carry_out.html", found, form)


carried_out = form_page(_show_carry_out, _take_carry_out)


@page
def _show_keep(request: PageRequest, line: UUID) -> HttpResponse:
    return _keep(request, _line(request, line), KeepForm(today=request.actor.today))


@action
def _take_keep(request: PageRequest, line: UUID) -> HttpResponse:
    found, form = _line(request, line), KeepForm(request.POST, today=request.actor.today)
    if form.is_valid():
        given = form.cleaned_data
        longer = services.Longer(KeepReason(given["reason"]), given["words"], given["until"])
        with refusal_in(form):
            services.keep(actor=request.actor, line=found, longer=longer)
            messages.success(request, _("Vastgelegd. Deze regel blijft bewaard."))
            return redirect("destruction_list", found.list_id)
    return _keep(request, found, form)


kept = form_page(_show_keep, _take_keep)


def _decided(request: PageRequest, made: UUID) -> OneList:
    found = list_of(request, made)
    may_decide(request.actor, found.made.organisation_id).enforce()
    return found


def _line(request: PageRequest, line: UUID) -> DestructionLine:
    found = lists.line_of(line)
    if found is None:
        raise Http404
    may_decide(request.actor, found.organisation_id).enforce()
    return found


def _list_form(request: PageRequest, template: str, found: OneList, form: forms.Form) -> HttpResponse:
    return render(request, template, {"found": found, "form": form}, status=UNPROCESSABLE if form.errors else 200)


def _keep(request: PageRequest, line: DestructionLine, form: KeepForm) -> HttpResponse:
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "destruction/keep.html", {"line": line, "form": form}, status=status)
