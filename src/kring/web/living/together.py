"""A move and a separation: one form for what concerns several people at once."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kring.practice.households.services import move, part
from kring.web.kit.forms import form_page, refusal_in
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest
from kring.web.living.around import Setting, Words, setting, step
from kring.web.living.forms import MoveForm, PartForm


@page
def _show_moving(request: PageRequest, dossier: UUID) -> HttpResponse:
    around = setting(request, dossier)
    return _moving_page(request, around, _move_form(request, around))


@action
def _take_moving(request: PageRequest, dossier: UUID) -> HttpResponse:
    around = setting(request, dossier)
    form = _move_form(request, around)
    if form.is_valid():
        with refusal_in(form):
            move(actor=request.actor, dossier=dossier, moving=form.moving(), told=form.telling())
    if not form.is_valid():
        return _moving_page(request, around, form)
    messages.success(request, _("De verhuizing staat erbij."))
    return redirect("homes", dossier)


moving = form_page(_show_moving, _take_moving)


@page
def _show_parting(request: PageRequest, dossier: UUID) -> HttpResponse:
    around = setting(request, dossier)
    return _parting_page(request, around, _part_form(request, around))


@action
def _take_parting(request: PageRequest, dossier: UUID) -> HttpResponse:
    around = setting(request, dossier)
    form = _part_form(request, around)
    if form.is_valid():
        with refusal_in(form):
            part(actor=request.actor, dossier=dossier, parting=form.parting(), told=form.telling())
    if not form.is_valid():
        return _parting_page(request, around, form)
    messages.success(request, _("De twee huizen staan erbij."))
    return redirect("homes", dossier)


parting = form_page(_show_parting, _take_parting)


def _move_form(request: PageRequest, around: Setting) -> MoveForm:
    data = request.POST if request.method == "POST" else None
    return MoveForm(data, homes=around.told, members=around.members, today=request.actor.today)


def _part_form(request: PageRequest, around: Setting) -> PartForm:
    data = request.POST if request.method == "POST" else None
    return PartForm(data, members=around.members, today=request.actor.today)


def _moving_page(request: PageRequest, around: Setting, form: MoveForm) -> HttpResponse:
    help_text = _("Wie verhuist, woont vanaf die dag niet meer waar hij of zij woonde.")
    return step(request, around, form, Words(_("Verhuizen"), _("Verhuizing opslaan"), help_text))


def _parting_page(request: PageRequest, around: Setting, form: PartForm) -> HttpResponse:
    help_text = _("Twee ouders gaan apart wonen. Kinderen kunnen in allebei de huizen wonen.")
    return step(request, around, form, Words(_("Uit elkaar"), _("Twee huizen opslaan"), help_text))
