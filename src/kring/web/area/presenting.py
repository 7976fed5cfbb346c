"""Safe figures as a template needs them: text, and the number of the note that says why something is hidden."""

from dataclasses import dataclass, field

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from kring.steering.figures.queries.areas import AreaFigures, Figure, Place
from kring.steering.figures.rules.indicators import BY_DOER, INDICATORS, Definition, Indicator
from kring.steering.figures.rules.tables import ALL
from kring.steering.figures.rules.values import Hidden, Shown, Value, Why

LARGE = tuple(indicator for indicator in INDICATORS if indicator is not BY_DOER)
"""What stands above the page; who does the actions is a division."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure in a table; `note` is 0 where nothing is hidden."""

    text: str
    note: int = 0


@dataclass(frozen=True, slots=True)
class Note:
    """Why figures with this number are hidden."""

    number: int
    words: str


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table of all figures."""

    name: str
    area: str
    cells: tuple[Cell, ...]

    @property
    def named(self) -> tuple[tuple[str, Cell], ...]:
        """Each figure with the title of its column, which a phone repeats before it."""
        return tuple(zip(titles()[1:], self.cells, strict=True))


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One figure large, with what it is a part of."""

    label: str
    value: str
    change: str


@dataclass(slots=True)
class Notes:
    """Numbers the reasons in the order in which a page shows them."""

    numbers: dict[Why, int] = field(default_factory=dict)

    def cell(self, value: Value, suffix: str = "") -> Cell:
        if isinstance(value, Shown):
            return Cell(value.text + suffix)
        return Cell(value.text, self.numbers.setdefault(value.why, len(self.numbers) + 1))

    @property
    def lines(self) -> tuple[Note, ...]:
        return tuple(Note(number, _(why.words)) for why, number in self.numbers.items())


def titles() -> tuple[str, ...]:
    """Of the columns of that table."""
    return (
        _("Gebied"), _("Gezinnen"), _("Eén regisseur"), _("Eén plan"), _("Informele hulp"), _("Eigen netwerk"),
        _("Op tijd gevraagd"), _("2 of meer wetten"),
    )  # fmt: skip


def name_of(place: Place) -> str:
    return place.name or _("Gebied onbekend")


def counted(figure: Figure, unit: str) -> str:
    """“11 van 24 plannen”, as far as that may be said."""
    if isinstance(figure.whole, Hidden):
        return not_shown(figure.whole)
    if isinstance(figure.part, Hidden):
        words = {"whole": figure.whole.text, "unit": unit, "why": not_shown(figure.part)}
        return _("van %(whole)s %(unit)s; %(why)s") % words
    return _("%(part)s van %(whole)s %(unit)s") % {
        "part": figure.part.text,
        "whole": figure.whole.text,
        "unit": unit,
    }


def not_shown(value: Hidden) -> str:
    return _("niet getoond: %(why)s") % {"why": _(value.why.words)}


def key_figures(figures: AreaFigures, place: str) -> tuple[KeyFigure, ...]:
    """The families and the shares of one place."""
    families = figures.families(place)
    per_family = figures.actions_per_family(place)
    first = counted_alone(families, _("actieve gezinnen"))
    if not isinstance(per_family, Hidden):
        hint = _("%(number)s lopende acties per gezin") % {"number": number_format(per_family, 1)}
        first = KeyFigure(first.label, first.value, hint)
    shares = [share_of(figures.figure(indicator, place), indicator) for indicator in LARGE]
    return (first, *shares)


def table(figures: AreaFigures, notes: Notes) -> tuple[Line, ...]:
    """Every indicator in every area, and in the municipality as a whole."""
    places = (*figures.areas, Place(ALL, figures.municipality.name))
    with_page = {place.key for place in figures.areas if place.name}
    return tuple(
        Line(name_of(place), place.key if place.key in with_page else "", _cells(figures, place.key, notes))
        for place in places
    )


def translated(definition: Definition) -> Definition:
    """In the language of the page."""
    return Definition(
        definition.code, _(definition.title), _(definition.meaning), _(definition.unit), _(definition.source)
    )


def counted_alone(value: Value, label: str) -> KeyFigure:
    """A number large, or below it why it is not there."""
    return KeyFigure(label, _large(value), not_shown(value) if isinstance(value, Hidden) else "")


def share_of(figure: Figure, indicator: Indicator) -> KeyFigure:
    """The percentage large, and below it of what."""
    return KeyFigure(_(indicator.short), _large(figure.share, "%"), counted(figure, _(indicator.definition.unit)))


def _large(value: Value, suffix: str = "") -> str:
    """A dash for what is hidden: the line below says why."""
    return value.text + suffix if isinstance(value, Shown) else "–"


def _cells(figures: AreaFigures, place: str, notes: Notes) -> tuple[Cell, ...]:
    shares = (figures.figure(indicator, place).share for indicator in INDICATORS)
    return (notes.cell(figures.families(place)), *(notes.cell(share, "%") for share in shares))
