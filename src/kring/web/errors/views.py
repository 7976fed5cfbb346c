"""Error pages. They read nothing from the database: it may be the thing that failed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string

from kring.web.kit import kept
from kring.web.kit.pages import public


@public
def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    return HttpResponse(render_to_string("error/400.html"), status=400)


@public
def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    return render(request, "error/403.html", status=403)


@public
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """A form from before the last sign-in, sent from our own page: kept for who had it, given back if that is you."""
    if request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}":
        owner = kept.keep(request)
        place = kept.place_of_kept(owner) if owner and str(owner) == str(request.user.pk) else None
        if place:
            return redirect(place)
    return render(request, "error/csrf.html", status=403)


@public
def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    return render(request, "error/404.html", status=404)


@public
def server_error(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    return HttpResponse(render_to_string("error/500.html"), status=500)
