"""A form of Beheer at one address: GET shows it, POST does it, and what a rule refuses stands on the same page."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import update_wrapper
from typing import Any, Concatenate, ParamSpec

from django import forms
from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render

from kring.web.kit.forms import UNPROCESSABLE, form_page, refusal_in
from kring.web.kit.pages import Decorated, action, page
from kring.web.kit.request import PageRequest

P = ParamSpec("P")
Crumbs = tuple[tuple[str, str], ...]
Given = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands round the fields. `back` is where "Annuleren" goes; `warning` says what cannot be undone."""

    title: str
    intro: str
    button: str
    back: str
    crumbs: Crumbs = ()
    warning: str = ""
    chapter: str = "beheer"


@dataclass(frozen=True, slots=True)
class Work:
    """A form, its sheet, and what is done with what was given: `carry_out` answers where to go, `done` is said then."""

    form: forms.Form
    sheet: Sheet
    carry_out: Callable[[Given], str]
    done: str


def worksheet(build: Callable[Concatenate[PageRequest, P], Work]) -> Decorated:
    """`build` asks the policy first, and finds what the form is about."""

    def show(request: PageRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        return _answer(request, build(request, *args, **kwargs), 200)

    def take(request: PageRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        work = build(request, *args, **kwargs)
        target = _saved(work) if work.form.is_valid() else ""
        if not target:
            return _answer(request, work, UNPROCESSABLE)
        messages.success(request, work.done)
        return redirect(target)

    for view in (show, take):
        update_wrapper(view, build)
    return form_page(page(show), action(take))


def _answer(request: PageRequest, work: Work, status: int) -> HttpResponse:
    context = {"form": work.form, "sheet": work.sheet}
    return render(request, "administration/form.html", context, status=status)


def _saved(work: Work) -> str:
    """Where to go, or nothing when a rule refused it."""
    try:
        with refusal_in(work.form):
            return work.carry_out(work.form.cleaned_data)
    except ValidationError as problem:
        _put(work.form, problem)
    return ""


def _put(form: forms.Form, problem: ValidationError) -> None:
    """What the model found, beside its field where the form has it."""
    by_field = problem.message_dict if hasattr(problem, "error_dict") else {NON_FIELD_ERRORS: problem.messages}
    for name, texts in by_field.items():
        for text in texts:
            form.add_error(name if name in form.fields else None, text)
