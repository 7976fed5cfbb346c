"""Breaking the glass; the privacy officer's queue, and the own look for oversight."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from kring.ground.access.models import Account, BreakGlass, EmergencyPurpose, Judgement
from kring.ground.access.parts import Part
from kring.ground.access.policy import may_judge_emergency
from kring.ground.access.roles import PRIVACY_OFFICER
from kring.ground.access.services import Emergency, break_glass, judge
from kring.ground.audit.trail import note_read
from kring.ground.shared.verdict import Refused
from kring.practice.households.emergency import emergency_dossier, tell_emergency
from kring.web.breakglass.forms import EmergencyForm, JudgeForm, OversightForm
from kring.web.kit.forms import UNPROCESSABLE, form_page
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest


@page
def _show(request: PageRequest) -> HttpResponse:
    return _form(request, EmergencyForm())


@action
def _take(request: PageRequest) -> HttpResponse:
    form = EmergencyForm(request.POST)
    if not form.is_valid():
        return _form(request, form, UNPROCESSABLE)
    given = form.cleaned_data
    found = emergency_dossier(given["name"], given["born"], given["reason"])
    if found is None:
        return _form(request, form, nobody=True)
    emergency = Emergency(EmergencyPurpose(given["purpose"]), given["reason"], given["hours"])
    opened = break_glass(actor=request.actor, dossier=found, emergency=emergency)
    tell_emergency(found)
    messages.warning(request, _("Het dossier is open. De regisseur en het toezicht weten het."))
    return redirect("family", opened.dossier_id)


emergency = form_page(_show, _take)


@page
def _show_oversight(request: PageRequest, dossier: UUID) -> HttpResponse:
    return _oversight(request, dossier, OversightForm())


@action
def _take_oversight(request: PageRequest, dossier: UUID) -> HttpResponse:
    form = OversightForm(request.POST)
    if not form.is_valid():
        return _oversight(request, dossier, form, UNPROCESSABLE)
    given = form.cleaned_data
    emergency = Emergency(EmergencyPurpose.OVERSIGHT, given["reason"], given["hours"])
    break_glass(actor=request.actor, dossier=dossier, emergency=emergency)
    tell_emergency(dossier)
    messages.warning(request, _("Het dossier is open. De regisseur weet het."))
    return redirect("family", dossier)


oversee = form_page(_show_oversight, _take_oversight)


@page
def queue(request: PageRequest) -> HttpResponse:
    """What is still to be judged first; without a name of the family."""
    if not request.actor.organisations(PRIVACY_OFFICER.code):
        raise Refused(_("Alleen de functionaris gegevensbescherming beoordeelt het gebruik van de noodknop."))
    rows = list(BreakGlass.objects.exclude(account_id=request.actor.id).order_by("-started_at", "id")[:200])
    names = dict(Account.objects.filter(id__in={row.account_id for row in rows}).values_list("id", "display_name"))
    told = [(row, names.get(row.account_id, ""), str(row.dossier_id)[:8]) for row in rows]
    note_read(Part.ACCESS_LOG)
    waiting = [one for one in told if not one[0].judgement]
    return render(request, "breakglass/queue.html", {"waiting": waiting, "judged": [o for o in told if o[0].judgement]})


@page
def _show_judge(request: PageRequest, emergency: UUID) -> HttpResponse:
    return _judge(request, _to_judge(request, emergency), JudgeForm())


@action
def _take_judge(request: PageRequest, emergency: UUID) -> HttpResponse:
    row = _to_judge(request, emergency)
    form = JudgeForm(request.POST)
    if not form.is_valid():
        return _judge(request, row, form, UNPROCESSABLE)
    given = form.cleaned_data
    judge(actor=request.actor, emergency=row, judgement=Judgement(given["judgement"]), words=given["words"])
    messages.success(request, _("Uw oordeel is vastgelegd."))
    return redirect("emergencies")


judged = form_page(_show_judge, _take_judge)


def _to_judge(request: PageRequest, emergency: UUID) -> BreakGlass:
    row = get_object_or_404(BreakGlass, id=emergency)
    may_judge_emergency(request.actor, row.organisation_id).enforce()
    return row


def _form(request: PageRequest, form: EmergencyForm, status: int = 200, *, nobody: bool = False) -> HttpResponse:
    return render(request, "breakglass/emergency.html", {"form": form, "nobody": nobody}, status=status)


def _oversight(request: PageRequest, dossier: UUID, form: OversightForm, status: int = 200) -> HttpResponse:
    if not request.actor.organisations(PRIVACY_OFFICER.code):
        raise Refused(_("Alleen de functionaris gegevensbescherming opent een dossier voor toezicht."))
    context = {"form": form, "dossier": dossier, "number": str(dossier)[:8]}
    return render(request, "breakglass/oversight.html", context, status=status)


def _judge(request: PageRequest, row: BreakGlass, form: JudgeForm, status: int = 200) -> HttpResponse:
    note_read(Part.ACCESS_LOG)
    return render(request, "breakglass/judge.html", {"row": row, "form": form}, status=status)
