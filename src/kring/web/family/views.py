"""My families, and the overview of one. Whoever searches by name posts it: a name never stands in an address."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from kring.ground.access.parts import Part
from kring.practice.circle.queries import people_on
from kring.practice.leads.queries import shared_with_me
from kring.practice.plans.queries import FamilyList, around, my_families, working_plan
from kring.practice.plans.queries.families import PER_PAGE, SortBy
from kring.web.family.frame import frame
from kring.web.family.overview import overview
from kring.web.kit.forms import form_page
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest
from kring.web.listing import Column, Order

STANDARD = Order(SortBy.NAME)


def columns() -> tuple[Column, ...]:
    """In the language of the reader."""
    return (
        Column(SortBy.NAME, _("Gezin of persoon")),
        Column("lead", _("Regisseur"), sortable=False),
        Column(SortBy.STATE, _("Stand")),
        Column(SortBy.LATE, _("Acties"), numeric=True),
        Column(SortBy.EVALUATION, _("Terugkijken")),
    )


@page
def _all_families(request: PageRequest) -> HttpResponse:
    order = Order.read(request.GET.get("sort", ""), columns(), STANDARD)
    text = request.GET.get("page", "1")
    number = int(text) if text.isascii() and text.isdigit() else 1
    found = my_families(request.actor, by=SortBy(order.key), descending=order.descending, number=number)
    return _listed(request, found, order)


@action
def _found_families(request: PageRequest) -> HttpResponse:
    """The first page of what was found; the search is not kept."""
    search = request.POST.get("q", "").strip()[:80]
    return _listed(request, my_families(request.actor, search=search), None, search)


families = form_page(_all_families, _found_families)


def _listed(request: PageRequest, found: FamilyList, order: Order | None, search: str = "") -> HttpResponse:
    pages = Paginator(range(found.found), PER_PAGE).page(found.number)
    context = {"found": found, "columns": columns(), "order": order, "search": search, "pages": pages}
    return render(request, "family/families.html", context)


@page
def family(request: PageRequest, dossier: UUID) -> HttpResponse:
    """The whole family at a glance, as far as this reader may see it."""
    around_it = frame(request, dossier, "family")
    if around_it.head.is_named_only:
        lines = shared_with_me(request.actor, around_it.head)
        return render(request, "family/external.html", {"frame": around_it, "lines": lines})
    if not around_it.head.sees_plan:
        named = any(member.name for member in around_it.head.members)
        return render(request, "family/face.html", {"frame": around_it, "named": named})
    plan = working_plan(request.actor, dossier)
    reads_circle = around_it.head.reads(Part.NETWORK)
    people = people_on(dossier, request.actor.today) if reads_circle else None
    seen = overview(around_it, plan, around(request.actor, around_it.head), people, request.actor.today)
    context = {"frame": around_it, "plan": plan, "seen": seen, "today": request.actor.today}
    return render(request, "family/overview.html", context)
