"""One line of who lives where: writing it down, putting it right, ending, withdrawing, and taking that back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from kring.practice.households.models import Stay
from kring.practice.households.services import add_stay, correct_stay, end_stay, undo_stay, withdraw_stay
from kring.web.kit.forms import form_page, refusal_in
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest
from kring.web.kit.undo import saved
from kring.web.living.around import Setting, Words, name_of, setting, step, stored
from kring.web.living.forms import AddForm, CorrectForm, LeaveForm
from kring.web.people.steps import EndForm


@page
def _show_add(request: PageRequest, dossier: UUID) -> HttpResponse:
    around = setting(request, dossier)
    return _add_page(request, around, _add_form(request, around))


@action
def _take_add(request: PageRequest, dossier: UUID) -> HttpResponse:
    around = setting(request, dossier)
    form = _add_form(request, around)
    if form.is_valid():
        with refusal_in(form):
            made = add_stay(actor=request.actor, dossier=dossier, words=form.words(), told=form.telling())
    if not form.is_valid():
        return _add_page(request, around, form)
    saved(request, _("Het is opgeschreven."), undo=_undo(dossier, made.id))
    return redirect("homes", dossier)


add = form_page(_show_add, _take_add)


@page
def _show_correct(request: PageRequest, dossier: UUID, stay: UUID) -> HttpResponse:
    around, row = setting(request, dossier), stored(dossier, stay)
    return _correct_page(request, around, CorrectForm(None, row=row))


@action
def _take_correct(request: PageRequest, dossier: UUID, stay: UUID) -> HttpResponse:
    around, row = setting(request, dossier), stored(dossier, stay)
    form = CorrectForm(request.POST, row=row)
    if form.is_valid():
        with refusal_in(form):
            correct_stay(actor=request.actor, stay=row, words=form.words(), told=form.telling())
    if not form.is_valid():
        return _correct_page(request, around, form)
    saved(request, _("Het is verbeterd."), undo=_undo(dossier, stay))
    return redirect("homes", dossier)


correct = form_page(_show_correct, _take_correct)


@page
def _show_end(request: PageRequest, dossier: UUID, stay: UUID) -> HttpResponse:
    around, row = setting(request, dossier), stored(dossier, stay)
    return _end_page(request, around, LeaveForm(initial={"on": request.actor.today}), name_of(around, row.subject_id))


@action
def _take_end(request: PageRequest, dossier: UUID, stay: UUID) -> HttpResponse:
    around, row = setting(request, dossier), stored(dossier, stay)
    form = LeaveForm(request.POST)
    if form.is_valid():
        with refusal_in(form, "on"):
            end_stay(actor=request.actor, stay=row, on=form.cleaned_data["on"])
    if not form.is_valid():
        return _end_page(request, around, form, name_of(around, row.subject_id))
    saved(request, _("Het is gestopt. Wat er was, blijft staan bij vroeger."), undo=_undo(dossier, stay))
    return redirect("homes", dossier)


end = form_page(_show_end, _take_end)


@page
def _show_withdraw(request: PageRequest, dossier: UUID, stay: UUID) -> HttpResponse:
    around, row = setting(request, dossier), stored(dossier, stay)
    return _withdraw_page(request, around, EndForm(label=_("Waarom trekt u dit in?")), name_of(around, row.subject_id))


@action
def _take_withdraw(request: PageRequest, dossier: UUID, stay: UUID) -> HttpResponse:
    around, row = setting(request, dossier), stored(dossier, stay)
    form = EndForm(request.POST, label=_("Waarom trekt u dit in?"))
    if not form.is_valid():
        return _withdraw_page(request, around, form, name_of(around, row.subject_id))
    withdraw_stay(actor=request.actor, stay=row, reason=form.cleaned_data["reason"])
    saved(request, _("Het is ingetrokken."), undo=_undo(dossier, stay))
    return redirect("homes", dossier)


withdraw = form_page(_show_withdraw, _take_withdraw)


@action
def undo(request: PageRequest, dossier: UUID, stay: UUID) -> HttpResponse:
    undo_stay(actor=request.actor, stay=get_object_or_404(Stay, id=stay, dossier=dossier))
    messages.success(request, _("Het is ongedaan gemaakt."))
    return redirect("homes", dossier)


def _undo(dossier: UUID, stay: UUID) -> str:
    return reverse("stay_undo", args=[dossier, stay])


def _add_form(request: PageRequest, around: Setting) -> AddForm:
    data = request.POST if request.method == "POST" else None
    return AddForm(data, homes=around.told, members=around.members, today=request.actor.today)


def _add_page(request: PageRequest, around: Setting, form: AddForm) -> HttpResponse:
    help_text = _("Schrijf op wie waar woont, zoals iemand het vertelde. Het register verandert u hier niet mee.")
    return step(request, around, form, Words(_("Wie waar woont"), _("Opslaan"), help_text))


def _correct_page(request: PageRequest, around: Setting, form: CorrectForm) -> HttpResponse:
    help_text = _("Verbeter hier een vergissing. Woont iemand nu ergens anders? Kies dan verhuizen.")
    name = name_of(around, form.row.subject_id)
    words = Words(_("Wie waar woont"), _("Verbetering opslaan"), help_text, name, form.row.id)
    return step(request, around, form, words)


def _end_page(request: PageRequest, around: Setting, form: LeaveForm, name: str) -> HttpResponse:
    help_text = _("Wat er was, blijft staan bij vroeger.")
    return step(request, around, form, Words(_("Woont hier niet meer"), _("Opslaan"), help_text, name))


def _withdraw_page(request: PageRequest, around: Setting, form: EndForm, name: str) -> HttpResponse:
    help_text = _("Doe dit als het nooit zo was. Het verdwijnt dan van de bladzijde en blijft bewaard.")
    return step(request, around, form, Words(_("Intrekken"), _("Trek in"), help_text, name))
