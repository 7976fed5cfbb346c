"""The letter that tells somebody of being in the circle: read here, given on paper or told in person (BR-059)."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from kring.ground.access.policy import may_keep_circle
from kring.ground.audit.models import Event
from kring.ground.configuration.queries.texts import text_of
from kring.ground.configuration.rules.texts import CONTACT
from kring.oversight.rights.making.notice import NoticeTo, letter, letter_pdf
from kring.practice.circle.models import NetworkMember
from kring.practice.circle.queries import person_in
from kring.practice.circle.rules.words import Sector
from kring.web.circle.forms import ToldForm
from kring.web.family.frame import Frame, frame
from kring.web.kit.downloads import PDF, attachment
from kring.web.kit.pages import page
from kring.web.kit.request import PageRequest

FILE_NAME = "brief.pdf"
"""A download names nobody."""


@page
def notice(request: PageRequest, dossier: UUID, somebody: UUID) -> HttpResponse:
    """On screen, with the form that says that it was given."""
    around = frame(request, dossier, "circle")
    member = _member(request, dossier, somebody, Event.READ)
    form = ToldForm(initial={"informed_on": request.actor.today})
    context = {"frame": around, "member": member, "letter": letter(_to(request, around, member)), "form": form}
    return render(request, "circle/notice.html", context)


@page
def notice_pdf(request: PageRequest, dossier: UUID, somebody: UUID) -> HttpResponse:
    """To print; the log says that it was."""
    around = frame(request, dossier, "circle")
    member = _member(request, dossier, somebody, Event.PRINT)
    return attachment(letter_pdf(_to(request, around, member)), PDF, FILE_NAME)


def _member(request: PageRequest, dossier: UUID, somebody: UUID, event: Event) -> NetworkMember:
    """Not of who died: the dead are told nothing."""
    may_keep_circle(request.actor, dossier).enforce()
    found = person_in(request.actor, dossier, somebody, event=event)
    if found is None or found.member.deceased:
        raise Http404
    return found.member


def _to(request: PageRequest, around: Frame, member: NetworkMember) -> NoticeTo:
    head = around.head
    lead = (
        ", ".join(part for part in (head.lead.name, head.lead.function, head.lead.phone) if part) if head.lead else ""
    )
    return NoticeTo(
        member.name,
        member.relation,
        member.sector == Sector.FAMILY,
        head.label,
        head.municipality,
        lead,
        text_of(CONTACT, head.controller),
        request.actor.today,
    )
