"""Writes a delivery as a CSV that a Dutch spreadsheet opens well: `;`, byte order mark, dd-mm-jjjj, decimal comma."""

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date

from kring.exchange.partial_date import PartialDate
from kring.exchange.voorzieningen.columns import NAMES
from kring.exchange.voorzieningen.records import Delivery, Professional, ProvisionRow

_BYTE_ORDER_MARK = "\ufeff"


def write_provisions(delivery: Delivery, rows: Iterable[ProvisionRow]) -> bytes:
    """The same rows always give the same bytes; a case with several professionals takes several lines."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, NAMES, delimiter=";", lineterminator="\r\n", restval="")
    writer.writeheader()
    for row in rows:
        for professional in row.professionals or (None,):
            cells = dict(_delivery(delivery)) | dict(_case(row)) | dict(_professional(professional))
            writer.writerow({name: value for name, value in cells.items() if value is not None})
    return (_BYTE_ORDER_MARK + out.getvalue()).encode()


def _delivery(delivery: Delivery) -> Iterator[tuple[str, str | None]]:
    yield "gemeente", delivery.municipality
    yield "bron", delivery.source
    yield "levering", delivery.scope
    yield "peildatum", _day(delivery.as_of)


def _case(row: ProvisionRow) -> Iterator[tuple[str, str | None]]:
    person = row.person
    yield "zaaknummer", row.key
    yield "wet", row.law
    yield "voorziening", row.provision
    yield "bsn", person.bsn
    yield "achternaam", person.surname
    yield "voorvoegsel", person.prefix
    yield "voornamen", person.given_names
    yield "geboortedatum", _birth(person.birth)
    yield "postcode", person.postcode
    yield "huisnummer", None if person.house_number is None else str(person.house_number)
    yield "huisletter", person.house_letter
    yield "toevoeging", person.house_addition
    yield "begindatum", _day(row.starts_on)
    yield "einddatum", _day(row.ends_on)
    yield "kostenstatus", row.cost.status
    yield "kosten_per_jaar", _euro(row.cost.cents_per_year)
    yield "kosten_eenmalig", _euro(row.cost.cents_once)
    yield "aanbieder", row.provider
    yield "aanbieder_agb", row.provider_agb


def _professional(professional: Professional | None) -> Iterator[tuple[str, str | None]]:
    if professional is not None:
        yield "professional", professional.name
        yield "functie", professional.function
        yield "organisatie", professional.organisation


def _day(day: date | None) -> str | None:
    return None if day is None else f"{day:%d-%m-}{day.year:04}"


def _birth(birth: PartialDate | None) -> str | None:
    return None if birth is None else f"{birth.day or 0:02}-{birth.month or 0:02}-{birth.year or 0:04}"


def _euro(cents: int | None) -> str | None:
    return None if cents is None else f"{cents // 100},{cents % 100:02}"
