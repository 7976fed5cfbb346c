"""What the family says is not right, for who leads: what waits first, each with its answer."""

from collections.abc import Mapping
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kring.practice.statements.models import Remark
from kring.practice.statements.policy import may_answer
from kring.practice.statements.queries import remarks_in
from kring.practice.statements.rules import LONGEST_ANSWER, Outcome
from kring.practice.statements.services import answer_remark
from kring.web.family.forms import with_choices
from kring.web.family.frame import Frame, frame
from kring.web.kit.forms import UNPROCESSABLE, form_page, refusal_in
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest, sent


class AnswerForm(forms.Form):
    """What became of it, in words that the family reads."""

    outcome = forms.ChoiceField(
        label=_("Wat gebeurt ermee?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat ermee gebeurt.")},
    )
    answer = forms.CharField(
        label=_("Uw antwoord"),
        help_text=_("Wie dit schreef, leest uw antwoord. Schrijf kort, in gewone woorden."),
        max_length=LONGEST_ANSWER,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, data: Mapping[str, object] | None = None) -> None:
        super().__init__(data)
        with_choices(self.fields["outcome"], [(one.value, gettext(one.label).capitalize()) for one in Outcome])


@page
def listing(request: PageRequest, dossier: UUID) -> HttpResponse:
    around = _led(request, dossier)
    return render(request, "ownwords/remarks.html", {"frame": around, "remarks": remarks_in(dossier)})


@page
def _show(request: PageRequest, dossier: UUID, remark: UUID) -> HttpResponse:
    around = _led(request, dossier)
    return _page(
        request, around, get_object_or_404(Remark, id=remark, dossier_id=dossier, withdrawn_at=None), AnswerForm()
    )


@action
def _take(request: PageRequest, dossier: UUID, remark: UUID) -> HttpResponse:
    around, form = _led(request, dossier), AnswerForm(sent(request))
    row = get_object_or_404(Remark, id=remark, dossier_id=dossier, withdrawn_at=None)
    if form.is_valid():
        given = form.cleaned_data
        with refusal_in(form):
            answer_remark(actor=request.actor, remark=row, outcome=Outcome.of(given["outcome"]), answer=given["answer"])
            messages.success(request, gettext("Het antwoord is verstuurd."))
            return redirect("remarks", dossier)
    return _page(request, around, row, form)


answer = form_page(_show, _take)


def _led(request: PageRequest, dossier: UUID) -> Frame:
    around = frame(request, dossier, "remarks")
    may_answer(request.actor, dossier).enforce()
    return around


def _page(request: PageRequest, around: Frame, row: Remark, form: AnswerForm) -> HttpResponse:
    said = next((one for one in remarks_in(around.head.id) if one.id == row.id), None)
    context = {"frame": around, "said": said, "form": form}
    return render(request, "ownwords/remark.html", context, status=UNPROCESSABLE if form.is_bound else 200)
