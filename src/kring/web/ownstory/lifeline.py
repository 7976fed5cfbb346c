"""The life line: moments as a drawing that leads to a panel on the same page, and as a table of equal content."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.dates import MONTHS
from django.utils.translation import gettext as _

from kring.draw import Drawing, LifelineInput, draw_lifeline
from kring.draw import Moment as DrawnMoment
from kring.draw.lifeline.model import Sort
from kring.practice.circle.models import LifeEvent
from kring.practice.circle.queries.own import MomentLine, moments
from kring.practice.circle.rules.own import About
from kring.practice.circle.services import correct_moment, tell_moment, undo_own, withdraw_own
from kring.web.kit.forms import UNPROCESSABLE, form_page, refusal_in
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest
from kring.web.kit.undo import saved
from kring.web.ownstory.forms import SEASON_NAMES, SEASONS, MomentForm, WithdrawForm, moment_now
from kring.web.ownstory.telling import Round, round_of


@dataclass(frozen=True, slots=True)
class Opened:
    """The moment that is looked at, with its two forms for who may change it."""

    row: MomentLine
    when: str
    who: str
    correct: MomentForm | None
    withdraw: WithdrawForm


@page
def _show(request: PageRequest, dossier: UUID) -> HttpResponse:
    around = round_of(request, dossier, "lifeline")
    return _page(request, around, _form(around))


@action
def _add(request: PageRequest, dossier: UUID) -> HttpResponse:
    around = round_of(request, dossier, "lifeline")
    form = MomentForm(request.POST, people=around.people, initial={})
    if form.is_valid():
        with refusal_in(form):
            row = tell_moment(actor=request.actor, dossier=dossier, subject=form.subject_id(), told=form.told())
    if form.errors:
        return _page(request, around, form)
    saved(request, _("Opgeschreven."), undo=reverse("moment_undo", args=[dossier, row.id]))
    return redirect("lifeline", dossier)


page_of = form_page(_show, _add)


@action
def correct(request: PageRequest, dossier: UUID, moment: UUID) -> HttpResponse:
    around, row = round_of(request, dossier, "lifeline"), get_object_or_404(LifeEvent, id=moment, dossier=dossier)
    form = MomentForm(request.POST, people=around.people, initial={})
    if form.is_valid():
        with refusal_in(form):
            correct_moment(actor=request.actor, row=row, subject=form.subject_id(), told=form.told())
    if form.errors:
        return _page(request, around, _form(around), correcting=(row.id, form))
    saved(request, _("Verbeterd."), undo=reverse("moment_undo", args=[dossier, row.id]))
    return redirect("lifeline", dossier)


@action
def withdraw(request: PageRequest, dossier: UUID, moment: UUID) -> HttpResponse:
    around, row = round_of(request, dossier, "lifeline"), get_object_or_404(LifeEvent, id=moment, dossier=dossier)
    form = WithdrawForm(request.POST)
    if form.is_valid():
        with refusal_in(form, "because"):
            withdraw_own(actor=request.actor, row=row, because=form.cleaned_data["because"])
    if form.errors:
        return _page(request, around, _form(around), withdrawing=(row.id, form))
    saved(request, _("Weggehaald."), undo=reverse("moment_undo", args=[dossier, row.id]))
    return redirect("lifeline", dossier)


@action
def undo(request: PageRequest, dossier: UUID, moment: UUID) -> HttpResponse:
    undo_own(actor=request.actor, row=get_object_or_404(LifeEvent, id=moment, dossier=dossier))
    return redirect("lifeline", dossier)


def _form(around: Round) -> MomentForm:
    return MomentForm(None, people=around.people, initial={"told_by": around.teller})


def _page(
    request: PageRequest,
    around: Round,
    form: MomentForm,
    *,
    correcting: tuple[UUID, MomentForm] | None = None,
    withdrawing: tuple[UUID, WithdrawForm] | None = None,
) -> HttpResponse:
    lines = moments(around.frame.head.id)
    wrong = form.is_bound or correcting or withdrawing
    context = {
        "frame": around.frame,
        "may_write": around.may_write,
        "lines": lines,
        "drawn": _drawn(request, around, lines),
        "form": form,
        "opened": _opened(request, around, lines, dict([correcting] if correcting else []), withdrawing),
        "wrong": (correcting or withdrawing or (None, form))[1] if wrong else None,
    }
    return render(request, "ownstory/lifeline.html", context, status=UNPROCESSABLE if wrong else 200)


def _drawn(request: PageRequest, around: Round, lines: tuple[MomentLine, ...]) -> Drawing:
    """Each moment leads to its panel."""
    here = reverse("lifeline", args=[around.frame.head.id])
    shown = tuple(
        DrawnMoment(
            row.on, when_in_words(row), Sort(row.kind), row.what, around.of(row.subject), row.feeling,
            f"{here}?moment={row.id}#moment",
        )
        for row in lines
    )  # fmt: skip
    return draw_lifeline(LifelineInput("gezin", request.actor.today, shown))


def when_in_words(row: MomentLine) -> str:
    """As exactly as it is known: 2019, zomer 2019, juni 2019, 4 juni 2019."""
    year = str(row.on.year)
    if row.about is About.YEAR:
        return year
    if row.about is About.SEASON:
        seasons = {month: name for name, month in SEASONS.items()}
        return f"{SEASON_NAMES[seasons[row.on.month]]} {year}"
    month = f"{MONTHS[row.on.month]} {year}"
    return f"{row.on.day} {month}" if row.about is About.DAY else month


def _opened(
    request: PageRequest,
    around: Round,
    lines: tuple[MomentLine, ...],
    correcting: dict[UUID, MomentForm],
    withdrawing: tuple[UUID, WithdrawForm] | None,
) -> Opened | None:
    """By the address, or because its form came back."""
    leaving = dict([withdrawing] if withdrawing else [])
    wanted = {str(one) for one in (*correcting, *leaving)} or {request.GET.get("moment", "")}
    row = next((one for one in lines if str(one.id) in wanted), None)
    if row is None:
        return None
    now = MomentForm(None, people=around.people, initial=moment_now(row))
    form = correcting.get(row.id, now) if around.may_change(row.subject) else None
    return Opened(row, when_in_words(row), around.of(row.subject), form, leaving.get(row.id, WithdrawForm()))
