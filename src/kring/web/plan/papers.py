"""The plan on paper: as it was agreed or as a draft, in large type, as a letter, and in another language."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from kring.ground.audit.models import Event
from kring.practice.plans import queries
from kring.practice.plans.documents import Disputing, easy_pdf, letter_pdf, plan_pdf, summary_pdf
from kring.practice.plans.policy import Deed, may
from kring.practice.plans.queries import VersionView, working_plan
from kring.practice.plans.queries.around import parties_of
from kring.practice.plans.queries.frozen import content
from kring.practice.plans.queries.shared import shared_parts
from kring.practice.statements.rules import Disputed
from kring.web.family.frame import Frame, frame, statements_of
from kring.web.kit.downloads import PDF, attachment
from kring.web.kit.pages import page
from kring.web.kit.request import PageRequest
from kring.web.plan.reading import told

PLAN, EASY, LETTER, SUMMARY = "plan.pdf", "leesplan.pdf", "brief.pdf", "samenvatting.pdf"
"""A download names nobody."""
IN_PLAN = frozenset({Disputed.QUESTION, Disputed.GOAL, Disputed.ACTION})


@page
def version_pdf(request: PageRequest, dossier: UUID, number: int) -> HttpResponse:
    """The version as it was laid down; the log says that it was printed."""
    around, found = _printed(request, dossier, number)
    house, disputing = around.head.municipality, _disputing(request, around)
    return _pdf(plan_pdf(found.content, house=house, statements=disputing, later=found.added), PLAN)


@page
def easy(request: PageRequest, dossier: UUID, number: int) -> HttpResponse:
    around, found = _printed(request, dossier, number)
    return _pdf(easy_pdf(found.content, house=around.head.municipality), EASY)


@page
def letter(request: PageRequest, dossier: UUID, number: int) -> HttpResponse:
    around, found = _printed(request, dossier, number)
    made = letter_pdf(
        found.content, house=around.head.municipality, changes=told(found.changes), on=request.actor.today
    )
    return _pdf(made, LETTER)


@page
def summary(request: PageRequest, dossier: UUID, number: int, summary: UUID) -> HttpResponse:
    around, found = _printed(request, dossier, number)
    told_in = next((one for one in found.summaries if one.id == summary), None)
    if told_in is None:
        raise Http404
    return _pdf(summary_pdf(found.content, told_in, house=around.head.municipality), SUMMARY)


@page
def draft_pdf(request: PageRequest, dossier: UUID) -> HttpResponse:
    """The plan as it stands now, marked as a draft on every page: paper is equal to the screen."""
    around = frame(request, dossier, "plan")
    may(Deed.WRITE, around.head.roles).enforce()
    plan = working_plan(request.actor, dossier, event=Event.PRINT)
    parties = parties_of(request.actor, dossier)
    held = content(around.head, plan, parties, on=request.actor.today, by=around.head.reader)
    disputing = _disputing(request, around)
    return _pdf(plan_pdf(held, house=around.head.municipality, is_draft=True, statements=disputing), PLAN)


def _printed(request: PageRequest, dossier: UUID, number: int) -> tuple[Frame, VersionView]:
    around = frame(request, dossier, "plan_versions")
    found = queries.version(dossier, number, event=Event.PRINT)
    if found is None:
        raise Http404
    return around, found


def _disputing(request: PageRequest, around: Frame) -> list[Disputing]:
    """Of the plan and what stands in it; what one member keeps, help and documents are no part of the paper."""
    found, shared = statements_of(request, around).all, shared_parts(around.head.id)
    return [
        Disputing(f"{_(one.kind.label).capitalize()}: {one.about}", one.words, one.speaker, one.said_on)
        for one in found
        if one.kind is Disputed.PLAN or (one.kind in IN_PLAN and one.thing in shared)
    ]


def _pdf(made: bytes, name: str) -> HttpResponse:
    return attachment(made, PDF, name)
