"""Naming somebody who reads what is protected, and ending that."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kring.ground.access.services import candidates
from kring.practice.households.services import end_with_review, name_with_review
from kring.web.kit.forms import UNPROCESSABLE, form_page
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest, sent
from kring.web.shield.forms import EndForm, NameForm
from kring.web.shield.reading import NamedLine, Shield, shield_of


@page
def _show_name(request: PageRequest, dossier: UUID) -> HttpResponse:
    found = shield_of(request.actor, dossier)
    return _name(request, found, _form(request, found))


@action
def _take_name(request: PageRequest, dossier: UUID) -> HttpResponse:
    found = shield_of(request.actor, dossier)
    form = _form(request, found)
    if not form.is_valid():
        return _name(request, found, form)
    name_with_review(actor=request.actor, dossier=found.watched.dossier, naming=form.naming())
    messages.success(request, _("Deze persoon kan het nu lezen. U krijgt een taak om het na te kijken."))
    return redirect("shield", dossier)


name = form_page(_show_name, _take_name)


@page
def _show_end(request: PageRequest, dossier: UUID, reader: UUID) -> HttpResponse:
    found = shield_of(request.actor, dossier)
    return _end(request, found, _line(found, reader), EndForm())


@action
def _take_end(request: PageRequest, dossier: UUID, reader: UUID) -> HttpResponse:
    found = shield_of(request.actor, dossier)
    form = EndForm(request.POST)
    if not form.is_valid():
        return _end(request, found, _line(found, reader), form)
    end_with_review(
        actor=request.actor, dossier=found.watched.dossier, reader=reader, reason=form.cleaned_data["reason"]
    )
    messages.success(request, _("Deze persoon kan het niet meer lezen."))
    return redirect("shield", dossier)


end = form_page(_show_end, _take_end)


def _form(request: PageRequest, found: Shield) -> NameForm:
    """Nobody names oneself, so oneself is not offered."""
    offered = candidates(actor=request.actor, dossier=found.watched.dossier)
    return NameForm(
        sent(request),
        candidates=[one for one in offered if one.account != request.actor.id],
        people=found.people,
        today=request.actor.today,
    )


def _line(found: Shield, reader: UUID) -> NamedLine:
    line = next((line for line in found.readers if line.reader.id == reader), None)
    if line is None:
        raise Http404
    return line


def _name(request: PageRequest, found: Shield, form: NameForm) -> HttpResponse:
    status = UNPROCESSABLE if form.is_bound else 200
    return render(request, "shield/name.html", {"shield": found, "form": form}, status=status)


def _end(request: PageRequest, found: Shield, line: NamedLine, form: EndForm) -> HttpResponse:
    context = {"shield": found, "line": line, "form": form}
    return render(request, "shield/end.html", context, status=UNPROCESSABLE if form.is_bound else 200)
