"""Somebody asks for paper: what was agreed by word of mouth is written down within fourteen days (BR-012)."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from kring.practice.plans.models import Discussion
from kring.practice.plans.policy import Deed, may
from kring.practice.plans.services import ask_for_paper
from kring.web.family.frame import Frame, frame
from kring.web.family.steps import Step, StepWords, step_page, taking
from kring.web.kit.request import PageRequest, sent
from kring.web.plan.agree_form import PaperForm


@dataclass(frozen=True, slots=True)
class Asked:
    """Of which talk."""

    frame: Frame
    row: Discussion


def _around(request: PageRequest, dossier: UUID, talk: UUID) -> Asked:
    around = frame(request, dossier, "plan")
    may(Deed.AGREE, around.head.roles).enforce()
    row = get_object_or_404(Discussion, dossier_id=dossier, id=talk, withdrawn_at=None)
    return Asked(around, row)


def _form(request: PageRequest, asked: Asked) -> PaperForm:
    start = {"asked_by": asked.row.paper_asked_by, "asked_on": asked.row.paper_asked_on or request.actor.today}
    return PaperForm(sent(request), initial=start)


def _take(request: PageRequest, asked: Asked, form: PaperForm) -> HttpResponse:
    given = form.cleaned_data
    ask_for_paper(actor=request.actor, discussion=asked.row, by=given["asked_by"], on=given["asked_on"])
    messages.success(request, _("Opgeschreven. Stel het plan binnen veertien dagen vast, dan is er papier."))
    return redirect("plan_agree", asked.frame.head.id)


def _answer(request: PageRequest, asked: Asked, form: PaperForm) -> HttpResponse:
    help_text = _("Binnen veertien dagen staat het plan dan op papier. U krijgt daarvoor een taak.")
    words = StepWords(_("Om papier gevraagd"), _("Opslaan"), help_text, "vaststellen")
    return step_page(request, asked.frame, form, words)


paper_asked = taking(Step(_around, _form, _take, _answer))
