"""Moving an entry, in two steps on one page; what it says is not shown on the way."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from kring.ground.access.parts import Part
from kring.ground.access.queries import dossiers_written
from kring.ground.documents.models import Document
from kring.ground.documents.policy import may_mend as may_mend_document
from kring.ground.documents.rules import Destination
from kring.ground.documents.services import move_document
from kring.ground.documents.services import undo_move as undo_document_move
from kring.ground.shared.levels import Level
from kring.practice.households.telling import telling
from kring.practice.leads.queries import dossier_head
from kring.practice.notes.models import ContactNote
from kring.practice.notes.policy import may_mend as may_mend_note
from kring.practice.notes.services import move_note
from kring.practice.notes.services import undo_move as undo_note_move
from kring.practice.statements.rules import Disputed
from kring.web.family.frame import frame, statements_of
from kring.web.kit.forms import UNPROCESSABLE, form_page, refusal_in
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest
from kring.web.kit.undo import saved
from kring.web.moving.forms import FamilyForm, SubjectForm

FAMILY: Final = "gezin"
ABOUT: Final = "over"


@dataclass(frozen=True, slots=True)
class Thing:
    """What moves: from where, what it would tell there, the section it stands in, and the deed."""

    dossier: UUID
    part: Part
    section: str
    back: str
    level: int
    texts: Mapping[str, str]
    moves: Callable[[Destination], None]
    undo: str
    disputed: UUID | None = None


@page
def _show_note(request: PageRequest, note: UUID) -> HttpResponse:
    return _steps(request, _of_note(request, note))


@action
def _take_note(request: PageRequest, note: UUID) -> HttpResponse:
    thing = _of_note(request, note)
    return _taken(request, thing, lambda there: reverse("note", args=[there, note]))


note = form_page(_show_note, _take_note)


@page
def _show_document(request: PageRequest, document: UUID) -> HttpResponse:
    return _steps(request, _of_document(request, document))


@action
def _take_document(request: PageRequest, document: UUID) -> HttpResponse:
    thing = _of_document(request, document)
    return _taken(request, thing, lambda there: reverse("documents", args=[there]))


document = form_page(_show_document, _take_document)


@action
def undo_note(request: PageRequest, note: UUID) -> HttpResponse:
    """Back to where it stood."""
    row, back = get_object_or_404(ContactNote, id=note), _back(request)
    undo_note_move(actor=request.actor, note=row, back=back)
    messages.success(request, _("Het is ongedaan gemaakt."))
    return redirect("note", back.dossier, note)


@action
def undo_document(request: PageRequest, document: UUID) -> HttpResponse:
    row, back = get_object_or_404(Document.objects.defer("content"), id=document), _back(request)
    undo_document_move(actor=request.actor, document=row, back=back)
    messages.success(request, _("Het is ongedaan gemaakt."))
    return redirect("documents", back.dossier)


def _undo_address(name: str, thing: UUID, dossier: UUID, subject: UUID | None) -> str:
    """With where it stood: the entry itself no longer knows."""
    return f"{reverse(name, args=[thing])}?{urlencode({FAMILY: dossier, ABOUT: subject or ''})}"


def _back(request: PageRequest) -> Destination:
    """404 for what is no place."""
    try:
        about = request.GET.get(ABOUT, "")
        return Destination(UUID(request.GET.get(FAMILY, "")), UUID(about) if about else None)
    except ValueError as wrong:
        raise Http404 from wrong


def _of_note(request: PageRequest, note: UUID) -> Thing:
    row = get_object_or_404(ContactNote, id=note)
    may_mend_note(request.actor, row).enforce()
    return Thing(
        row.dossier_id, Part.CONTACT_NOTE, "notes", reverse("note", args=[row.dossier_id, note]), row.level,
        {"said": row.said, "agreed": row.agreed, "with_whom": row.with_whom},
        lambda to: move_note(actor=request.actor, note=row, to=to),
        _undo_address("note_move_undo", note, row.dossier_id, row.subject_id),
    )  # fmt: skip


def _of_document(request: PageRequest, document: UUID) -> Thing:
    row = get_object_or_404(Document.objects.defer("content"), id=document)
    may_mend_document(request.actor, row).enforce()
    return Thing(
        row.dossier_id, Part.DOCUMENT, "documents", reverse("documents", args=[row.dossier_id]), row.level,
        {"title": row.title, "given_by": row.given_by},
        lambda to: move_document(actor=request.actor, document=row, to=to),
        _undo_address("document_move_undo", document, row.dossier_id, row.subject_id),
        row.id,
    )  # fmt: skip


def _steps(
    request: PageRequest,
    thing: Thing,
    asked: FamilyForm | None = None,
    chosen: SubjectForm | None = None,
) -> HttpResponse:
    """The family first; with a family in the address also about whom."""
    families = [one for one in dossiers_written(request.actor, thing.part) if one[0] != thing.dossier]
    form = asked or FamilyForm(request.GET if FAMILY in request.GET else None, families=families)
    if chosen is None and form.is_bound and form.is_valid():
        chosen = _subject_form(request, UUID(form.cleaned_data["gezin"]))
    context = {
        "frame": frame(request, thing.dossier, thing.section),
        "thing": thing,
        "families": families,
        "form": form,
        "chosen": chosen,
        "label": dict(families).get(chosen.dossier, "") if chosen else "",
        "is_writing": True,
    }
    wrong = bool(form.errors) or bool(chosen and chosen.errors)
    return render(request, "moving/moving.html", context, status=UNPROCESSABLE if wrong else 200)


def _taken(request: PageRequest, thing: Thing, place: Callable[[UUID], str]) -> HttpResponse:
    families = dossiers_written(request.actor, thing.part)
    asked = FamilyForm(request.POST, families=families)
    if not asked.is_valid():
        return _steps(request, thing, asked)
    there = UUID(asked.cleaned_data["gezin"])
    form = _subject_form(request, there, bound=True)
    _refuse(request, thing, there, form)
    if form.is_valid():
        with refusal_in(form):
            thing.moves(form.destination())
            said = _("Het is verplaatst naar %(family)s.") % {"family": dict(families)[there]}
            saved(request, said, undo=thing.undo)
            return redirect(place(there))
    return _steps(request, thing, asked, form)


def _subject_form(request: PageRequest, dossier: UUID, *, bound: bool = False) -> SubjectForm:
    head = dossier_head(request.actor, dossier)
    if head is None:
        raise Http404
    return SubjectForm(request.POST if bound else None, dossier=dossier, members=head.members)


def _refuse(request: PageRequest, thing: Thing, there: UUID, form: SubjectForm) -> None:
    """What the family disputes is talked over first; and nothing shielded of the other family is told (BR-076)."""
    if thing.level < Level.SHIELDED and telling(there, thing.texts):
        form.add_error(None, _("Hierin staat iets wat bij dat gezin is afgeschermd. Haal het eerst weg."))
    if thing.disputed:
        beside = statements_of(request, frame(request, thing.dossier, thing.section))
        if beside.of(Disputed.DOCUMENT, thing.disputed):
            form.add_error(None, _("Er staat een eigen verklaring bij. Bespreek dit eerst met wie die schreef."))
