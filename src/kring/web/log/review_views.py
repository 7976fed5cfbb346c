"""The privacy officer's review: a list with a filter, and a sample per month with a mark on each line."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from kring.ground.access.parts import Part
from kring.ground.audit.models import SampledLine
from kring.ground.audit.services import draw_sample, mark_seen
from kring.ground.audit.trail import note_read
from kring.ground.organisations.models import Organisation
from kring.ground.shared.verdict import Refused
from kring.web.kit.forms import UNPROCESSABLE, form_page, refusal_in
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest
from kring.web.listing import Column
from kring.web.log.review import PER_PAGE, as_review, chosen_lines, reviewed_organisations, samples
from kring.web.log.review_forms import ReviewForm, SampleForm, SeenForm


def columns() -> tuple[Column, ...]:
    """In the language of the reader."""
    titles = (_("Wanneer"), _("Wie"), _("Wat er gebeurde"), _("Onderdelen"), _("Over wie"))
    return tuple(Column(str(number), title, sortable=False) for number, title in enumerate(titles))


def _mine(request: PageRequest) -> tuple[tuple[UUID, str], ...]:
    found = reviewed_organisations(request.actor)
    if not found:
        raise Refused(_("Alleen de functionaris gegevensbescherming bekijkt het log van een organisatie."))
    return found


@page
def review(request: PageRequest) -> HttpResponse:
    _mine(request)
    everywhere = tuple(Organisation.objects.order_by("name", "id").values_list("id", "name"))
    form = ReviewForm(request.GET, today=request.actor.today, organisations=everywhere)
    pages = Paginator(chosen_lines(form.choice), PER_PAGE).get_page(request.GET.get("page"))
    note_read(Part.ACCESS_LOG)
    context = {"form": form, "pages": pages, "lines": as_review(pages.object_list), "columns": columns()}
    return render(request, "log/review.html", context)


@page
def _show_sample(request: PageRequest) -> HttpResponse:
    towns = _mine(request)
    form = SampleForm(today=request.actor.today, organisations=towns)
    return _sample(request, towns, form)


@action
def _draw(request: PageRequest) -> HttpResponse:
    towns = _mine(request)
    form = SampleForm(request.POST, today=request.actor.today, organisations=towns)
    if form.is_valid():
        given = form.cleaned_data
        with refusal_in(form, "month"):
            number = draw_sample(
                actor=request.actor,
                organisation=UUID(given["organisation"]),
                month=given["month"],
                size=given["size"],
            )
            messages.success(request, _("Er zijn %(number)s regels getrokken.") % {"number": number})
            return redirect("log_sample")
    return _sample(request, towns, form)


sample = form_page(_show_sample, _draw)


@action
def seen(request: PageRequest) -> HttpResponse:
    """One line of a sample has been looked at."""
    _mine(request)
    form = SeenForm(request.POST)
    if not form.is_valid():
        raise Http404
    found = get_object_or_404(SampledLine, id=form.cleaned_data["sampled"])
    mark_seen(actor=request.actor, sampled=found, remark=form.cleaned_data["remark"])
    messages.success(request, _("De regel is gemarkeerd als gezien."))
    return redirect("log_sample")


def _sample(request: PageRequest, towns: tuple[tuple[UUID, str], ...], form: SampleForm) -> HttpResponse:
    found = [(name, samples(ident)) for ident, name in towns]
    note_read(Part.ACCESS_LOG)
    context = {"form": form, "samples": [(name, lines) for name, lines in found if lines]}
    return render(request, "log/sample.html", context, status=UNPROCESSABLE if form.is_bound else 200)
