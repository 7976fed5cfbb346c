"""The investigations of a dossier, one of them, and those that somebody works on."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from kring.practice.investigation.policy import may_investigate
from kring.practice.investigation.queries import Line, Which, in_dossier, of_actor
from kring.practice.investigation.rules.clocks import Clock
from kring.web.kit.pages import page
from kring.web.kit.request import PageRequest
from kring.web.wmo.around import name_of, reading, wmo_frame
from kring.web.wmo.deeds import offers
from kring.web.wmo.reading import clock_tone, clock_words, until


@dataclass(frozen=True, slots=True)
class Row:
    """One investigation in a list, with its term in words."""

    line: Line
    who: str
    words: str
    tone: str


@page
def investigations(request: PageRequest, dossier: UUID) -> HttpResponse:
    around = wmo_frame(request, dossier)
    found = in_dossier(request.actor, dossier)
    rows = [_row(line, name_of(around, line.subject)) for line in found]
    may_write = bool(not around.head.is_family and may_investigate(request.actor, dossier))
    return render(request, "wmo/list.html", {"frame": around, "rows": rows, "may_report": may_write})


@page
def investigation(request: PageRequest, dossier: UUID, investigation: UUID) -> HttpResponse:
    around = reading(request, dossier, investigation)
    view, today = around.view, request.actor.today
    may_write = bool(not around.frame.head.is_family and may_investigate(request.actor, dossier, view.row.subject_id))
    context = {
        "frame": around.frame,
        "view": view,
        "row": view.row,
        "person": around.person,
        "clock": _facts(view.clock, today),
        "plan_clock": _facts(view.plan_clock, today),
        "offers": offers(view) if may_write else (),
        "may_write": may_write,
    }
    return render(request, "wmo/investigation.html", context)


@page
def mine(request: PageRequest) -> HttpResponse:
    asked = request.GET.get("welke", Which.RUNNING)
    which = Which.of(asked) if asked in set(Which) else Which.RUNNING
    rows = [_row(line, line.label) for line in of_actor(request.actor, which)]
    return render(request, "wmo/mine.html", {"rows": rows, "which": which, "choices": list(Which)})


def _row(line: Line, who: str) -> Row:
    if not line.is_running:
        return Row(line, who, "", "neutral")
    return Row(line, who, clock_words(line.clock, line.today), clock_tone(line.clock, line.today))


@dataclass(frozen=True, slots=True)
class ClockFacts:
    """A term as the page shows it."""

    words: str
    until: str
    tone: str


def _facts(clock: Clock, today: date) -> ClockFacts:
    return ClockFacts(clock_words(clock, today), until(clock), clock_tone(clock, today))
