"""Public statements: how personal data are kept, and how accessible Kring is."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kring.web.kit.pages import public


@public
def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "statement/privacy.html")


@public
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "statement/accessibility.html")
