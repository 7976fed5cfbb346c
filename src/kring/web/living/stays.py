"""One line of who lives where: writing it down, putting it right, ending, withdrawing, and taking that back."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.practice.households.models import Stay
from kring.practice.households.services import add_stay, correct_stay, end_stay, undo_stay, withdraw_stay
from kring.web.family.frame import Frame
from kring.web.family.lines import Deeds, Lines, Words, ending, undoing, withdrawing
from kring.web.family.steps import Step, StepWords, step_page, taking
from kring.web.kit.request import PageRequest, sent
from kring.web.living.around import MANUAL, Setting, name_of, setting, stored, writing_frame
from kring.web.living.forms import AddForm, CorrectForm, LeaveForm


def _add_form(request: PageRequest, around: Setting) -> AddForm:
    return AddForm(sent(request), homes=around.told, members=around.members, today=request.actor.today)


def _add(request: PageRequest, around: Setting, form: AddForm) -> HttpResponse:
    dossier = around.frame.head.id
    made = add_stay(actor=request.actor, dossier=dossier, words=form.words(), told=form.telling())
    return LINES.done(request, dossier, made.id, _("Het is opgeschreven."))


def _correct(request: PageRequest, found: tuple[Frame, Stay], form: CorrectForm) -> HttpResponse:
    around, row = found
    correct_stay(actor=request.actor, stay=row, words=form.words(), told=form.telling())
    return LINES.done(request, around.head.id, row.id, _("Het is verbeterd."))


def _add_page(request: PageRequest, around: Setting, form: AddForm) -> HttpResponse:
    help_text = _("Schrijf op wie waar woont, zoals iemand het vertelde. Het register verandert u hier niet mee.")
    return step_page(request, around.frame, form, StepWords(_("Wie waar woont"), _("Opslaan"), help_text, MANUAL))


def _correct_page(request: PageRequest, found: tuple[Frame, Stay], form: CorrectForm) -> HttpResponse:
    around, row = found
    help_text = _("Verbeter hier een vergissing. Woont iemand nu ergens anders? Kies dan verhuizen.")
    words = StepWords(_("Wie waar woont"), _("Verbetering opslaan"), help_text, MANUAL, name_of(around, row.subject_id))
    return step_page(request, around, form, words, LINES.corrected(around.head.id, row))


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
add = taking(Step(setting, _add_form, _add, _add_page))
correct = taking(
    Step(LINES.found, lambda request, found: CorrectForm(sent(request), row=found[1]), _correct, _correct_page)
)
end, withdraw, undo = ending(LINES), withdrawing(LINES), undoing(LINES)
