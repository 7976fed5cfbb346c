"""The people of a dossier, and writing down how they are reached."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from kring.ground.access.queries import OwnAccess, own_access
from kring.ground.shared.levels import Level
from kring.practice.households.models import ContactKind, PersonContact
from kring.practice.households.policy import contact_levels, may_write_contacts
from kring.practice.households.queries.authority import AuthorityFact, authority_over
from kring.practice.households.reaching import Reach, reach_of
from kring.practice.households.services import add_contact, correct_contact, end_contact, undo_contact
from kring.practice.households.telling import telling
from kring.practice.leads.queries import Member
from kring.practice.leads.queries.joining import parties
from kring.web.family.frame import Frame, frame
from kring.web.kit.forms import UNPROCESSABLE, form_page
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest
from kring.web.kit.telling import asks_itself
from kring.web.kit.undo import saved
from kring.web.people.forms import ContactForm, CorrectForm
from kring.web.people.joining import may_stop


@dataclass(frozen=True, slots=True)
class Card:
    """Somebody of the family with what this reader may know of where they are."""

    member: Member
    rows: tuple[Reach, ...]
    access: OwnAccess | None = None
    """For who may invite; None for everybody else."""
    authority: Sequence[AuthorityFact] = ()


@page
def people(request: PageRequest, dossier: UUID) -> HttpResponse:
    around = _frame(request, dossier)
    members = [member for member in around.head.members if member.name]
    reach = reach_of(request.actor, dossier, [member.subject for member in members])
    access = _access(around)
    over = authority_over(request.actor, dossier, {member.subject: member.name for member in members})
    cards = [
        Card(member, reach[member.subject], access.get(member.subject), over.get(member.subject, ()))
        for member in members
    ]
    works_along = parties(request.actor, dossier)
    leads = around.head.leads and not around.head.is_family
    context = {
        "frame": around,
        "cards": cards,
        "may_write": leads,
        "around": works_along,
        "may_bring_in": leads,
        "may_stop": {one.account for one in works_along if leads and may_stop(around, one)},
    }
    return render(request, "people/people.html", context)


@page
def _show_add(request: PageRequest, dossier: UUID, subject: UUID) -> HttpResponse:
    may_write_contacts(request.actor, dossier).enforce()
    around = _frame(request, dossier)
    return _add_page(request, around, subject, ContactForm(levels=contact_levels(request.actor, subject)))


@action
@asks_itself("value")
def _take_add(request: PageRequest, dossier: UUID, subject: UUID) -> HttpResponse:
    may_write_contacts(request.actor, dossier).enforce()
    around = _frame(request, dossier)
    form = ContactForm(request.POST, levels=contact_levels(request.actor, subject))
    if form.is_valid() and form.words().level < Level.SHIELDED:
        _refuse_telling(dossier, form)
    if not form.is_valid():
        return _add_page(request, around, subject, form)
    made = add_contact(actor=request.actor, dossier=dossier, subject=subject, words=form.words())
    saved(request, _("Het is opgeschreven."), undo=_undo(dossier, made.id))
    return redirect("people", dossier)


add = form_page(_show_add, _take_add)


@page
def _show_correct(request: PageRequest, dossier: UUID, contact: UUID) -> HttpResponse:
    may_write_contacts(request.actor, dossier).enforce()
    around, row = _frame(request, dossier), _contact(contact)
    return _correct_page(request, around, row, CorrectForm(kind=ContactKind(row.kind), value=row.value))


@action
@asks_itself("value")
def _take_correct(request: PageRequest, dossier: UUID, contact: UUID) -> HttpResponse:
    may_write_contacts(request.actor, dossier).enforce()
    around, row = _frame(request, dossier), _contact(contact)
    form = CorrectForm(request.POST, kind=ContactKind(row.kind), value=row.value)
    if form.is_valid() and row.level < Level.SHIELDED:
        _refuse_telling(dossier, form)
    if not form.is_valid():
        return _correct_page(request, around, row, form)
    correct_contact(actor=request.actor, dossier=dossier, contact=row, value=form.cleaned_data["value"])
    saved(request, _("Het is verbeterd."), undo=_undo(dossier, contact))
    return redirect("people", dossier)


correct = form_page(_show_correct, _take_correct)


@action
def end(request: PageRequest, dossier: UUID, contact: UUID) -> HttpResponse:
    end_contact(actor=request.actor, dossier=dossier, contact=_contact(contact))
    text = _("Het staat er niet meer bij. Wat er was, blijft bewaard.")
    saved(request, text, undo=_undo(dossier, contact))
    return redirect("people", dossier)


@action
def undo(request: PageRequest, dossier: UUID, contact: UUID) -> HttpResponse:
    undo_contact(actor=request.actor, dossier=dossier, contact=get_object_or_404(PersonContact, id=contact))
    messages.success(request, _("Het is ongedaan gemaakt."))
    return redirect("people", dossier)


def _undo(dossier: UUID, contact: UUID) -> str:
    return reverse("contact_undo", args=[dossier, contact])


def _access(around: Frame) -> dict[UUID, OwnAccess]:
    """Who has an own account, and who was invited: for the professional who leads."""
    if around.head.is_family or not around.head.leads:
        return {}
    known = own_access(around.head.id)
    return {one.subject: known.get(one.subject, OwnAccess()) for one in around.head.members}


def _refuse_telling(dossier: UUID, form: ContactForm | CorrectForm) -> None:
    """What is kept openly tells nothing that is shielded (BR-076); what is itself shielded may."""
    if telling(dossier, {"value": form.cleaned_data["value"]}):
        form.add_error("value", _("Dit is een afgeschermd gegeven. Schrijf het hier niet open op."))


def _frame(request: PageRequest, dossier: UUID) -> Frame:
    around = frame(request, dossier, "people")
    if not around.head.sees_plan:
        raise Http404
    return around


def _contact(contact: UUID) -> PersonContact:
    return get_object_or_404(PersonContact, id=contact, ended_on=None)


def _member(around: Frame, subject: UUID) -> Member:
    found = next((member for member in around.head.members if member.subject == subject), None)
    if found is None:
        raise Http404
    return found


def _add_page(request: PageRequest, around: Frame, subject: UUID, form: ContactForm) -> HttpResponse:
    context = {"frame": around, "member": _member(around, subject), "form": form}
    return render(request, "people/add.html", context, status=UNPROCESSABLE if form.is_bound else 200)


def _correct_page(request: PageRequest, around: Frame, row: PersonContact, form: CorrectForm) -> HttpResponse:
    member = _member(around, row.subject_id)
    reach_of(request.actor, around.head.id, [member.subject])
    context = {"frame": around, "member": member, "contact": row, "form": form}
    return render(request, "people/correct.html", context, status=UNPROCESSABLE if form.is_bound else 200)
