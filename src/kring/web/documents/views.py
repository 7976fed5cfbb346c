"""The documents of a dossier. A file always leaves as an attachment with a neutral name."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from kring.ground.documents.models import Document
from kring.ground.documents.policy import levels
from kring.ground.documents.queries import DocumentRow, document_file, dossier_documents, number_of
from kring.ground.documents.rules import LARGEST
from kring.ground.documents.services import add_document, withdraw_document
from kring.ground.shared.levels import Level
from kring.web.documents.forms import AddForm, WithdrawForm
from kring.web.family.frame import Frame, frame, statements_of
from kring.web.kit.bodies import takes_file
from kring.web.kit.downloads import attachment
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest


@dataclass(frozen=True, slots=True)
class Line:
    """A document with whom it is about by name, and the form to withdraw it for who may."""

    document: DocumentRow
    about: str
    withdraw: WithdrawForm | None

    @property
    def is_open(self) -> bool:
        """The form came back with something to say."""
        return self.withdraw is not None and self.withdraw.is_bound


@page
def documents(request: PageRequest, dossier: UUID) -> HttpResponse:
    return _show(request, frame(request, dossier, "documents"))


@page
def download(request: PageRequest, dossier: UUID, document: UUID) -> HttpResponse:  # noqa: ARG001
    file = document_file(dossier, document)
    if file is None:
        raise Http404
    return attachment(file.content, file.media_type, file.name)


@takes_file(LARGEST)
@action
def add(request: PageRequest, dossier: UUID) -> HttpResponse:
    around = frame(request, dossier, "documents")
    form = _add_form(request, around, bound=True)
    if not form.is_valid():
        return _show(request, around, add_form=form)
    add_document(actor=request.actor, dossier=dossier, content=form.content, description=form.description(_level(form)))
    messages.success(request, _("Het document is toegevoegd."))
    return redirect("documents", dossier)


@action
def withdraw(request: PageRequest, dossier: UUID, document: UUID) -> HttpResponse:
    around = frame(request, dossier, "documents")
    form = WithdrawForm(request.POST, number=number_of(document))
    if not form.is_valid():
        return _show(request, around, withdrawing=(document, form))
    found = get_object_or_404(Document.objects.defer("content"), id=document, dossier_id=dossier)
    withdraw_document(actor=request.actor, document=found, reason=form.cleaned_data["reason"])
    messages.success(request, _("Het document is ingetrokken."))
    return redirect("documents", dossier)


def _level(form: AddForm) -> Level:
    return Level(form.cleaned_data["level"])


def _add_form(request: PageRequest, around: Frame, *, bound: bool = False) -> AddForm:
    return AddForm(
        request.POST if bound else None,
        request.FILES if bound else None,
        members=around.head.members,
        levels=levels(request.actor, around.head.id),
        today=request.actor.today,
    )


def _show(
    request: PageRequest,
    around: Frame,
    *,
    add_form: AddForm | None = None,
    withdrawing: tuple[UUID, WithdrawForm] | None = None,
) -> HttpResponse:
    found = dossier_documents(request.actor, around.head.id)
    form = add_form or _add_form(request, around)
    names = {member.subject: member.name for member in around.head.members}
    came_back = dict([withdrawing]) if withdrawing else {}
    lines = [
        Line(
            row,
            names.get(row.subject, "") if row.subject else "",
            _withdraw_form(row, came_back, leads=around.head.leads and not around.head.is_family),
        )
        for row in found.present
    ]
    context = {
        "frame": around,
        "lines": lines,
        "statements": statements_of(request, around),
        "withdrawn": found.withdrawn,
        "moved": found.moved,
        "form": form,
        "may_add": form.may_add,
        "adding": add_form is not None,
        "came_back": list(came_back.values()),
    }
    return render(request, "documents/documents.html", context, status=422 if add_form or withdrawing else 200)


def _withdraw_form(row: DocumentRow, came_back: dict[UUID, WithdrawForm], *, leads: bool) -> WithdrawForm | None:
    """For who added it and for who leads; the service asks the policy again."""
    if not (row.is_mine or leads):
        return None
    return came_back.get(row.id) or WithdrawForm(number=row.number)
