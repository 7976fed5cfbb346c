"""`page` and `action`: every URL of Kring is one of them. They tell the database who asks and write the log.

A page reads in a read-only transaction; what it read is logged before it is sent. An action changes, and its
log lines are in the same transaction. A refusal is logged after the rollback and becomes a page that says why.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, cast
from uuid import UUID

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect, render
from django.template.response import SimpleTemplateResponse
from django.utils.translation import gettext
from psycopg.errors import DeadlockDetected, ExclusionViolation, SerializationFailure, UniqueViolation

from kring.ground.access.actor import Actor, acting, is_founded, roles_of
from kring.ground.access.models import AccountKind
from kring.ground.audit.models import Event
from kring.ground.audit.trail import Trail, note_deed, recording, write
from kring.ground.shared import clock
from kring.ground.shared.verdict import Refused
from kring.web.kit import kept
from kring.web.kit.factor import must_set_up_factor
from kring.web.kit.request import PageRequest
from kring.web.kit.telling import TellsShielded, came_back, refuse_telling

SHIELDED_TEXT = "In de tekst stond een afgeschermd gegeven."
P = ParamSpec("P")
TAKEN = (UniqueViolation, ExclusionViolation, SerializationFailure, DeadlockDetected)
View = Callable[Concatenate[PageRequest, P], HttpResponse]


class Decorated(Protocol):
    """A view that went through `page`, `action` or `public`; the architecture test asks for `kind`."""

    kind: str

    def __call__(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse: ...


def page(view: View[P]) -> Decorated:
    """A GET view that reads. POST is refused."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if request.method not in {"GET", "HEAD"}:
            return HttpResponseNotAllowed(["GET", "HEAD"])
        if not request.user.is_authenticated:
            return _sign_in_first(request)
        with recording(_name(view)) as trail:
            return _guarded(
                cast("PageRequest", request),
                trail,
                lambda ours: view(ours, *args, **kwargs),
                kwargs,
                write_after=True,
            )

    return _marked(wrapped, "page")


def action(view: View[P]) -> Decorated:
    """A POST view that changes something."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        if not request.user.is_authenticated:
            return _sign_in_first(request)
        with recording(_name(view)) as trail:
            return _guarded(
                cast("PageRequest", request),
                trail,
                lambda ours: _taken(view, ours, *args, **kwargs),
                kwargs,
                write_after=False,
            )

    return _marked(wrapped, "action")


def public(view: Callable[Concatenate[HttpRequest, P], HttpResponse]) -> Decorated:
    """A view without sign-in that shows nothing about anybody: statements, sign-in, first set-up."""
    return _marked(view, "public")


def _taken(view: View[P], request: PageRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
    """Nothing that tells what is shielded is saved (BR-076)."""
    dossier = kwargs.get("dossier")
    refuse_telling(request, view, dossier if isinstance(dossier, UUID) else None)
    return view(request, *args, **kwargs)


def _sign_in_first(request: HttpRequest) -> HttpResponse:
    """To the demo's accounts, to the first set-up, or to the sign-in page."""
    is_kept = request.method == "POST" and kept.keep(request) is not None
    if is_kept:
        kept.tell_kept(request)
    if settings.DEMO:
        return redirect("demo")
    if not is_founded():
        return redirect("setup")
    return redirect("account_login") if is_kept else redirect_to_login(request.get_full_path())


def _marked(view: Callable[..., HttpResponse], kind: str) -> Decorated:
    view.kind = kind  # type: ignore[attr-defined]  # functions take attributes; Decorated says which
    return cast("Decorated", view)


def _name(view: Callable[..., HttpResponse]) -> str:
    """`web.family.views.overview` is known in the log as `family.overview`."""
    return f"{view.__module__.removeprefix('kring.web.').removesuffix('.views')}.{view.__name__}"


