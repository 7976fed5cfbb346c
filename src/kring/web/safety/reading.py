"""Who comes to the pages about safety: who reads of it by role or by name. For anybody else they are not there."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from kring.ground.access.parts import Part
from kring.ground.audit.trail import call_it
from kring.practice.leads.policy import FAMILY, LEADING
from kring.practice.leads.queries import Member
from kring.practice.safety.policy import opened_parts
from kring.web.family.frame import Frame, frame
from kring.web.kit.request import PageRequest

Opened = tuple[Frame, frozenset[str]]
SECTION = "safety"
TRAIL = "safety.safety"
MANUAL, MANUAL_TRACK = "veiligheidsafspraken", "meldcode"


def safety_frame(
    request: PageRequest, dossier: UUID, part: Part = Part.SAFETY_AGREEMENT
) -> tuple[Frame, frozenset[str]]:
    """With the parts of safety that are open to this reader. In the log each of these pages is the one all have."""
    call_it(TRAIL)
    around = frame(request, dossier, SECTION)
    opened = opened_parts(request.actor, dossier)
    if part not in opened:
        raise Http404
    return around, opened


def writing_frame(request: PageRequest, dossier: UUID) -> Frame:
    """For who leads; 404 for who only reads, as the page then is."""
    around, _opened = safety_frame(request, dossier)
    if not leads(around):
        raise Http404
    return around


def leads(around: Frame) -> bool:
    return bool(around.head.roles & LEADING) and not around.head.roles & FAMILY


def done(request: PageRequest, around: Frame, said: str, place: str = SECTION) -> HttpResponse:
    """Back to the list; what was done is changed there."""
    messages.success(request, said)
    return redirect(place, around.head.id)


def people_of(around: Frame) -> list[tuple[UUID, str]]:
    return [(one.subject, one.name) for one in _named(around)]


def children_of(around: Frame) -> list[tuple[UUID, str]]:
    """Of whose age nobody knows, may be a child."""
    return [(one.subject, one.name) for one in _named(around) if one.is_child or one.age is None]


def name_of(around: Frame, subject: UUID | None) -> str:
    return next((one.name for one in around.head.members if one.subject == subject), "")


def _named(around: Frame) -> list[Member]:
    return [one for one in around.head.members if one.name]
