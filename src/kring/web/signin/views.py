"""Sign-in pages of our own: the demo's accounts by role, one's own account, and what we do not use."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kring.ground.access.demo_accounts import demo_groups
from kring.ground.access.models import Login
from kring.ground.access.services import discard_text
from kring.web.kit.kept import place_of_kept
from kring.web.kit.pages import action, page, public
from kring.web.kit.request import PageRequest


@public
@require_http_methods(["GET", "POST"])
def demo(request: HttpRequest) -> HttpResponse:
    """Choose who you are. The accounts are invented; there is no password to know."""
    if not settings.DEMO:
        raise Http404
    if request.method == "POST":
        return _enter(request)
    return render(request, "signin/demo.html", {"groups": demo_groups()})


def _enter(request: HttpRequest) -> HttpResponse:
    try:
        chosen = UUID(request.POST.get("account", ""))
    except ValueError as problem:
        raise Http404 from problem
    account = Login.objects.filter(id=chosen, is_active=True).first()
    if account is None:
        raise Http404
    login(request, account)
    return redirect(place_of_kept(chosen) or "home")


@page
def my_account(request: PageRequest) -> HttpResponse:
    """How one signs in, and where to change that."""
    return render(request, "signin/my_account.html", {"login": Login.objects.get(id=request.actor.id)})


@action
def discard_kept(request: PageRequest, kept: UUID) -> HttpResponse:
    """What was typed before the session ended, and is not wanted any more: back to the page, without it."""
    place = discard_text(actor=request.actor, kept=kept)
    messages.success(request, _("Weggegooid. Wat u typte, is niet bewaard."))
    return redirect(place or "home")


@public
def absent(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Nobody makes an own account or changes the address that they were invited on."""
    raise Http404


@public
def too_many(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """One computer tries too often; wait, and it works again."""
    return render(request, "error/429.html", status=429)
