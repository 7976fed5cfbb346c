"""The own log. Whose it is stands in the address as a number, and no name."""

from django.http import HttpResponse
from django.shortcuts import render

from kring.web.kit.pages import page
from kring.web.kit.request import PageRequest
from kring.web.log.forms import PeriodForm
from kring.web.log.own import own_log, people


@page
def own(request: PageRequest) -> HttpResponse:
    """Who looked in my data, or in those of a child."""
    about = people(request.actor)
    chosen = _chosen(request.GET.get("wie", ""), len(about))
    form = PeriodForm(request.GET, today=request.actor.today)
    context = {
        "people": about,
        "chosen": chosen,
        "person": about[chosen] if about else None,
        "form": form,
        "span": form.span,
        "log": own_log(about[chosen].subject, form.span) if about else None,
    }
    return render(request, "log/own.html", context)


def _chosen(number: str, count: int) -> int:
    """From the number that a person sees, which begins at one."""
    return int(number) - 1 if number.isdecimal() and 1 <= int(number) <= count else 0
