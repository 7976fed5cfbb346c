"""The requests of an organisation: the list, one with its steps, and writing down what came by letter."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.ground.shared.verdict import Refused
from kring.oversight.retention.services import decide_deletion
from kring.oversight.rights import queries, services
from kring.oversight.rights.models import Capacity, Channel, RequestState, Right
from kring.oversight.rights.policy import may_handle_requests
from kring.oversight.rights.queries import Asked
from kring.web.kit.forms import UNPROCESSABLE, form_page, refusal_in
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
    made = _written_down(request, form) if form.is_valid() else None
    if made is None:
        return _new(request, form)
    messages.success(request, _("Het verzoek staat in de lijst. De termijn loopt."))
    return redirect("request", made)


def _written_down(request: PageRequest, form: ReceivedForm) -> UUID | None:
    """The new request, or none: then the form says why."""
    given = form.cleaned_data
    with refusal_in(form):
        subject = queries.person_who_asks(given["name"], given["born"])
        if subject is None:
            raise Refused(_("Niet precies één persoon met deze naam en geboortedatum gevonden."))
        ask = services.Ask(
            Right(given["right"]), subject, Capacity(given["capacity"]), given["asker"], given["received_on"],
            Channel(given["channel"]), given["words"], given["born"],
        )  # fmt: skip
        return services.receive(actor=request.actor, ask=ask)
    return None


new = form_page(_show_new, _take_new)


Doing = Callable[[PageRequest, Asked, forms.Form], str]
Making = Callable[[PageRequest, Asked], forms.Form]


@dataclass(frozen=True, slots=True)
class Step:
    """What stands round the fields of a step."""

    title: Promise
    intro: Promise
    save: Promise
    of_deletion: Promise | str = ""
    """What the intro is when all is asked to be deleted."""


def _step(step: Step, make: Making, do: Doing) -> Decorated:
    """One address for a step: its form, and what it does."""

    @page
    def show(request: PageRequest, asked: UUID) -> HttpResponse:
        found = _asked(request, asked)
        return answer(request, found, make(request, found))

    @action
    def take(request: PageRequest, asked: UUID) -> HttpResponse:
        found = _asked(request, asked)
        form = make(request, found)
        if form.is_valid():
            with refusal_in(form):
                messages.success(request, do(request, found, form))
                return redirect("request", found.request.id)
        return answer(request, found, form)

    def answer(request: PageRequest, found: Asked, form: forms.Form) -> HttpResponse:
        status = UNPROCESSABLE if form.errors else 200
        return render(request, "rights/step.html", {"asked": found, "form": form, "step": step}, status=status)

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


identity = _step(
    Step(
        gettext_lazy("Identiteit vastleggen"),
        gettext_lazy("Ga na of dit is wie het zegt te zijn. Een document zien is genoeg; bewaar geen kopie."),
        gettext_lazy("Leg vast"),
    ),
    lambda request, _asked: IdentityForm(request.POST or None),
    _identified,
)
longer = _step(
    Step(
        gettext_lazy("Termijn verlengen"),
        gettext_lazy(
            "Alleen als het verzoek ingewikkeld is, of als er veel verzoeken zijn. "
            "Wie het vroeg, krijgt bericht met uw reden."
        ),
        gettext_lazy("Verleng"),
    ),
    lambda request, _asked: ExtendForm(request.POST or None),
    _extended,
)
decided = _step(
    Step(
        gettext_lazy("Besluiten"),
        gettext_lazy(
            "Kring liet al weg wat over een ander gaat en wat beschermd is. "
            "U weegt of er meer is dat iemand kan schaden."
        ),
        gettext_lazy("Leg het besluit vast"),
        of_deletion=gettext_lazy(
            "Alles over deze persoon gaat weg, of het blijft op een grond die de wet noemt. "
            "De wet geeft drie maanden voor besluit en vernietiging samen."
        ),
    ),
    _decide_form,
    _decided,
)


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
