"""Public statements: how personal data are kept, how accessible Kring is, and where to report a leak."""

from datetime import UTC, date, datetime, time

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import get_default_timezone
from django.views.decorators.http import require_safe

from kring.ground.access.actor import acting, anybody
from kring.ground.agenda.mail import installation_address
from kring.ground.configuration.queries.texts import texts_by_town
from kring.ground.configuration.rules.texts import CONTACT, PRIVACY
from kring.ground.shared import clock
from kring.web.kit.pages import public

LAST_MOMENT = time(23, 59, 59)


@public
def privacy(request: HttpRequest) -> HttpResponse:
    """With what each municipality adds of its own."""
    with acting(anybody(clock.now()), read_only=True):
        towns = texts_by_town((PRIVACY.code, CONTACT.code))
    return render(request, "statement/privacy.html", {"towns": towns})


@public
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "statement/accessibility.html")


@public
@require_safe
def security(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Where to report a hole (RFC 9116). Not there without a contact, nor after the day that somebody set for it."""
    until = _last_day(settings.SECURITY_EXPIRES)
    contacts = [_address(one) for one in settings.SECURITY_CONTACT.split()]
    if not contacts or until is None or clock.now() > until:
        raise Http404
    fields = [
        *(("Contact", one) for one in contacts),
        ("Expires", f"{until.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"),
        ("Preferred-Languages", ", ".join(code for code, _title in settings.LANGUAGES)),
        ("Canonical", f"{installation_address()}.well-known/security.txt"),
    ]
    text = "".join(f"{name}: {value}\n" for name, value in fields)
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


def _last_day(text: str) -> datetime | None:
    try:
        return datetime.combine(date.fromisoformat(text), LAST_MOMENT, get_default_timezone())
    except ValueError:
        return None


def _address(given: str) -> str:
    """A page (https), a telephone (tel), or an address for mail."""
    return given if given.startswith(("https:", "tel:", "mailto:")) else f"mailto:{given}"
