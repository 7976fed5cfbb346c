"""A page with one form about somebody or something round a dossier, below the section where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from kring.web.family.frame import Frame
from kring.web.kit.forms import UNPROCESSABLE
from kring.web.kit.request import PageRequest


class EndForm(forms.Form):
    """Nothing ends without a reason."""

    reason = forms.CharField(
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Schrijf op waarom.")},
    )

    def __init__(self, data: Mapping[str, object] | None = None, *, label: str) -> None:
        super().__init__(data)
        self.fields["reason"].label = label


@dataclass(frozen=True, slots=True)
class StepWords:
    """What stands round the form; `manual` is the chapter, `about` whom it is about."""

    title: str
    button: str
    help: str
    manual: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class StepLine:
    """The line that is put right: its history (`kind` there), and where it ends or proves never to have been so."""

    kind: str
    thing: UUID
    end_url: str
    end: str
    withdraw_url: str


def step_page(
    request: PageRequest, around: Frame, form: forms.Form, words: StepWords, line: StepLine | None = None
) -> HttpResponse:
    context = {"frame": around, "form": form, "step": words, "line": line}
    return render(request, "family/step.html", context, status=UNPROCESSABLE if form.is_bound else 200)
