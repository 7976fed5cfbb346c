"""Each page on which a family tells of itself works alike: write down, put right, take away, take that back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from kring.practice.circle.models import Familiar, LifeEvent
from kring.practice.circle.queries.own import FamiliarLine, MomentLine
from kring.practice.circle.services import correct_own, tell_own, undo_own, withdraw_own
from kring.web.kit.forms import UNPROCESSABLE, form_page, refusal_in
from kring.web.kit.pages import Decorated, action, page
from kring.web.kit.request import PageRequest
from kring.web.kit.undo import saved
from kring.web.ownstory.around import Round, round_of
from kring.web.ownstory.forms import OwnForm, WithdrawForm

L = TypeVar("L", FamiliarLine, MomentLine)


@dataclass(frozen=True, slots=True)
class Panel:
    """What stands above the forms of one line."""

    title: str
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Story(Generic[L]):
    """One of the pages. `section` is its address, `noun` what one line is called in addresses,
    `history` in its history.

    `shown`: what the page shows beside the forms.
    """

    section: str
    noun: str
    history: str
    title: Promise
    adding: Promise
    model: type[Familiar] | type[LifeEvent]
    lines: Callable[[UUID], tuple[L, ...]]
    form: type[OwnForm]
    now: Callable[[L], Mapping[str, object]]
    panel: Callable[[Round, L], Panel]
    shown: Callable[[PageRequest, Round, tuple[L, ...]], Mapping[str, object]]

    @property
    def fields(self) -> str:
        return f"ownstory/{self.section}_fields.html"

    def url(self, done: str, dossier: UUID, line: UUID) -> str:
        return reverse(f"{self.noun}_{done}", args=[dossier, line])

    def stored(self, dossier: UUID, line: Mapping[str, UUID]) -> Familiar | LifeEvent:
        """`line`: as the address names it."""
        if self.model is Familiar:
            return get_object_or_404(Familiar, id=line[self.noun], dossier=dossier)
        return get_object_or_404(LifeEvent, id=line[self.noun], dossier=dossier)


@dataclass(frozen=True, slots=True)
class Sent:
    """A form that came back: a new line, or what was asked about `line`."""

    adding: OwnForm | None = None
    line: UUID | None = None
    correcting: OwnForm | None = None
    withdrawing: WithdrawForm | None = None

    @property
    def wrong(self) -> OwnForm | WithdrawForm | None:
        return self.adding or self.correcting or self.withdrawing


@dataclass(frozen=True, slots=True)
class Opened:
    """The line that is looked at. `correct`: the form, for who may change it."""

    id: UUID
    panel: Panel
    correct: OwnForm | None
    withdraw: WithdrawForm
    correct_url: str
    withdraw_url: str


def page_of(story: Story[L]) -> Decorated:
    """The page, and writing a new line on it."""

    @page
    def show(request: PageRequest, dossier: UUID) -> HttpResponse:
        return _page(request, story, round_of(request, dossier, story.section))

    @action
    def add(request: PageRequest, dossier: UUID) -> HttpResponse:
        around = round_of(request, dossier, story.section)
        form = story.form(request.POST, people=around.people, initial={})
        if form.is_valid():
            with refusal_in(form):
                row = tell_own(actor=request.actor, dossier=dossier, subject=form.subject_id(), told=form.told())
        if form.errors:
            return _page(request, story, around, Sent(adding=form))
        return _done(request, story, dossier, row.id, _("Opgeschreven."))

    return form_page(show, add)


def correcting(story: Story[L]) -> Decorated:
    @action
    def correct(request: PageRequest, /, dossier: UUID, **line: UUID) -> HttpResponse:
        around = round_of(request, dossier, story.section)
        row = story.stored(dossier, line)
        form = story.form(request.POST, people=around.people, initial={})
        if form.is_valid():
            with refusal_in(form):
                correct_own(actor=request.actor, row=row, subject=form.subject_id(), told=form.told())
        if form.errors:
            return _page(request, story, around, Sent(line=row.id, correcting=form))
        return _done(request, story, dossier, row.id, _("Verbeterd."))

    return correct


def withdrawing(story: Story[L]) -> Decorated:
    @action
    def withdraw(request: PageRequest, /, dossier: UUID, **line: UUID) -> HttpResponse:
        around = round_of(request, dossier, story.section)
        row = story.stored(dossier, line)
        form = WithdrawForm(request.POST)
        if form.is_valid():
            with refusal_in(form, "because"):
                withdraw_own(actor=request.actor, row=row, because=form.cleaned_data["because"])
        if form.errors:
            return _page(request, story, around, Sent(line=row.id, withdrawing=form))
        return _done(request, story, dossier, row.id, _("Weggehaald."))

    return withdraw


def undoing(story: Story[L]) -> Decorated:
    @action
    def undo(request: PageRequest, /, dossier: UUID, **line: UUID) -> HttpResponse:
        undo_own(actor=request.actor, row=story.stored(dossier, line))
        return redirect(story.section, dossier)

    return undo


def _done(request: PageRequest, story: Story[L], dossier: UUID, line: UUID, said: str) -> HttpResponse:
    saved(request, said, undo=story.url("undo", dossier, line))
    return redirect(story.section, dossier)


def _page(request: PageRequest, story: Story[L], around: Round, sent: Sent | None = None) -> HttpResponse:
    sent = sent or Sent()
    lines = story.lines(around.frame.head.id)
    context = {
        "frame": around.frame,
        "story": story,
        "here_url": reverse(story.section, args=[around.frame.head.id]),
        "may_write": around.may_write,
        "form": sent.adding or story.form(None, people=around.people, initial={"told_by": around.teller}),
        "opened": _opened(request, story, around, lines, sent),
        "wrong": sent.wrong,
        **story.shown(request, around, lines),
    }
    return render(request, f"ownstory/{story.section}.html", context, status=UNPROCESSABLE if sent.wrong else 200)


def _opened(request: PageRequest, story: Story[L], around: Round, lines: tuple[L, ...], sent: Sent) -> Opened | None:
    """By the address, or because its form came back."""
    wanted = str(sent.line) if sent.line else request.GET.get("regel", "")
    row = next((one for one in lines if str(one.id) == wanted), None)
    if row is None:
        return None
    form = sent.correcting or story.form(None, people=around.people, initial=story.now(row))
    dossier = around.frame.head.id
    return Opened(
        row.id,
        story.panel(around, row),
        form if around.may_change(row.subject) else None,
        sent.withdrawing or WithdrawForm(),
        story.url("correct", dossier, row.id),
        story.url("withdraw", dossier, row.id),
    )
