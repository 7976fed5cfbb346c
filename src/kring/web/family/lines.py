"""Lines of a dossier that end on a day, are withdrawn with a reason, and are put back, each in the same steps."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Generic, Protocol, TypeVar
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.web.family.frame import Frame
from kring.web.family.steps import EndForm, StepLine, StepWords, step_page
from kring.web.kit.forms import form_page, refusal_in
from kring.web.kit.pages import Decorated, action, page
from kring.web.kit.request import PageRequest
from kring.web.kit.undo import saved


class Stored(Protocol):
    """A row with an id of its own."""

    id: UUID


M = TypeVar("M", bound=Stored)


@dataclass(frozen=True, slots=True)
class Words:
    """`leaves`: what ending is called; `kept`: where what was stays."""

    leaves: Promise
    kept: Promise
    manual: str


@dataclass(frozen=True, slots=True)
class Deeds(Generic[M]):
    """What the domain does with a line; some end in a way of their own, or not at all."""

    end: Callable[[Actor, M, date], None] | None
    withdraw: Callable[[Actor, M, str], None]
    undo: Callable[[Actor, M], None]


@dataclass(frozen=True, slots=True)
class Lines(Generic[M]):
    """`section` is the page they stand on, `noun` what one is called in addresses, `kind` in its history.

    `around` refuses who may not write; `stored` finds a line that stands, `any` also one that was withdrawn.
    """

    section: str
    noun: str
    kind: str
    words: Words
    deeds: Deeds[M]
    leaving: type[forms.Form]
    around: Callable[[PageRequest, UUID], Frame]
    stored: Callable[[UUID, UUID], M]
    any: Callable[[UUID, UUID], M]
    name: Callable[[Frame, M], str]

    def found(self, request: PageRequest, dossier: UUID, **line: UUID) -> tuple[Frame, M]:
        return self.around(request, dossier), self.stored(dossier, line[self.noun])

    def url(self, done: str, dossier: UUID, line: UUID) -> str:
        return reverse(f"{self.noun}_{done}", args=[dossier, line])

    def corrected(self, dossier: UUID, row: M) -> StepLine:
        """What stands below the form that puts a line right."""
        end, withdraw = self.url("end", dossier, row.id), self.url("withdraw", dossier, row.id)
        return StepLine(self.kind, row.id, end, str(self.words.leaves), withdraw)

    def done(self, request: PageRequest, dossier: UUID, line: UUID, said: str) -> HttpResponse:
        saved(request, said, undo=self.url("undo", dossier, line))
        return redirect(self.section, dossier)


def ending(lines: Lines[M]) -> Decorated:
    deed = _ends(lines)

    @page
    def end_form(request: PageRequest, /, dossier: UUID, **line: UUID) -> HttpResponse:
        around, row = lines.found(request, dossier, **line)
        return answer(request, around, row, lines.leaving(initial={"on": request.actor.today}))

    @action
    def end(request: PageRequest, /, dossier: UUID, **line: UUID) -> HttpResponse:
        around, row = lines.found(request, dossier, **line)
        form = lines.leaving(request.POST)
        if form.is_valid():
            with refusal_in(form, "on"):
                deed(request.actor, row, form.cleaned_data["on"])
        if not form.is_valid():
            return answer(request, around, row, form)
        return lines.done(request, dossier, row.id, f"{_('Het is gestopt.')} {lines.words.kept}")

    def answer(request: PageRequest, around: Frame, row: M, form: forms.Form) -> HttpResponse:
        words = StepWords(
            str(lines.words.leaves), _("Opslaan"), str(lines.words.kept), lines.words.manual, lines.name(around, row)
        )
        return step_page(request, around, form, words)

    return form_page(end_form, end)


def withdrawing(lines: Lines[M]) -> Decorated:
    @page
    def withdraw_form(request: PageRequest, /, dossier: UUID, **line: UUID) -> HttpResponse:
        around, row = lines.found(request, dossier, **line)
        return answer(request, around, row, EndForm(label=_("Waarom trekt u dit in?")))

    @action
    def withdraw(request: PageRequest, /, dossier: UUID, **line: UUID) -> HttpResponse:
        around, row = lines.found(request, dossier, **line)
        form = EndForm(request.POST, label=_("Waarom trekt u dit in?"))
        if not form.is_valid():
            return answer(request, around, row, form)
        lines.deeds.withdraw(request.actor, row, form.cleaned_data["reason"])
        return lines.done(request, dossier, row.id, _("Het is ingetrokken."))

    def answer(request: PageRequest, around: Frame, row: M, form: forms.Form) -> HttpResponse:
        help_text = _("Doe dit als het nooit zo was. Het verdwijnt dan van de bladzijde en blijft bewaard.")
        words = StepWords(_("Intrekken"), _("Trek in"), help_text, lines.words.manual, lines.name(around, row))
        return step_page(request, around, form, words)

    return form_page(withdraw_form, withdraw)


def undoing(lines: Lines[M]) -> Decorated:
    @action
    def undo(request: PageRequest, /, dossier: UUID, **line: UUID) -> HttpResponse:
        lines.deeds.undo(request.actor, lines.any(dossier, line[lines.noun]))
        messages.success(request, _("Het is ongedaan gemaakt."))
        return redirect(lines.section, dossier)

    return undo


def _ends(lines: Lines[M]) -> Callable[[Actor, M, date], None]:
    assert lines.deeds.end is not None
    return lines.deeds.end
