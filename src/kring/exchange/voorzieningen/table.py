"""Bytes to a table: encoding, separator and header are found out, every row keeps its line.

UTF-8 with or without byte order mark, or Windows-1252; `;` or `,`; values between double quotes where needed.
"""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from kring.exchange.voorzieningen import faults
from kring.exchange.voorzieningen.columns import NAMES, REQUIRED, WITHOUT_BSN
from kring.exchange.voorzieningen.faults import UnreadableTableError

LARGEST = 50 * 1024 * 1024
SEPARATORS = (";", ",")
_BLANKS = re.compile(r"[\s\x00-\x1f\x7f]+")
_SEPARATOR_LINE = re.compile(r'"?sep=(?P<mark>[;,])"?\r?\n', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row by column name, without the empty ones; `crowded` when there were too many."""

    line: int
    cells: dict[str, str]
    crowded: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """At least one row. `unknown` are the places (from 1) of columns that Kring does not know."""

    header_line: int
    unknown: tuple[int, ...]
    rows: tuple[Row, ...]


def read_table(data: bytes) -> Table:
    """Raises UnreadableTableError."""
    text = _decode(data)
    given = _SEPARATOR_LINE.match(text)
    mark, start = (given["mark"], given.end()) if given else (_separator(text), 0)
    lines = _lines(text[start:], mark, first=2 if given else 1)
    line, header = next(lines, (1, []))
    columns = _columns(line, header)
    rows = tuple(_row(at, columns, cells) for at, cells in lines if any(cell.strip() for cell in cells))
    if not rows:
        raise UnreadableTableError(faults.NO_ROWS, line)
    unknown = tuple(place for place, name in enumerate(columns, start=1) if name and name not in NAMES)
    return Table(line, unknown, rows)


def _decode(data: bytes) -> str:
    if len(data) > LARGEST:
        raise UnreadableTableError(faults.TOO_LARGE)
    if b"\x00" in data[:1024]:
        raise UnreadableTableError(faults.ENCODING)
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not text.strip():
            raise UnreadableTableError(faults.EMPTY)
        return text
    raise UnreadableTableError(faults.ENCODING)


def _separator(text: str) -> str:
    """The mark that makes most of the first line into columns that Kring knows."""
    first = text.lstrip().partition("\n")[0]
    return max(SEPARATORS, key=lambda mark: sum(_column(cell) in NAMES for cell in first.split(mark)))


def _lines(text: str, mark: str, *, first: int) -> Iterator[tuple[int, list[str]]]:
    """Each row with the line it begins on; a quoted value may hold line ends."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
    line = first
    try:
        for cells in reader:
            if cells:
                yield line, cells
            line = first + reader.line_num
    except csv.Error as error:
        raise UnreadableTableError(faults.NOT_CSV, line) from error


def _column(cell: str) -> str:
    return re.sub(r"[\s-]+", "_", cell.strip().strip('"').lower())


def _columns(line: int, header: list[str]) -> list[str]:
    columns = [_column(cell) for cell in header]
    known = [name for name in columns if name in NAMES]
    if not known:
        raise UnreadableTableError(faults.NO_HEADER, line)
    if len(set(known)) < len(known):
        raise UnreadableTableError(faults.DOUBLE_COLUMN, line)
    needed = REQUIRED if "bsn" in known else (*REQUIRED, *WITHOUT_BSN)
    missing = [name for name in needed if name not in known]
    if missing:
        raise UnreadableTableError(faults.missing_columns(missing), line)
    return columns


def _row(line: int, columns: list[str], cells: list[str]) -> Row:
    values = {
        name: value
        for name, cell in zip(columns, cells, strict=False)
        if name in NAMES and (value := _BLANKS.sub(" ", cell).strip())
    }
    return Row(line, values, crowded=any(cell.strip() for cell in cells[len(columns) :]))
