"""Authority over a child as somebody told it: writing it down, noting what the register said, and withdrawing."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.practice.households.models import AuthorityKind, ToldAuthority
from kring.practice.households.policy import may_write_homes
from kring.practice.households.rules.authority import Found
from kring.practice.households.services import (
    AuthorityWords,
    Telling,
    check_authority,
    tell_authority,
    withdraw_told_authority,
)
from kring.web.dates import DateField
from kring.web.family.frame import Frame, frame
from kring.web.family.steps import EndForm, StepWords, step_page
from kring.web.kit.forms import form_page, refusal_in
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest

MANUAL = "wonen"


class TellForm(forms.Form):
    """Who has which authority, and who says so."""

    holder = forms.CharField(
        label=gettext_lazy("Wie heeft het gezag?"),
        help_text=gettext_lazy("Schrijf de namen op, zoals het verteld is."),
        max_length=200,
        error_messages={"required": gettext_lazy("Schrijf op wie het gezag heeft.")},
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Welk gezag?"), choices=AuthorityKind, widget=forms.RadioSelect,
        initial=AuthorityKind.JOINT_PARENTS,
    )  # fmt: skip
    told_by = forms.CharField(
        label=gettext_lazy("Wie vertelde dit?"),
        max_length=120,
        error_messages={"required": gettext_lazy("Schrijf op wie dit vertelde.")},
    )
    told_on = DateField(label=gettext_lazy("Wanneer vertelde die dat?"))

    def __init__(self, data: Mapping[str, object] | None, *, today: date) -> None:
        super().__init__(data, initial={"told_on": today})

    def words(self, child: UUID) -> AuthorityWords:
        return AuthorityWords(child, self.cleaned_data["holder"], AuthorityKind(self.cleaned_data["kind"]))

    def telling(self) -> Telling:
        return Telling(self.cleaned_data["told_by"], self.cleaned_data["told_on"])


class CheckForm(forms.Form):
    """What the register of authority says."""

    found = forms.ChoiceField(
        label=gettext_lazy("Wat zegt het gezagsregister?"),
        choices=[(one.value, one.label) for one in Found],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies of het klopt.")},
    )
    on = DateField(label=gettext_lazy("Op welke dag keek u dat na?"))


@page
def _show_tell(request: PageRequest, dossier: UUID, subject: UUID) -> HttpResponse:
    around, name = _around(request, dossier, subject)
    return _tell_page(request, around, TellForm(None, today=request.actor.today), name)


@action
def _take_tell(request: PageRequest, dossier: UUID, subject: UUID) -> HttpResponse:
    around, name = _around(request, dossier, subject)
    form = TellForm(request.POST, today=request.actor.today)
    if form.is_valid():
        with refusal_in(form):
            tell_authority(actor=request.actor, dossier=dossier, words=form.words(subject), told=form.telling())
    if not form.is_valid():
        return _tell_page(request, around, form, name)
    messages.success(request, _("Het is opgeschreven, en nog niet nagekeken."))
    return redirect("people", dossier)


tell = form_page(_show_tell, _take_tell)


@page
def _show_check(request: PageRequest, dossier: UUID, told: UUID) -> HttpResponse:
    row = _stored(dossier, told)
    around, name = _around(request, dossier, row.subject_id)
    return _check_page(request, around, CheckForm(initial={"on": request.actor.today}), name)


@action
def _take_check(request: PageRequest, dossier: UUID, told: UUID) -> HttpResponse:
    row = _stored(dossier, told)
    around, name = _around(request, dossier, row.subject_id)
    form = CheckForm(request.POST)
    if form.is_valid():
        found = next(one for one in Found if one == form.cleaned_data["found"])
        with refusal_in(form, "on"):
            check_authority(actor=request.actor, told=row, found=found, on=form.cleaned_data["on"])
    if not form.is_valid():
        return _check_page(request, around, form, name)
    messages.success(request, _("Opgeschreven dat het gezagsregister is nagekeken."))
    return redirect("people", dossier)


check = form_page(_show_check, _take_check)


@page
def _show_withdraw(request: PageRequest, dossier: UUID, told: UUID) -> HttpResponse:
    around, name = _around(request, dossier, _stored(dossier, told).subject_id)
    return _withdraw_page(request, around, EndForm(label=_("Waarom trekt u dit in?")), name)


@action
def _take_withdraw(request: PageRequest, dossier: UUID, told: UUID) -> HttpResponse:
    row = _stored(dossier, told)
    around, name = _around(request, dossier, row.subject_id)
    form = EndForm(request.POST, label=_("Waarom trekt u dit in?"))
    if not form.is_valid():
        return _withdraw_page(request, around, form, name)
    withdraw_told_authority(actor=request.actor, told=row, reason=form.cleaned_data["reason"])
    messages.success(request, _("Het is ingetrokken."))
    return redirect("people", dossier)


withdraw = form_page(_show_withdraw, _take_withdraw)


def _around(request: PageRequest, dossier: UUID, subject: UUID) -> tuple[Frame, str]:
    may_write_homes(request.actor, dossier).enforce()
    around = frame(request, dossier, "people")
    found = next((one for one in around.head.members if one.subject == subject and one.name), None)
    if found is None or not around.head.sees_plan:
        raise Http404
    return around, found.name


def _stored(dossier: UUID, told: UUID) -> ToldAuthority:
    return get_object_or_404(ToldAuthority, id=told, dossier=dossier, withdrawn_at=None)


def _tell_page(request: PageRequest, around: Frame, form: TellForm, name: str) -> HttpResponse:
    help_text = _("Wat u hier opschrijft, geeft niemand toegang. Eigen toegang volgt uit het gezagsregister.")
    return step_page(request, around, form, StepWords(_("Gezag, zoals verteld"), _("Opslaan"), help_text, MANUAL, name))


def _check_page(request: PageRequest, around: Frame, form: CheckForm, name: str) -> HttpResponse:
    help_text = _("Kijk in het gezagsregister van de rechtbank, en schrijf op wat daar staat.")
    return step_page(request, around, form, StepWords(_("Gezag nagekeken"), _("Opslaan"), help_text, MANUAL, name))


def _withdraw_page(request: PageRequest, around: Frame, form: EndForm, name: str) -> HttpResponse:
    help_text = _("Het verdwijnt van de bladzijde en blijft bewaard.")
    return step_page(request, around, form, StepWords(_("Gezag intrekken"), _("Trek in"), help_text, MANUAL, name))
