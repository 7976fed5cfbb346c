"""What help there is, per law that is open to the reader: as a timeline, as a table, and as a sheet."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kring.draw import Bar, Drawing, draw_timeline
from kring.draw import Event as Happened
from kring.ground.access.parts import Law
from kring.ground.audit.models import Event
from kring.ground.documents.models import DocumentKind
from kring.practice.care.queries import (
    SHEET_HEAD,
    CarePicture,
    care_picture,
    sheet_rows,
    sheet_text,
    timeline,
)
from kring.practice.care.queries.timeline import INFORMAL
from kring.practice.care.rules.help import Cost
from kring.practice.notes.rules import Happening
from kring.practice.plans.queries.beside_care import BesideCare, beside_care
from kring.web.care.noticed import noticed
from kring.web.care.selection import Selection
from kring.web.costs import cost_in_words, costs_beside, euros
from kring.web.family.circle import WHO
from kring.web.family.frame import Frame, frame, statements_of
from kring.web.kit.downloads import CSV, attachment
from kring.web.kit.pages import page
from kring.web.kit.request import PageRequest
from kring.web.listing import Column


@dataclass(frozen=True, slots=True)
class Opened:
    """Of whom, which laws, and why; until a day if one was set."""

    person: str
    laws: str
    ground: str
    until: date | None


@page
def care(request: PageRequest, dossier: UUID) -> HttpResponse:
    around, chosen = care_frame(request, dossier), Selection.read(request.GET)
    picture = care_picture(request.actor, dossier)
    beside, shown = beside_care(request.actor, dossier), chosen.of(picture)
    opened = chosen.opened(picture)
    context = {
        "frame": around,
        "picture": picture,
        "beside": beside,
        "statements": statements_of(request, around),
        "persons": chosen.persons(picture),
        "laws": chosen.laws(picture),
        "opened": opened,
        "opened_cost": _cost(opened.cost) if opened else "",
        "closed_url": chosen.address(dossier),
        "drawn": _drawn(dossier, shown, beside, chosen) if picture.rows or beside.informal else None,
        "rows": [(row, _cost(row.cost), chosen.address(dossier, row.id)) for row in shown.rows],
        "columns": _columns(picture),
        "cost": euros(picture.stack.costs.per_year),
        "cost_note": costs_beside(picture.stack.costs),
        "grounds": _grounds(picture),
        "noticed": noticed(dossier, picture, beside),
        "may_answer": around.head.leads and not around.head.is_family,
    }
    return render(request, "care/care.html", context)


@page
def sheet(request: PageRequest, dossier: UUID) -> HttpResponse:
    """The same rows; that they left the house is logged as an export."""
    care_frame(request, dossier)
    picture = care_picture(request.actor, dossier, event=Event.EXPORT)
    return attachment(sheet_text(SHEET_HEAD, sheet_rows(picture)), CSV, "hulp.csv")


def _drawn(dossier: UUID, shown: CarePicture, beside: BesideCare, chosen: Selection) -> Drawing:
    """Each bar leads to its panel, here or in the circle; what happened stands on its day."""
    circle = reverse("circle", args=[dossier])
    informal = [
        Bar(
            INFORMAL.key, one.what, one.start, one.end, one.who, one.how_often, f"{circle}?{WHO}={one.member}#wie"
        )
        for one in beside.informal
    ]  # fmt: skip
    events = [Happened(one.on, _("Plan vastgesteld, versie %(n)s") % {"n": one.number}) for one in beside.agreed]
    events += [Happened(one.on, _in_words(one)) for one in beside.happened]
    events += [Happened(one.on, _("woont %(home)s") % {"home": one.home}) for one in beside.moved]
    hrefs = {row.id: chosen.address(dossier, row.id) for row in shown.rows}
    return draw_timeline(timeline(shown, informal=informal, events=events, hrefs=hrefs))


def _in_words(one: Happening) -> str:
    if one.document:
        return str(DocumentKind(one.document).label)
    return ngettext("contact", "%(n)s keer contact", one.contacts) % {"n": one.contacts}


def _grounds(picture: CarePicture) -> list[Opened]:
    """The laws that are open by the same ground for the same person, together."""
    found: dict[tuple[str, str, date | None], list[str]] = {}
    for line in picture.grounds:
        found.setdefault((line.person, line.ground, line.until), []).append(line.law.label)
    return [
        Opened(person, _("alle wetten") if len(laws) == len(Law) else ", ".join(laws), ground, until)
        for (person, ground, until), laws in found.items()
    ]


def care_frame(request: PageRequest, dossier: UUID) -> Frame:
    """Not there for who sees only the name of the dossier."""
    found = frame(request, dossier, "care")
    if not found.head.sees_plan:
        raise Http404
    return found


def _cost(cost: Cost | None) -> str:
    return cost_in_words(cost) if cost else ""


def _columns(picture: CarePicture) -> tuple[Column, ...]:
    """Costs have a column only for who may see some."""
    titles = [_("Voorziening"), _("Voor wie"), _("Aanbieder"), _("Professionals"), _("Periode"), _("Besluit")]
    return tuple(
        Column("", title, numeric=title == _("Kosten"), sortable=False)
        for title in (*titles, *([_("Kosten")] if picture.shows_costs else []))
    )
