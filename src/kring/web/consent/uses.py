"""Toestemming: the three that are kept apart on one page, and consent of the AVG itself (ADR 8)."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from kring.ground.shared.period import day_of
from kring.practice.consents.models import DataConsent
from kring.practice.consents.policy import may_ask_consent
from kring.practice.consents.queries.data import consents_page, voices_about
from kring.practice.consents.rules.data import purpose_of
from kring.practice.consents.rules.help import Said
from kring.practice.consents.services.data import answer_use, ask_use, stop_across_laws, write_use_answer
from kring.practice.leads.policy import may_write_answers
from kring.practice.leads.services.answers import usual_end
from kring.web.consent.use_forms import UseForm, UseSaidForm
from kring.web.family.frame import Frame, frame
from kring.web.kit.forms import UNPROCESSABLE, form_page, refusal_in
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest, sent

SAYS = {"yes": Said.GIVEN, "no": Said.REFUSED, "back": Said.WITHDRAWN}


@page
def consents(request: PageRequest, dossier: UUID) -> HttpResponse:
    around = _frame(request, dossier)
    may_ask = bool(may_write_answers(around.head.roles))
    found = consents_page(request.actor, dossier, leads=may_ask)
    return render(request, "consent/uses.html", {"frame": around, "found": found, "may_ask": may_ask})


@page
def _show_ask(request: PageRequest, dossier: UUID) -> HttpResponse:
    may_ask_consent(request.actor, dossier).enforce()
    around = _frame(request, dossier)
    return _form(request, around, _ask_form(request, around), _("Toestemming vragen"), _("Vraag toestemming"))


@action
def _take_ask(request: PageRequest, dossier: UUID) -> HttpResponse:
    may_ask_consent(request.actor, dossier).enforce()
    around = _frame(request, dossier)
    form = _ask_form(request, around)
    if form.is_valid():
        with refusal_in(form):
            ask_use(actor=request.actor, dossier=dossier, question=form.question())
    if form.errors:
        return _form(request, around, form, _("Toestemming vragen"), _("Vraag toestemming"))
    messages.success(request, _("Gevraagd. Tot er een ja is, gebeurt dit niet."))
    return redirect("data_consents", dossier)


ask = form_page(_show_ask, _take_ask)


@page
def _show_write(request: PageRequest, dossier: UUID, use: UUID) -> HttpResponse:
    may_ask_consent(request.actor, dossier).enforce()
    return _said(request, _frame(request, dossier), _said_form(request, _use(dossier, use)))


@action
def _take_write(request: PageRequest, dossier: UUID, use: UUID) -> HttpResponse:
    may_ask_consent(request.actor, dossier).enforce()
    row = _use(dossier, use)
    form = _said_form(request, row)
    if form.is_valid():
        with refusal_in(form):
            write_use_answer(actor=request.actor, consent=row, answer=form.answer())
    if form.errors:
        return _said(request, _frame(request, dossier), form)
    messages.success(request, _("Het antwoord is opgeschreven."))
    return redirect("data_consents", dossier)


write = form_page(_show_write, _take_write)


@action
def reply(request: PageRequest, dossier: UUID, use: UUID) -> HttpResponse:
    """The own answer; the account says whose it is. Stopping is one tap."""
    said = SAYS.get(request.POST.get("answer", ""))
    if said is None:
        raise Http404
    row = _use(dossier, use)
    answer_use(actor=request.actor, consent=row, said=said)
    if said is Said.WITHDRAWN:
        messages.success(request, _("Gestopt. %(what)s") % {"what": _(purpose_of(row.purpose).stops)})
    else:
        messages.success(request, _("Uw antwoord is opgeschreven. Het geldt meteen."))
    return redirect("data_consents", dossier)


@action
def stop_laws(request: PageRequest, dossier: UUID, subject: UUID) -> HttpResponse:
    """What of one law is used for another closes at once, all of it."""
    if not stop_across_laws(actor=request.actor, dossier=dossier, subject=subject):
        raise Http404
    messages.success(request, _("Gestopt. Vanaf nu wordt dit niet meer gedeeld."))
    return redirect("data_consents", dossier)


def _frame(request: PageRequest, dossier: UUID) -> Frame:
    around = frame(request, dossier, "data_consents")
    if not around.head.sees_plan or around.head.is_named_only:
        raise Http404
    return around


def _use(dossier: UUID, use: UUID) -> DataConsent:
    return get_object_or_404(DataConsent, id=use, dossier_id=dossier)


def _ask_form(request: PageRequest, around: Frame) -> UseForm:
    until = day_of(usual_end(request.actor, around.head.id))
    data = sent(request)
    return UseForm(data, members=around.head.members, today=request.actor.today, until=until)


def _said_form(request: PageRequest, row: DataConsent) -> UseSaidForm:
    data = sent(request)
    return UseSaidForm(data, answers=voices_about(row), today=request.actor.today)


def _said(request: PageRequest, around: Frame, form: UseSaidForm) -> HttpResponse:
    return _form(request, around, form, _("Antwoord opschrijven"), _("Antwoord opslaan"))


def _form(request: PageRequest, around: Frame, form: UseForm | UseSaidForm, title: str, button: str) -> HttpResponse:
    context = {"frame": around, "form": form, "title": title, "button": button}
    return render(request, "consent/use_form.html", context, status=UNPROCESSABLE if form.is_bound else 200)
