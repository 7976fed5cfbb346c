"""*Dit klopt niet*, from beside a part of the plan: to who leads, and what came of it."""

from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kring.practice.statements.models import Remark
from kring.practice.statements.queries import about_what
from kring.practice.statements.rules import LONGEST_REMARK, Disputed
from kring.practice.statements.services import say_not_right, take_back
from kring.web.kit.forms import UNPROCESSABLE, form_page, refusal_in
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest, sent
from kring.web.kit.undo import saved
from kring.web.ownplan.views import own


class NotRightForm(forms.Form):
    """One question."""

    words = forms.CharField(
        label=_("Wat klopt er niet?"),
        max_length=LONGEST_REMARK,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": _("Schrijf op wat er niet klopt.")},
    )


@page
def _show(request: PageRequest, dossier: UUID, kind: str, thing: UUID) -> HttpResponse:
    return _page(request, dossier, _part(kind), thing, NotRightForm())


@action
def _take(request: PageRequest, dossier: UUID, kind: str, thing: UUID) -> HttpResponse:
    part, form = _part(kind), NotRightForm(sent(request))
    if form.is_valid():
        with refusal_in(form):
            made = say_not_right(
                actor=request.actor, dossier=dossier, kind=part, thing=thing, words=form.cleaned_data["words"]
            )
            undo = reverse("not_right_back", args=[dossier, made.id])
            saved(request, gettext("Verstuurd. Het antwoord komt bij het plan te staan."), undo=undo)
            return redirect("our_plan", dossier)
    return _page(request, dossier, part, thing, form)


add = form_page(_show, _take)


@action
def back(request: PageRequest, dossier: UUID, remark: UUID) -> HttpResponse:
    own(request, dossier)
    take_back(actor=request.actor, remark=get_object_or_404(Remark, id=remark, dossier_id=dossier, withdrawn_at=None))
    return redirect("our_plan", dossier)


def _part(kind: str) -> Disputed:
    if kind not in {one.value for one in Disputed}:
        raise Http404
    return Disputed.of(kind)


def _page(request: PageRequest, dossier: UUID, part: Disputed, thing: UUID, form: NotRightForm) -> HttpResponse:
    here, about = own(request, dossier), about_what(dossier, part, thing)
    if about is None:
        raise Http404
    context = {"own": here, "frame": here.frame, "kind": part, "about": about, "form": form}
    return render(request, "ownplan/not_right.html", context, status=UNPROCESSABLE if form.is_bound else 200)
