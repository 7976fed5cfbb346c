"""The lists, one list to read, print and take along, and the record of what was destroyed."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kring.oversight.retention import services
from kring.oversight.retention.policy import may_see_lists
from kring.oversight.retention.queries import lists
from kring.oversight.retention.queries.lists import OneList
from kring.web.destruction.sheet import as_csv
from kring.web.kit.downloads import CSV, attachment
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest
from kring.web.listing import Column


def _columns() -> tuple[Column, ...]:
    """In the language of the reader."""
    return (
        Column("number", _("Lijst"), sortable=False),
        Column("drawn", _("Opgemaakt"), sortable=False),
        Column("lines", _("Regels"), numeric=True, sortable=False),
        Column("done", _("Vernietigd"), numeric=True, sortable=False),
        Column("state", _("Stand"), sortable=False),
    )


def _line_columns() -> tuple[Column, ...]:
    return (
        Column("number", _("Regel"), sortable=False),
        Column("what", _("Wat"), sortable=False),
        Column("rule", _("Regel van bewaren"), sortable=False),
        Column("began", _("Telt vanaf"), sortable=False),
        Column("due", _("Mag weg vanaf"), sortable=False),
        Column("state", _("Stand"), sortable=False),
    )


@page
def overview(request: PageRequest) -> HttpResponse:
    may_see_lists(request.actor).enforce()
    found = lists.overview(request.actor, request.GET.get("page", "1"))
    return render(request, "destruction/overview.html", {"found": found, "columns": _columns()})


@action
def ask(request: PageRequest, organisation: UUID) -> HttpResponse:
    services.ask_list(actor=request.actor, organisation=organisation)
    messages.success(request, _("Kring kijkt nu alle dossiers na. De archivaris krijgt bericht als er een lijst is."))
    return redirect("destruction")


@page
def one(request: PageRequest, made: UUID) -> HttpResponse:
    found = list_of(request, made)
    return render(request, "destruction/list.html", {"found": found, "columns": _line_columns()})


@page
def sheet(request: PageRequest, made: UUID) -> HttpResponse:
    found = list_of(request, made, whole=True)
    return attachment(as_csv(found), CSV, f"vernietigingslijst-{found.made.number}.csv")


@page
def record(request: PageRequest, made: UUID) -> HttpResponse:
    found = list_of(request, made)
    if found.record is None:
        raise Http404
    return render(request, "destruction/record.html", {"found": found, "content": found.record.content})


def list_of(request: PageRequest, made: UUID, *, whole: bool = False) -> OneList:
    may_see_lists(request.actor).enforce()
    found = lists.list_of(request.actor, made, request.GET.get("page", "1"), whole=whole)
    if found is None:
        raise Http404
    return found
