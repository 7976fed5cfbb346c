"""Writing down how safe it is for somebody, and taking a wrong figure away."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.ground.access.actor import Actor
from kring.practice.safety.models import SafetyScore
from kring.practice.safety.services import give_figure, undo_figure, withdraw_figure
from kring.web.family.frame import Frame
from kring.web.family.lines import Deeds, Lines, Words, undoing, withdrawing
from kring.web.family.steps import Step, StepWords, step_page, taking
from kring.web.kit.request import PageRequest, sent
from kring.web.safety.forms import FigureForm
from kring.web.safety.reading import MANUAL, SECTION, people_of, writing_frame


def _withdraw(actor: Actor, row: SafetyScore, reason: str) -> None:
    withdraw_figure(actor=actor, row=row, reason=reason)


def _undo(actor: Actor, row: SafetyScore) -> None:
    undo_figure(actor=actor, row=row)


LINES = Lines(
    SECTION,
    "figure",
    "veiligheidscijfer",
    Words(gettext_lazy("Intrekken"), gettext_lazy("Geef daarna het goede cijfer."), MANUAL),
    Deeds(None, _withdraw, _undo),
    forms.Form,
    writing_frame,
    lambda dossier, figure: get_object_or_404(SafetyScore, id=figure, dossier=dossier, withdrawn_at=None),
    lambda dossier, figure: get_object_or_404(SafetyScore, id=figure, dossier=dossier),
    lambda _around, row: f"{row.giver}: {row.value}",
)
withdraw, undo = withdrawing(LINES), undoing(LINES)


def _form(request: PageRequest, around: Frame) -> FigureForm:
    return FigureForm(sent(request), people=people_of(around), today=request.actor.today)


def _give(request: PageRequest, around: Frame, form: FigureForm) -> HttpResponse:
    made = give_figure(actor=request.actor, dossier=around.head.id, figure=form.figure())
    return LINES.done(request, around.head.id, made.id, _("Het cijfer staat erbij."))


def _page(request: PageRequest, around: Frame, form: FigureForm) -> HttpResponse:
    help_text = _("Iedereen geeft een eigen cijfer. Wie het over gaat, leest het mee.")
    return step_page(request, around, form, StepWords(_("Cijfer voor veiligheid"), _("Schrijf op"), help_text, MANUAL))


add = taking(Step(writing_frame, _form, _give, _page))
