"""The help of a family as the rows of a sheet: what the page shows and no more, for Dutch spreadsheet programs."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from django.utils.translation import gettext_lazy as _

from kring.practice.care.queries.picture import CarePicture
from kring.practice.care.queries.rows import CareRow
from kring.practice.care.rules.help import CostState

SHEET_HEAD: Final = (
    _("Persoon"), _("Wet"), _("Voorziening"), _("Aanbieder"), _("Hulpverleners"), _("Vanaf"), _("Tot en met"),
    _("Omvang"), _("Kosten per jaar (euro)"), _("Kosten eenmalig (euro)"), _("Stand van de kosten"), _("Bekend van"),
)  # fmt: skip
COST_WORDS: Final = {
    CostState.KNOWN: _("bekend"),
    CostState.ESTIMATED: _("geschat"),
    CostState.UNKNOWN: _("onbekend"),
    CostState.ELSEWHERE: _("niet van de gemeente"),
}
RISKY: Final = ("=", "+", "-", "@", "\t", "\r")


def sheet_rows(picture: CarePicture) -> list[tuple[str, ...]]:
    return [_cells(row) for row in picture.rows]


def sheet_text(head: Sequence[object], rows: Iterable[Sequence[str]]) -> str:
    """Semicolons and a byte order mark, as Dutch spreadsheet programs want it; no cell can become a formula."""
    out = io.StringIO()
    out.write("\ufeff")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([str(name) for name in head])
    writer.writerows([[_harmless(cell) for cell in row] for row in rows])
    return out.getvalue()


def euros(cents: int | None) -> str:
    """`7800,00`; nothing when nobody gave an amount."""
    return "" if cents is None else f"{cents // 100},{cents % 100:02d}"


def _cells(row: CareRow) -> tuple[str, ...]:
    cost = row.cost
    return (
        row.person,
        row.law.label,
        row.product,
        row.provider,
        ", ".join(row.helpers),
        _day(row.start),
        _day(row.end),
        row.volume,
        euros(cost.per_year) if cost else "",
        euros(cost.once) if cost else "",
        str(COST_WORDS[cost.state]) if cost else "",
        row.source,
    )


def _day(day: date | None) -> str:
    return f"{day:%d-%m-%Y}" if day else ""


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(RISKY) else cell
