"""Words and tones for states, severities and columns of deliveries."""

from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.exchange.findings import Severity
from kring.exchange.models import DeliveryState
from kring.exchange.queries import DeliveryRow, ReportLine, ReviewRow
from kring.ground.access.parts import Law
from kring.web.component import Tone
from kring.web.listing import Column, Order

STANDARD: Final = Order("number", descending=True)
TONES: Final[dict[DeliveryState, Tone]] = {
    DeliveryState.WAITING: "info",
    DeliveryState.DONE: "positive",
    DeliveryState.REFUSED: "negative",
    DeliveryState.UNCHANGED: "neutral",
    DeliveryState.UNDOING: "info",
    DeliveryState.UNDONE: "warning",
}
SEVERITIES: Final[dict[Severity, tuple[Promise, Tone]]] = {
    Severity.REFUSED: (gettext_lazy("geweigerd"), "negative"),
    Severity.WARNING: (gettext_lazy("let op"), "warning"),
    Severity.NOTE: (gettext_lazy("melding"), "info"),
}
FACTS: Final = {
    "voornamen": gettext_lazy("Voornamen"),
    "geslachtsnaam": gettext_lazy("Achternaam"),
    "geboortedatum": gettext_lazy("Geboortedatum"),
    "postcode": gettext_lazy("Postcode"),
    "huisnummer": gettext_lazy("Huisnummer"),
    "wet": gettext_lazy("Wet"),
    "bron": gettext_lazy("Bron"),
    "bericht": gettext_lazy("Bericht"),
    "aanbieder": gettext_lazy("Aanbieder"),
}
"""What a row of the review list may say, in the order in which it is shown."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A delivery with the tone of its state."""

    row: DeliveryRow
    tone: Tone

    @property
    def file(self) -> str:
        """Without the folders it came from."""
        return PurePath(self.row.file_name).name


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line of a report with the word and tone of its severity."""

    line: ReportLine
    word: Promise
    tone: Tone


def shown(row: DeliveryRow) -> Shown:
    return Shown(row, TONES[row.state])


def shown_line(line: ReportLine) -> ShownLine:
    word, tone = SEVERITIES[line.severity]
    return ShownLine(line, word, tone)


def facts(row: ReviewRow) -> list[tuple[Promise, str]]:
    """What the row says, in words and in order."""
    return [(word, _value(name, row.facts[name])) for name, word in FACTS.items() if name in row.facts]


def _value(name: str, value: str) -> str:
    laws = {str(law): law.label for law in Law}
    return laws.get(value, value) if name == "wet" else value


def columns() -> tuple[Column, ...]:
    return (
        Column("number", _("Levering")),
        Column("kind", _("Soort")),
        Column("brought_at", _("Aangeleverd")),
        Column("state", _("Stand"), sortable=False),
        Column("rows", _("Regels"), numeric=True),
        Column("to_review", _("Te beoordelen"), numeric=True),
        Column("refused", _("Geweigerd"), numeric=True),
    )


def report_columns() -> tuple[Column, ...]:
    return (
        Column("line", _("Waar"), sortable=False),
        Column("severity", _("Soort"), sortable=False),
        Column("what", _("Wat er is"), sortable=False),
        Column("todo", _("Wat u kunt doen"), sortable=False),
    )
