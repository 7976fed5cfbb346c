"""Writing down a professional, putting it right, ending, withdrawing, and taking that back."""

from collections.abc import Mapping
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.ground.access.models import Party, PartySource
from kring.ground.access.policy import may_write_parties
from kring.ground.access.services import (
    PartyWords,
    add_party,
    correct_party,
    end_party,
    undo_party,
    withdraw_party,
)
from kring.web.dates import DateField
from kring.web.family.frame import Frame
from kring.web.kit.forms import UNPROCESSABLE, form_page, refusal_in
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest
from kring.web.kit.undo import saved
from kring.web.people.steps import EndForm, StepWords
from kring.web.professionals.views import professionals_frame

MANUAL = "professionals"
SOURCES = [(one.value, one.label) for one in PartySource if one is not PartySource.ACCOUNT]


class PartyForm(forms.Form):
    """Who it is, as far as is known."""

    name = forms.CharField(
        label=gettext_lazy("Naam"),
        max_length=120,
        error_messages={"required": gettext_lazy("Schrijf de naam op van de professional.")},
    )
    function = forms.CharField(label=gettext_lazy("Functie"), max_length=120, required=False)
    organisation = forms.CharField(label=gettext_lazy("Organisatie"), max_length=120, required=False)
    phone = forms.CharField(label=gettext_lazy("Telefoon"), max_length=30, required=False)
    source = forms.ChoiceField(
        label=gettext_lazy("Waarvan weet u dit?"), choices=SOURCES, widget=forms.RadioSelect,
        initial=PartySource.FAMILY,
    )  # fmt: skip
    since = DateField(label=gettext_lazy("Vanaf welke dag?"))
    until = DateField(
        label=gettext_lazy("Vanaf welke dag niet meer?"),
        help_text=gettext_lazy("Laat leeg als het zo blijft."),
        required=False,
    )

    def __init__(self, data: Mapping[str, object] | None = None, *, row: Party | None = None) -> None:
        initial = {} if row is None else {
            "name": row.name, "function": row.function, "organisation": row.organisation_name, "phone": row.phone,
            "source": row.source, "since": row.started_on, "until": row.ended_on,
        }  # fmt: skip
        super().__init__(data, initial=initial)

    def words(self) -> PartyWords:
        given = self.cleaned_data
        return PartyWords(
            given["name"], given["function"], given["organisation"], given["phone"], PartySource(given["source"]),
            given["since"], given["until"],
        )  # fmt: skip


class LeaveForm(forms.Form):
    """From which day somebody is not there any more."""

    on = DateField(label=gettext_lazy("Vanaf welke dag is deze professional er niet meer?"))


@page
def _show_add(request: PageRequest, dossier: UUID) -> HttpResponse:
    return _add_page(request, _around(request, dossier), PartyForm())


@action
def _take_add(request: PageRequest, dossier: UUID) -> HttpResponse:
    around, form = _around(request, dossier), PartyForm(request.POST)
    if form.is_valid():
        with refusal_in(form):
            made = add_party(actor=request.actor, dossier=dossier, words=form.words())
    if not form.is_valid():
        return _add_page(request, around, form)
    saved(request, _("De professional staat erbij."), undo=_undo(dossier, made.id))
    return redirect("professionals", dossier)


add = form_page(_show_add, _take_add)


@page
def _show_correct(request: PageRequest, dossier: UUID, party: UUID) -> HttpResponse:
    around, row = _around(request, dossier), _stored(dossier, party)
    return _correct_page(request, around, row, PartyForm(row=row))


@action
def _take_correct(request: PageRequest, dossier: UUID, party: UUID) -> HttpResponse:
    around, row = _around(request, dossier), _stored(dossier, party)
    form = PartyForm(request.POST, row=row)
    if form.is_valid():
        with refusal_in(form):
            correct_party(actor=request.actor, party=row, words=form.words())
    if not form.is_valid():
        return _correct_page(request, around, row, form)
    saved(request, _("Het is verbeterd."), undo=_undo(dossier, party))
    return redirect("professionals", dossier)


correct = form_page(_show_correct, _take_correct)


