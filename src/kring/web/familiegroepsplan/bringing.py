"""What the family writes or brings for its own plan: three simple boxes, a photo, a meeting. Nothing is required."""

from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from kring.ground.documents.rules import LARGEST
from kring.practice.familiegroepsplan.models import Contribution, ContributionKind
from kring.practice.familiegroepsplan.policy import Deed
from kring.practice.familiegroepsplan.queries import contribution_file, words_of
from kring.practice.familiegroepsplan.rules.words import OwnWords
from kring.practice.familiegroepsplan.services import (
    bring,
    correct_contribution,
    undo_contribution,
    withdraw_contribution,
)
from kring.practice.familiegroepsplan.services.bringing import contribution_of
from kring.web.familiegroepsplan.around import Doing, back, doing, place, words
from kring.web.familiegroepsplan.forms import MeetingForm, OwnForm
from kring.web.family.steps import Step, step_page, taking
from kring.web.kit.bodies import takes_file
from kring.web.kit.downloads import attachment
from kring.web.kit.forms import UNPROCESSABLE
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest, sent
from kring.web.kit.undo import saved


@dataclass(frozen=True, slots=True)
class _Brought:
    here: Doing
    row: Contribution


@action
def withdraw(request: PageRequest, dossier: UUID, contribution: UUID) -> HttpResponse:
    doing(request, dossier, Deed.BRING)
    row = _stored(dossier, contribution)
    withdraw_contribution(actor=request.actor, contribution=row)
    return _saved(request, dossier, row, _("Het is weggehaald."))


@action
def undo(request: PageRequest, dossier: UUID, contribution: UUID) -> HttpResponse:
    doing(request, dossier, Deed.BRING)
    row = contribution_of(dossier, contribution)
    if row is None:
        raise Http404
    undo_contribution(actor=request.actor, contribution=row)
    messages.success(request, _("Het is ongedaan gemaakt."))
    return back(dossier)


@page
def download(request: PageRequest, dossier: UUID, contribution: UUID) -> HttpResponse:
    place(request, dossier)
    found = contribution_file(dossier, contribution)
    if found is None:
        raise Http404
    content, media_type, ending = found
    return attachment(content, media_type, f"bijdrage.{ending}")


def _mine(here: Doing) -> OwnWords:
    """A family member writes in the own name; who leads says whose words these are."""
    return OwnWords(given_by=here.frame.head.reader if here.frame.head.is_family else "")


def _stored(dossier: UUID, contribution: UUID) -> Contribution:
    row = contribution_of(dossier, contribution)
    if row is None or row.withdrawn_at is not None:
        raise Http404
    return row


def _correct_form(request: PageRequest, brought: _Brought) -> OwnForm | MeetingForm:
    row = brought.row
    if row.kind == ContributionKind.MEETING:
        return MeetingForm(sent(request), now=words_of(row))
    return OwnForm(sent(request), now=words_of(row), has_file=False)


def _saved(request: PageRequest, dossier: UUID, row: Contribution, said: str) -> HttpResponse:
    saved(request, said, undo=reverse("own_plan_contribution_undo", args=[dossier, row.id]))
    return back(dossier)


def _own_page(request: PageRequest, here: Doing, form: OwnForm) -> HttpResponse:
    context = {"frame": here.frame, "form": form, "own": here.row}
    return render(request, "familiegroepsplan/add.html", context, status=UNPROCESSABLE if form.is_bound else 200)


def _meeting_page(request: PageRequest, here: Doing, form: MeetingForm) -> HttpResponse:
    help_text = _("Een gesprek met familie en vrienden over het plan. De regisseur hoeft er niet bij te zijn.")
    return step_page(request, here.frame, form, words(_("Wij waren bij elkaar"), _("Bewaren"), help_text))


def _correct_page(request: PageRequest, brought: _Brought, form: forms.Form) -> HttpResponse:
    context = {"frame": brought.here.frame, "form": form, "contribution": brought.row}
    return render(request, "familiegroepsplan/correct.html", context, status=UNPROCESSABLE if form.is_bound else 200)


def _brings(request: PageRequest, dossier: UUID) -> Doing:
    return doing(request, dossier, Deed.BRING)


def _brought(request: PageRequest, dossier: UUID, contribution: UUID) -> _Brought:
    return _Brought(_brings(request, dossier), _stored(dossier, contribution))


def _own_form(request: PageRequest, here: Doing) -> OwnForm:
    return OwnForm(sent(request), request.FILES or None, now=_mine(here))


def _bring(request: PageRequest, here: Doing, form: OwnForm) -> HttpResponse:
    row = bring(actor=request.actor, own_plan=here.row, words=form.said(), content=form.content)
    return _saved(request, here.frame.head.id, row, _("Het staat erbij."))


def _meeting_form(request: PageRequest, _here: Doing) -> MeetingForm:
    return MeetingForm(sent(request))


def _meet(request: PageRequest, here: Doing, form: MeetingForm) -> HttpResponse:
    row = bring(actor=request.actor, own_plan=here.row, words=form.said(), kind=ContributionKind.MEETING)
    return _saved(request, here.frame.head.id, row, _("Het gesprek staat erbij."))


def _correct(request: PageRequest, brought: _Brought, form: OwnForm | MeetingForm) -> HttpResponse:
    correct_contribution(actor=request.actor, contribution=brought.row, words=form.said())
    return _saved(request, brought.here.frame.head.id, brought.row, _("Het is veranderd."))


add = takes_file(LARGEST)(taking(Step(_brings, _own_form, _bring, _own_page)))
meeting = taking(Step(_brings, _meeting_form, _meet, _meeting_page))
correct = taking(Step(_brought, _correct_form, _correct, _correct_page))
