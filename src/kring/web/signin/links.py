"""The link from the mail, and asking for one: who holds it chooses a password, and then signs in like everybody."""

from uuid import UUID

from allauth.core import ratelimit
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kring.ground.access.actor import acting, system_actor
from kring.ground.access.links import read_link
from kring.ground.access.services import (
    Opened,
    accept_invitation,
    invited_actor,
    open_invitation,
    request_reset,
)
from kring.ground.audit.trail import recording, write
from kring.ground.shared import clock
from kring.ground.shared.verdict import Refused
from kring.web.kit.forms import UNPROCESSABLE
from kring.web.kit.pages import public
from kring.web.signin.forms import Address, ChoosePassword


@public
@require_http_methods(["GET", "POST"])
def invitation(request: HttpRequest, link: str) -> HttpResponse:
    """Who asks, and a password to choose. A link that no longer works says whom to ask."""
    known = read_link(link)
    opened = _opened(known) if known else None
    if known is None or opened is None:
        return render(request, "signin/invitation_over.html", {"reason": _("Deze link klopt niet.")}, status=404)
    if not opened.usable:
        return _over(request, opened, str(opened.usable.reason))
    form = ChoosePassword(request.POST or None, email=opened.email)
    if request.method == "POST" and form.is_valid():
        return _accept(request, known, opened, form.cleaned_data["password"])
    status = UNPROCESSABLE if form.is_bound else 200
    return render(request, "signin/invitation.html", {"form": form, "opened": opened}, status=status)


@public
@require_http_methods(["GET", "POST"])
def forgotten(request: HttpRequest) -> HttpResponse:
    """The same answer for every address."""
    form = Address(request.POST or None)
    if request.method == "POST" and form.is_valid():
        email: str = form.cleaned_data["email"]
        too_many = ratelimit.consume_or_429(request, action="reset_password", key=email.lower())
        return too_many or _asked(email)
    return render(request, "signin/forgotten.html", {"form": form}, status=UNPROCESSABLE if form.is_bound else 200)


@public
@require_safe
def underway(request: HttpRequest) -> HttpResponse:
    return render(request, "signin/underway.html")


def _asked(email: str) -> HttpResponse:
    actor = system_actor(clock.now())
    with recording("signin.forgotten") as trail, acting(actor):
        request_reset(actor=actor, email=email)
        write(trail)
    return redirect("account_reset_password_done")


def _opened(known: UUID) -> Opened | None:
    actor = system_actor(clock.now())
    with acting(actor):
        return open_invitation(invitation=known, at=actor.at)


def _accept(request: HttpRequest, known: UUID, opened: Opened, password: str) -> HttpResponse:
    actor = invited_actor(opened.account, clock.now())
    try:
        with recording("signin.invitation") as trail, acting(actor):
            login = accept_invitation(actor=actor, invitation=known, password=password)
            write(trail)
    except Refused as refusal:
        return _over(request, opened, str(refusal.reason))
    ratelimit.clear(request, action="login_failed", key=login.email)
    messages.success(request, _("Uw wachtwoord is ingesteld. Log er nu mee in."))
    return redirect("account_login")


def _over(request: HttpRequest, opened: Opened, reason: str) -> HttpResponse:
    return render(request, "signin/invitation_over.html", {"reason": _(reason), "opened": opened}, status=410)
