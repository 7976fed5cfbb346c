"""Talks in confidence with a child: for who leads, who is consulted and who is named. The child reads its own."""

from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.ground.access.actor import Actor
from kring.ground.access.parts import Part
from kring.practice.safety.models import ChildTalk
from kring.practice.safety.queries import talks
from kring.practice.safety.services import correct_talk, undo_talk, withdraw_talk, write_talk
from kring.web.family.frame import Frame
from kring.web.family.lines import Deeds, Lines, Words, undoing, withdrawing
from kring.web.family.steps import Step, StepWords, step_page, taking
from kring.web.kit.pages import page
from kring.web.kit.request import PageRequest, sent
from kring.web.safety.forms import TalkForm
from kring.web.safety.reading import MANUAL, children_of, leads, name_of, safety_frame

Found = tuple[Frame, ChildTalk]


def _around(request: PageRequest, dossier: UUID) -> Frame:
    around, _opened = safety_frame(request, dossier, Part.CHILD_TALK)
    if not leads(around):
        raise Http404
    return around


def _withdraw(actor: Actor, row: ChildTalk, reason: str) -> None:
    withdraw_talk(actor=actor, row=row, reason=reason)


def _undo(actor: Actor, row: ChildTalk) -> None:
    undo_talk(actor=actor, row=row)


LINES = Lines(
    "talks",
    "child_talk",
    "kindgesprek",
    Words(gettext_lazy("Intrekken"), gettext_lazy("Het blijft bewaard."), MANUAL),
    Deeds(None, _withdraw, _undo),
    forms.Form,
    _around,
    lambda dossier, child_talk: get_object_or_404(ChildTalk, id=child_talk, dossier=dossier, withdrawn_at=None),
    lambda dossier, child_talk: get_object_or_404(ChildTalk, id=child_talk, dossier=dossier),
    lambda around, row: name_of(around, row.subject_id),
)
withdraw, undo = withdrawing(LINES), undoing(LINES)


@page
def talks_page(request: PageRequest, dossier: UUID) -> HttpResponse:
    around, _opened = safety_frame(request, dossier, Part.CHILD_TALK)
    found = [(one, name_of(around, one.subject)) for one in talks(dossier)]
    return render(request, "safety/talks.html", {"frame": around, "talks": found, "leads": leads(around)})


def _new(request: PageRequest, around: Frame) -> TalkForm:
    initial = {"held_on": request.actor.today, "with_whom": around.head.reader}
    return _form(request, around, initial)


def _write(request: PageRequest, around: Frame, form: TalkForm) -> HttpResponse:
    words = form.words()
    age = next((one.age for one in around.head.members if one.subject == words.subject), None)
    made = write_talk(actor=request.actor, dossier=around.head.id, words=words, age=age)
    return LINES.done(request, around.head.id, made.id, _("Het gesprek is opgeschreven."))


def _page(request: PageRequest, around: Frame, form: TalkForm) -> HttpResponse:
    words = StepWords(_("Gesprek met een kind"), _("Schrijf op"), _help(), MANUAL)
    return step_page(request, around, form, words)


add = taking(Step(_around, _new, _write, _page))


def _now(request: PageRequest, found: Found) -> TalkForm:
    around, row = found
    now = {"subject": str(row.subject_id), "held_on": row.held_on, "said": row.said, "with_whom": row.with_whom,
           "may_tell": row.may_tell}  # fmt: skip
    form = _form(request, around, now)
    form.fields["subject"].disabled = True
    return form


def _correct(request: PageRequest, found: Found, form: TalkForm) -> HttpResponse:
    around, row = found
    correct_talk(actor=request.actor, row=row, words=form.words())
    return LINES.done(request, around.head.id, row.id, _("Het is verbeterd."))


def _correct_page(request: PageRequest, found: Found, form: TalkForm) -> HttpResponse:
    around, row = found
    words = StepWords(_("Gesprek verbeteren"), _("Opslaan"), _help(), MANUAL, LINES.name(around, row))
    return step_page(request, around, form, words)


correct = taking(Step(LINES.found, _now, _correct, _correct_page))


def _form(request: PageRequest, around: Frame, initial: dict[str, object]) -> TalkForm:
    return TalkForm(sent(request), people=children_of(around), initial=initial)


def _help() -> str:
    return _("De ouders lezen dit niet en zien niet dat het er is. Het kind zelf kan het altijd lezen.")
