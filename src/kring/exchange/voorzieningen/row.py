"""One row of the table to one case, with every fault in it."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from kring.exchange.bsn import passes_eleven_test
from kring.exchange.voorzieningen import cells, faults
from kring.exchange.voorzieningen.columns import LAWS, LONGEST, STATUSES, WITHOUT_BSN
from kring.exchange.voorzieningen.faults import Fault
from kring.exchange.voorzieningen.records import Cost, CostStatus, PersonReference, Professional, ProvisionRow
from kring.exchange.voorzieningen.table import Row

Value = TypeVar("Value")
_DATE = "een bestaande datum, dd-mm-jjjj of jjjj-mm-dd"
_AMOUNT = "een bedrag zoals 1.234,56"


class RowReader:
    """The cells of one row; `faults` fills on the way."""

    def __init__(self, row: Row) -> None:
        self.line = row.line
        self.faults: list[Fault] = [faults.CROWDED] if row.crowded else []
        self._cells = row.cells
        for name, value in row.cells.items():
            if len(value) > LONGEST[name]:
                self.faults.append(faults.wrong(name, f"hoogstens {LONGEST[name]} tekens"))

    def text(self, name: str) -> str | None:
        return self._cells.get(name)

    def must(self, name: str) -> str:
        """The text of a required cell; empty, with a fault, when it is not there."""
        value = self._cells.get(name)
        if value is None:
            self.faults.append(faults.empty(name))
        return value or ""

    def read(self, name: str, parse: Callable[[str], Value | None], expected: str) -> Value | None:
        """The meaning of a cell; None when it is empty, and None with a fault when it cannot be that."""
        value = self._cells.get(name)
        meaning = None if value is None else parse(value)
        if value is not None and meaning is None:
            self.faults.append(faults.wrong(name, expected))
        return meaning

    def need(self, name: str, parse: Callable[[str], Value | None], expected: str) -> Value | None:
        """As `read`, but an empty cell is a fault too."""
        return self.read(name, parse, expected) if self.must(name) else None

    @property
    def refused(self) -> bool:
        return any(not fault.warns for fault in self.faults)


def read_row(reader: RowReader) -> ProvisionRow | None:
    """The case; None when something in it refuses the row."""
    key, provision, provider = reader.must("zaaknummer"), reader.must("voorziening"), reader.must("aanbieder")
    law = reader.need("wet", lambda value: LAWS.get(value.lower()), "een wet uit de lijst van de handleiding")
    starts, ends = reader.need("begindatum", cells.day, _DATE), reader.read("einddatum", cells.day, _DATE)
    agb = reader.read("aanbieder_agb", cells.agb, "een AGB-code van 8 cijfers")
    person, cost, professional = _person(reader), _cost(reader), _professional(reader)
    _in_order(reader, starts, ends)
    if reader.refused or law is None or starts is None or cost is None:
        return None
    return ProvisionRow(
        key=key,
        law=law,
        provision=provision,
        person=person,
        starts_on=starts,
        cost=cost,
        provider=provider,
        ends_on=ends,
        provider_agb=agb,
        professionals=() if professional is None else (professional,),
        line=reader.line,
    )


def _in_order(reader: RowReader, starts: date | None, ends: date | None) -> None:
    if starts is not None and ends is not None and ends < starts:
        reader.faults.append(faults.wrong("einddatum", "een dag op of na de begindatum"))


def _person(reader: RowReader) -> PersonReference:
    """BR-092: with a BSN, or with surname, birth, postcode and house number together."""
    person = PersonReference(
        bsn=reader.read("bsn", cells.bsn, "een BSN van negen cijfers"),
        surname=reader.text("achternaam"),
        prefix=reader.text("voorvoegsel"),
        given_names=reader.text("voornamen"),
        birth=reader.read("geboortedatum", cells.birth, "een geboortedatum; wat onbekend is, is 00"),
        postcode=reader.read("postcode", cells.postcode, "een postcode van vier cijfers en twee letters"),
        house_number=reader.read("huisnummer", cells.number, "een huisnummer; letter en toevoeging staan apart"),
        house_letter=reader.text("huisletter"),
        house_addition=reader.text("toevoeging"),
    )
    if person.bsn is not None and not passes_eleven_test(person.bsn):
        reader.faults.append(faults.wrong("bsn", "een BSN dat voldoet aan de elfproef"))
    if reader.text("bsn") is None:
        for name in WITHOUT_BSN:
            reader.must(name)
    return person


def _cost(reader: RowReader) -> Cost | None:
    per_year = reader.read("kosten_per_jaar", cells.cents, _AMOUNT)
    once = reader.read("kosten_eenmalig", cells.cents, _AMOUNT)
    status = reader.need("kostenstatus", lambda value: STATUSES.get(value.lower()), "een status uit de handleiding")
    has_amount = reader.text("kosten_per_jaar") is not None or reader.text("kosten_eenmalig") is not None
    if status in {CostStatus.KNOWN, CostStatus.ESTIMATED} and not has_amount:
        expected = "een bedrag per jaar of eenmalig, of de status onbekend"
        reader.faults.append(faults.wrong("kostenstatus", expected))
    if status is CostStatus.UNKNOWN and has_amount:
        reader.faults.append(faults.wrong("kostenstatus", "bekend of geschat, want er staat een bedrag"))
    return None if status is None else Cost(status, per_year, once)


def _professional(reader: RowReader) -> Professional | None:
    name = reader.text("professional")
    function, organisation = reader.text("functie"), reader.text("organisatie")
    if name is not None:
        return Professional(name, function, organisation)
    if function is not None or organisation is not None:
        reader.faults.append(faults.NAMELESS)
    return None
