"""One's own families by name; and for a colleague's, after a reason, only "bekend in uw team"."""

from django.http import HttpResponse
from django.shortcuts import render

from kring.ground.access.models import Account
from kring.practice.households.search import find_own, known_here
from kring.web.kit.forms import UNPROCESSABLE, form_page
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest
from kring.web.search.forms import KnownForm, SearchForm


@page
def show_search(request: PageRequest) -> HttpResponse:
    return _search(request, SearchForm())


@action
def take_search(request: PageRequest) -> HttpResponse:
    form = SearchForm(request.POST)
    if not form.is_valid():
        return _search(request, form, status=UNPROCESSABLE)
    return _search(request, form, found=find_own(form.cleaned_data["q"]), asked=True)


search = form_page(show_search, take_search)


@page
def show_known(request: PageRequest) -> HttpResponse:
    return _known(request, KnownForm())


@action
def take_known(request: PageRequest) -> HttpResponse:
    form = KnownForm(request.POST)
    if not form.is_valid():
        return _known(request, form, status=UNPROCESSABLE)
    given = form.cleaned_data
    hits = known_here(given["name"], given["born"], given["reason"])
    return _known(request, KnownForm(), hits=hits, asked=given["name"])


known = form_page(show_known, take_known)


def _search(request: PageRequest, form: SearchForm, *, status: int = 200, **more: object) -> HttpResponse:
    professional = Account.objects.filter(id=request.actor.id, staff__isnull=False).exists()
    return render(request, "search/search.html", {"form": form, "professional": professional, **more}, status=status)


def _known(request: PageRequest, form: KnownForm, *, status: int = 200, **more: object) -> HttpResponse:
    return render(request, "search/known.html", {"form": form, **more}, status=status)
