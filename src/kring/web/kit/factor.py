"""A professional without a second factor reaches one page only: the one on which it is set up."""

from django.conf import settings
from django.http import HttpRequest

from kring.ground.access.actor import Actor
from kring.ground.access.queries import lacks_second_factor

KNOWN = "kring_second_factor"
"""In the session once it has been asked; taking the factors away ends the session."""


def must_set_up_factor(request: HttpRequest, actor: Actor) -> bool:
    """Asks the database once in a session. The demo has neither passwords nor factors."""
    if settings.DEMO or request.session.get(KNOWN):
        return False
    if lacks_second_factor(actor.id):
        return True
    request.session[KNOWN] = True
    return False
