"""The meldcode of a family: its five steps, for who leads, who is consulted and who is named (screen 27).

For anybody else this page is not there, and nothing on another page tells of it (BR-072).
"""

from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from kring.ground.access.parts import Part
from kring.ground.access.queries import consulted
from kring.ground.access.roles import CONSULTED
from kring.practice.safety.queries import StepView, TrackView, tracks
from kring.practice.safety.rules.track import STEP_HELP, STEP_TITLES, WEIGH
from kring.practice.safety.services import do_step, start_track, weigh
from kring.web.family.frame import Frame
from kring.web.family.steps import Step, StepWords, step_page, taking
from kring.web.kit.pages import page
from kring.web.kit.request import PageRequest, sent
from kring.web.safety.reading import MANUAL_TRACK, done, leads, name_of, people_of, safety_frame
from kring.web.safety.track_forms import QUESTIONS, StartForm, StepForm


@dataclass(frozen=True, slots=True)
class TrackStepLine:
    """One of the five, done or not."""

    number: int
    title: str
    help: str
    done: StepView | None
    is_now: bool


@dataclass(frozen=True, slots=True)
class Found:
    """One track, for who writes in it. `number` is the step that is asked for."""

    around: Frame
    track: TrackView
    number: int = 0


@page
def meldcode(request: PageRequest, dossier: UUID) -> HttpResponse:
    around, _opened = safety_frame(request, dossier, Part.MELDCODE)
    context = {
        "frame": around,
        "tracks": [(one, name_of(around, one.row.subject_id), _lines(one), _answers(one)) for one in tracks(dossier)],
        "consulted": consulted(dossier),
        "may_write": writes(around),
        "is_officer": CONSULTED.code in around.head.roles,
    }
    return render(request, "safety/meldcode.html", context)


def writes(around: Frame) -> bool:
    return leads(around) or CONSULTED.code in around.head.roles


def writing(request: PageRequest, dossier: UUID) -> Frame:
    around, _opened = safety_frame(request, dossier, Part.MELDCODE)
    if not writes(around):
        raise Http404
    return around


def found(request: PageRequest, dossier: UUID, track: UUID, number: int = 0) -> Found:
    around = writing(request, dossier)
    for one in tracks(dossier):
        if one.row.id == track:
            return Found(around, one, number)
    raise Http404


def answer(request: PageRequest, one: Found, form: forms.Form, words: StepWords) -> HttpResponse:
    return step_page(request, one.around, form, words)


def to_meldcode(request: PageRequest, one: Found, said: str) -> HttpResponse:
    return done(request, one.around, said, "meldcode")


def _start(request: PageRequest, around: Frame, form: StartForm) -> HttpResponse:
    chosen = form.cleaned_data["subject"]
    start_track(actor=request.actor, dossier=around.head.id, subject=UUID(chosen) if chosen else None)
    return done(request, around, _("Begin met de signalen."), "meldcode")


def _start_page(request: PageRequest, around: Frame, form: StartForm) -> HttpResponse:
    help_text = _("Niemand van het gezin ziet dit, en ook andere professionals niet.")
    return step_page(request, around, form, StepWords(_("Meldcode beginnen"), _("Begin"), help_text, MANUAL_TRACK))


start = taking(
    Step(writing, lambda request, around: StartForm(sent(request), people=people_of(around)), _start, _start_page)
)


def _step_form(request: PageRequest, one: Found) -> StepForm:
    if one.number not in STEP_TITLES or not 0 < one.number <= one.track.now or one.number > WEIGH:
        raise Http404
    now, weighing = one.track.step(one.number), one.track.weighing
    return StepForm(sent(request), number=one.number, now=now, weighing=weighing, today=request.actor.today)


def _do(request: PageRequest, one: Found, form: StepForm) -> HttpResponse:
    if one.number == WEIGH:
        weigh(actor=request.actor, row=one.track.row, weighing=form.weighing(), words=form.words())
    else:
        do_step(actor=request.actor, row=one.track.row, words=form.words())
    return to_meldcode(request, one, _("De stap is opgeschreven."))


def _step_page(request: PageRequest, one: Found, form: StepForm) -> HttpResponse:
    title = _("Stap %(number)s: %(title)s") % {"number": one.number, "title": _(STEP_TITLES[one.number])}
    return answer(request, one, form, StepWords(title, _("Opslaan"), _(STEP_HELP[one.number]), MANUAL_TRACK))


step = taking(Step(found, _step_form, _do, _step_page))


def _lines(one: TrackView) -> list[TrackStepLine]:
    return [
        TrackStepLine(number, _(title), _(STEP_HELP[number]), one.step(number), one.now == number)
        for number, title in STEP_TITLES.items()
    ]


def _answers(one: TrackView) -> list[tuple[str, str]]:
    """The questions that were answered, each with its answer."""
    said = {True: _("ja"), False: _("nee")}
    given = ((label, getattr(one.weighing, name)) for name, label in QUESTIONS.items())
    return [(str(label), said[value]) for label, value in given if value is not None]
