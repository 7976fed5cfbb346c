"""Closing with what stays and who to call; after-care; and coming back (BR-023, BR-024)."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from kring.practice.course.models import AfterCare, Closing
from kring.practice.course.queries import after_care_for
from kring.practice.course.rules.words import closing_problems
from kring.practice.course.services import close, note_after_care, reopen, undo_closing
from kring.web.course.around import Here, back, keeping, words
from kring.web.course.forms import AfterCareForm, ClosingForm, ReopenForm
from kring.web.family.hinting import tip
from kring.web.family.steps import Step, step_page, taking
from kring.web.kit.forms import UNPROCESSABLE, put
from kring.web.kit.pages import action
from kring.web.kit.request import PageRequest, sent
from kring.web.kit.undo import saved


@dataclass(frozen=True, slots=True)
class _Contact:
    found: Here
    row: AfterCare


@action
def undo(request: PageRequest, dossier: UUID) -> HttpResponse:
    undo_closing(actor=request.actor, closing=_closed(keeping(request, dossier)))
    messages.success(request, _("Het plan loopt weer."))
    return back(dossier)


def _open(request: PageRequest, dossier: UUID) -> Here:
    """404 for a plan that is closed: the page offers to open it again instead."""
    found = keeping(request, dossier)
    if found.frame.is_closed:
        raise Http404
    return found


def _closed(found: Here) -> Closing:
    if found.course.closed is None:
        raise Http404
    return get_object_or_404(Closing, id=found.course.closed.id)


def _coming_back(request: PageRequest, dossier: UUID) -> Here:
    found = keeping(request, dossier)
    _closed(found)
    return found


def _after(request: PageRequest, dossier: UUID, contact_after: UUID) -> _Contact:
    row = get_object_or_404(AfterCare, id=contact_after, dossier_id=dossier, closing__withdrawn_at=None)
    return _Contact(keeping(request, dossier), row)


def _close_form(request: PageRequest, found: Here) -> ClosingForm:
    today = request.actor.today
    form = ClosingForm(
        sent(request), call=found.plan.texts.contact, after=after_care_for(today, found.frame.head.controller)
    )
    if form.is_valid():
        put(form, closing_problems(form.said(), today))
    return form


def _close(request: PageRequest, found: Here, form: ClosingForm) -> HttpResponse:
    dossier = found.frame.head.id
    close(actor=request.actor, dossier=dossier, words=form.said())
    saved(request, _("Het plan is afgesloten."), undo=reverse("course_close_undo", args=[dossier]))
    said = form.said()
    tip(request, found.frame, said.remains, said.relapse, said.agreement_words)
    return redirect("course_look_back", dossier)


def _close_page(request: PageRequest, found: Here, form: ClosingForm) -> HttpResponse:
    context = {"frame": found.frame, "plan": found.plan, "course": found.course, "form": form}
    return render(request, "course/close.html", context, status=UNPROCESSABLE if form.is_bound else 200)


def _reopen_form(request: PageRequest, _found: Here) -> ReopenForm:
    return ReopenForm(sent(request))


def _reopen(request: PageRequest, found: Here, form: ReopenForm) -> HttpResponse:
    reopen(actor=request.actor, closing=_closed(found), because=form.cleaned_data["because"])
    messages.success(request, _("Het plan is weer open, zoals het was."))
    return back(found.frame.head.id)


def _reopen_page(request: PageRequest, found: Here, form: ReopenForm) -> HttpResponse:
    help_text = _("Het plan is dan weer zoals het was. Binnen een jaar telt dit mee als herhaald beroep.")
    return step_page(request, found.frame, form, words(_("Heropenen"), _("Open het plan weer"), help_text))


def _after_form(request: PageRequest, contact: _Contact) -> AfterCareForm:
    row = contact.row
    return AfterCareForm(sent(request), initial={"held_on": row.held_on or request.actor.today, "words": row.words})


def _note_after(request: PageRequest, contact: _Contact, form: AfterCareForm) -> HttpResponse:
    note_after_care(actor=request.actor, contact=contact.row, **form.cleaned_data)
    messages.success(request, _("Opgeschreven."))
    return back(contact.found.frame.head.id)


def _after_page(request: PageRequest, contact: _Contact, form: AfterCareForm) -> HttpResponse:
    help_text = _("Vraag hoe het gaat. Is het weer moeilijk? Dan kunt u het plan heropenen.")
    return step_page(request, contact.found.frame, form, words(_("Nazorg"), _("Opslaan"), help_text))


closing = taking(Step(_open, _close_form, _close, _close_page))
reopening = taking(Step(_coming_back, _reopen_form, _reopen, _reopen_page))
after_care = taking(Step(_after, _after_form, _note_after, _after_page, field="held_on"))
