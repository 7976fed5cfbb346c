"""Every address that the shell may link to, so that all of its parts show; the views are never called."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path


def nothing(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


NAMES = ("home", "search", "language", "privacy", "accessibility", "manual", "my_account", "demo")
urlpatterns = [*(path(f"{name}/", nothing, name=name) for name in NAMES), path("account/", include("allauth.urls"))]
