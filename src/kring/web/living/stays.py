"""One line of who lives where: writing it down, putting it right, ending, withdrawing, and taking that back."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.practice.households.models import Stay
from kring.practice.households.services import add_stay, correct_stay, end_stay, undo_stay, withdraw_stay
from kring.web.family.lines import Deeds, Lines, Words, ending, undoing, withdrawing
from kring.web.family.steps import StepWords, step_page
from kring.web.kit.forms import form_page, refusal_in
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest
from kring.web.living.around import MANUAL, Setting, name_of, setting, stored, writing_frame
from kring.web.living.forms import AddForm, CorrectForm, LeaveForm


@page
def _show_add(request: PageRequest, dossier: UUID) -> HttpResponse:
    around = setting(request, dossier)
    return _add_page(request, around, _add_form(request, around))


@action
def _take_add(request: PageRequest, dossier: UUID) -> HttpResponse:
    around = setting(request, dossier)
    form = _add_form(request, around)
    if form.is_valid():
        with refusal_in(form):
            made = add_stay(actor=request.actor, dossier=dossier, words=form.words(), told=form.telling())
    if not form.is_valid():
        return _add_page(request, around, form)
    return LINES.done(request, dossier, made.id, _("Het is opgeschreven."))


add = form_page(_show_add, _take_add)


@page
def _show_correct(request: PageRequest, dossier: UUID, stay: UUID) -> HttpResponse:
    around, row = setting(request, dossier), stored(dossier, stay)
    return _correct_page(request, around, CorrectForm(None, row=row))


@action
def _take_correct(request: PageRequest, dossier: UUID, stay: UUID) -> HttpResponse:
    around, row = setting(request, dossier), stored(dossier, stay)
    form = CorrectForm(request.POST, row=row)
    if form.is_valid():
        with refusal_in(form):
            correct_stay(actor=request.actor, stay=row, words=form.words(), told=form.telling())
    if not form.is_valid():
        return _correct_page(request, around, form)
    return LINES.done(request, dossier, stay, _("Het is verbeterd."))


correct = form_page(_show_correct, _take_correct)


def _add_form(request: PageRequest, around: Setting) -> AddForm:
    data = request.POST if request.method == "POST" else None
    return AddForm(data, homes=around.told, members=around.members, today=request.actor.today)


def _add_page(request: PageRequest, around: Setting, form: AddForm) -> HttpResponse:
    help_text = _("Schrijf op wie waar woont, zoals iemand het vertelde. Het register verandert u hier niet mee.")
    return step_page(request, around.frame, form, StepWords(_("Wie waar woont"), _("Opslaan"), help_text, MANUAL))


def _correct_page(request: PageRequest, around: Setting, form: CorrectForm) -> HttpResponse:
    help_text = _("Verbeter hier een vergissing. Woont iemand nu ergens anders? Kies dan verhuizen.")
    name = name_of(around.frame, form.row.subject_id)
    words = StepWords(_("Wie waar woont"), _("Verbetering opslaan"), help_text, MANUAL, name)
    return step_page(request, around.frame, form, words, LINES.corrected(around.frame.head.id, form.row))


LINES = Lines(
    "homes",
    "stay",
    "wonen",
    Words(gettext_lazy("Woont hier niet meer"), gettext_lazy("Wat er was, blijft staan bij vroeger."), MANUAL),
    Deeds(
        lambda actor, row, on: end_stay(actor=actor, stay=row, on=on),
        lambda actor, row, reason: withdraw_stay(actor=actor, stay=row, reason=reason),
        lambda actor, row: undo_stay(actor=actor, stay=row),
    ),
    LeaveForm,
    writing_frame,
    stored,
    lambda dossier, stay: get_object_or_404(Stay, id=stay, dossier=dossier),
    lambda frame, row: name_of(frame, row.subject_id),
)
end, withdraw, undo = ending(LINES), withdrawing(LINES), undoing(LINES)
