"""A request as our views get it: signed in, with an actor and a moment."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpRequest, QueryDict
from django_htmx.middleware import HtmxDetails

from kring.ground.access.actor import Actor


class PageRequest(HttpRequest):
    """Set by `page` and `action`; annotated here so that views are typed."""

    actor: Actor
    htmx: HtmxDetails
    afterwards: list[Callable[[], None]]
    """What a page keeps for next time, once it has read: done in the transaction that writes its log lines."""


def sent(request: HttpRequest) -> QueryDict | None:
    """What a form was sent with; None when it is only shown."""
    return request.POST if request.method == "POST" else None


def asked_id(request: HttpRequest, name: str) -> UUID | None:
    """Whom or what the address asks for; None for nobody, and for what is no id."""
    try:
        return UUID(request.GET.get(name, ""))
    except ValueError:
        return None
