"""My rights: asking for all of one's data with one button, fetching the answer, and asking for a correction.

For whom stands in the address as a number, and no name.
"""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kring.ground.shared.verdict import Refused
from kring.oversight.rights import queries
from kring.oversight.rights.models import Capacity, Right
from kring.oversight.rights.queries import About
from kring.oversight.rights.services import Ask, receive
from kring.steering.studies.services import object_for
from kring.web.kit.forms import UNPROCESSABLE, form_page, refusal_in
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest
from kring.web.rights.forms import AskDeletionForm, CorrectionForm
from kring.web.rights.sending import package


@page
def rights(request: PageRequest) -> HttpResponse:
    context = {"people": queries.people(request.actor), "asked": queries.own_requests(request.actor)}
    return render(request, "rights/own.html", context)


@action
def ask(request: PageRequest, number: int) -> HttpResponse:
    about = _person(request, number)
    receive(actor=request.actor, ask=_ask(request, about, Right.ACCESS))
    messages.success(request, _("Uw verzoek is ontvangen. U krijgt bericht als uw gegevens klaarstaan."))
    return redirect("own_rights")


@page
def _show_correct(request: PageRequest, number: int) -> HttpResponse:
    return _correct(request, _person(request, number), number, CorrectionForm())


@action
def _take_correct(request: PageRequest, number: int) -> HttpResponse:
    about, form = _person(request, number), CorrectionForm(request.POST)
    if not form.is_valid():
        return _correct(request, about, number, form)
    receive(actor=request.actor, ask=_ask(request, about, Right.CORRECTION, form.cleaned_data["words"]))
    messages.success(request, _("Uw verzoek is ontvangen. U krijgt bericht als er een antwoord is."))
    return redirect("own_rights")


correct = form_page(_show_correct, _take_correct)


@page
def _show_delete(request: PageRequest, number: int) -> HttpResponse:
    return _delete(request, _person(request, number), number, AskDeletionForm())


@action
def _take_delete(request: PageRequest, number: int) -> HttpResponse:
    about, form = _person(request, number), AskDeletionForm(request.POST)
    if form.is_valid():
        with refusal_in(form):
            receive(actor=request.actor, ask=_ask(request, about, Right.DELETION, form.cleaned_data["words"]))
            messages.success(request, _("Uw verzoek is ontvangen. U krijgt bericht als er een besluit is."))
            return redirect("own_rights")
    return _delete(request, about, number, form)


delete = form_page(_show_delete, _take_delete)


@action
def objection(request: PageRequest, number: int) -> HttpResponse:
    """On or off, by what the button says; it holds at once."""
    objects = request.POST.get("objects") == "1"
    object_for(actor=request.actor, subject=_person(request, number).subject, objects=objects)
    if objects:
        messages.success(request, _("Vastgelegd. Deze gegevens doen niet meer mee in onderzoek."))
    else:
        messages.success(request, _("Vastgelegd. Deze gegevens mogen weer meedoen in onderzoek."))
    return redirect("own_rights")


@page
def fetch(request: PageRequest, asked: UUID) -> HttpResponse:
    """Only what was asked by this account, and only once it was given."""
    mine = {one.request.id for one in queries.own_requests(request.actor)}
    content = queries.package_of(request.actor, asked) if asked in mine else None
    return package(content)


def _person(request: PageRequest, number: int) -> About:
    """Numbers begin at one, in the order of the page."""
    about = queries.people(request.actor)
    if not about:
        raise Refused(_("Deze bladzijde is voor leden van een gezin. Werkt u hier? Vraag het uw werkgever."))
    if not 1 <= number <= len(about):
        raise Http404
    return about[number - 1]


def _ask(request: PageRequest, about: About, right: Right, words: str = "") -> Ask:
    capacity = Capacity.SELF if about.is_self else Capacity.PARENT
    names = [one.name for one in queries.people(request.actor) if one.is_self]
    return Ask(right, about.subject, capacity, (names or [""])[0], request.actor.today, words=words, born=about.born)


def _correct(request: PageRequest, about: About, number: int, form: CorrectionForm) -> HttpResponse:
    context = {"person": about, "number": number, "form": form}
    return render(request, "rights/correct.html", context, status=UNPROCESSABLE if form.errors else 200)


def _delete(request: PageRequest, about: About, number: int, form: AskDeletionForm) -> HttpResponse:
    context = {"person": about, "number": number, "form": form}
    return render(request, "rights/delete.html", context, status=UNPROCESSABLE if form.errors else 200)
