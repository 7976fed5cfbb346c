"""What comes after a version: the opinion of who says it later, and a summary in another language."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kring.practice.leads.policy import LEADING
from kring.practice.plans.models import PlanSummary, PlanVersion
from kring.practice.plans.policy import Deed, may
from kring.practice.plans.queries.around import parties_of
from kring.practice.plans.services import add_position, summarise, withdraw_summary
from kring.web.family.frame import Frame, frame
from kring.web.family.steps import Step, StepWords, step_page, taking
from kring.web.kit.pages import action
from kring.web.kit.request import PageRequest
from kring.web.plan.agree_form import Voice, voices_of
from kring.web.plan.later_forms import PositionForm, SummaryForm


@dataclass(frozen=True, slots=True)
class Around:
    """The dossier and the version that it is about."""

    frame: Frame
    version: PlanVersion


def _of(deed: Deed, request: PageRequest, dossier: UUID, number: int) -> Around:
    around = frame(request, dossier, "plan_versions")
    may(deed, around.head.roles).enforce()
    version = PlanVersion.objects.filter(dossier_id=dossier, number=number).first()
    if version is None:
        raise Http404
    return Around(around, version)


def _saying(request: PageRequest, dossier: UUID, number: int) -> Around:
    return _of(Deed.GIVE_POSITION, request, dossier, number)


def _position_form(request: PageRequest, around: Around) -> PositionForm:
    head = around.frame.head
    voices: tuple[Voice, ...] = (Voice(head.reader, "", is_family=True),)
    if head.roles & LEADING:
        voices = voices_of(around.frame, parties_of(request.actor, head.id))
    return PositionForm(request.POST or None, voices=voices, today=request.actor.today)


def _say(request: PageRequest, around: Around, form: PositionForm) -> HttpResponse:
    given = form.cleaned_data
    add_position(actor=request.actor, version=around.version, opinion=form.opinion(), said_on=given["said_on"])
    messages.success(request, _("De mening staat erbij."))
    if around.frame.head.is_family:
        return redirect("our_plan", around.frame.head.id)
    return redirect("plan_version", around.frame.head.id, around.version.number)


def _position_page(request: PageRequest, around: Around, form: PositionForm) -> HttpResponse:
    title = _("Een mening over versie %(number)s") % {"number": around.version.number}
    help_text = _("De mening komt erbij, met de datum. Wat er eerst stond, blijft staan.")
    return step_page(request, around.frame, form, StepWords(title, _("Mening opslaan"), help_text, "vaststellen"))


position_add = taking(Step(_saying, _position_form, _say, _position_page))


def _telling(request: PageRequest, dossier: UUID, number: int) -> Around:
    return _of(Deed.SUMMARISE, request, dossier, number)


def _summary_form(request: PageRequest, _around: Around) -> SummaryForm:
    return SummaryForm(request.POST or None, today=request.actor.today)


def _summarise(request: PageRequest, around: Around, form: SummaryForm) -> HttpResponse:
    summarise(actor=request.actor, version=around.version, words=form.said())
    messages.success(request, _("De samenvatting staat bij het plan."))
    return redirect("plan_version", around.frame.head.id, around.version.number)


def _summary_page(request: PageRequest, around: Around, form: SummaryForm) -> HttpResponse:
    title = _("Samenvatting van versie %(number)s in een andere taal") % {"number": around.version.number}
    help_text = _(
        "Een tolk maakt de samenvatting, en de naam van de tolk staat erbij. Verbeteren? Voer haar opnieuw in."
    )
    words = StepWords(title, _("Samenvatting opslaan"), help_text, "vaststellen")
    return step_page(request, around.frame, form, words)


summary_add = taking(Step(_telling, _summary_form, _summarise, _summary_page))


@action
def summary_withdraw(request: PageRequest, dossier: UUID, number: int, summary: UUID) -> HttpResponse:
    around = _telling(request, dossier, number)
    found = PlanSummary.objects.filter(version=around.version, id=summary, withdrawn_at=None).first()
    if found is None:
        raise Http404
    withdraw_summary(actor=request.actor, summary=found)
    messages.success(request, _("De samenvatting is teruggenomen."))
    return redirect("plan_version", dossier, number)