def _guarded(
    request: PageRequest,
    trail: Trail,
    answer: Callable[[PageRequest], HttpResponse],
    kwargs: dict[str, object],
    *,
    write_after: bool,
) -> HttpResponse:
    actor = _actor(request)
    dossier = kwargs.get("dossier")
    about = dossier if isinstance(dossier, UUID) else None
    request.afterwards = []
    try:
        with acting(actor, dossier=about, read_only=write_after):
            if must_set_up_factor(request, actor):
                return redirect("mfa_index")
            request.actor = replace(actor, roles=roles_of(actor.id, actor.at))
            response = answer(request)
            _finish(request, actor, response)
            if not write_after:
                write(trail)
    except Refused as refusal:
        return _refused(request, actor, trail, refusal, about)
    except TellsShielded as told:
        return _told(request, actor, trail, told, about)
    except Http404:
        return _absent(request, actor)
    except BaseException as error:  # noqa: BLE001  what is no conflict is raised again
        return _overtaken(request, actor, error, changes=not write_after)
    if write_after:
        _keep(request, actor, trail)
    return response


def _keep(request: PageRequest, actor: Actor, trail: Trail) -> None:
    """What a page read is logged before it is sent; what it made goes with it, for next time."""
    if not (trail.entries or request.afterwards):
        return
    with acting(actor):
        write(trail)
        for keep in request.afterwards:
            keep()


def _finish(request: PageRequest, actor: Actor, response: HttpResponse) -> None:
    """What was typed before the session ended comes back on its page, and goes once it has been sent."""
    if isinstance(response, SimpleTemplateResponse):
        response.render()
    if request.method == "POST":
        kept.forget_sent(request, actor)
    elif kept.PARAMETER in request.GET:
        kept.give_back(request, actor, response)


def _actor(request: PageRequest) -> Actor:
    if request.user.pk is None:
        raise RuntimeError("Signed in without an id.")
    return Actor(UUID(str(request.user.pk)), AccountKind.ACCOUNT, clock.now())


def _refused(request: PageRequest, actor: Actor, trail: Trail, refusal: Refused, about: UUID | None) -> HttpResponse:
    reason = gettext(str(refusal.reason))
    _note_refused(actor, trail, about, reason)
    with acting(actor):
        return render(request, "error/refused.html", {"reason": reason}, status=403)


def _told(request: PageRequest, actor: Actor, trail: Trail, told: TellsShielded, about: UUID | None) -> HttpResponse:
    """The form as it was, with a warning; a page that says so where there is no such form."""
    _note_refused(actor, trail, about, SHIELDED_TEXT, level=4)
    answer = came_back(request, told.fields)
    if answer is not None:
        return answer
    reason = gettext(
        "In wat u schreef staat een afgeschermd gegeven. Er is niets opgeslagen. Ga terug en haal het weg."
    )
    with acting(actor, read_only=True):
        return render(request, "error/refused.html", {"reason": reason}, status=422)


def _note_refused(actor: Actor, trail: Trail, about: UUID | None, reason: str, *, level: int = 0) -> None:
    """After the rollback, in a transaction of its own."""
    trail.entries.clear()
    note_deed(trail.what, "refused", event=Event.REFUSED, dossier=about, ground=reason, level=level)
    with acting(actor):
        write(trail)


def _overtaken(request: PageRequest, actor: Actor, error: BaseException, *, changes: bool) -> HttpResponse:
    """Another did the same at the same moment, and was first: nothing of this deed is left. Any other error goes on."""
    if not changes or not isinstance(error.__cause__, TAKEN):
        request.__dict__.pop("actor", None)  # the transaction that knew the actor is gone: an error page reads nothing
        raise error
    with acting(actor, read_only=True):
        return render(request, "error/409.html", status=409)


def _absent(request: PageRequest, actor: Actor) -> HttpResponse:
    """Not there, or not for this actor: the same page, with the way to one's own pages."""
    with acting(actor, read_only=True):
        return render(request, "error/404.html", status=404)
