"""The contact notes of a dossier, one of them, and writing, correcting and withdrawing it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from kring.ground.configuration.queries.words import choices, words_of
from kring.ground.shared.levels import Level
from kring.practice.households.telling import telling
from kring.practice.leads.queries.joining import parties
from kring.practice.notes.models import ContactNote
from kring.practice.notes.policy import laws, levels, may_mend, may_write
from kring.practice.notes.queries import NoteRow, beginning, dossier_notes, one_note
from kring.practice.notes.rules import HOW, usual
from kring.practice.notes.services import correct_note, undo_note, withdraw_note, write_notes
from kring.web.family.frame import Frame, frame
from kring.web.kit.forms import UNPROCESSABLE, form_page, refusal_in
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest
from kring.web.kit.telling import asks_itself
from kring.web.kit.undo import saved
from kring.web.notes.forms import FindForm, NoteForm, Offered, WithdrawForm

TEXTS = ("said", "agreed", "other")


@page
def _all_notes(request: PageRequest, dossier: UUID) -> HttpResponse:
    return _listed(request, around(request, dossier))


@action
def _found_notes(request: PageRequest, dossier: UUID) -> HttpResponse:
    """What was asked is kept nowhere."""
    return _listed(request, around(request, dossier), is_asked=True)


notes = form_page(_all_notes, _found_notes)


@page
def note(request: PageRequest, dossier: UUID, note: UUID) -> HttpResponse:
    return _note_page(request, around(request, dossier), note, WithdrawForm())


@page
def _show_add(request: PageRequest, dossier: UUID) -> HttpResponse:
    may_write(request.actor, dossier).enforce()
    here = around(request, dossier)
    return _form_page(request, here, NoteForm(offered=_offered(request, here)))


@action
@asks_itself(*TEXTS)
def _take_add(request: PageRequest, dossier: UUID) -> HttpResponse:
    may_write(request.actor, dossier).enforce()
    here = around(request, dossier)
    form = NoteForm(request.POST, offered=_offered(request, here))
    if form.is_valid():
        _refuse_telling(dossier, form)
    if form.is_valid():
        with refusal_in(form):
            made, *more = write_notes(actor=request.actor, dossier=dossier, words=form.words(), also=form.others())
            saved(request, _("Het contact staat erin."), undo=reverse("note_undo", args=[dossier, made.id]))
            return redirect("notes", dossier) if more else redirect("note", dossier, made.id)
    return _form_page(request, here, form)


add = form_page(_show_add, _take_add)


@page
def _show_correct(request: PageRequest, dossier: UUID, note: UUID) -> HttpResponse:
    here, now = around(request, dossier), found(request, dossier, note)
    if not _may_mend(here, now):
        may_mend(request.actor, _stored(dossier, note)).enforce()
    return _form_page(request, here, NoteForm(offered=_offered(request, here, now), now=now), now)


@action
@asks_itself(*TEXTS)
def _take_correct(request: PageRequest, dossier: UUID, note: UUID) -> HttpResponse:
    here, now, row = around(request, dossier), found(request, dossier, note), _stored(dossier, note)
    may_mend(request.actor, row).enforce()
    form = NoteForm(request.POST, offered=_offered(request, here, now), now=now)
    if form.is_valid():
        _refuse_telling(dossier, form)
    if form.is_valid():
        with refusal_in(form):
            correct_note(actor=request.actor, note=row, words=form.words())
            saved(request, _("Het contactmoment is verbeterd."), undo=reverse("note_undo", args=[dossier, note]))
            return redirect("note", dossier, note)
    return _form_page(request, here, form, now)


correct = form_page(_show_correct, _take_correct)


@action
def withdraw(request: PageRequest, dossier: UUID, note: UUID) -> HttpResponse:
    here, form = around(request, dossier), WithdrawForm(request.POST)
    if not form.is_valid():
        return _note_page(request, here, note, form)
    withdraw_note(actor=request.actor, note=_stored(dossier, note), reason=form.cleaned_data["reason"])
    saved(request, _("Het contactmoment is ingetrokken."), undo=reverse("note_undo", args=[dossier, note]))
    return redirect("notes", dossier)


@action
def undo(request: PageRequest, dossier: UUID, note: UUID) -> HttpResponse:
    undo_note(actor=request.actor, note=_stored(dossier, note))
    messages.success(request, _("Het is ongedaan gemaakt."))
    return redirect("notes", dossier)


def around(request: PageRequest, dossier: UUID) -> Frame:
    """Not there for who sees only the name of the dossier."""
    here = frame(request, dossier, "notes")
    if not here.head.sees_plan:
        raise Http404
    return here


def found(request: PageRequest, dossier: UUID, note: UUID) -> NoteRow:
    row = one_note(request.actor, note, dossier)
    if row is None:
        raise Http404
    return row


def _may_mend(here: Frame, row: NoteRow) -> bool:
    """What the page shows; the service asks the policy."""
    return here.may_note and (row.is_mine or here.head.leads)


def _stored(dossier: UUID, note: UUID) -> ContactNote:
    return get_object_or_404(ContactNote, id=note, dossier_id=dossier)


def _offered(request: PageRequest, here: Frame, now: NoteRow | None = None) -> Offered:
    actor, dossier = request.actor, here.head.id
    mine, at = laws(actor, dossier), levels(actor, dossier)
    people = [member.name for member in here.head.members if member.name]
    people += [party.name for party in parties(actor, dossier) if party.account != actor.id]
    start = beginning(actor, dossier)
    people += start.circle
    how = choices(HOW, here.head.controller, actor.at, keep=now.how if now else "")
    return Offered(
        how, now.how if now else start.how, tuple(dict.fromkeys(people)), here.head.members, mine, at,
        usual([law.value for law in mine], at), actor.today,
    )  # fmt: skip


def _refuse_telling(dossier: UUID, form: NoteForm) -> None:
    """What is not itself shielded tells nothing that is (BR-076)."""
    if form.words().level >= Level.SHIELDED:
        return
    for name in telling(dossier, {name: str(form.cleaned_data[name]) for name in TEXTS}):
        form.add_error(name, _("Hierin staat een afgeschermd gegeven. Haal het weg."))


def _form_page(request: PageRequest, here: Frame, form: NoteForm, now: NoteRow | None = None) -> HttpResponse:
    context = {"frame": here, "form": form, "note": now, "is_writing": True}
    return render(request, "notes/form.html", context, status=UNPROCESSABLE if form.is_bound else 200)


def _note_page(request: PageRequest, here: Frame, note: UUID, form: WithdrawForm) -> HttpResponse:
    row = found(request, here.head.id, note)
    context = {
        "frame": here,
        "note": row,
        "how": dict(choices(HOW, here.head.controller, request.actor.at, keep=row.how)).get(row.how, row.how),
        "about": next((one.name for one in here.head.members if one.subject == row.subject), ""),
        "may_mend": _may_mend(here, row),
        "form": form,
    }
    return render(request, "notes/note.html", context, status=UNPROCESSABLE if form.is_bound else 200)


def _listed(request: PageRequest, here: Frame, *, is_asked: bool = False) -> HttpResponse:
    how = [(word.code, _(word.label)) for word in words_of(HOW, here.head.controller, request.actor.at)]
    form = FindForm(request.POST if is_asked else None, members=here.head.members, how=how)
    wanted = form.wanted()
    listed = dossier_notes(request.actor, here.head.id, wanted)
    names = {member.subject: member.name for member in here.head.members}
    context = {
        "frame": here,
        "form": form,
        "is_everything": wanted.is_everything,
        "lines": [(row, dict(how).get(row.how, row.how), _names(names, row)) for row in listed.present],
        "withdrawn": listed.withdrawn,
        "moved": listed.moved,
    }  # fmt: skip
    return render(request, "notes/notes.html", context)


def _names(names: dict[UUID, str], row: NoteRow) -> str:
    """Of whom it is, as far as this reader may know."""
    return get_text_list([names[one] for one in row.about if names.get(one)], _("en"))
