"""What is familiar: a card for each kind, told by whom, shown to whom, with what one does about it."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from kring.practice.circle.models import Familiar
from kring.practice.circle.queries.own import FamiliarLine, familiar
from kring.practice.circle.rules.own import FamiliarKind
from kring.practice.circle.services import correct_familiar, tell_familiar, undo_own, withdraw_own
from kring.web.kit.forms import UNPROCESSABLE, form_page, refusal_in
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest
from kring.web.kit.undo import saved
from kring.web.ownstory.forms import FamiliarForm, WithdrawForm, familiar_now
from kring.web.ownstory.telling import Round, round_of


@dataclass(frozen=True, slots=True)
class Line:
    """`may_change`: by this reader."""

    row: FamiliarLine
    who: str
    may_change: bool


@dataclass(frozen=True, slots=True)
class Card:
    kind: FamiliarKind
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Opened:
    """The line that is worked on, with its two forms."""

    row: FamiliarLine
    correct: FamiliarForm
    withdraw: WithdrawForm


@page
def _show(request: PageRequest, dossier: UUID) -> HttpResponse:
    around = round_of(request, dossier, "familiar")
    return _page(request, around, _form(around))


@action
def _add(request: PageRequest, dossier: UUID) -> HttpResponse:
    around = round_of(request, dossier, "familiar")
    form = FamiliarForm(request.POST, people=around.people, initial={})
    if form.is_valid():
        with refusal_in(form):
            row = tell_familiar(actor=request.actor, dossier=dossier, subject=form.subject_id(), told=form.told())
    if form.errors:
        return _page(request, around, form)
    saved(request, _("Opgeschreven."), undo=reverse("familiar_undo", args=[dossier, row.id]))
    return redirect("familiar", dossier)


page_of = form_page(_show, _add)


@action
def correct(request: PageRequest, dossier: UUID, familiar: UUID) -> HttpResponse:
    around, row = round_of(request, dossier, "familiar"), get_object_or_404(Familiar, id=familiar, dossier=dossier)
    form = FamiliarForm(request.POST, people=around.people, initial={})
    if form.is_valid():
        with refusal_in(form):
            correct_familiar(actor=request.actor, row=row, subject=form.subject_id(), told=form.told())
    if form.errors:
        return _page(request, around, _form(around), correcting=(row.id, form))
    saved(request, _("Verbeterd."), undo=reverse("familiar_undo", args=[dossier, row.id]))
    return redirect("familiar", dossier)


@action
def withdraw(request: PageRequest, dossier: UUID, familiar: UUID) -> HttpResponse:
    around, row = round_of(request, dossier, "familiar"), get_object_or_404(Familiar, id=familiar, dossier=dossier)
    form = WithdrawForm(request.POST)
    if form.is_valid():
        with refusal_in(form, "because"):
            withdraw_own(actor=request.actor, row=row, because=form.cleaned_data["because"])
    if form.errors:
        return _page(request, around, _form(around), withdrawing=(row.id, form))
    saved(request, _("Weggehaald."), undo=reverse("familiar_undo", args=[dossier, row.id]))
    return redirect("familiar", dossier)


@action
def undo(request: PageRequest, dossier: UUID, familiar: UUID) -> HttpResponse:
    undo_own(actor=request.actor, row=get_object_or_404(Familiar, id=familiar, dossier=dossier))
    return redirect("familiar", dossier)


def _form(around: Round) -> FamiliarForm:
    return FamiliarForm(None, people=around.people, initial={"told_by": around.teller})


def _page(
    request: PageRequest,
    around: Round,
    form: FamiliarForm,
    *,
    correcting: tuple[UUID, FamiliarForm] | None = None,
    withdrawing: tuple[UUID, WithdrawForm] | None = None,
) -> HttpResponse:
    lines = familiar(around.frame.head.id)
    wrong = form.is_bound or correcting or withdrawing
    context = {
        "frame": around.frame,
        "may_write": around.may_write,
        "cards": _cards(around, lines),
        "form": form,
        "opened": _opened(request, around, lines, dict([correcting] if correcting else []), withdrawing),
        "wrong": (correcting or withdrawing or (None, form))[1] if wrong else None,
    }
    return render(request, "ownstory/familiar.html", context, status=UNPROCESSABLE if wrong else 200)


def _cards(around: Round, lines: tuple[FamiliarLine, ...]) -> list[Card]:
    """Only the kinds of which something was told."""
    cards = [
        Card(
            kind,
            tuple(
                Line(row, around.of(row.subject), around.may_change(row.subject)) for row in lines if row.kind is kind
            ),
        )
        for kind in FamiliarKind
    ]
    return [card for card in cards if card.lines]


def _opened(
    request: PageRequest,
    around: Round,
    lines: tuple[FamiliarLine, ...],
    correcting: dict[UUID, FamiliarForm],
    withdrawing: tuple[UUID, WithdrawForm] | None,
) -> Opened | None:
    """By the address, or because its form came back."""
    leaving = dict([withdrawing] if withdrawing else [])
    wanted = {str(one) for one in (*correcting, *leaving)} or {request.GET.get("regel", "")}
    row = next((one for one in lines if str(one.id) in wanted and around.may_change(one.subject)), None)
    if row is None:
        return None
    now = FamiliarForm(None, people=around.people, initial=familiar_now(row))
    return Opened(row, correcting.get(row.id, now), leaving.get(row.id, WithdrawForm()))
