"""Sharing with others by name, by who leads; and stopping, answering and sharing again, by the family itself."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from kring.ground.access.models import SharingDecision
from kring.ground.shared.period import day_of
from kring.practice.leads.policy import may_write_answers
from kring.practice.leads.queries import recipients
from kring.practice.leads.services import answer_concept, decide_sharing, share_again, stop_sharing
from kring.practice.leads.services.answers import usual_end
from kring.web.family.frame import Frame, frame
from kring.web.family.sharing_forms import ShareForm
from kring.web.kit.forms import UNPROCESSABLE, form_page, refusal_in
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest, sent


@page
def _show(request: PageRequest, dossier: UUID) -> HttpResponse:
    around = frame(request, dossier, "family_share")
    may_write_answers(around.head.roles).enforce()
    return _render(request, around, _form(request, around))


@action
def _take(request: PageRequest, dossier: UUID) -> HttpResponse:
    around = frame(request, dossier, "family_share")
    may_write_answers(around.head.roles).enforce()
    form = _form(request, around)
    if form.is_valid():
        with refusal_in(form):
            decide_sharing(actor=request.actor, dossier=dossier, decision=form.decision(), concept=form.is_concept)
            done = _("De vraag staat klaar.") if form.is_concept else _("Vastgelegd. Het geldt meteen.")
            messages.success(request, done)
            return redirect("family_share", dossier)
    return _render(request, around, form)


share_new = form_page(_show, _take)


@action
def stop(request: PageRequest, dossier: UUID, decision: UUID) -> HttpResponse:
    stop_sharing(actor=request.actor, decision=_decision(dossier, decision))
    messages.success(request, _("Gestopt. Vanaf nu wordt dit niet meer gedeeld."))
    return redirect("family_share", dossier)


@action
def again(request: PageRequest, dossier: UUID, decision: UUID) -> HttpResponse:
    share_again(actor=request.actor, decision=_decision(dossier, decision))
    messages.success(request, _("U deelt dit weer. Stoppen kan altijd."))
    return redirect("family_share", dossier)


@action
def reply(request: PageRequest, dossier: UUID, decision: UUID) -> HttpResponse:
    shares = request.POST.get("answer") == "yes"
    answer_concept(actor=request.actor, decision=_decision(dossier, decision), shares=shares)
    messages.success(request, _("Uw antwoord is opgeschreven. Het geldt meteen."))
    return redirect("family_share", dossier)


def _decision(dossier: UUID, decision: UUID) -> SharingDecision:
    return get_object_or_404(SharingDecision, id=decision, dossier_id=dossier)


def _form(request: PageRequest, around: Frame) -> ShareForm:
    leading = {one.account for one in (around.head.lead, around.head.deputy) if one is not None}
    people = [one for one in recipients(request.actor, around.head.id) if one.account not in leading]
    return ShareForm(
        sent(request),
        today=request.actor.today,
        until=day_of(usual_end(request.actor, around.head.id)),
        people=people,
        members=around.head.members,
        together=around.words.together,
    )


def _render(request: PageRequest, around: Frame, form: ShareForm) -> HttpResponse:
    status = UNPROCESSABLE if form.is_bound else 200
    return render(request, "family/share_new.html", {"frame": around, "form": form}, status=status)
