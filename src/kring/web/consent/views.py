"""Agreement with help: the list, asking, writing down, the own answer, and what the law allows without one."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.practice.consents.models import HelpConsent
from kring.practice.consents.policy import may_ask_consent
from kring.practice.consents.queries.help import agreements, voices_of
from kring.practice.consents.rules.help import Said
from kring.practice.consents.services import help as services
from kring.web.consent.forms import AskForm, AssumeForm, ExceptionForm, SaidForm
from kring.web.family.frame import Frame, frame
from kring.web.kit.forms import UNPROCESSABLE, form_page, refusal_in
from kring.web.kit.pages import Decorated, action, page
from kring.web.kit.request import PageRequest, sent

SAYS = {"yes": Said.GIVEN, "no": Said.REFUSED, "back": Said.WITHDRAWN}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A form page of one agreement: its words, its form, and what is done with it."""

    title: Promise
    button: Promise
    done: Promise
    form: Callable[[PageRequest, HelpConsent], forms.Form]
    keep: Callable[[PageRequest, HelpConsent, forms.Form], None]


@page
def consents(request: PageRequest, dossier: UUID) -> HttpResponse:
    around = _frame(request, dossier)
    context = {"frame": around, "agreements": agreements(request.actor, dossier), "may_ask": _may_ask(request, around)}
    return render(request, "consent/consents.html", context)


@page
def _show_ask(request: PageRequest, dossier: UUID) -> HttpResponse:
    may_ask_consent(request.actor, dossier).enforce()
    around = _frame(request, dossier)
    return _ask_page(request, around, AskForm(members=around.head.members))


@action
def _take_ask(request: PageRequest, dossier: UUID) -> HttpResponse:
    may_ask_consent(request.actor, dossier).enforce()
    around = _frame(request, dossier)
    form = AskForm(request.POST, members=around.head.members)
    if form.is_valid():
        with refusal_in(form):
            services.ask_consent(actor=request.actor, dossier=dossier, question=form.question())
            messages.success(request, _("Gevraagd aan ieder die moet antwoorden."))
            return redirect("consents", dossier)
    return _ask_page(request, around, form)


ask = form_page(_show_ask, _take_ask)


@action
def reply(request: PageRequest, dossier: UUID, consent: UUID) -> HttpResponse:
    """The own answer; the account says whose it is."""
    row = _consent(dossier, consent)
    said = SAYS.get(request.POST.get("answer", ""))
    mine = [one for found in agreements(request.actor, dossier) if found.id == row.id for one in found.mine]
    if said is None or not mine:
        raise Http404
    services.give_answer(actor=request.actor, consent=row, person=mine[0].person, said=said)
    messages.success(request, _("Uw antwoord is opgeschreven. Het geldt meteen."))
    return redirect("consents", dossier)


def _sheet(sheet: Sheet) -> Decorated:
    @page
    def show(request: PageRequest, dossier: UUID, consent: UUID) -> HttpResponse:
        may_ask_consent(request.actor, dossier).enforce()
        row = _consent(dossier, consent)
        return _sheet_page(request, _frame(request, dossier), row, sheet, sheet.form(request, row))

    @action
    def take(request: PageRequest, dossier: UUID, consent: UUID) -> HttpResponse:
        may_ask_consent(request.actor, dossier).enforce()
        row = _consent(dossier, consent)
        form = sheet.form(request, row)
        if form.is_valid():
            with refusal_in(form):
                sheet.keep(request, row, form)
                messages.success(request, str(sheet.done))
                return redirect("consents", dossier)
        return _sheet_page(request, _frame(request, dossier), row, sheet, form)

    return form_page(show, take)


def _said_form(request: PageRequest, row: HelpConsent) -> forms.Form:
    return SaidForm(sent(request), answers=voices_of(row), today=request.actor.today)


def _save_said(request: PageRequest, row: HelpConsent, form: forms.Form) -> None:
    assert isinstance(form, SaidForm)
    services.write_answer(actor=request.actor, consent=row, answer=form.answer())


def _save_assumed(request: PageRequest, row: HelpConsent, form: forms.Form) -> None:
    services.assume(actor=request.actor, consent=row, reason=form.cleaned_data["reason"])


def _save_exception(request: PageRequest, row: HelpConsent, form: forms.Form) -> None:
    assert isinstance(form, ExceptionForm)
    reason = form.cleaned_data["reason"]
    services.make_exception(actor=request.actor, consent=row, exception=form.kind, reason=reason)


write = _sheet(
    Sheet(
        gettext_lazy("Antwoord opschrijven"),
        gettext_lazy("Antwoord opslaan"),
        gettext_lazy("Het antwoord is opgeschreven."),
        _said_form,
        _save_said,
    )
)
assumed = _sheet(
    Sheet(
        gettext_lazy("Instemming veronderstellen"),
        gettext_lazy("Vastleggen"),
        gettext_lazy("Vastgelegd als verondersteld."),
        lambda request, _row: AssumeForm(sent(request)),
        _save_assumed,
    )
)
excepted = _sheet(
    Sheet(
        gettext_lazy("Uitzondering vastleggen"),
        gettext_lazy("Vastleggen"),
        gettext_lazy("De uitzondering is vastgelegd, met de reden."),
        lambda request, _row: ExceptionForm(sent(request)),
        _save_exception,
    )
)


def _frame(request: PageRequest, dossier: UUID) -> Frame:
    around = frame(request, dossier, "consents")
    if not around.head.sees_plan or around.head.is_named_only:
        raise Http404
    return around


def _may_ask(request: PageRequest, around: Frame) -> bool:
    return not around.head.is_family and bool(may_ask_consent(request.actor, around.head.id))


def _consent(dossier: UUID, consent: UUID) -> HelpConsent:
    return get_object_or_404(HelpConsent, id=consent, dossier_id=dossier)


def _ask_page(request: PageRequest, around: Frame, form: AskForm) -> HttpResponse:
    context = {"frame": around, "form": form, "title": _("Instemming vragen"), "button": _("Vraag instemming")}
    return render(request, "consent/form.html", context, status=UNPROCESSABLE if form.is_bound else 200)


def _sheet_page(request: PageRequest, around: Frame, row: HelpConsent, sheet: Sheet, form: forms.Form) -> HttpResponse:
    context = {"frame": around, "form": form, "title": sheet.title, "button": sheet.button, "help": row.help}
    return render(request, "consent/form.html", context, status=UNPROCESSABLE if form.is_bound else 200)
