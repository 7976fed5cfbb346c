"""Areas compared, one area, and the same figures as a file."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.text import slugify
from django.utils.translation import gettext as _

from kring.ground.access.parts import Part
from kring.ground.access.roles import ADMINISTRATOR
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_read
from kring.ground.shared.jobs import defer
from kring.steering.figures.jobs import COUNT_NOW
from kring.steering.figures.policy import may_ask_for_count, may_see_figures
from kring.steering.figures.queries.areas import AreaFigures, area_facts, area_figures
from kring.steering.figures.rules.indicators import ASKED_FIRST, BY_DOER, INFORMAL, ONE_LEAD, STACKED, WITH_PLAN
from kring.steering.figures.rules.tables import ALL
from kring.steering.figures.rules.tallies import ACTIONS, LAWS
from kring.web.area.charts import division_strips, share_bars
from kring.web.area.choosing import asked_for, kept_in_links
from kring.web.area.exporting import as_csv
from kring.web.area.presenting import Notes, key_figures, table, titles, translated
from kring.web.kit.downloads import CSV, attachment
from kring.web.kit.pages import action, page
from kring.web.kit.request import PageRequest
from kring.web.listing import Column

SHARES = (ONE_LEAD, WITH_PLAN, INFORMAL, ASKED_FIRST)
"""What is compared by percentage; who does the actions, and the laws, are shown as divisions."""


@page
def areas(request: PageRequest) -> HttpResponse:
    figures = _figures(request)
    return render(request, "area/areas.html", _context(request, figures))


@page
def area(request: PageRequest, area: UUID) -> HttpResponse:
    figures = _figures(request)
    facts = area_facts(area, figures.municipality.id)
    if facts is None:
        raise Http404
    return render(request, "area/area.html", _context(request, figures, str(area)) | {"area": facts})


@page
def export(request: PageRequest) -> HttpResponse:
    figures = _figures(request)
    if figures.counted_on is None:
        raise Http404
    note_read(Part.FIGURES, event=Event.EXPORT)
    name = f"cijfers-{slugify(figures.municipality.name)}-{figures.counted_on}.csv"
    return attachment(as_csv(figures), CSV, name)


@action
def count(request: PageRequest) -> HttpResponse:
    may_ask_for_count(request.actor).enforce()
    defer(COUNT_NOW)
    messages.success(request, _("Kring telt opnieuw. Over een minuut staan de nieuwe cijfers op deze bladzijde."))
    return redirect("areas")


def _figures(request: PageRequest) -> AreaFigures:
    """Of the municipality and the day in the address, or of the actor's own and the last day."""
    may_see_figures(request.actor).enforce()
    figures = area_figures(request.actor, *asked_for(request))
    if figures is None:
        raise Http404
    return figures


def _context(request: PageRequest, figures: AreaFigures, focus: str = "") -> dict[str, object]:
    notes = Notes()
    context: dict[str, object] = {
        "figures": figures,
        "focus": focus,
        "query": kept_in_links(request),
        "days": [(day.isoformat(), date_format(day, "j F Y")) for day in figures.days],
        "lines": (),
        "may_count": bool(may_ask_for_count(request.actor)),
        "may_lay_areas": bool(request.actor.organisations(ADMINISTRATOR.code)),
    }
    if figures.counted_on is None or not figures.areas:
        return context
    return context | {
        "key_figures": key_figures(figures, focus or ALL),
        "shares": [(translated(one.definition), share_bars(figures, one, focus)) for one in SHARES],
        "doers": division_strips(figures, ACTIONS, _(BY_DOER.definition.title), _("acties"), focus),
        "doers_definition": translated(BY_DOER.definition),
        "laws": division_strips(figures, LAWS, _("Wetten per huishouden"), _("huishoudens"), focus),
        "laws_definition": translated(STACKED.definition),
        "lines": table(figures, notes),
        "columns": _columns(),
        "notes": notes.lines,
    }


def _columns() -> list[Column]:
    return [Column(title, title, numeric=number > 0, sortable=False) for number, title in enumerate(titles())]
