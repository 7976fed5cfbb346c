"""A page with one form about somebody or something round a dossier, below the section where it stands."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from kring.web.family.frame import Frame
from kring.web.kit.forms import UNPROCESSABLE, form_page, refusal_in
from kring.web.kit.pages import Decorated, action, page
from kring.web.kit.request import PageRequest

A = TypeVar("A")
F = TypeVar("F", bound=forms.Form)


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


@dataclass(frozen=True, slots=True)
class Step(Generic[A, F]):
    """One form and its deed. `around` refuses who may not, and finds what the form is about.

    What the rules refuse stands beside `field`, or above the form.
    """

    around: Callable[..., A]
    form: Callable[[PageRequest, A], F]
    deed: Callable[[PageRequest, A, F], HttpResponse]
    answer: Callable[[PageRequest, A, F], HttpResponse]
    field: str | None = None


def taking(step: Step[A, F]) -> Decorated:
    """The form is shown, and taken when it is right."""

    @page
    def show(request: PageRequest, /, dossier: UUID, **line: UUID) -> HttpResponse:
        around = step.around(request, dossier, **line)
        return step.answer(request, around, step.form(request, around))

    @action
    def take(request: PageRequest, /, dossier: UUID, **line: UUID) -> HttpResponse:
        around = step.around(request, dossier, **line)
        form, done = step.form(request, around), None
        if form.is_valid():
            with refusal_in(form, step.field):
                done = step.deed(request, around, form)
        return done or step.answer(request, around, form)

    return form_page(show, take)
