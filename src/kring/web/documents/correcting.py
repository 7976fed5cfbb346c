"""What a person said about a document is put right; the file stays what it is."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from kring.ground.documents.models import Document
from kring.ground.documents.policy import may_mend
from kring.ground.documents.services import correct_document
from kring.ground.shared.levels import Level
from kring.web.documents.forms import CorrectForm
from kring.web.family.frame import Frame, frame
from kring.web.kit.forms import UNPROCESSABLE, form_page, refusal_in
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest


@page
def _show(request: PageRequest, dossier: UUID, document: UUID) -> HttpResponse:
    around, row = frame(request, dossier, "documents"), _stored(request, dossier, document)
    return _answer(request, around, CorrectForm(members=around.head.members, today=request.actor.today, now=row))


@action
def _take(request: PageRequest, dossier: UUID, document: UUID) -> HttpResponse:
    around, row = frame(request, dossier, "documents"), _stored(request, dossier, document)
    form = CorrectForm(request.POST, members=around.head.members, today=request.actor.today, now=row)
    if form.is_valid():
        with refusal_in(form):
            correct_document(actor=request.actor, document=row, description=form.description(Level(row.level)))
            messages.success(request, _("Het document is verbeterd."))
            return redirect("documents", dossier)
    return _answer(request, around, form)


correct = form_page(_show, _take)


def _stored(request: PageRequest, dossier: UUID, document: UUID) -> Document:
    row = get_object_or_404(Document.objects.defer("content"), id=document, dossier_id=dossier)
    may_mend(request.actor, row).enforce()
    return row


def _answer(request: PageRequest, around: Frame, form: CorrectForm) -> HttpResponse:
    context = {"frame": around, "form": form}
    return render(request, "documents/correct.html", context, status=UNPROCESSABLE if form.is_bound else 200)
