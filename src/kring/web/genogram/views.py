"""One page for the genogram: the drawing, and every deed with who is in it, without opening another page."""

from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from kring.ground.access.policy import may_keep_circle
from kring.practice.circle.models import KinTie
from kring.practice.circle.rules.kin import Beside
from kring.practice.circle.services import undo_tie
from kring.web.genogram.deeds import DEEDS, OF_A_TIE, line_of
from kring.web.genogram.reading import WHO, Scene, TieWords, scene
from kring.web.kit.forms import UNPROCESSABLE, form_page, refusal_in
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest
from kring.web.kit.undo import saved

DEED, ON = "deed", "on"


@dataclass(frozen=True, slots=True)
class Fold:
    """A deed with its form, folded until it is wanted or came back."""

    code: str
    on: str
    title: str
    button: str
    form: forms.Form
    is_open: bool


@page
def _show(request: PageRequest, dossier: UUID) -> HttpResponse:
    return _page(request, scene(request, dossier), None)


@action
def _take(request: PageRequest, dossier: UUID) -> HttpResponse:
    may_keep_circle(request.actor, dossier).enforce()
    now, code, on = scene(request, dossier), request.POST.get(DEED, ""), request.POST.get(ON, "")
    deed = DEEDS.get(code)
    if deed is None or now.person is None or (code in OF_A_TIE and line_of(now, on) is None):
        raise Http404
    form = deed.form(now, on, request.POST)
    if form.is_valid():
        with refusal_in(form):
            tie = deed.keep(request.actor, now, on, form)
            _say(request, dossier, str(deed.said), tie)
            return redirect(f"{reverse('genogram', args=[dossier])}?{WHO}={now.person.subject}#wie")
    return _page(request, now, (code, on, form))


genogram = form_page(_show, _take)


@action
def undo(request: PageRequest, dossier: UUID, tie: UUID) -> HttpResponse:
    undo_tie(actor=request.actor, tie=get_object_or_404(KinTie, id=tie, dossier_id=dossier))
    messages.success(request, _("Het is ongedaan gemaakt."))
    return redirect("genogram", dossier)


def _say(request: PageRequest, dossier: UUID, text: str, tie: UUID | None) -> None:
    if tie is None:
        messages.success(request, text)
    else:
        saved(request, text, undo=reverse("genogram_undo", args=[dossier, tie]))


def _page(request: PageRequest, now: Scene, wrong: tuple[str, str, forms.Form] | None) -> HttpResponse:
    """`wrong`: the deed whose form came back, of which tie, and the form."""
    writes = now.may_write and now.person is not None
    context = {
        "scene": now,
        "frame": now.frame,
        "adding": [_fold(now, beside.value, "", wrong) for beside in Beside] if writes else [],
        "ties": [(tie, _tie_folds(now, tie, wrong) if writes else []) for tie in now.ties],
        "omgang": _fold(now, "omgang", "", wrong) if writes else None,
    }
    return render(request, "genogram/genogram.html", context, status=UNPROCESSABLE if wrong else 200)


def _tie_folds(now: Scene, tie: TieWords, wrong: tuple[str, str, forms.Form] | None) -> list[Fold]:
    if tie.is_contradicted:
        return []
    codes = ("verbeteren", "klopt-niet") if tie.line.row and not tie.line.denies else ("klopt-niet",)
    return [_fold(now, code, tie.code, wrong) for code in codes]


def _fold(now: Scene, code: str, on: str, wrong: tuple[str, str, forms.Form] | None) -> Fold:
    came_back = wrong is not None and wrong[:2] == (code, on)
    form = wrong[2] if wrong is not None and came_back else DEEDS[code].form(now, on, None)
    form.auto_id = f"id_{code}_{on.replace('.', '_')}_%s"
    title, button = _titles()[code]
    return Fold(code, on, title, button, form, came_back)


def _titles() -> dict[str, tuple[str, str]]:
    """What opens each deed, and the button that sends it."""
    return {
        Beside.PARENT: (_("Ouder toevoegen"), _("Zet ouder erbij")),
        Beside.CHILD: (_("Kind toevoegen"), _("Zet kind erbij")),
        Beside.PARTNER: (_("Partner toevoegen"), _("Zet partner erbij")),
        Beside.SIBLING: (_("Broer of zus toevoegen"), _("Zet broer of zus erbij")),
        Beside.TWIN: (_("Tweelingbroer of tweelingzus toevoegen"), _("Zet tweeling erbij")),
        "verbeteren": (_("Verbeteren"), _("Verbetering opslaan")),
        "klopt-niet": (_("Klopt niet"), _("Haal uit de tekening")),
        "omgang": (_("Hoe zij met iemand omgaan"), _("Omgang opslaan")),
    }
