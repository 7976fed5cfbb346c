"""A plan rests for a while, and goes on."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _

from kring.practice.course.rules.words import pause_problems
from kring.practice.course.services import go_on, pause
from kring.web.course.around import Here, back, keeping, words
from kring.web.course.forms import PauseForm
from kring.web.family.steps import Step, step_page, taking
from kring.web.kit.forms import put
from kring.web.kit.pages import action
from kring.web.kit.request import PageRequest, sent


def _form(request: PageRequest, _found: Here) -> PauseForm:
    form = PauseForm(sent(request))
    if form.is_valid():
        put(form, pause_problems(**form.cleaned_data, today=request.actor.today))
    return form


def _deed(request: PageRequest, found: Here, form: PauseForm) -> HttpResponse:
    dossier = found.frame.head.id
    pause(actor=request.actor, dossier=dossier, **form.cleaned_data)
    messages.success(request, _("Het plan rust."))
    return back(dossier)


def _answer(request: PageRequest, found: Here, form: PauseForm) -> HttpResponse:
    help_text = _("Er verandert niets aan het plan. Wie meeleest, ziet dat het rust en tot wanneer.")
    return step_page(request, found.frame, form, words(_("Het plan laten rusten"), _("Laat het rusten"), help_text))


pausing = taking(Step(keeping, _form, _deed, _answer))


@action
def resume(request: PageRequest, dossier: UUID) -> HttpResponse:
    keeping(request, dossier)
    go_on(actor=request.actor, dossier=dossier)
    messages.success(request, _("Het plan gaat verder."))
    return back(dossier)
