"""The confirmation of a report and the outcome of an investigation, on the screen as on paper."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.ground.audit.models import Event
from kring.oversight.rights.making.notice import Letter, paper
from kring.web.kit.downloads import PDF, attachment
from kring.web.kit.pages import page
from kring.web.kit.request import PageRequest
from kring.web.wmo.around import Around, reading
from kring.web.wmo.letter_texts import confirming, reporting

NAMES = {"wmo_confirmation": _("Bevestiging"), "wmo_outcome": _("Verslag")}
"""A download names nobody."""


@page
def confirmation(request: PageRequest, dossier: UUID, investigation: UUID) -> HttpResponse:
    around = reading(request, dossier, investigation)
    return _shown(request, around, confirming(_house(around), around.person, around.view), "wmo_confirmation")


@page
def confirmation_pdf(request: PageRequest, dossier: UUID, investigation: UUID) -> HttpResponse:
    around = reading(request, dossier, investigation, event=Event.PRINT)
    return attachment(paper(confirming(_house(around), around.person, around.view)), PDF, "bevestiging.pdf")


@page
def outcome(request: PageRequest, dossier: UUID, investigation: UUID) -> HttpResponse:
    """A draft as long as it was not sent."""
    around = reading(request, dossier, investigation)
    return _shown(request, around, reporting(_house(around), around.person, around.view), "wmo_outcome")


@page
def outcome_pdf(request: PageRequest, dossier: UUID, investigation: UUID) -> HttpResponse:
    """To print; the log says that it was."""
    around = reading(request, dossier, investigation, event=Event.PRINT)
    return attachment(paper(reporting(_house(around), around.person, around.view)), PDF, "verslag.pdf")


def _house(around: Around) -> str:
    return around.frame.head.municipality


def _shown(request: PageRequest, around: Around, letter: Letter, name: str) -> HttpResponse:
    title: Promise = NAMES[name]
    context = {
        "frame": around.frame,
        "view": around.view,
        "letter": letter,
        "here": title,
        "pdf_url": reverse(f"{name}_pdf", args=[around.dossier, around.view.id]),
    }
    return render(request, "wmo/letter.html", context)
