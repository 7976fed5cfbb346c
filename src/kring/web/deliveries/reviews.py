"""The review list: rows whose person is not certain, seen and decided by the data steward alone."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kring.exchange import queries, services
from kring.exchange.models import ReviewItem
from kring.exchange.queries import ReviewRow
from kring.ground.shared.verdict import Refused
from kring.web.deliveries.forms import DecideForm
from kring.web.deliveries.presenting import facts
from kring.web.kit.forms import UNPROCESSABLE, form_page
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest


@page
def reviews(request: PageRequest) -> HttpResponse:
    _enforce_steward(request)
    return render(request, "deliveries/reviews.html", {"rows": queries.reviews(request.actor)})


@page
def show_review(request: PageRequest, item: UUID) -> HttpResponse:
    _item, row = _found(request, item)
    return _review(request, row, DecideForm(candidates=row.candidates))


@action
def take_review(request: PageRequest, item: UUID) -> HttpResponse:
    found, row = _found(request, item)
    form = DecideForm(request.POST, candidates=row.candidates)
    if not form.is_valid():
        return _review(request, row, form)
    services.decide(actor=request.actor, item=found, choice=form.choice())
    messages.success(request, _("Uw beslissing is vastgelegd. Kring verwerkt de regel nu."))
    return redirect("reviews")


review = form_page(show_review, take_review)


def _enforce_steward(request: PageRequest) -> None:
    if not queries.reviews_for(request.actor):
        raise Refused(_("Alleen de gegevensbeheerder beoordeelt personen."))


def _found(request: PageRequest, item: UUID) -> tuple[ReviewItem, ReviewRow]:
    _enforce_steward(request)
    found = queries.review(request.actor, item)
    if found is None:
        raise Http404
    return found


def _review(request: PageRequest, row: ReviewRow, form: DecideForm) -> HttpResponse:
    context = {"row": row, "facts": facts(row), "form": form}
    return render(request, "deliveries/review.html", context, status=UNPROCESSABLE if form.errors else 200)
