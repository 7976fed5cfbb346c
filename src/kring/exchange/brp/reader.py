"""Reads a file of persons: one bad record gives a finding and stops nothing, a file that is no JSON is refused."""

from collections.abc import Iterator
from dataclasses import dataclass
from json import JSONDecodeError

from kring.exchange.brp.items import items
from kring.exchange.brp.person import read_person
from kring.exchange.brp.records import PersonRecord
from kring.exchange.brp.section import Remark, Section
from kring.exchange.bsn import passes_eleven_test
from kring.exchange.findings import Finding, Severity

LARGEST = 200 * 1024 * 1024
_TELLING = {"burgerservicenummer", "naam"}
_AGAIN = "Lever het bestand opnieuw aan: JSON in de vorm van de BRP-API (Haal Centraal)."
_CHECK = "Controleer dit gegeven in de BRP."


@dataclass(frozen=True, slots=True)
class ReadPersons:
    """`total` counts the records of the file, also those that were refused. No persons and a finding: refused."""

    persons: tuple[PersonRecord, ...]
    findings: tuple[Finding, ...]
    total: int


def read_persons(data: bytes, file: str) -> ReadPersons:
    """Reads one file. Never raises on bad input."""
    if len(data) > LARGEST:
        return _refused(file, None, "Het bestand is te groot.", "Kring leest tot 200 MB per bestand.", "BRP-GROOTTE")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return _refused(file, line, "Het bestand is geen UTF-8.", "JSON wordt in UTF-8 uitgewisseld.")
    try:
        return _Records(file).read(items(text))
    except JSONDecodeError as error:
        what = f"Het bestand is geen goede JSON (kolom {error.colno})."
        return _refused(file, error.lineno, what, "Vanaf hier volgt de tekst de regels van JSON niet.")
    except RecursionError:
        return _refused(file, None, "Het bestand is te diep genest.", "Een persoon heeft maar enkele lagen.")


class _Records:
    """One pass over the records; a BSN that was read before is not read again."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._findings: list[Finding] = []
        self._persons: list[PersonRecord] = []
        self._seen: set[str] = set()

    def read(self, found: Iterator[tuple[int, object]]) -> ReadPersons:
        total, persons = 0, 0
        for line, value in found:
            total += 1
            persons += isinstance(value, dict) and bool(_TELLING & value.keys())
            self._record(line, value)
        if not persons:
            why = "Kring zoekt een lijst van personen met burgerservicenummer of naam."
            return _refused(self._file, 1, "Dit is JSON, maar geen bestand met personen (kolom 1).", why)
        return ReadPersons(tuple(self._persons), tuple(self._findings), total)

    def _record(self, line: int, value: object) -> None:
        if not isinstance(value, dict):
            self._refuse(line, "BRP-RECORD", "Hier staat geen persoon.", "Elk onderdeel van de lijst is een persoon.")
            return
        section = Section(value)
        person = read_person(section, line)
        if person.bsn is None and person.name.surname is None:
            self._refuse(line, "BRP-LEEG", "Deze persoon heeft geen BSN en geen naam.", "Zo is niemand te herkennen.")
            return
        if person.bsn in self._seen:
            why = "Elke persoon staat één keer in een bestand; Kring houdt de eerste aan."
            self._refuse(line, "BRP-DUBBEL", "Dit BSN stond al eerder in het bestand.", why)
            return
        self._keep(person, line, section.remarks)

    def _keep(self, person: PersonRecord, line: int, remarks: list[Remark]) -> None:
        self._persons.append(person)
        if person.bsn is None:
            why = "Zonder BSN is niet zeker wie dit is; de gegevensbeheerder beoordeelt het."
            self._warn(line, Remark("burgerservicenummer", "BRP-BSN", "Het BSN ontbreekt.", why))
        else:
            self._seen.add(person.bsn)
            if not passes_eleven_test(person.bsn):
                why = "Een BSN voldoet aan de elfproef."
                self._warn(line, Remark("burgerservicenummer", "BRP-BSN", "Het BSN kan niet bestaan.", why))
        for remark in remarks:
            self._warn(line, remark)

    def _warn(self, line: int, remark: Remark) -> None:
        where = (self._file, line, remark.field, remark.rule)
        self._findings.append(Finding(*where, remark.what, remark.why, _CHECK, Severity.WARNING))

    def _refuse(self, line: int, rule: str, what: str, why: str) -> None:
        self._findings.append(Finding(self._file, line, "", rule, what, why, _CHECK))


def _refused(file: str, line: int | None, what: str, why: str, rule: str = "BRP-JSON") -> ReadPersons:
    return ReadPersons((), (Finding(file, line, "", rule, what, why, _AGAIN),), 0)
