"""One question at the table: shown, saved while it is typed, taken over into the plan, skipped, or left for later.

Only "Verder" writes in the plan. Everything else keeps what was typed as a draft of the writer alone.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from kring.practice.plans.services import Both, drop_draft, keep_draft
from kring.web.kit.forms import UNPROCESSABLE, form_page, refusal_in
from kring.web.kit.pages import Decorated, action, page
from kring.web.kit.request import PageRequest
from kring.web.kitchen.steps import Step
from kring.web.kitchen.table import Table, at_table
from kring.web.plan.both import SINCE, UNSENT, choose_page

F = TypeVar("F", bound=Form)
DEED = "deed"
NEXT, AGAIN, BACK, SKIP, STOP, DRAFT, DROP = "next", "again", "back", "skip", "stop", "draft", "drop"


@dataclass(frozen=True, slots=True)
class Asked(Generic[F]):
    """`deed` writes what was said and gives the address to go on to; `since` says what the writer began with."""

    step: Step
    template: str
    form: Callable[[PageRequest, Table], F]
    deed: Callable[[PageRequest, Table, F], str]
    since: Callable[[Table, F], str] = lambda _table, _form: ""
    more: Callable[[PageRequest, Table, F], dict[str, object]] = lambda _request, _table, _form: {}
    onward: Callable[[Table], str] = lambda table: table.step.after(table.dossier)
    is_kept: bool = False
    """The answer is no part of the plan: it stays with the writer's drafts."""


def asking(asked: Asked[F]) -> Decorated:
    """The pair of views of one question, at one address."""

    @page
    def show(request: PageRequest, /, dossier: UUID, **goal: UUID) -> HttpResponse:
        table = at_table(request, dossier, asked.step, **goal)
        form = asked.form(request, table)
        if table.draft:
            form.initial.update(table.draft.fields)
        return _answer(request, asked, table, form)

    @action
    def take(request: PageRequest, /, dossier: UUID, **goal: UUID) -> HttpResponse:
        table = at_table(request, dossier, asked.step, **goal)
        form = asked.form(request, table)
        if request.POST.get(DEED, NEXT) not in {NEXT, AGAIN}:
            return _aside(request, asked, table, form)
        if not (form.has_changed() or asked.is_kept or request.POST.get(DEED) == AGAIN):
            drop_draft(actor=request.actor, dossier=dossier, place=table.place)
            return redirect(asked.onward(table))
        return _taken(request, asked, table, form) or _answer(request, asked, table, form)

    return form_page(show, take)


def _taken(request: PageRequest, asked: Asked[F], table: Table, form: F) -> HttpResponse | None:
    """Into the plan; None when the form comes back."""
    if not form.is_valid():
        return None
    with refusal_in(form):
        try:
            onward = asked.deed(request, table, form)
        except Both as met:
            return choose_page(request, table.around, form, met, table.step.url(table.dossier))
        if not asked.is_kept:
            drop_draft(actor=request.actor, dossier=table.dossier, place=table.place)
        return redirect(request.path if request.POST.get(DEED) == AGAIN else onward)
    return None


def _aside(request: PageRequest, asked: Asked[F], table: Table, form: F) -> HttpResponse:
    """The plan stays as it is; what was typed is kept, unless it is thrown away."""
    deed = request.POST[DEED]
    if deed == DROP:
        drop_draft(actor=request.actor, dossier=table.dossier, place=table.place)
        return redirect(request.path)
    if form.has_changed() or table.draft:
        keep(request, table)
    if deed == DRAFT:
        return JsonResponse({"said": _("Bewaard om %(time)s") % {"time": _time(request)}})
    if deed == STOP:
        messages.success(request, _("U kunt later verder, waar u gebleven was. Wat u typte, is bewaard."))
        return redirect(reverse("plan", args=[table.dossier]))
    return redirect(table.previous if deed == BACK else asked.onward(table))


def keep(request: PageRequest, table: Table) -> None:
    """As it was typed, whatever may still be wrong with it."""
    keep_draft(
        actor=request.actor,
        dossier=table.dossier,
        place=table.place,
        fields={name: str(value) for name, value in request.POST.items() if name not in UNSENT | {DEED}},
        since=request.POST.get(SINCE, ""),
    )


def _time(request: PageRequest) -> str:
    return date_format(localtime(request.actor.at), "H.i")


def _answer(request: PageRequest, asked: Asked[F], table: Table, form: F) -> HttpResponse:
    context = {
        "table": table,
        "frame": table.around,
        "form": form,
        "since": table.began_with(request, asked.since(table, form)),
        **asked.more(request, table, form),
    }
    return render(request, asked.template, context, status=UNPROCESSABLE if form.is_bound else 200)
