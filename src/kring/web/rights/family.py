"""The rights of a family, for who works with it: which requests run, and writing one down."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kring.ground.shared.verdict import Refused
from kring.oversight.rights import queries
from kring.oversight.rights.models import Capacity, Channel, Right
from kring.oversight.rights.policy import may_write_down
from kring.oversight.rights.services import Ask, receive
from kring.steering.studies.services import object_for
from kring.web.family.frame import Frame, frame
from kring.web.kit.forms import UNPROCESSABLE, form_page, refusal_in
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest
from kring.web.rights.forms import FamilyRequestForm


@page
def _show(request: PageRequest, dossier: UUID) -> HttpResponse:
    around = _frame(request, dossier)
    return _rights(request, around, _form(request, around))


@action
def _take(request: PageRequest, dossier: UUID) -> HttpResponse:
    around = _frame(request, dossier)
    form = _form(request, around)
    if form.is_valid():
        given = form.cleaned_data
        subject = UUID(given["member"])
        ask = Ask(
            Right(given["right"]), subject, Capacity(given["capacity"]), given["asker"], given["received_on"],
            Channel(given["channel"]), given["words"], queries.born_on(subject),
        )  # fmt: skip
        with refusal_in(form):
            receive(actor=request.actor, ask=ask)
            messages.success(
                request, _("Het verzoek is opgeschreven. De functionaris gegevensbescherming pakt het op.")
            )
            return redirect("family_rights", dossier)
    return _rights(request, around, form)


rights = form_page(_show, _take)


@action
def objection(request: PageRequest, dossier: UUID, subject: UUID) -> HttpResponse:
    """Written down for somebody who said so."""
    around = _frame(request, dossier)
    if subject not in {one.subject for one in around.head.members}:
        raise Http404
    objects = request.POST.get("objects") == "1"
    object_for(actor=request.actor, subject=subject, objects=objects)
    messages.success(request, _("Vastgelegd. Het geldt meteen, voor elk onderzoek."))
    return redirect("family_rights", dossier)


def _frame(request: PageRequest, dossier: UUID) -> Frame:
    """A family has a page of its own for this."""
    around = frame(request, dossier, "family_rights")
    if around.head.is_family:
        raise Refused(_("Uw eigen rechten staan bij «Mijn rechten»."))
    may_write_down(around.head.roles).enforce()
    return around


def _form(request: PageRequest, around: Frame) -> FamilyRequestForm:
    members = [(str(one.subject), one.name) for one in around.head.members if one.name]
    return FamilyRequestForm(request.POST or None, today=request.actor.today, members=members)


def _rights(request: PageRequest, around: Frame, form: FamilyRequestForm) -> HttpResponse:
    members = [one for one in around.head.members if one.name]
    objecting = queries.objecting(one.subject for one in members)
    context = {
        "frame": around,
        "form": form,
        "running": queries.running(around.head.id),
        "members": [(one, one.subject in objecting) for one in members],
    }
    return render(request, "rights/family.html", context, status=UNPROCESSABLE if form.errors else 200)
