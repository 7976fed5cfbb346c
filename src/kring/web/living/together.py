"""A move and a separation: one form for what concerns several people at once."""

from collections.abc import Callable
from typing import TypeVar
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.ground.access.actor import Actor
from kring.practice.households.services import move, part
from kring.web.family.steps import Step, StepWords, step_page, taking
from kring.web.kit.pages import Decorated
from kring.web.kit.request import PageRequest, sent
from kring.web.living.around import MANUAL, Setting, setting
from kring.web.living.forms import MoveForm, PartForm

F = TypeVar("F", MoveForm, PartForm)


def _together(
    form_of: Callable[[PageRequest, Setting], F], deed: Callable[[Actor, UUID, F], object], *words: Promise
) -> Decorated:
    """`words`: its title, its button, its help, and what is said when it was done."""
    title, button, help_text, said = words

    def done(request: PageRequest, around: Setting, form: F) -> HttpResponse:
        dossier = around.frame.head.id
        deed(request.actor, dossier, form)
        messages.success(request, str(said))
        return redirect("homes", dossier)

    def answer(request: PageRequest, around: Setting, form: F) -> HttpResponse:
        return step_page(request, around.frame, form, StepWords(str(title), str(button), str(help_text), MANUAL))

    return taking(Step(setting, form_of, done, answer))


def _move_form(request: PageRequest, around: Setting) -> MoveForm:
    return MoveForm(sent(request), homes=around.told, members=around.members, today=request.actor.today)


def _part_form(request: PageRequest, around: Setting) -> PartForm:
    return PartForm(sent(request), members=around.members, today=request.actor.today)


moving = _together(
    _move_form,
    lambda actor, dossier, form: move(actor=actor, dossier=dossier, moving=form.moving(), told=form.telling()),
    _("Verhuizen"),
    _("Verhuizing opslaan"),
    _("Wie verhuist, woont vanaf die dag niet meer waar hij of zij woonde."),
    _("De verhuizing staat erbij."),
)
parting = _together(
    _part_form,
    lambda actor, dossier, form: part(actor=actor, dossier=dossier, parting=form.parting(), told=form.telling()),
    _("Uit elkaar"),
    _("Twee huizen opslaan"),
    _("Twee ouders gaan apart wonen. Kinderen kunnen in allebei de huizen wonen."),
    _("De twee huizen staan erbij."),
)
