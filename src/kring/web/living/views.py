"""The page of homes: who lives where now, and everything that is known over time in one table."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from kring.practice.households.queries import Dwelling, Home, homes_over_time
from kring.practice.households.rules.homes import SETTLED
from kring.web.kit.pages import page
from kring.web.kit.request import PageRequest
from kring.web.listing import Column
from kring.web.living.around import living_frame


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table: who, in which home."""

    home: Home
    who: Dwelling
    runs: bool


@page
def homes(request: PageRequest, dossier: UUID) -> HttpResponse:
    around = living_frame(request, dossier)
    found = homes_over_time(request.actor, dossier)
    today = request.actor.today
    now = [(home, _at_home(home, today)) for home in found]
    titles = (_("Wie"), _("Waar"), _("Hoe"), _("Vanaf"), _("Tot"), _("Waarvan bekend"))
    context = {
        "frame": around,
        "now": [(home, members) for home, members in now if members],
        "lines": _lines(found, request),
        "columns": tuple(Column("", title, sortable=False) for title in titles),
        "may_write": around.head.leads and not around.head.is_family,
    }
    return render(request, "living/homes.html", context)


def _at_home(home: Home, day: date) -> list[Dwelling]:
    """Who lives there all of the time stands first."""
    return sorted(
        (one for one in home.members if one.runs_on(day)), key=lambda one: (one.living not in SETTLED, one.name)
    )


def _lines(found: Iterable[Home], request: PageRequest) -> list[Line]:
    """Person by person, the newest first."""
    lines = [Line(home, one, one.runs_on(request.actor.today)) for home in found for one in home.members]
    lines.sort(key=lambda line: line.who.since, reverse=True)
    return sorted(lines, key=lambda line: (line.who.name, str(line.who.subject)))
