"""The manual's list of chapters, and one chapter."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from kring.web.kit.pages import public
from kring.web.manual import chapters


@public
def manual(request: HttpRequest) -> HttpResponse:
    return render(request, "manual/manual.html", {"chapters": chapters.chapters()})


@public
def chapter(request: HttpRequest, slug: str) -> HttpResponse:
    found = chapters.chapter(slug)
    if found is None:
        raise Http404
    return render(request, "manual/chapter.html", {"chapter": found})
