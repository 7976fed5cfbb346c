"""The list of deliveries, one with its report, bringing a file, and undoing. No page here shows a person."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from kring.exchange import queries, services
from kring.exchange.models import Delivery
from kring.exchange.policy import may_deliver
from kring.ground.organisations.models import Organisation
from kring.ground.shared.verdict import Refused
from kring.oversight.doubles.policy import may_judge_doubles
from kring.web.deliveries.forms import BringForm, UndoForm
from kring.web.deliveries.presenting import STANDARD, columns, report_columns, shown, shown_line
from kring.web.kit.bodies import takes_file
from kring.web.kit.forms import UNPROCESSABLE, form_page
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest
from kring.web.listing import Order


@page
def deliveries(request: PageRequest) -> HttpResponse:
    """For the data steward and the functional administrator; others have no deliveries to see."""
    towns = queries.municipalities(request.actor)
    if not towns:
        raise Refused(_("Leveringen zijn voor de gegevensbeheerder en de functioneel beheerder."))
    search, heads = request.GET.get("q", "").strip()[:100], columns()
    order = Order.read(request.GET.get("sort", ""), heads, STANDARD)
    found = queries.deliveries(search, str(order), request.GET.get("page", "1"))
    context = {
        "deliveries": [shown(row) for row in found.rows],
        "page": found.page,
        "search": search,
        "columns": heads,
        "order": order,
        "waiting": queries.waiting_reviews(request.actor),
        "may_judge": bool(may_judge_doubles(request.actor)),
    }
    return render(request, "deliveries/deliveries.html", context)


@page
def delivery(request: PageRequest, delivery: UUID) -> HttpResponse:
    view = queries.delivery(delivery, request.GET.get("page", "1"))
    if view is None:
        raise Http404
    context = {
        "view": view,
        "delivery": shown(view.delivery),
        "lines": [shown_line(line) for line in view.lines],
        "columns": report_columns(),
        "may_review": bool(queries.reviews_for(request.actor)),
    }
    return render(request, "deliveries/delivery.html", context)


@page
def show_bring(request: PageRequest) -> HttpResponse:
    return _bring(request, BringForm(towns=_towns(request)))


@action
def take_bring(request: PageRequest) -> HttpResponse:
    form = BringForm(request.POST, request.FILES, towns=_towns(request))
    if not form.is_valid():
        return _bring(request, form)
    controller = get_object_or_404(Organisation, id=form.organisation_given)
    try:
        brought = services.upload(actor=request.actor, controller=controller, kind=form.kind_given, file=form.incoming)
    except Refused as refusal:
        form.add_error("file", str(refusal.reason))
        return _bring(request, form)
    messages.success(request, _("Het bestand is aangeleverd. Kring verwerkt het en geeft bericht als het klaar is."))
    return redirect("delivery", brought.id)


bring = takes_file(services.LARGEST_UPLOAD)(form_page(show_bring, take_bring))


@page
def show_undo(request: PageRequest, delivery: UUID) -> HttpResponse:
    return _undo(request, _found(request, delivery), UndoForm())


@action
def take_undo(request: PageRequest, delivery: UUID) -> HttpResponse:
    found, form = _found(request, delivery), UndoForm(request.POST)
    if not form.is_valid():
        return _undo(request, found, form)
    services.request_undo(actor=request.actor, delivery=found)
    messages.success(request, _("De levering wordt teruggedraaid. In het verslag staat straks wat niet lukte."))
    return redirect("delivery", found.id)


undo = form_page(show_undo, take_undo)


def _towns(request: PageRequest) -> tuple[tuple[UUID, str], ...]:
    towns = queries.municipalities(request.actor)
    if not towns:
        raise Refused(_("Leveringen zijn voor de gegevensbeheerder en de functioneel beheerder."))
    return towns


def _found(request: PageRequest, delivery: UUID) -> Delivery:
    found = get_object_or_404(Delivery, id=delivery)
    may_deliver(request.actor, found.organisation_id).enforce()
    return found


def _bring(request: PageRequest, form: BringForm) -> HttpResponse:
    return render(request, "deliveries/bring.html", {"form": form}, status=UNPROCESSABLE if form.errors else 200)


def _undo(request: PageRequest, found: Delivery, form: UndoForm) -> HttpResponse:
    context = {"delivery": found, "form": form}
    return render(request, "deliveries/undo.html", context, status=UNPROCESSABLE if form.errors else 200)
