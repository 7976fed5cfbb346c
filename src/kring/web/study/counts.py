"""What one sees of the stack without a running study: counts per area that have passed the disclosure gate (BR-120)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.steering.figures.policy import reads_figures_of
from kring.steering.figures.queries.areas import AreaFigures, Place, area_figures
from kring.steering.figures.rules.indicators import STACKED
from kring.steering.figures.rules.tables import ALL
from kring.steering.figures.rules.tallies import LAWS
from kring.web.listing import Column


@dataclass(frozen=True, slots=True)
class Line:
    """One area, or the whole municipality: per number of laws its title and its text."""

    name: str
    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """Households by number of laws; a cell that is too small holds its mark."""

    town: str
    counted_on: date
    smallest: int
    meaning: str
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]


def counts_of(actor: Actor, municipality: UUID | None = None) -> dict[str, object]:
    """For `study/counts.html`: the counts, or why there are none and what can be done."""
    return {"counts": protected_counts(actor, municipality), "no_counts": _why_none(actor)}


def _why_none(actor: Actor) -> str:
    if reads_figures_of(actor):
        return _("Er is nog niet geteld. Kring telt elke nacht; daarna staan hier de aantallen per gebied.")
    return _(
        "Zonder lopend onderzoek zijn er alleen aantallen. Die zijn er voor beleid, de procesregisseur, de teamleider "
        "en de privacyfunctionaris: vraag hen erom. Huishoudens ziet u zodra een onderzoek loopt en u er op naam staat."
    )


def protected_counts(actor: Actor, municipality: UUID | None = None) -> Counts | None:
    """None for who may not read figures, and where nothing has been counted yet."""
    figures = area_figures(actor, municipality)
    if figures is None or figures.counted_on is None:
        return None
    titles = (*(_(words) for words in LAWS.categories.values()), _("samen"))
    return Counts(
        town=figures.municipality.name,
        counted_on=figures.counted_on,
        smallest=figures.smallest,
        meaning=_(STACKED.definition.meaning),
        columns=(
            Column("area", _("Gebied"), sortable=False),
            *(Column("", title, numeric=True, sortable=False) for title in titles),
        ),
        lines=tuple(_line(figures, place, titles) for place in (*figures.areas, Place(ALL, _("hele gemeente")))),
    )


def _line(figures: AreaFigures, place: Place, titles: tuple[str, ...]) -> Line:
    grid = figures.grids[LAWS.code]
    values = (*figures.division(LAWS, place.key), grid.at(place.key, ALL))
    return Line(place.name or _("gebied onbekend"), tuple(zip(titles, (value.text for value in values), strict=True)))
