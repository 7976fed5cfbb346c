"""The requests of an organisation: the list, one with its steps, and writing down what came by letter."""

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext as _

from kring.ground.shared.verdict import Refused
from kring.oversight.retention.services import decide_deletion
from kring.oversight.rights import queries, services
from kring.oversight.rights.models import Capacity, Channel, RequestState, Right
from kring.oversight.rights.policy import may_handle_requests
from kring.oversight.rights.queries import Asked
from kring.web.kit.forms import UNPROCESSABLE, form_page
from kring.web.kit.pages import Decorated, action, page
from kring.web.kit.request import PageRequest
from kring.web.listing import Column, Order
from kring.web.rights.forms import CorrectedForm, DecideForm, DeletionForm, ExtendForm, IdentityForm, ReceivedForm
from kring.web.rights.sending import package

STANDARD = Order("due")


def columns() -> tuple[Column, ...]:
    """In the language of the reader."""
    return (
        Column("about", _("Over wie")),
        Column("right", _("Wat"), sortable=False),
        Column("received", _("Ontvangen")),
        Column("due", _("Uiterlijk")),
        Column("state", _("Stand")),
    )


@page
def listing(request: PageRequest) -> HttpResponse:
    may_handle_requests(request.actor).enforce()
    search, heads = request.GET.get("q", "").strip()[:100], columns()
    order = Order.read(request.GET.get("sort", ""), heads, STANDARD)
    found = queries.requests(request.actor, search, str(order), request.GET.get("page", "1"))
    context = {"found": found, "search": search, "columns": heads, "order": order}
    return render(request, "rights/requests.html", context)


@page
def one(request: PageRequest, asked: UUID) -> HttpResponse:
    return render(request, "rights/request.html", {"asked": _asked(request, asked)})


@page
def fetch(request: PageRequest, asked: UUID) -> HttpResponse:
    """To hand over to who has no account; it is logged as such."""
    _asked(request, asked)
    return package(queries.package_of(request.actor, asked))


@page
def _show_new(request: PageRequest) -> HttpResponse:
    may_handle_requests(request.actor).enforce()
    return _new(request, ReceivedForm(today=request.actor.today))


@action
def _take_new(request: PageRequest) -> HttpResponse:
    may_handle_requests(request.actor).enforce()
    form = ReceivedForm(request.POST, today=request.actor.today)
    if not form.is_valid():
        return _new(request, form)
    given = form.cleaned_data
    subject = queries.person_who_asks(given["name"], given["born"])
    if subject is None:
        form.add_error(None, _("Niet precies één persoon met deze naam en geboortedatum gevonden."))
        return _new(request, form)
    try:
        made = services.receive(
            actor=request.actor,
            ask=services.Ask(
                Right(given["right"]), subject, Capacity(given["capacity"]), given["asker"], given["received_on"],
                Channel(given["channel"]), given["words"], given["born"],
            ),
        )  # fmt: skip
    except Refused as refusal:
        form.add_error(None, gettext(str(refusal.reason)))
        return _new(request, form)
    messages.success(request, _("Het verzoek staat in de lijst. De termijn loopt."))
    return redirect("request", made)


new = form_page(_show_new, _take_new)


Doing = Callable[[PageRequest, Asked, forms.Form], str]
Making = Callable[[PageRequest, Asked], forms.Form]


def _step(template: str, make: Making, do: Doing) -> Decorated:
    """One address for a step: its form, and what it does."""

    @page
    def show(request: PageRequest, asked: UUID) -> HttpResponse:
        found = _asked(request, asked)
        return render(request, template, {"asked": found, "form": make(request, found)})

    @action
    def take(request: PageRequest, asked: UUID) -> HttpResponse:
        found = _asked(request, asked)
        form = make(request, found)
        if form.is_valid():
            try:
                messages.success(request, do(request, found, form))
                return redirect("request", found.request.id)
            except Refused as refusal:
                form.add_error(None, gettext(str(refusal.reason)))
        return render(request, template, {"asked": found, "form": form}, status=UNPROCESSABLE)

    return form_page(show, take)


def _identified(request: PageRequest, found: Asked, form: forms.Form) -> str:
    services.check_identity(actor=request.actor, request=found.request, how=form.cleaned_data["how"])
    return _("Vastgelegd. Bij inzage verzamelt Kring nu de gegevens.")


def _extended(request: PageRequest, found: Asked, form: forms.Form) -> str:
    services.extend(actor=request.actor, request=found.request, reason=form.cleaned_data["reason"])
    return _("De termijn is verlengd met twee maanden.")


def _decide_form(request: PageRequest, found: Asked) -> forms.Form:
    data = request.POST or None
    if found.request.right == Right.CORRECTION:
        return CorrectedForm(data)
    if found.is_deletion:
        return DeletionForm(data)
    return DecideForm(data, parts=[(code, one.title) for code, one in found.parts])


def _decided(request: PageRequest, found: Asked, form: forms.Form) -> str:
    given = form.cleaned_data
    decision = services.Decision(
        RequestState(given["state"]),
        answer=given["answer"],
        weighed=given.get("weighed", ""),
        withheld=tuple(given.get("withheld", ())),
        ground=given.get("ground", ""),
        before=given.get("before", ""),
        after=given.get("after", ""),
    )
    if found.is_deletion:
        decide_deletion(actor=request.actor, request=found.request, decision=decision)
        return _("Het besluit is vastgelegd. Wat wordt vernietigd, gaat nu naar de archivaris.")
    services.decide(actor=request.actor, request=found.request, decision=decision)
    return _("Het besluit is vastgelegd. Wie het vroeg met een eigen account, krijgt bericht.")


identity = _step("rights/identity.html", lambda request, _asked: IdentityForm(request.POST or None), _identified)
longer = _step("rights/extend.html", lambda request, _asked: ExtendForm(request.POST or None), _extended)
decided = _step("rights/decide.html", _decide_form, _decided)


@action
def withdrawn(request: PageRequest, asked: UUID) -> HttpResponse:
    services.withdraw(actor=request.actor, request=_asked(request, asked).request)
    messages.success(request, _("Het verzoek is ingetrokken."))
    return redirect("request", asked)


def _asked(request: PageRequest, asked: UUID) -> Asked:
    found = queries.request_of(request.actor, asked)
    if found is None:
        raise Http404
    may_handle_requests(request.actor, found.request.organisation_id).enforce()
    return found


def _new(request: PageRequest, form: ReceivedForm) -> HttpResponse:
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "rights/new.html", {"form": form}, status=status)
