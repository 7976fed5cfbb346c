"""Where a family is in its course, and one page to look back on: first words beside last figures, and who to call."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from kring.ground.access.parts import Part
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_read
from kring.practice.course.documents import closing_pdf
from kring.practice.course.policy import may_keep_course
from kring.practice.course.queries import birthdays
from kring.web.course.around import here
from kring.web.kit.downloads import PDF, attachment
from kring.web.kit.pages import page
from kring.web.kit.request import PageRequest


@page
def course(request: PageRequest, dossier: UUID) -> HttpResponse:
    found = here(request, dossier)
    context = {
        "frame": found.frame,
        "plan": found.plan,
        "course": found.course,
        "birthdays": birthdays(found.frame.head, request.actor.today),
        "keeps": bool(may_keep_course(found.frame.head.roles)),
        "today": request.actor.today,
    }
    return render(request, "course/page.html", context)


@page
def look_back(request: PageRequest, dossier: UUID) -> HttpResponse:
    found = here(request, dossier)
    context = {"frame": found.frame, "plan": found.plan, "course": found.course, "closing": found.course.closed}
    return render(request, "course/look_back.html", context)


@page
def letter(request: PageRequest, dossier: UUID) -> HttpResponse:
    """Of the closing that counts now; the log says that it was printed. A download names nobody."""
    found = here(request, dossier)
    if found.course.closed is None:
        raise Http404
    note_read(Part.PLAN, dossier=dossier, event=Event.PRINT)
    return attachment(closing_pdf(found.frame.head, found.plan, found.course.closed), PDF, "brief.pdf")
