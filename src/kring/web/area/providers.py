"""What providers say of their own plans, per organisation and quarter: a page, and the same figures as a file."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from io import StringIO

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.text import capfirst, slugify
from django.utils.translation import gettext as _

from kring.ground.access.parts import Part
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_read
from kring.steering.figures.policy import may_ask_for_count, may_see_figures
from kring.steering.figures.queries.areas import Figure
from kring.steering.figures.queries.providers import MONTHS, ProviderFigures, provider_figures
from kring.steering.figures.rules.indicators import PROVIDER_PLANS
from kring.steering.figures.rules.tables import ALL
from kring.steering.figures.rules.tallies import PROVIDERS
from kring.steering.figures.rules.values import Hidden
from kring.web.area.choosing import asked_for, kept_in_links
from kring.web.area.exporting import number, safe
from kring.web.area.presenting import Cell, KeyFigure, Notes, counted_alone, share_of, translated
from kring.web.kit.downloads import CSV, attachment
from kring.web.kit.pages import page
from kring.web.kit.request import PageRequest
from kring.web.listing import Column


@dataclass(frozen=True, slots=True)
class Row:
    """One provider, or all of them; each figure with the title of its column."""

    name: str
    cells: tuple[tuple[str, Cell], ...]


@page
def providers(request: PageRequest) -> HttpResponse:
    figures, notes = _figures(request), Notes()
    context = {
        "figures": figures,
        "query": kept_in_links(request),
        "days": [(day.isoformat(), _quarter_with_day(day)) for day in figures.days],
        "quarter": _quarter(figures.counted_on) if figures.counted_on else "",
        "may_count": bool(may_ask_for_count(request.actor)),
        "key_figures": _key_figures(figures),
        "definition": translated(PROVIDER_PLANS.definition),
        "columns": [Column(title, title, numeric=at > 0, sortable=False) for at, title in enumerate(_titles())],
        "rows": [_row(figures, place, notes) for place in _places(figures)],
        "notes": notes.lines,
    }
    return render(request, "area/providers.html", context)


@page
def export(request: PageRequest) -> HttpResponse:
    figures = _figures(request)
    if figures.counted_on is None or not figures.providers:
        raise Http404
    note_read(Part.FIGURES, event=Event.EXPORT)
    name = f"aanbieders-{slugify(figures.municipality.name)}-{figures.counted_on}.csv"
    return attachment(_as_csv(figures, figures.counted_on), CSV, name)


def _figures(request: PageRequest) -> ProviderFigures:
    may_see_figures(request.actor).enforce()
    figures = provider_figures(request.actor, *asked_for(request))
    if figures is None:
        raise Http404
    return figures


def _places(figures: ProviderFigures) -> tuple[str, ...]:
    return (*figures.providers, ALL) if figures.providers else ()


def _key_figures(figures: ProviderFigures) -> tuple[KeyFigure, ...]:
    """How many were asked is about organisations and not about families."""
    waits = figures.grid.at(ALL, "wacht")
    return (
        KeyFigure(_("aanbieders gevraagd"), str(len(figures.providers)), ""),
        counted_alone(waits, _("vragen zonder antwoord")),
        share_of(figures.figure(ALL), PROVIDER_PLANS),
    )


def _name(place: str) -> str:
    return _("Alle aanbieders") if place == ALL else place


def _titles() -> tuple[str, ...]:
    return (
        _("Aanbieder"),
        *(capfirst(_(words)) for words in PROVIDERS.categories.values()),
        _("Aandeel met informele hulp"),
    )


def _row(figures: ProviderFigures, place: str, notes: Notes) -> Row:
    counts = (notes.cell(figures.grid.at(place, category)) for category in PROVIDERS.categories)
    share = notes.cell(figures.figure(place).share, "%")
    return Row(_name(place), tuple(zip(_titles()[1:], (*counts, share), strict=True)))


def _quarter(day: date) -> str:
    return _("kwartaal %(number)s van %(year)s") % {"number": (day.month - 1) // MONTHS + 1, "year": day.year}


def _quarter_with_day(day: date) -> str:
    return _("%(quarter)s, t/m %(day)s") % {"quarter": _quarter(day), "day": date_format(day, "j F")}


def _as_csv(figures: ProviderFigures, day: date) -> bytes:
    """One line per figure; a hidden one has its mark in the place of the number, and the reason."""
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(_head())
    for place in _places(figures):
        for words, figure in _figures_of(figures, place):
            start = (figures.municipality.name, _name(place), _quarter(day), words)
            writer.writerow([safe(text) for text in (*start, *_numbers(figure), day.isoformat(), _why(figure))])
    return out.getvalue().encode("utf-8-sig")


def _head() -> list[str]:
    return [
        _("gemeente"), _("aanbieder"), _("kwartaal"), _("cijfer"), _("aantal"), _("van"), _("procent"),
        _("peildatum"), _("niet getoond omdat"),
    ]  # fmt: skip


def _figures_of(figures: ProviderFigures, place: str) -> Iterator[tuple[str, Figure]]:
    """The share of the plans, and each answer of all that were asked."""
    yield _(PROVIDER_PLANS.definition.title), figures.figure(place)
    for category, words in PROVIDERS.categories.items():
        yield _(words), Figure(figures.grid.at(place, category), figures.grid.at(place, ALL))


def _numbers(figure: Figure) -> tuple[str, ...]:
    return number(figure.part), number(figure.whole), number(figure.share)


def _why(figure: Figure) -> str:
    hidden = next((one for one in (figure.part, figure.whole, figure.share) if isinstance(one, Hidden)), None)
    return _(hidden.why.words) if hidden else ""
