"""The list of professionals: found by a word, put in order by its heads, and who was there earlier below it."""

from collections.abc import Callable, Iterable, Mapping
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from kring.practice.care.queries import Professional, professionals
from kring.web.family.frame import Frame, frame
from kring.web.kit.forms import form_page
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest
from kring.web.listing import Column, Order

STANDARD = Order("naam")
BY: Mapping[str, Callable[[Professional], tuple[str, ...]]] = {
    "naam": lambda one: (one.name.casefold(),),
    "functie": lambda one: (one.function.casefold(), one.name.casefold()),
    "organisatie": lambda one: (one.organisation.casefold(), one.name.casefold()),
    "vanaf": lambda one: (one.since.isoformat(), one.name.casefold()),
}


@page
def _show(request: PageRequest, dossier: UUID) -> HttpResponse:
    return _list(request, dossier, "")


@action
def _search(request: PageRequest, dossier: UUID) -> HttpResponse:
    """Posted: a name stands in no address."""
    return _list(request, dossier, request.POST.get("q", "").strip()[:80])


who_is_who = form_page(_show, _search)


def _list(request: PageRequest, dossier: UUID, words: str) -> HttpResponse:
    around = professionals_frame(request, dossier)
    everybody = professionals(request.actor, dossier)
    today, columns = request.actor.today, _columns()
    order = Order.read(request.GET.get("sort", ""), columns, STANDARD)
    found = _sorted((one for one in everybody if _has(one, words)), order)
    now = [one for one in everybody if one.runs_on(today)]
    context = {
        "frame": around,
        "now": [one for one in found if one.runs_on(today)],
        "earlier": [one for one in found if not one.runs_on(today)],
        "people": len(now),
        "organisations": len({one.organisation.casefold() for one in now if one.organisation}),
        "anybody": bool(everybody),
        "words": words,
        "columns": columns,
        "order": order,
        "may_write": around.head.leads and not around.head.is_family,
    }
    return render(request, "professionals/professionals.html", context)


def professionals_frame(request: PageRequest, dossier: UUID) -> Frame:
    around = frame(request, dossier, "professionals")
    if not around.head.sees_plan or around.head.is_named_only:
        raise Http404
    return around


def _sorted(found: Iterable[Professional], order: Order) -> list[Professional]:
    return sorted(found, key=BY[order.key], reverse=order.descending)


def _has(one: Professional, words: str) -> bool:
    """Every word somewhere in the line."""
    line = f"{one.name} {one.function} {one.organisation}".casefold()
    return all(word in line for word in words.casefold().split())


def _columns() -> tuple[Column, ...]:
    sortable = (("naam", _("Naam")), ("functie", _("Functie")), ("organisatie", _("Organisatie")))
    return (
        *(Column(key, title) for key, title in sortable),
        Column("", _("Telefoon"), sortable=False),
        Column("vanaf", _("Vanaf")),
        Column("", _("Waarvan bekend"), sortable=False),
    )
