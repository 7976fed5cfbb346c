"""The safe figures as CSV, as spreadsheets in the Netherlands read it: semicolons, and a mark that says it is UTF-8."""

import csv
from collections.abc import Iterator
from io import StringIO

from django.utils.translation import gettext as _

from kring.steering.figures.queries.areas import AreaFigures, Figure, Place
from kring.steering.figures.rules.indicators import BY_DOER, INDICATORS, STACKED, Indicator
from kring.steering.figures.rules.tables import ALL
from kring.steering.figures.rules.values import Hidden, Shown, Value
from kring.web.area.presenting import name_of

FORMULA = ("=", "+", "-", "@", "\t")


def as_csv(figures: AreaFigures) -> bytes:
    """One line per figure; a hidden one has its mark in the place of the number, and the reason."""
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(_head())
    for place in (*figures.areas, Place(ALL, _("hele gemeente"))):
        for indicator in INDICATORS:
            for words, figure in _figures_of(figures, indicator, place.key):
                writer.writerow([safe(text) for text in _line(figures, indicator, place, (words, figure))])
    return out.getvalue().encode("utf-8-sig")


def _head() -> list[str]:
    return [
        _("gemeente"), _("gebied"), _("code"), _("indicator"), _("categorie"), _("aantal"), _("van"), _("procent"),
        _("eenheid"), _("peildatum"), _("niet getoond omdat"),
    ]  # fmt: skip


def _figures_of(figures: AreaFigures, indicator: Indicator, place: str) -> Iterator[tuple[str, Figure]]:
    """The indicator itself, or each category where the division is what counts."""
    if indicator is not BY_DOER:
        yield "", figures.figure(indicator, place)
    if indicator in (BY_DOER, STACKED):
        grid = figures.grids[indicator.tally.code]
        for category, words in indicator.tally.categories.items():
            yield _(words), Figure(grid.at(place, category), grid.at(place, ALL))


def _line(figures: AreaFigures, indicator: Indicator, place: Place, found: tuple[str, Figure]) -> Iterator[str]:
    words, figure = found
    yield from (figures.municipality.name, name_of(place), indicator.code, _(indicator.definition.title), words)
    yield from (number(figure.part), number(figure.whole), number(figure.share), _(indicator.definition.unit))
    yield figures.counted_on.isoformat() if figures.counted_on else ""
    hidden = next((one for one in (figure.part, figure.whole, figure.share) if isinstance(one, Hidden)), None)
    yield _(hidden.why.words) if hidden else ""


def number(value: Value) -> str:
    """Without dots, for calculating."""
    return str(value.n) if isinstance(value, Shown) else value.text


def safe(text: str) -> str:
    """A spreadsheet must not take a name for a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text
