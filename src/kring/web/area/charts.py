"""The drawings of the pages about areas: what is hidden is hatched, and no length tells it."""

from django.utils.translation import gettext as _

from kring.draw import (
    Amount,
    AmountGroup,
    BarsInput,
    Drawing,
    StripRow,
    StripsInput,
    Suppressed,
    Tone,
    draw_bars,
    draw_strips,
)
from kring.draw.charts.figures import Figure as Drawn
from kring.draw.charts.figures import known
from kring.steering.figures.queries.areas import AreaFigures, Place
from kring.steering.figures.rules.indicators import Indicator
from kring.steering.figures.rules.tables import ALL
from kring.steering.figures.rules.tallies import Tally
from kring.steering.figures.rules.values import Hidden, Shown, Value
from kring.web.area.presenting import name_of

THIRD = 330
"""The width of a chart beside two others."""


def drawn(value: Value) -> Drawn:
    return float(value.n) if isinstance(value, Shown) else Suppressed(value.text)


def share_bars(figures: AreaFigures, indicator: Indicator, focus: str = "") -> Drawing | None:
    """The percentages of all areas and of the municipality; `focus` is the area that the page is about.

    None where no percentage may be shown at all.
    """
    areas = [place for place in figures.areas if place.name]
    rest = [place for place in areas if place.key != focus]
    whole = [Place(ALL, figures.municipality.name)]
    if focus:
        mine = [place for place in areas if place.key == focus]
        groups = [
            _bars(figures, indicator, mine, (_("Dit gebied"), Tone.PETROL)),
            _bars(figures, indicator, rest, (_("Andere gebieden"), Tone.SLATE)),
        ]
    else:
        groups = [_bars(figures, indicator, rest, (_("Per gebied"), Tone.PETROL))]
    groups.append(_bars(figures, indicator, whole, (_("Hele gemeente"), Tone.OCHRE)))
    if not known(amount.figure for group in groups for amount in group.amounts):
        return None
    title = _(indicator.definition.title)
    key = f"{indicator.code.lower()}"
    return draw_bars(
        BarsInput(key, title, tuple(group for group in groups if group.amounts), _("procent")), width=THIRD
    )


def division_strips(figures: AreaFigures, tally: Tally, title: str, unit: str, only: str = "") -> Drawing:
    """How each place divides over the categories, side by side; `only` leaves one area and the municipality."""
    places = [place for place in figures.areas if not only or place.key == only]
    strips = [_strip(figures, tally, unit, place) for place in (*places, Place(ALL, figures.municipality.name))]
    categories = tuple(_(words) for words in tally.categories.values())
    return draw_strips(StripsInput(tally.code, title, categories, tuple(strip for strip in strips if strip)))


def _bars(figures: AreaFigures, indicator: Indicator, places: list[Place], look: tuple[str, Tone]) -> AmountGroup:
    shares = ((place, figures.figure(indicator, place.key).share) for place in places)
    return AmountGroup(tuple(Amount(name_of(place), drawn(share)) for place, share in shares), *look)


def _strip(figures: AreaFigures, tally: Tally, unit: str, place: Place) -> StripRow | None:
    """Nothing for an area in which nothing is."""
    values = figures.division(tally, place.key)
    if all(value == Shown(0) for value in values):
        return None
    size = figures.grids[tally.code].at(place.key, ALL)
    note = size.text if isinstance(size, Hidden) else f"{size.text} {unit}"
    return StripRow(name_of(place), tuple(drawn(value) for value in values), note)
