"""Reads the CSV of addresses: a bad row gives a finding and stops nothing; a file with other columns is refused."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from kring.exchange.findings import Finding, Severity
from kring.ground.areas.rules import AddressRow, postcode_of

COLUMNS = ("postcode", "huisnummer", "x", "y", "buurtcode", "buurt", "gemeentecode", "gebied")
LARGEST = 50 * 1024 * 1024
# Outside these the Dutch grid (RD) has no land.
X_FROM, X_TO = 0, 300_000
Y_FROM, Y_TO = 300_000, 650_000
_BLANKS = re.compile(r"[\s\x00-\x1f\x7f]+")
_NUMBER = re.compile(r"[1-9][0-9]{0,4}")
_CODE = re.compile(r"[0-9]{3,4}")  # a spreadsheet leaves out the nought in front
_FORMAT = "Zie docs/uitwisseling/adressen.md voor de kolommen en een voorbeeld."


@dataclass(frozen=True, slots=True)
class ReadAddresses:
    """`total` counts all rows, also those that were refused. No rows and a finding: refused as a whole."""

    rows: tuple[AddressRow, ...]
    findings: tuple[Finding, ...]
    total: int


def read_addresses(data: bytes, file: str) -> ReadAddresses:
    """Reads one file. Never raises on bad input."""
    if len(data) > LARGEST:
        return _refused(file, None, "Het bestand is te groot.", "Kring leest tot 50 MB per bestand.")
    try:
        table = list(_lines(_decoded(data)))
    except csv.Error:
        return _refused(file, None, "Het bestand is geen CSV.", "Een aanhalingsteken is niet gesloten.")
    columns = tuple(cell.strip().lower() for cell in table[0][1]) if table else ()
    if sorted(columns) != sorted(COLUMNS):
        return _refused(file, 1, "De kolommen kloppen niet.", f"De eerste regel moet zijn: {';'.join(COLUMNS)}.")
    if len(table) == 1:
        return _refused(file, 1, "Het bestand heeft geen regels.", "Onder de kolomnamen staat niets.")
    return _Rows(file, columns).read(table[1:])


def _decoded(data: bytes) -> str:
    """UTF-8, with or without its mark; else what an older spreadsheet writes."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each row that is not empty, with the line on which it ends."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True)
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield reader.line_num, cells


class _Rows:
    """One pass over the rows; a place that was read before must say the same again."""

    def __init__(self, file: str, columns: tuple[str, ...]) -> None:
        self._file = file
        self._columns = columns
        self._rows: dict[tuple[str, int], AddressRow] = {}
        self._findings: list[Finding] = []

    def read(self, table: list[tuple[int, list[str]]]) -> ReadAddresses:
        for line, cells in table:
            faults = self._row(line, [_BLANKS.sub(" ", cell).strip() for cell in cells])
            self._findings += [
                Finding(self._file, line, field, "ADR", what, why, _FORMAT) for field, what, why in faults
            ]
        return ReadAddresses(tuple(self._rows.values()), tuple(self._findings), len(table))

    def _row(self, line: int, cells: list[str]) -> list[tuple[str, str, str]]:
        if len(cells) != len(COLUMNS):
            return [("", "De regel heeft een ander aantal waarden.", f"Er zijn {len(COLUMNS)} kolommen.")]
        given = dict(zip(self._columns, cells, strict=True))
        faults = list(_faults(given))
        if faults:
            return faults
        row = AddressRow(
            line,
            postcode_of(given["postcode"]) or "",
            int(given["huisnummer"]),
            _metres(given["x"]) or 0.0,
            _metres(given["y"]) or 0.0,
            given["buurtcode"],
            given["buurt"],
            given["gemeentecode"].zfill(4),
            given["gebied"],
        )
        earlier = self._rows.setdefault(row.place, row)
        if earlier.neighbourhood_code != row.neighbourhood_code:
            return [("buurtcode", "Dit adres staat er al, in een andere buurt.", "Een adres ligt in één buurt.")]
        if earlier is not row:
            self._note_double(line)
        return []

    def _note_double(self, line: int) -> None:
        what, why = "Dit adres staat er al.", "Letters en toevoegingen liggen op hetzelfde punt; de eerste regel telt."
        self._findings.append(Finding(self._file, line, "", "ADR-DUBBEL", what, why, "Niets.", Severity.NOTE))


def _faults(given: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    if postcode_of(given["postcode"]) is None:
        yield "postcode", "Dit is geen postcode.", "Een postcode heeft vier cijfers en twee letters."
    if not _NUMBER.fullmatch(given["huisnummer"]):
        yield "huisnummer", "Dit is geen huisnummer.", "Een huisnummer is een getal vanaf 1, zonder letter."
    for name, low, high in (("x", X_FROM, X_TO), ("y", Y_FROM, Y_TO)):
        value = _metres(given[name])
        if value is None or not low <= value <= high:
            yield name, "Deze coördinaat kan niet.", f"In meters (Rijksdriehoek), van {low} tot {high}."
    if not given["buurtcode"] or len(given["buurtcode"]) > 12:
        yield "buurtcode", "De buurtcode ontbreekt of is te lang.", "Een buurtcode heeft 1 tot 12 tekens."
    if not given["buurt"] or len(given["buurt"]) > 120:
        yield "buurt", "De naam van de buurt ontbreekt of is te lang.", "Een naam heeft 1 tot 120 tekens."
    if not _CODE.fullmatch(given["gemeentecode"]):
        yield "gemeentecode", "Dit is geen gemeentecode.", "Een gemeentecode (CBS) heeft vier cijfers."


def _metres(text: str) -> float | None:
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return None


def _refused(file: str, line: int | None, what: str, why: str) -> ReadAddresses:
    return ReadAddresses((), (Finding(file, line, "", "ADR", what, why, _FORMAT),), 0)
