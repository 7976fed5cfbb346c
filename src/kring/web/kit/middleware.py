"""Safe headers on every answer, nothing personal stored, and the language that was chosen: Dutch until then."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation

from kring.ground.shared import clock

SPAN = "kring_span"
"""In the session: when it began and when it was last used, to some minutes."""
SAVED_EVERY = 300


def safe_headers(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """`no-store` on all but static files, which say themselves how long they keep."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        for name, value in settings.SAFE_HEADERS.items():
            response.headers[name] = value
        return response

    return middleware


def emptied_browser(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Who signs out leaves nothing in a shared browser: it is told to drop what pages kept in it.

    A session that ended by itself may have cost somebody a text, so then the browser still knows whose forms it had.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        was_in = SESSION_KEY in request.session
        response = get_response(request)
        if was_in and SESSION_KEY not in request.session:
            response.headers["Clear-Site-Data"] = '"cache", "storage"'
            if request.path == reverse("account_logout"):
                name = settings.FORM_COOKIE_NAME
                response.delete_cookie(name, samesite="Lax")
                response.cookies[name]["httponly"] = True
        return response

    return middleware


def ended_sessions(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """A session ends when nobody has used it for an hour, and after a working day at the latest."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if SESSION_KEY in request.session:
            now = int(clock.now().timestamp())
            began, used = request.session.get(SPAN, (now, 0))
            if used and (now - used > settings.SESSION_IDLE_AGE or now - began > settings.SESSION_COOKIE_AGE):
                request.session.flush()
            elif now - used > SAVED_EVERY:
                request.session[SPAN] = (began, now)
        return get_response(request)

    return middleware


def chosen_language(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """The language of the switch on every page. A browser's preference is no choice: law is Dutch."""
    known = dict(settings.LANGUAGES)

    def middleware(request: HttpRequest) -> HttpResponse:
        wanted = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, settings.LANGUAGE_CODE)
        with translation.override(wanted if wanted in known else settings.LANGUAGE_CODE):
            return get_response(request)

    return middleware
