"""Exactly one regisseur and one achtervang, chosen among colleagues."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from kring.ground.access.models import Account, Dossier
from kring.ground.access.policy import may_appoint
from kring.practice.leads import services
from kring.practice.leads.queries import candidates
from kring.practice.leads.rules import Appointment, appointment_problems
from kring.web.family.forms import AppointForm
from kring.web.family.frame import Frame, frame
from kring.web.kit.forms import UNPROCESSABLE, form_page, put
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest


@page
def _show(request: PageRequest, dossier: UUID) -> HttpResponse:
    around = frame(request, dossier, "family_appoint")
    may_appoint(request.actor, Dossier(id=dossier, controller_id=around.head.controller)).enforce()
    return _render(request, around, AppointForm(candidates=candidates(request.actor), words=around.words))


@action
def _take(request: PageRequest, dossier: UUID) -> HttpResponse:
    around = frame(request, dossier, "family_appoint")
    form = AppointForm(request.POST, candidates=candidates(request.actor), words=around.words)
    if form.is_valid():
        put(form, appointment_problems(_appointment(form, around)))
    if not form.is_valid():
        return _render(request, around, form)
    given = form.cleaned_data
    lead, deputy = (get_object_or_404(Account, id=given[name]) for name in ("lead", "deputy"))
    services.appoint(
        actor=request.actor,
        dossier=get_object_or_404(Dossier, id=dossier),
        lead=lead,
        deputy=deputy,
        chosen_by_family=form.chosen_by_family,
        reason=given["reason"],
    )
    done = _("%(lead)s is nu regisseur, en %(deputy)s achtervang. Beiden hebben bericht gekregen.")
    messages.success(request, done % {"lead": lead.display_name, "deputy": deputy.display_name})
    return redirect("family", dossier)


appoint = form_page(_show, _take)


def _appointment(form: AppointForm, around: Frame) -> Appointment:
    """Colleagues are professionals; a relative who leads is appointed by the service, not from this page."""
    given = form.cleaned_data
    return Appointment(
        UUID(given["lead"]),
        UUID(given["deputy"]),
        deputy_is_professional=True,
        lead_is_professional=True,
        chosen_by_family=form.chosen_by_family,
        reason=given["reason"],
        dossier_state=around.head.state,
    )


def _render(request: PageRequest, around: Frame, form: AppointForm) -> HttpResponse:
    status = UNPROCESSABLE if form.is_bound else 200
    return render(request, "family/appoint.html", {"frame": around, "form": form}, status=status)
