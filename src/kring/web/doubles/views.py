"""People who may stand in the register twice: the list, one pair side by side, deciding and undoing."""

from collections.abc import Mapping
from typing import Final
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.oversight.doubles import queries, services
from kring.oversight.doubles.models import DoubleState
from kring.oversight.doubles.policy import may_judge_doubles
from kring.oversight.doubles.queries import DoubleRow
from kring.web.component import Tone
from kring.web.doubles.forms import JudgeForm, UndoForm
from kring.web.kit.forms import UNPROCESSABLE, form_page, refusal_in
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest
from kring.web.listing import Column, Order

STANDARD = Order("name")
DECIDED: Final = "beoordeeld"
FACTS: Final[Mapping[str, Promise]] = {
    "voornamen": gettext_lazy("Voornamen"),
    "geslachtsnaam": gettext_lazy("Achternaam"),
    "getoond": gettext_lazy("Naam in gebruik"),
    "geboren": gettext_lazy("Geboortedatum"),
    "geslacht": gettext_lazy("Geslacht"),
    "adres": gettext_lazy("Adres"),
    "bsn": gettext_lazy("BSN"),
}
TONES: Final[Mapping[DoubleState, Tone]] = {
    DoubleState.OPEN: "warning",
    DoubleState.MERGING: "info",
    DoubleState.MERGED: "positive",
    DoubleState.UNDOING: "info",
    DoubleState.DIFFERENT: "neutral",
}


def columns() -> tuple[Column, ...]:
    """In the language of the reader."""
    return (
        Column("name", _("Personen")),
        Column("equal", _("Gelijk"), sortable=False),
        Column("different", _("Verschillend"), sortable=False),
        Column("certainty", _("Zekerheid")),
        Column("found_on", _("Gevonden")),
    )


def weight_columns() -> tuple[Column, ...]:
    return tuple(
        Column(key, title, sortable=False)
        for key, title in (("field", _("Gegeven")), ("likeness", _("Wat Kring ziet")), ("weight", _("Hoe zwaar")))
    )


def fact_columns() -> tuple[Column, ...]:
    return tuple(
        Column(key, title, sortable=False)
        for key, title in (
            ("fact", _("Gegeven")),
            ("one", _("De een")),
            ("other", _("De ander")),
            ("compared", _("Vergelijking")),
        )
    )


@page
def doubles(request: PageRequest) -> HttpResponse:
    may_judge_doubles(request.actor).enforce()
    search, heads = request.GET.get("q", "").strip()[:100], columns()
    order = Order.read(request.GET.get("sort", ""), heads, STANDARD)
    decided = request.GET.get("toon") == DECIDED
    found = queries.doubles(request.actor, search, str(order), request.GET.get("page", "1"), decided=decided)
    context = {
        "found": found,
        "rows": [_shown(row) for row in found.rows],
        "search": search,
        "columns": heads,
        "order": order,
        "decided": decided,
    }
    return render(request, "doubles/doubles.html", context)


@action
def look(request: PageRequest) -> HttpResponse:
    """The worker looks; what it finds stands on the list when it is done."""
    may_judge_doubles(request.actor).enforce()
    for organisation, _name in queries.towns(request.actor):
        services.ask_search(actor=request.actor, organisation=organisation)
    messages.success(request, _("Kring zoekt nu naar dubbele personen. Kijk over een paar minuten opnieuw."))
    return redirect("doubles")


@page
def show_double(request: PageRequest, double: UUID) -> HttpResponse:
    return _double(request, _found(request, double), JudgeForm())


@action
def take_double(request: PageRequest, double: UUID) -> HttpResponse:
    row, form = _found(request, double), JudgeForm(request.POST)
    if form.is_valid():
        judgement = form.judgement()
        with refusal_in(form, "reason"):
            services.decide(actor=request.actor, double=row.double, judgement=judgement)
    if not form.is_valid():
        return _double(request, row, form)
    messages.success(
        request,
        _("Kring voegt deze personen nu samen.")
        if judgement.same
        else _("Vastgelegd: dit zijn twee verschillende personen. Kring vraagt het niet opnieuw."),
    )
    return redirect("doubles")


double = form_page(show_double, take_double)


@page
def show_undo(request: PageRequest, double: UUID) -> HttpResponse:
    return _undo(request, _found(request, double), UndoForm())


@action
def take_undo(request: PageRequest, double: UUID) -> HttpResponse:
    row, form = _found(request, double), UndoForm(request.POST)
    if form.is_valid():
        with refusal_in(form, "reason"):
            services.request_undo(actor=request.actor, double=row.double, reason=form.cleaned_data["reason"])
    if not form.is_valid():
        return _undo(request, row, form)
    messages.success(request, _("Kring maakt de samenvoeging nu ongedaan."))
    return redirect("double", row.double.id)


undo = form_page(show_undo, take_undo)


def _found(request: PageRequest, double: UUID) -> DoubleRow:
    may_judge_doubles(request.actor).enforce()
    row = queries.double(request.actor, double)
    if row is None:
        raise Http404
    return row


def _shown(row: DoubleRow) -> dict[str, object]:
    """What is equal and what differs, in the language of the reader."""
    by_code = {fact.code: fact for fact in row.facts}
    facts = [(word, by_code[code]) for code, word in FACTS.items() if code in by_code]
    return {
        "row": row,
        "equal": ", ".join(str(word) for word, fact in facts if fact.is_equal),
        "different": ", ".join(str(word) for word, fact in facts if fact.is_known and not fact.is_equal),
        "tone": TONES[row.state],
        "weights": [(_(one.field), _(one.likeness), _(one.heaviness)) for one in row.weights],
        "found_by": _(row.found_by) if row.found_by else "",
        "facts": facts,
    }


def _double(request: PageRequest, row: DoubleRow, form: JudgeForm) -> HttpResponse:
    context = {**_shown(row), "fact_columns": fact_columns(), "weight_columns": weight_columns(), "form": form}
    return render(request, "doubles/double.html", context, status=UNPROCESSABLE if form.errors else 200)


def _undo(request: PageRequest, row: DoubleRow, form: UndoForm) -> HttpResponse:
    context = {**_shown(row), "fact_columns": fact_columns(), "weight_columns": weight_columns(), "form": form}
    return render(request, "doubles/undo.html", context, status=UNPROCESSABLE if form.errors else 200)
