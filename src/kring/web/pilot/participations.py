"""Letting a client into a pilot, or out again; the page never shows who takes part."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kring.ground.access.parts import Law
from kring.ground.shared.verdict import Refused
from kring.steering.figures.models import Pilot
from kring.steering.figures.policy import writes_for
from kring.steering.figures.queries.candidates import candidates
from kring.steering.figures.queries.pilots import towns_of
from kring.steering.figures.services.participations import Entry, add_participation, withdraw_participation
from kring.web.kit.forms import refusal_in
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest
from kring.web.pilot.forms import EntryForm
from kring.web.pilot.views import find

WITHDRAW = "withdraw"
LAWS = {law.value: law for law in Law}


@page
def entry(request: PageRequest, pilot: str) -> HttpResponse:
    found = find(request, pilot)
    people = candidates(_mine(request, found))
    return _show(request, found, EntryForm(people=people, initial={"started_on": request.actor.today}))


@action
def add(request: PageRequest, pilot: str) -> HttpResponse:
    found = find(request, pilot)
    form = EntryForm(request.POST, people=candidates(_mine(request, found)))
    if form.is_valid():
        with refusal_in(form, "client"):
            messages.success(request, _do(request, found, form))
            return redirect("pilot", found.slug)
    return _show(request, found, form)


def _do(request: PageRequest, pilot: Pilot, form: EntryForm) -> str:
    one = form.candidate
    if request.POST.get("deed") == WITHDRAW:
        withdraw_participation(actor=request.actor, pilot=pilot, subject=one.subject, municipality=one.municipality)
        return _("De deelname is ingetrokken en telt niet meer mee.")
    given = form.cleaned_data
    entered = Entry(one.subject, one.municipality, LAWS[given["domain"]], given["started_on"])
    add_participation(actor=request.actor, pilot=pilot, entry=entered)
    return _("De deelname is toegevoegd en telt mee.")


def _mine(request: PageRequest, pilot: Pilot) -> frozenset[UUID]:
    towns = frozenset(town.id for town in towns_of(pilot)) & frozenset(writes_for(request.actor))
    if not towns:
        raise Refused(
            _("Alleen de beleidsadviseur of procesregisseur van een deelnemende gemeente voegt deelnames toe.")
        )
    return towns


def _show(request: PageRequest, pilot: Pilot, form: EntryForm) -> HttpResponse:
    context = {"pilot": pilot, "form": form, "withdraw": WITHDRAW}
    return render(request, "pilot/entry.html", context, status=422 if form.is_bound else 200)
