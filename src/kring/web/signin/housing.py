"""allauth's pages inside our shell: the database knows who asks, and the navigation stands round them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import wraps
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.response import SimpleTemplateResponse
from django.urls import URLPattern, URLResolver

from kring.ground.access.actor import Actor, acting, roles_of
from kring.ground.access.models import AccountKind
from kring.ground.shared import clock
from kring.web.kit.factor import KNOWN

View = Callable[..., HttpResponse]


def housed(nodes: Sequence[URLPattern | URLResolver]) -> Iterator[URLPattern | URLResolver]:
    """The same addresses under the same names, each view in the shell."""
    for node in nodes:
        if isinstance(node, URLResolver):
            inside = list(housed(node.url_patterns))
            yield URLResolver(node.pattern, inside, node.default_kwargs, node.app_name, node.namespace)
        else:
            yield URLPattern(node.pattern, in_shell(node.callback), node.default_args, node.name)


def in_shell(view: View) -> View:
    """For who is signed in; for others the view as it is."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if request.user.pk is None:
            return _leaving(request, view(request, *args, **kwargs))
        if request.method == "POST":
            request.session.pop(KNOWN, None)  # a factor may have come or gone: the next page asks again
        actor = Actor(UUID(str(request.user.pk)), AccountKind.ACCOUNT, clock.now())
        try:
            with acting(actor):
                request.actor = replace(actor, roles=roles_of(actor.id, actor.at))  # type: ignore[attr-defined]  # a PageRequest from here
                response = view(request, *args, **kwargs)
                if isinstance(response, SimpleTemplateResponse):
                    response.render()
        finally:
            request.__dict__.pop("actor", None)  # its transaction is gone: an error page reads nothing
        return response

    return wrapped


def _leaving(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """To a provider elsewhere by a page in between: a form may only lead to ourselves (Content-Security-Policy)."""
    place = response.headers.get("Location", "")
    if request.method == "POST" and place.startswith(("https://", "http://")):
        return render(request, "socialaccount/login_redirect.html", {"redirect_to": place})
    return response
