"""A session that ends loses no text: what was posted too late is kept for who had the form, and comes back filled in.

Who that was, is known from the form itself: its CSRF token belongs to a secret, and a signed cookie says whose
secrets this browser had. So a text never goes to who happens to sign in next.
"""

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.middleware import csrf
from django.urls import Resolver404, resolve
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor, acting
from kring.ground.access.models import AccountKind
from kring.ground.access.services import Typed, forget_text, keep_text, kept_text
from kring.ground.audit.trail import recording, write
from kring.ground.shared import clock
from kring.web.kit.filling import filled

SALT = "kring.forms"
MOST_SECRETS = 3
LONGEST = 1_000_000
PARAMETER = "bewaard"
UNKEPT = frozenset({"csrfmiddlewaretoken", PARAMETER})


def whose_forms(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Remember, signed and for this browser alone, whose pages had which secret."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        secret = request.META.get("CSRF_COOKIE")
        if request.user.pk is not None and secret:
            known, mine = _known(request), {_mark(secret): UUID(str(request.user.pk)).hex}
            if not mine.items() <= known.items():
                latest = list((known | mine).items())[-MOST_SECRETS:]
                value = signing.dumps(dict(latest), salt=SALT)
                name = settings.FORM_COOKIE_NAME
                response.set_cookie(name, value, httponly=True, samesite="Lax", secure=request.is_secure())
        return response

    return middleware


def keep(request: HttpRequest) -> UUID | None:
    """Keep what was posted, if it is known whose it was. Gives that account."""
    owner = _owner(request)
    fields = [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if isinstance(value, str) and name not in UNKEPT and "password" not in name
    ]
    if owner is None or not any(value.strip() for _name, value in fields) or len(str(fields)) > LONGEST:
        return None
    actor = Actor(owner, AccountKind.ACCOUNT, clock.now())
    with recording("kit.kept") as trail, acting(actor):
        keep_text(actor=actor, typed=Typed(place_of_form(request), request.path, fields))
        write(trail)
    return owner


def tell_kept(request: HttpRequest) -> None:
    messages.info(request, _("U was uitgelogd. Log opnieuw in: wat u typte, is bewaard en staat er dan weer."))


def place_of_kept(account: UUID) -> str | None:
    """Where the latest kept text of this account waits."""
    actor = Actor(account, AccountKind.ACCOUNT, clock.now())
    with acting(actor, read_only=True):
        kept = kept_text(actor=actor)
    if kept is None:
        return None
    return f"{kept.place}{'&' if '?' in kept.place else '?'}{PARAMETER}={kept.id}"


def give_back(request: HttpRequest, actor: Actor, response: HttpResponse) -> HttpResponse:
    """On the page to which the kept text belongs: its form, filled in. Otherwise the page as it is."""
    kept = _id(request.GET.get(PARAMETER, ""))
    typed = kept_text(actor=actor, kept=kept) if kept else None
    if typed is not None and response.status_code == 200:
        hidden = [*typed.fields, (PARAMETER, str(typed.id))]
        sentence = _("Dit typte u voordat u was uitgelogd. Het is nog niet opgeslagen: kijk het na en sla het op.")
        response.content = filled(response.content.decode(), request.path, replace(typed, fields=hidden), sentence)
    return response


def forget_sent(request: HttpRequest, actor: Actor) -> None:
    """The form has come in after all."""
    kept = _id(request.POST.get(PARAMETER, ""))
    if kept is not None:
        forget_text(actor=actor, kept=kept)


def _owner(request: HttpRequest) -> UUID | None:
    token = request.POST.get("csrfmiddlewaretoken", "") or request.headers.get("X-CSRFToken", "")
    secret = _unmasked(token)
    return _id(_known(request).get(_mark(secret), ""))


def _unmasked(token: str) -> str:
    """The secret that a form's token hides."""
    if len(token) != csrf.CSRF_TOKEN_LENGTH or not set(token) <= set(csrf.CSRF_ALLOWED_CHARS):
        return token
    return str(csrf._unmask_cipher_token(token))  # type: ignore[attr-defined]  # noqa: SLF001  Django has no other way


def _known(request: HttpRequest) -> dict[str, str]:
    try:
        found: dict[str, str] = signing.loads(request.COOKIES.get(settings.FORM_COOKIE_NAME, ""), salt=SALT)
    except signing.BadSignature:
        return {}
    return found


def _mark(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()[:24]


def _id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def place_of_form(request: HttpRequest) -> str:
    """The form's own address when that shows it; else the page from which it was sent."""
    if _shows(request.path):
        return request.path
    referer = request.headers.get("Referer", "")
    if url_has_allowed_host_and_scheme(referer, {request.get_host()}):
        return urlsplit(referer)._replace(scheme="", netloc="", fragment="").geturl()[:400]
    return "/"


def _shows(path: str) -> bool:
    try:
        return getattr(resolve(path).func, "kind", "") == "page"
    except Resolver404:
        return False
