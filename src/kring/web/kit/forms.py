"""A form has one address: GET shows it, POST takes it, and what was wrong comes back on the same page with 422."""

from collections.abc import Iterable
from functools import update_wrapper
from typing import cast

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext

from kring.practice.leads.rules import Problem
from kring.web.kit.pages import Decorated

UNPROCESSABLE = 422


def form_page(show: Decorated, take: Decorated) -> Decorated:
    """`show` is a page, `take` an action; together they are one address."""

    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        view = take if request.method == "POST" else show
        return view(request, *args, **kwargs)

    update_wrapper(answer, show)
    answer.kind = show.kind  # type: ignore[attr-defined]  # functions take attributes; Decorated says which
    return cast("Decorated", answer)


def put(form: forms.Form, problems: Iterable[Problem]) -> None:
    """What the rules found, beside the fields it is about; what is about no field stands above the form."""
    for problem in problems:
        field = problem.field if problem.field in form.fields else None
        if field is None or field not in form.errors:
            form.add_error(field, gettext(problem.text))
