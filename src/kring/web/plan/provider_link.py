"""The link for a provider without an account: who asks, three questions, one answer, and nothing about anybody."""

from typing import Final
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kring.ground.access.actor import Actor, acting, anybody, system_actor
from kring.ground.access.links import read_link
from kring.ground.audit.trail import recording, write
from kring.ground.configuration.queries.words import choices
from kring.ground.shared import clock
from kring.ground.shared.verdict import Refused
from kring.practice.plans.rules.lists import NO_INFORMAL_REASONS
from kring.practice.plans.rules.provided import can_use_link
from kring.practice.plans.services import Asked, answer_by_link, open_provider_link
from kring.web.kit.forms import UNPROCESSABLE
from kring.web.kit.pages import public
from kring.web.plan.provided_forms import Choices, ProviderForm

SALT: Final = "kring.provider"


@public
@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, link: str) -> HttpResponse:
    """A link that no longer works says what to do."""
    known, reader = read_link(link, SALT), anybody(clock.now())
    asked, reasons = _opened(known, reader) if known else (None, [])
    if known is None or asked is None:
        return _over(
            request, _("Deze link klopt niet. Kopieer de hele link, of vraag de regisseur om een nieuwe."), 404
        )
    usable = can_use_link(at=reader.at, until=asked.until, is_open=asked.is_open)
    if not usable:
        return _over(request, _(str(usable.reason)), 410, is_answered=not asked.is_open)
    form = ProviderForm(request.POST or None, goals=_goals(asked), reasons=reasons, today=reader.today)
    if request.method == "POST" and form.is_valid():
        return _taken(request, known, form)
    context = {"form": form, "asked": asked}
    return render(request, "plan/provider_link.html", context, status=UNPROCESSABLE if form.is_bound else 200)


@public
@require_safe
def thanks(request: HttpRequest) -> HttpResponse:
    return render(request, "plan/provider_thanks.html")


def _opened(known: UUID, reader: Actor) -> tuple[Asked | None, Choices]:
    with acting(reader, read_only=True):
        asked = open_provider_link(question=known)
        return asked, choices(NO_INFORMAL_REASONS, asked.controller, reader.at) if asked else []


def _taken(request: HttpRequest, known: UUID, form: ProviderForm) -> HttpResponse:
    actor = system_actor(clock.now())
    try:
        with recording("plan.provider_link") as trail, acting(actor):
            answer_by_link(actor=actor, question=known, said=form.said())
            write(trail)
    except Refused as refusal:
        return _over(request, _(str(refusal.reason)), 410, is_answered=True)
    return redirect("provider_thanks")


def _goals(asked: Asked) -> Choices:
    """By number for who does not share the plan: no word of the family leaves the house."""
    numbered = enumerate(asked.goals, start=1)
    return [(goal, words or _("Doel %(number)s") % {"number": number}) for number, (goal, words) in numbered]


def _over(request: HttpRequest, reason: str, status: int, *, is_answered: bool = False) -> HttpResponse:
    context = {"reason": reason, "is_answered": is_answered}
    return render(request, "plan/provider_over.html", context, status=status)
