"""Writing an own statement beside a part that is disputed, and withdrawing one (BR-107)."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from kring.ground.access.keys import pair_key
from kring.ground.access.models import Account
from kring.ground.access.policy import own_sharing_keys
from kring.ground.shared.verdict import Refused
from kring.practice.leads.policy import may_write_answers
from kring.practice.leads.queries import Member
from kring.practice.statements.models import OwnStatement
from kring.practice.statements.queries import about_what
from kring.practice.statements.rules import Disputed
from kring.practice.statements.services import add_statement, withdraw_statement
from kring.web.family.frame import Frame, frame
from kring.web.kit.forms import UNPROCESSABLE, form_page, refusal_in
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest, sent
from kring.web.ownwords.forms import StatementForm

PLACE = {
    Disputed.GOAL: "goal",
    Disputed.ACTION: "action",
    Disputed.HELP: "care",
    Disputed.DOCUMENT: "documents",
}
"""The page on which a part stands; what is not here stands on that of the plan."""
NAMED = frozenset({Disputed.GOAL, Disputed.ACTION})


@page
def _show(request: PageRequest, dossier: UUID, kind: str, thing: UUID) -> HttpResponse:
    around = frame(request, dossier, "plan")
    about = _about(dossier, _kind(kind), thing)
    return _render(request, around, _form(request, around), (_kind(kind), thing, about))


@action
def _take(request: PageRequest, dossier: UUID, kind: str, thing: UUID) -> HttpResponse:
    around, disputed = frame(request, dossier, "plan"), _kind(kind)
    about = _about(dossier, disputed, thing)
    form = _form(request, around)
    if form.is_valid():
        with refusal_in(form):
            add_statement(actor=request.actor, dossier=dossier, said=form.said(disputed, thing))
    if form.errors:
        return _render(request, around, form, (disputed, thing, about))
    messages.success(request, _("De verklaring staat erbij, precies zoals zij is opgeschreven."))
    return _back(dossier, disputed, thing)


add = form_page(_show, _take)


@action
def withdraw(request: PageRequest, dossier: UUID, statement: UUID) -> HttpResponse:
    row = get_object_or_404(OwnStatement, id=statement, dossier_id=dossier)
    withdraw_statement(actor=request.actor, statement=row)
    messages.success(request, _("De verklaring is ingetrokken. Zij staat er niet meer bij, en blijft bewaard."))
    return _back(dossier, _kind(row.kind), row.thing)


def _kind(kind: str) -> Disputed:
    found = next((one for one in Disputed if one == kind), None)
    if found is None:
        raise Http404
    return found


def _about(dossier: UUID, kind: Disputed, thing: UUID) -> str:
    found = about_what(dossier, kind, thing)
    if found is None:
        raise Http404
    return found


def _back(dossier: UUID, kind: Disputed, thing: UUID) -> HttpResponse:
    place = PLACE.get(kind, "plan")
    return redirect(place, dossier, thing) if kind in NAMED else redirect(place, dossier)


def _form(request: PageRequest, around: Frame) -> StatementForm:
    """Who leads writes for everybody who asks, a member for itself and for a child under its authority."""
    speakers = _speakers(request, around)
    if not speakers:
        raise Refused(_("Een eigen verklaring is van de persoon zelf. De regisseur schrijft haar op verzoek op."))
    mine = Account.objects.filter(id=request.actor.id).values_list("subject_id", flat=True).first()
    data = sent(request)
    return StatementForm(data, speakers=speakers, mine=mine, today=request.actor.today)


def _speakers(request: PageRequest, around: Frame) -> list[Member]:
    members = [one for one in around.head.members if one.name]
    if may_write_answers(around.head.roles):
        return members
    own = own_sharing_keys(request.actor, around.head.id)
    return [one for one in members if pair_key(around.head.id, one.subject) in own]


def _render(
    request: PageRequest, around: Frame, form: StatementForm, about: tuple[Disputed, UUID, str]
) -> HttpResponse:
    kind, thing, words = about
    place = PLACE.get(kind, "plan")
    context = {"frame": around, "form": form, "kind": kind, "about": words, "place": place,
               "thing": thing if kind in NAMED else None}  # fmt: skip
    return render(request, "ownwords/add.html", context, status=UNPROCESSABLE if form.is_bound else 200)
