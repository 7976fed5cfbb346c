"""The page round a form of the plan: a title, a sentence of help, the form, and the way back."""

from dataclasses import dataclass

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import render

from kring.web.family.frame import Frame
from kring.web.kit.forms import UNPROCESSABLE
from kring.web.kit.request import PageRequest


@dataclass(frozen=True, slots=True)
class FormPage:
    """What stands round the form. `button` says what it does."""

    title: str
    intro: str
    back: str
    button: str


def form_answer(
    request: PageRequest, frame: Frame, form: Form, around: FormPage, template: str = "plan/form.html"
) -> HttpResponse:
    """422 when the form came back."""
    context = {"frame": frame, "form": form, "page": around}
    return render(request, template, context, status=UNPROCESSABLE if form.is_bound else 200)


def posted(request: PageRequest) -> dict[str, object] | None:
    """What was filled in, or None when the form is asked for."""
    return dict(request.POST.items()) if request.method == "POST" else None
