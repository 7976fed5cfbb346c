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
    """What stands round the form. `button` says what it does; `since` is what the writer began with."""

    title: str
    intro: str
    back: str
    button: str
    since: str = ""


def form_answer(
    request: PageRequest, frame: Frame, form: Form, around: FormPage, template: str = "plan/form.html"
) -> HttpResponse:
    """422 when the form came back."""
    context = {"frame": frame, "form": form, "page": around}
    return render(request, template, context, status=UNPROCESSABLE if form.is_bound else 200)
