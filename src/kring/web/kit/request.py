"""A request as our views get it: signed in, with an actor and a moment."""

from collections.abc import Callable

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from kring.ground.access.actor import Actor


class PageRequest(HttpRequest):
    """Set by `page` and `action`; annotated here so that views are typed."""

    actor: Actor
    htmx: HtmxDetails
    afterwards: list[Callable[[], None]]
    """What a page keeps for next time, once it has read: done in the transaction that writes its log lines."""
