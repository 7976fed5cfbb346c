"""One page for the circle: reading it on any day, and every deed with it, without opening another page."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from kring.ground.access.policy import may_keep_circle
from kring.practice.circle.models import NetworkMember
from kring.web.circle.deeds import DEEDS, Deed, form_of
from kring.web.circle.reading import Scene, scene
from kring.web.family.circle import WHO
from kring.web.kit.forms import UNPROCESSABLE, form_page, refusal_in
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest
from kring.web.kit.undo import saved
from kring.web.listing import Column

DEED = "deed"


@page
def _show(request: PageRequest, dossier: UUID) -> HttpResponse:
    return _page(request, scene(request, dossier), {})


@action
def _take(request: PageRequest, dossier: UUID) -> HttpResponse:
    may_keep_circle(request.actor, dossier).enforce()
    now, code = scene(request, dossier), request.POST.get(DEED, "")
    deed = DEEDS.get(code)
    if deed is None or (deed.of_person and now.person is None):
        raise Http404
    form = form_of(code, now, request.POST)
    if form.is_valid():
        with refusal_in(form):
            kept = deed.keep(request.actor, now, form)
            _say(request, now, deed, kept)
            return redirect(_back(now, code))
    return _page(request, now, {code: form})


circle = form_page(_show, _take)


def _page(request: PageRequest, now: Scene, wrong: dict[str, forms.Form]) -> HttpResponse:
    """`wrong`: the form that came back, by its deed."""
    given = {
        code.replace("-", "_"): wrong.get(code) or form_of(code, now)
        for code, deed in DEEDS.items()
        if now.may_write and (not deed.of_person or now.person)
    }
    context = {"scene": now, "frame": now.frame, "forms": given, "wrong": next(iter(wrong), ""), "columns": _columns()}
    return render(request, "circle/circle.html", context, status=UNPROCESSABLE if wrong else 200)


def _say(request: PageRequest, now: Scene, deed: Deed, kept: NetworkMember | None) -> None:
    text = str(deed.said) % {"name": kept.name} if kept else str(deed.said)
    if kept and deed.undo:
        undo = f"{reverse('circle_undo', args=[now.frame.head.id, kept.pk])}?van={deed.undo}"
        saved(request, text, undo=undo)
    else:
        messages.success(request, text)


def _back(now: Scene, code: str) -> str:
    """To the form for the next one, or to the person."""
    here = reverse("circle", args=[now.frame.head.id])
    if code in {"erbij", "kind"}:
        return f"{here}#{code}"
    return here if code == "weg" or now.person is None else f"{here}?{WHO}={now.person.member.pk}#wie"


def _columns() -> tuple[Column, ...]:
    titles = (_("Wie"), _("Wat"), _("Groep"), _("Hoe dichtbij"), _("Contact"), _("Hoeveel kan erbij"))
    return tuple(Column("", title, sortable=False) for title in titles)
