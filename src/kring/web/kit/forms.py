"""A form has one address: GET shows it, POST takes it, and what was wrong comes back on the same page with 422."""

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import update_wrapper
from typing import cast

from django import forms
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext

from kring.ground.audit.trail import apart
from kring.ground.shared.verdict import Refused
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


def refusal_in(form: forms.Form, field: str | None = None) -> AbstractContextManager[None, bool]:
    """What the rules refuse comes back in the form, at this field or above it; nothing of the deed is left.

    Whether one may do it at all is asked before: that is no mistake in a form.
    """
    return cast("AbstractContextManager[None, bool]", _refusal_in(form, field))


@contextmanager
def _refusal_in(form: forms.Form, field: str | None) -> Iterator[None]:
    try:
        with transaction.atomic(), apart():
            yield
    except Refused as refusal:
        form.add_error(field, gettext(str(refusal.reason)))


def put(form: forms.Form, problems: Iterable[Problem]) -> None:
    """What the rules found, beside the fields it is about; what is about no field stands above the form."""
    for problem in problems:
        field = problem.field if problem.field in form.fields else None
        if field is None or field not in form.errors:
            form.add_error(field, gettext(problem.text))
