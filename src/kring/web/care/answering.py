"""Saying of something that stands out that it fits so, or taking it up; and taking that back with a reason."""

from datetime import date
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.practice.care.policy import may_answer_mark
from kring.practice.care.queries import care_picture
from kring.practice.care.rules.marks import Answer
from kring.practice.care.services import say_it_fits, take_it_up, withdraw_answer
from kring.practice.plans.queries.beside_care import beside_care
from kring.web.care.noticed import Noticed, noticed
from kring.web.care.views import care_frame
from kring.web.dates import DateField
from kring.web.family.frame import Frame
from kring.web.family.steps import EndForm, StepWords, step_page
from kring.web.kit.forms import form_page, refusal_in
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest

MANUAL = "zorgverloop"


class AnswerForm(forms.Form):
    """It fits so, or somebody takes it up, by a day."""

    answer = forms.ChoiceField(
        label=gettext_lazy("Wat zegt u hiervan?"),
        choices=[(one.value, one.label) for one in Answer],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies een van de twee.")},
    )
    because = forms.CharField(
        label=gettext_lazy("Want …"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": gettext_lazy("Schrijf op waarom.")},
    )
    due_on = DateField(
        label=gettext_lazy("Voor welke dag?"),
        help_text=gettext_lazy("Alleen als u het oppakt. Er komt dan een taak in uw dag."),
        required=False,
    )

    def clean(self) -> dict[str, object]:
        given = super().clean() or {}
        if given.get("answer") == Answer.TAKEN_UP and not given.get("due_on") and "due_on" not in self.errors:
            self.add_error("due_on", _("Schrijf op voor welke dag u het oppakt."))
        return given


@page
def _show(request: PageRequest, dossier: UUID, mark: UUID) -> HttpResponse:
    around, one = _found(request, dossier, mark)
    if one.said:
        return _withdraw_page(request, around, one, _end_form(None))
    return _answer_page(request, around, one, AnswerForm())


@action
def _take(request: PageRequest, dossier: UUID, mark: UUID) -> HttpResponse:
    around, one = _found(request, dossier, mark)
    return _withdrawn(request, around, one) if one.said else _answered(request, around, one)


answer = form_page(_show, _take)


def _answered(request: PageRequest, around: Frame, one: Noticed) -> HttpResponse:
    form = AnswerForm(request.POST)
    if form.is_valid():
        with refusal_in(form):
            _save(request, around.head.id, one, form.cleaned_data)
    if not form.is_valid():
        return _answer_page(request, around, one, form)
    messages.success(request, _("Het staat erbij."))
    return redirect("care", around.head.id)


def _save(request: PageRequest, dossier: UUID, one: Noticed, given: dict[str, object]) -> None:
    because, due_on = str(given["because"]), given["due_on"]
    if given["answer"] == Answer.TAKEN_UP and isinstance(due_on, date):
        take_it_up(actor=request.actor, dossier=dossier, marked=one.marked, because=because, due_on=due_on)
    else:
        say_it_fits(actor=request.actor, dossier=dossier, marked=one.marked, because=because)


def _withdrawn(request: PageRequest, around: Frame, one: Noticed) -> HttpResponse:
    form = _end_form(request)
    if not form.is_valid():
        return _withdraw_page(request, around, one, form)
    reason = form.cleaned_data["reason"]
    withdraw_answer(actor=request.actor, dossier=around.head.id, marked=one.marked, reason=reason)
    messages.success(request, _("Het is ingetrokken."))
    return redirect("care", around.head.id)


def _found(request: PageRequest, dossier: UUID, mark: UUID) -> tuple[Frame, Noticed]:
    """Only what this reader sees standing out; and only for who says what it means."""
    around = care_frame(request, dossier)
    marks = noticed(dossier, care_picture(request.actor, dossier), beside_care(request.actor, dossier))
    one = next((each for each in marks if each.marked.key == mark), None)
    if one is None:
        raise Http404
    may_answer_mark(request.actor, dossier, one.marked.about).enforce()
    return around, one


def _end_form(request: PageRequest | None) -> EndForm:
    return EndForm(request.POST if request else None, label=_("Waarom trekt u dit in?"))


def _answer_page(request: PageRequest, around: Frame, one: Noticed, form: AnswerForm) -> HttpResponse:
    help_text = _("Iedereen die dit mag zien, leest wat u ervan zegt.")
    return step_page(request, around, form, StepWords(_("Wat opvalt"), _("Opslaan"), help_text, MANUAL, one.text))


def _withdraw_page(request: PageRequest, around: Frame, one: Noticed, form: EndForm) -> HttpResponse:
    help_text = _("Daarna staat het weer open. Wat u zei, blijft bewaard.")
    words = StepWords(_("Intrekken wat u zei"), _("Trek in"), help_text, MANUAL, one.text)
    return step_page(request, around, form, words)
