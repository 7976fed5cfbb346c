"""A list of notices that can be marked as read; in the demo also the outbox of the mail about them."""

from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from kring.ground.agenda.queries import my_notices
from kring.ground.agenda.queries import outbox as sent_mails
from kring.ground.agenda.services import mark_read
from kring.web.home.queries import me
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest
from kring.web.notices.places import place_of


@page
def notices(request: PageRequest) -> HttpResponse:
    mine = my_notices(request.actor)
    context = {
        "unread": [notice for notice in mine if not notice.is_read],
        "read": [notice for notice in mine if notice.is_read],
    }
    return render(request, "notices/notices.html", context)


@action
def read(request: PageRequest) -> HttpResponse:
    """One notice by its id, or all of them."""
    mark_read(actor=request.actor, notices=tuple(_ids(request.POST.getlist("notice"))))
    return redirect("notices")


@action
def follow(request: PageRequest, notice: UUID) -> HttpResponse:
    """To the place that the notice is about; it is read then."""
    found = next((one for one in my_notices(request.actor) if one.id == notice), None)
    if found is None:
        raise Http404
    mark_read(actor=request.actor, notices=(notice,))
    return redirect(place_of(found, is_family=me(request.actor).is_family))


@page
def outbox(request: PageRequest) -> HttpResponse:
    if not settings.DEMO:
        raise Http404
    return render(request, "notices/outbox.html", {"mails": sent_mails()})


def _ids(given: list[str]) -> list[UUID]:
    try:
        return [UUID(text) for text in given]
    except ValueError as problem:
        raise Http404 from problem
