"""The offer and its answer: written down by who leads, or given by the family itself."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from kring.practice.familiegroepsplan.models import OwnPlanState, Support
from kring.practice.familiegroepsplan.policy import Deed, may
from kring.practice.familiegroepsplan.queries import newest
from kring.practice.familiegroepsplan.rules.states import FINISHED
from kring.practice.familiegroepsplan.services import choose, offer
from kring.web.familiegroepsplan.around import Doing, back, doing, place, words
from kring.web.familiegroepsplan.forms import AnswerForm, OfferForm
from kring.web.family.frame import Frame
from kring.web.family.steps import Step, step_page, taking
from kring.web.kit.request import PageRequest, sent


def _offers(request: PageRequest, dossier: UUID) -> Frame:
    around = place(request, dossier)
    may(Deed.OFFER, around.head.roles).enforce()
    return around


def _asked(request: PageRequest, dossier: UUID) -> Doing:
    here = doing(request, dossier, Deed.ANSWER)
    if here.row.state not in {OwnPlanState.OFFERED, OwnPlanState.WAIVED}:
        raise Http404
    return here


def _offer_form(request: PageRequest, around: Frame) -> OfferForm:
    now = newest(around.head.id)
    now = None if now is None or now.state in FINISHED else now
    return OfferForm(sent(request), now=now, by=around.head.reader, today=request.actor.today)


def _offer_page(request: PageRequest, around: Frame, form: OfferForm) -> HttpResponse:
    intro = _("Een gezin mag eerst zelf een plan maken, met familie en vrienden. Bied dat aan.")
    return step_page(request, around, form, words(_("Aanbod en antwoord"), _("Opslaan"), intro))


def _answer_page(request: PageRequest, here: Doing, form: AnswerForm) -> HttpResponse:
    intro = _("U mag eerst zelf een plan maken, met familie en vrienden. Dat is uw recht.")
    return step_page(request, here.frame, form, words(_("Wilt u zelf een plan maken?"), _("Antwoord bewaren"), intro))


def _offer(request: PageRequest, around: Frame, form: OfferForm) -> HttpResponse:
    offer(actor=request.actor, dossier=around.head.id, words=form.said())
    messages.success(request, _("Opgeschreven. Het gezin leest het ook."))
    return back(around.head.id)


def _answer_form(request: PageRequest, _here: Doing) -> AnswerForm:
    return AnswerForm(sent(request))


def _choose(request: PageRequest, here: Doing, form: AnswerForm) -> HttpResponse:
    given = form.cleaned_data
    choose(
        actor=request.actor,
        own_plan=here.row,
        wants=given["wants"] == "yes",
        support=Support(given["support"] or Support.NONE),
        who=given["support_who"],
    )
    messages.success(request, _("Uw antwoord is bewaard. Uw regisseur ziet het ook."))
    return back(here.frame.head.id)


offering = taking(Step(_offers, _offer_form, _offer, _offer_page))
answering = taking(Step(_asked, _answer_form, _choose, _answer_page))
