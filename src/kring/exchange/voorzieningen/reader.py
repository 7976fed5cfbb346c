"""Reads a CSV of provisions: a bad row gives findings and stops nothing; a file that is not one delivery is refused."""

from dataclasses import replace

from kring.exchange.findings import Finding, Severity
from kring.exchange.voorzieningen import cells, faults
from kring.exchange.voorzieningen.columns import PER_FILE, SCOPES
from kring.exchange.voorzieningen.faults import Fault, UnreadableTableError
from kring.exchange.voorzieningen.records import Delivery, ProvisionRow, ReadProvisions
from kring.exchange.voorzieningen.row import RowReader, read_row
from kring.exchange.voorzieningen.table import Row, Table, read_table

MOST_STRAYS = 200


def read_provisions(data: bytes, file: str) -> ReadProvisions:
    """Reads one file. Never raises on bad input."""
    try:
        table = read_table(data)
    except UnreadableTableError as error:
        return ReadProvisions(None, (), (_finding(file, error.line, error.fault),))
    return _Reading(file, table).read()


class _Reading:
    """One pass over the rows; rows with the same case number become one case."""

    def __init__(self, file: str, table: Table) -> None:
        self._file = file
        self._table = table
        self._cases: dict[str, ProvisionRow] = {}
        self._refused: set[str] = set()
        self._unknown_refusals = False
        self._findings = [_finding(file, table.header_line, faults.unknown_column(place)) for place in table.unknown]

    def read(self) -> ReadProvisions:
        first = RowReader(self._table.rows[0])
        delivery = _delivery(first)
        if delivery is None:
            return self._refuse([(first.line, fault) for fault in first.faults if fault.field in PER_FILE])
        different = [(row.line, fault) for row in self._table.rows for fault in self._strays(row)]
        if different:
            return self._refuse(different[:MOST_STRAYS])
        for row in self._table.rows:
            self._row(row)
        cases = tuple(case for key, case in self._cases.items() if key not in self._refused)
        return ReadProvisions(
            delivery,
            cases,
            tuple(self._findings),
            len(self._table.rows),
            frozenset(self._refused),
            self._unknown_refusals,
        )

    def _strays(self, row: Row) -> list[Fault]:
        """A file is one delivery: what these columns say holds for every row."""
        first = self._table.rows[0].cells
        return [faults.stray(name) for name in PER_FILE if row.cells.get(name) != first.get(name)]

    def _row(self, row: Row) -> None:
        reader = RowReader(row)
        case = read_row(reader)
        before = None if case is None else self._cases.get(case.key)
        if case is not None and before is not None and replace(case, professionals=before.professionals) != before:
            reader.faults.append(faults.DOUBLE_KEY)
        self._findings += [_finding(self._file, row.line, fault) for fault in reader.faults]
        if case is None or reader.refused:
            self._not_taken(row)
        else:
            self._cases[case.key] = case if before is None else _together(before, case)

    def _not_taken(self, row: Row) -> None:
        key = row.cells.get("zaaknummer")
        if key is None or row.crowded:
            self._unknown_refusals = True
        if key is not None:
            self._refused.add(key)

    def _refuse(self, found: list[tuple[int, Fault]]) -> ReadProvisions:
        findings = (*self._findings, *(_finding(self._file, line, fault) for line, fault in found))
        return ReadProvisions(None, (), findings, len(self._table.rows))


def _delivery(reader: RowReader) -> Delivery | None:
    municipality = reader.need("gemeente", cells.municipality, "de CBS-code van de gemeente, vier cijfers")
    scope = reader.need("levering", lambda value: SCOPES.get(value.lower()), "volledig of aanvullend")
    as_of = reader.need("peildatum", cells.day, "een bestaande datum, dd-mm-jjjj of jjjj-mm-dd")
    source = reader.must("bron")
    if municipality is None or scope is None or as_of is None or not source:
        return None
    return Delivery(municipality, source, scope, as_of)


def _together(before: ProvisionRow, case: ProvisionRow) -> ProvisionRow:
    known = {(each.name, each.organisation) for each in before.professionals}
    more = (each for each in case.professionals if (each.name, each.organisation) not in known)
    return replace(before, professionals=(*before.professionals, *more))


def _finding(file: str, line: int | None, fault: Fault) -> Finding:
    severity = Severity.WARNING if fault.warns else Severity.REFUSED
    return Finding(file, line, fault.field, fault.rule, fault.what, fault.why, fault.todo, severity)
