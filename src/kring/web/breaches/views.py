"""The list of data breaches, one record to read and print, and the steps to a closed one."""

from collections.abc import Callable, Mapping
from typing import TypeVar
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.oversight.breaches import queries, services
from kring.oversight.breaches.models import Breach
from kring.oversight.breaches.policy import may_keep_breaches
from kring.oversight.breaches.queries import BreachRow
from kring.web.breaches.forms import FactsForm, TellingForm
from kring.web.kit.forms import UNPROCESSABLE, form_page, refusal_in
from kring.web.kit.pages import Decorated, action, page
from kring.web.kit.request import PageRequest
from kring.web.listing import Column, Order

STANDARD = Order("discovered", descending=True)


def columns() -> tuple[Column, ...]:
    """In the language of the reader."""
    return (
        Column("discovered", _("Ontdekt")),
        Column("what", _("Wat"), sortable=False),
        Column("people", _("Mensen"), numeric=True),
        Column("due", _("Melden uiterlijk")),
        Column("state", _("Stand"), sortable=False),
    )


@page
def register(request: PageRequest) -> HttpResponse:
    may_keep_breaches(request.actor).enforce()
    search, heads = request.GET.get("q", "").strip()[:100], columns()
    order = Order.read(request.GET.get("sort", ""), heads, STANDARD)
    found = queries.breaches(request.actor, search, str(order), request.GET.get("page", "1"))
    context = {"found": found, "search": search, "columns": heads, "order": order}
    return render(request, "breaches/register.html", context)


@page
def record(request: PageRequest, breach: UUID) -> HttpResponse:
    return render(request, "breaches/record.html", {"row": _found(request, breach)})


@page
def _show_new(request: PageRequest) -> HttpResponse:
    return _form(request, _new_form(request))


@action
def _take_new(request: PageRequest) -> HttpResponse:
    form = _new_form(request)
    if form.is_valid():
        with refusal_in(form):
            organisation = UUID(form.cleaned_data["organisation"])
            made = services.note_breach(actor=request.actor, organisation=organisation, facts=form.facts)
            messages.success(request, _("Het datalek staat in het register. De 72 uur lopen."))
            return redirect("breach", made.id)
    return _form(request, form)


new = form_page(_show_new, _take_new)


Form = TypeVar("Form", bound=forms.Form)
Data = Mapping[str, object] | None


def _step(make: Callable[[Data, Breach], Form], do: Callable[[Actor, Breach, Form], str]) -> Decorated:
    """One address for a step of the register: its form, and what it does."""

    @page
    def show(request: PageRequest, breach: UUID) -> HttpResponse:
        row = _found(request, breach)
        return _form(request, make(None, row.breach), row)

    @action
    def take(request: PageRequest, breach: UUID) -> HttpResponse:
        row = _found(request, breach)
        form = make(request.POST, row.breach)
        if form.is_valid():
            with refusal_in(form):
                messages.success(request, do(request.actor, row.breach, form))
                return redirect("breach", row.breach.id)
        return _form(request, form, row)

    return form_page(show, take)


def _changed(actor: Actor, breach: Breach, form: FactsForm) -> str:
    services.change_facts(actor=actor, breach=breach, facts=form.facts)
    return _("De wijziging is vastgelegd.")


def _told(actor: Actor, breach: Breach, form: TellingForm) -> str:
    services.decide(actor=actor, breach=breach, telling=form.telling)
    return _("De besluiten zijn vastgelegd.")


change = _step(lambda data, breach: FactsForm(data, towns=(), breach=breach), _changed)
telling = _step(lambda data, breach: TellingForm(data, breach=breach), _told)


@action
def closed(request: PageRequest, breach: UUID) -> HttpResponse:
    services.close(actor=request.actor, breach=_found(request, breach).breach)
    messages.success(request, _("Het datalek is gesloten. De registratie verandert niet meer."))
    return redirect("breach", breach)


def _new_form(request: PageRequest) -> FactsForm:
    may_keep_breaches(request.actor).enforce()
    return FactsForm(request.POST or None, towns=queries.towns(request.actor))


def _found(request: PageRequest, breach: UUID) -> BreachRow:
    row = queries.breach_of(request.actor, breach)
    if row is None:
        raise Http404
    may_keep_breaches(request.actor, row.breach.organisation_id).enforce()
    return row


def _form(request: PageRequest, form: forms.Form, row: BreachRow | None = None) -> HttpResponse:
    """The same page for writing down, changing and deciding."""
    title = _("Datalek wijzigen") if row else _("Datalek opschrijven")
    if isinstance(form, TellingForm):
        title = _("Melden of niet")
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "breaches/form.html", {"form": form, "row": row, "title": title}, status=status)
