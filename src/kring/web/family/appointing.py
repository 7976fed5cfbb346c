"""Exactly one regisseur and one achtervang: colleagues, or an adult of the family with a colleague behind (BR-032)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from kring.ground.access.models import Account, Dossier
from kring.ground.access.policy import may_appoint
from kring.ground.access.services import relatives
from kring.practice.leads import services
from kring.practice.leads.queries import candidates
from kring.practice.leads.rules import Appointment, appointment_problems
from kring.web.family.forms import AppointForm
from kring.web.family.frame import Frame, frame
from kring.web.kit.forms import UNPROCESSABLE, form_page, put
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest, sent


@page
def _show(request: PageRequest, dossier: UUID) -> HttpResponse:
    around = frame(request, dossier, "family_appoint")
    may_appoint(request.actor, _dossier(around)).enforce()
    form, _own = _form(request, around)
    return _render(request, around, form)


@action
def _take(request: PageRequest, dossier: UUID) -> HttpResponse:
    around = frame(request, dossier, "family_appoint")
    form, own = _form(request, around)
    if form.is_valid():
        put(form, appointment_problems(_appointment(form, around, own)))
    if not form.is_valid():
        return _render(request, around, form)
    given = form.cleaned_data
    lead = own.get(UUID(given["lead"])) or get_object_or_404(Account, id=given["lead"])
    deputy = get_object_or_404(Account, id=given["deputy"])
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


def _form(request: PageRequest, around: Frame) -> tuple[AppointForm, dict[UUID, Account]]:
    """The form, and the accounts of the family that it offers."""
    own = {one.id: one for one in relatives(actor=request.actor, dossier=_dossier(around))}
    form = AppointForm(
        sent(request),
        candidates=candidates(request.actor),
        relatives=[(account, one.display_name) for account, one in own.items()],
        words=around.words,
    )
    return form, own


def _dossier(around: Frame) -> Dossier:
    return Dossier(id=around.head.id, controller_id=around.head.controller)


def _appointment(form: AppointForm, around: Frame, own: dict[UUID, Account]) -> Appointment:
    """Only colleagues are offered as achtervang."""
    given = form.cleaned_data
    return Appointment(
        UUID(given["lead"]),
        UUID(given["deputy"]),
        deputy_is_professional=True,
        lead_is_professional=UUID(given["lead"]) not in own,
        chosen_by_family=form.chosen_by_family,
        reason=given["reason"],
        dossier_state=around.head.state,
    )


def _render(request: PageRequest, around: Frame, form: AppointForm) -> HttpResponse:
    status = UNPROCESSABLE if form.is_bound else 200
    return render(request, "family/appoint.html", {"frame": around, "form": form}, status=status)
