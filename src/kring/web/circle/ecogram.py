"""The ecogram: how it goes between the home and everybody round it. One works in the circle; each mark leads there."""

from functools import partial
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from kring import draw
from kring.ground.access.parts import Part
from kring.practice.circle.queries import Near, circle_on
from kring.practice.drawings.queries.kept import Kept, kept_drawing
from kring.practice.drawings.queries.kin import household_seen
from kring.practice.drawings.rules.family import SEXES, Relative, first_names
from kring.practice.drawings.rules.keeping import fingerprint
from kring.practice.drawings.services import keep_drawing
from kring.web.family.circle import WHO
from kring.web.family.frame import Frame, frame
from kring.web.kit.pages import page
from kring.web.kit.request import PageRequest

KIND = "ecogram"


@page
def ecogram(request: PageRequest, dossier: UUID) -> HttpResponse:
    around = frame(request, dossier, "circle")
    if not around.head.reads(Part.NETWORK):
        raise Http404
    return render(request, "circle/ecogram.html", {"frame": around, "drawn": _drawn(request, around)})


def _drawn(request: PageRequest, around: Frame) -> draw.Drawing:
    """As it was kept for this reader, if nothing changed."""
    given = _given(request, around)
    mark, kept = fingerprint(given), kept_drawing(request.actor, around.head.id, KIND)
    if kept and kept.fingerprint == mark:
        return kept.drawing
    made = Kept(mark, draw.draw_ecogram(given), ())
    keep = partial(keep_drawing, actor=request.actor, dossier=around.head.id, kind=KIND, made=made)
    request.afterwards.append(keep)
    return made.drawing


def _given(request: PageRequest, around: Frame) -> draw.EcogramInput:
    head = around.head
    shown = circle_on(head.id, request.actor.today)
    home = household_seen(
        request.actor, head.id, {one.subject: (one.name, one.role) for one in head.members if one.name}
    )
    names, circle = first_names(home), reverse("circle", args=[head.id])
    known = tuple(_system(one, f"{circle}?{WHO}={one.subject}#wie") for one in shown.people)
    working = tuple(draw.System(one.name, draw.Sector.PROFESSIONALS) for one in shown.professionals)
    members = tuple(_person(one, names[one.subject]) for one in home)
    return draw.EcogramInput("ecogram", members, (*known, *working), _("Ecogram"))


def _system(one: Near, href: str) -> draw.System:
    return draw.System(one.name, draw.Sector(one.sector), draw.Quality(one.quality), draw.Support(one.direction), href)


def _person(one: Relative, name: str) -> draw.Person:
    return draw.Person(str(one.subject), name, SEXES.get(one.sex, draw.Sex.OTHER))
