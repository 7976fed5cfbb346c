"""The list of pilots, one pilot with its figures, and what is written about it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kring.ground.shared.verdict import Refused
from kring.steering.figures.models import Pilot
from kring.steering.figures.policy import may_change_pilot, may_see_figures, may_write_letter, writes_for
from kring.steering.figures.queries import pilots as reading
from kring.steering.figures.queries.candidates import municipality_names
from kring.steering.figures.rules.pilots import BY_DOMAIN, BY_MUNICIPALITY
from kring.steering.figures.services.disclosure import decide_disclosure, withdraw_disclosure
from kring.steering.figures.services.pilots import change_pilot, start_pilot, write_texts
from kring.web.area.presenting import translated
from kring.web.kit.forms import refusal_in
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest
from kring.web.pilot.forms import DecisionForm, DetailsForm, TextsForm
from kring.web.pilot.presenting import bars, covered


@page
def pilots(request: PageRequest) -> HttpResponse:
    may_see_figures(request.actor).enforce()
    context = {"pilots": reading.pilots(request.actor), "may_start": bool(writes_for(request.actor))}
    return render(request, "pilot/pilots.html", context)


@page
def pilot(request: PageRequest, pilot: str) -> HttpResponse:
    return _show(request, find(request, pilot))


@page
def new(request: PageRequest) -> HttpResponse:
    return _new(request, DetailsForm(towns=municipality_names(), leaders=_leaders(request)))


@action
def start(request: PageRequest) -> HttpResponse:
    form = DetailsForm(request.POST, towns=municipality_names(), leaders=_leaders(request))
    if form.is_valid():
        with refusal_in(form, "slug"):
            made = start_pilot(actor=request.actor, organisation=form.organisation, details=form.details())
            messages.success(request, _("De pilot is begonnen. Voeg nu de deelnames toe."))
            return redirect("pilot", made.slug)
    return _new(request, form)


@page
def details(request: PageRequest, pilot: str) -> HttpResponse:
    found = changeable(request, pilot)
    names = "\n".join(town.name for town in reading.towns_of(found))
    fields = ("name", "slug", "purpose", "started_on", "ended_on")
    initial = {name: getattr(found, name) for name in fields} | {"municipalities": names}
    return _details(request, found, DetailsForm(initial=initial, towns=municipality_names()))


@action
def change(request: PageRequest, pilot: str) -> HttpResponse:
    found = changeable(request, pilot)
    form = DetailsForm(request.POST, towns=municipality_names())
    if form.is_valid():
        with refusal_in(form):
            change_pilot(actor=request.actor, pilot=found, details=form.details())
            messages.success(request, _("De gegevens van de pilot zijn opgeslagen."))
            return redirect("pilot", found.slug)
    return _details(request, found, form)


@page
def texts(request: PageRequest, pilot: str) -> HttpResponse:
    found = changeable(request, pilot)
    fields = ("introduction", "approach", "results", "embedding")
    return _texts(request, found, TextsForm(initial={name: getattr(found, name) for name in fields}))


@action
def write(request: PageRequest, pilot: str) -> HttpResponse:
    found = changeable(request, pilot)
    form = TextsForm(request.POST)
    if not form.is_valid():
        return _texts(request, found, form)
    write_texts(actor=request.actor, pilot=found, texts=form.texts())
    messages.success(request, _("De teksten zijn opgeslagen voor de volgende brief."))
    return redirect("letter_draft", found.slug)


@action
def decide(request: PageRequest, pilot: str) -> HttpResponse:
    found = changeable(request, pilot)
    form = DecisionForm(request.POST)
    if not form.is_valid():
        return _show(request, found, form)
    decide_disclosure(actor=request.actor, pilot=found, **form.cleaned_data)
    messages.success(request, _("Het besluit is vastgelegd. Nieuwe brieven tonen alle aantallen."))
    return redirect("pilot", found.slug)


@action
def withdraw(request: PageRequest, pilot: str) -> HttpResponse:
    found = changeable(request, pilot)
    withdraw_disclosure(actor=request.actor, pilot=found)
    messages.success(request, _("Het besluit is ingetrokken. Nieuwe brieven schermen kleine aantallen weer af."))
    return redirect("pilot", found.slug)


def find(request: PageRequest, slug: str) -> Pilot:
    """A pilot of a municipality of the actor, or 404."""
    may_see_figures(request.actor).enforce()
    found = reading.find_pilot(request.actor, slug)
    if found is None:
        raise Http404
    return found


def changeable(request: PageRequest, slug: str) -> Pilot:
    found = find(request, slug)
    may_change_pilot(request.actor, found).enforce()
    return found


def _leaders(request: PageRequest) -> tuple[UUID, ...]:
    """The municipalities for which the actor may begin a pilot."""
    mine = writes_for(request.actor)
    if not mine:
        raise Refused(_("Alleen de beleidsadviseur of procesregisseur begint een pilot."))
    return mine


def _show(request: PageRequest, found: Pilot, form: DecisionForm | None = None) -> HttpResponse:
    shown = reading.pilot_page(found, request.actor.today)
    context = {
        "shown": shown,
        "pilot": found,
        "covered": covered(shown),
        "bars": bars(shown),
        "definitions": [translated(one) for one in (BY_DOMAIN, BY_MUNICIPALITY)],
        "today": request.actor.today,
        "may_change": bool(may_change_pilot(request.actor, found)),
        "may_write_letter": bool(may_write_letter(request.actor, found.organisation_id)),
        "may_add": bool(set(writes_for(request.actor)) & {town.id for town in shown.towns}),
        "form": form or DecisionForm(),
    }
    return render(request, "pilot/pilot.html", context, status=422 if form else 200)


def _new(request: PageRequest, form: DetailsForm) -> HttpResponse:
    return render(request, "pilot/new.html", {"form": form}, status=422 if form.is_bound else 200)


def _details(request: PageRequest, found: Pilot, form: DetailsForm) -> HttpResponse:
    context = {"form": form, "pilot": found}
    return render(request, "pilot/details.html", context, status=422 if form.is_bound else 200)


def _texts(request: PageRequest, found: Pilot, form: TextsForm) -> HttpResponse:
    context = {"form": form, "pilot": found}
    return render(request, "pilot/texts.html", context, status=422 if form.is_bound else 200)