@page
def _show_end(request: PageRequest, dossier: UUID, party: UUID) -> HttpResponse:
    around, row = _around(request, dossier), _stored(dossier, party)
    return _end_page(request, around, row, LeaveForm(initial={"on": request.actor.today}))


@action
def _take_end(request: PageRequest, dossier: UUID, party: UUID) -> HttpResponse:
    around, row = _around(request, dossier), _stored(dossier, party)
    form = LeaveForm(request.POST)
    if form.is_valid():
        with refusal_in(form, "on"):
            end_party(actor=request.actor, party=row, on=form.cleaned_data["on"])
    if not form.is_valid():
        return _end_page(request, around, row, form)
    saved(request, _("Het is gestopt. Wat er was, blijft staan bij eerder."), undo=_undo(dossier, party))
    return redirect("professionals", dossier)


end = form_page(_show_end, _take_end)


@page
def _show_withdraw(request: PageRequest, dossier: UUID, party: UUID) -> HttpResponse:
    around, row = _around(request, dossier), _stored(dossier, party)
    return _withdraw_page(request, around, row, EndForm(label=_("Waarom trekt u dit in?")))


@action
def _take_withdraw(request: PageRequest, dossier: UUID, party: UUID) -> HttpResponse:
    around, row = _around(request, dossier), _stored(dossier, party)
    form = EndForm(request.POST, label=_("Waarom trekt u dit in?"))
    if not form.is_valid():
        return _withdraw_page(request, around, row, form)
    withdraw_party(actor=request.actor, party=row, reason=form.cleaned_data["reason"])
    saved(request, _("Het is ingetrokken."), undo=_undo(dossier, party))
    return redirect("professionals", dossier)


withdraw = form_page(_show_withdraw, _take_withdraw)


@action
def undo(request: PageRequest, dossier: UUID, party: UUID) -> HttpResponse:
    undo_party(actor=request.actor, party=get_object_or_404(Party, id=party, dossier=dossier))
    messages.success(request, _("Het is ongedaan gemaakt."))
    return redirect("professionals", dossier)


def _undo(dossier: UUID, party: UUID) -> str:
    return reverse("party_undo", args=[dossier, party])


def _around(request: PageRequest, dossier: UUID) -> Frame:
    may_write_parties(request.actor, dossier).enforce()
    return professionals_frame(request, dossier)


def _stored(dossier: UUID, party: UUID) -> Party:
    """Who works along in Kring is no line to put right here."""
    return get_object_or_404(Party, id=party, dossier=dossier, account=None, withdrawn_at=None)


def _page(request: PageRequest, around: Frame, form: forms.Form, words: StepWords, row: Party | None) -> HttpResponse:
    context = {"frame": around, "form": form, "step": words, "party": row}
    return render(request, "professionals/step.html", context, status=UNPROCESSABLE if form.is_bound else 200)


def _add_page(request: PageRequest, around: Frame, form: PartyForm) -> HttpResponse:
    help_text = _("Voor wie niet in Kring meewerkt. Wie hier staat, krijgt daardoor geen toegang.")
    return _page(request, around, form, StepWords(_("Professional opschrijven"), _("Opslaan"), help_text, MANUAL), None)


def _correct_page(request: PageRequest, around: Frame, row: Party, form: PartyForm) -> HttpResponse:
    words = StepWords(
        _("Professional wijzigen"), _("Verbetering opslaan"), _("Verbeter of vul aan wat u weet."), MANUAL, row.name
    )
    return _page(request, around, form, words, row)


def _end_page(request: PageRequest, around: Frame, row: Party, form: LeaveForm) -> HttpResponse:
    words = StepWords(_("Is er niet meer"), _("Opslaan"), _("Wat er was, blijft staan bij eerder."), MANUAL, row.name)
    return _page(request, around, form, words, None)


def _withdraw_page(request: PageRequest, around: Frame, row: Party, form: EndForm) -> HttpResponse:
    help_text = _("Doe dit als het nooit zo was. Het verdwijnt dan van de bladzijde en blijft bewaard.")
    return _page(request, around, form, StepWords(_("Intrekken"), _("Trek in"), help_text, MANUAL, row.name), None)
