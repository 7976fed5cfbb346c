"""Deliveries as text: Noor's case, and how to make a file of it."""

from kring.exchange.voorzieningen.columns import NAMES
from kring.exchange.voorzieningen.reader import read_provisions
from kring.exchange.voorzieningen.records import ReadProvisions

NOOR = "999990019"
DELIVERY = {"gemeente": "0998", "bron": "Suite", "levering": "volledig", "peildatum": "01-11-2026"}
CASE = DELIVERY | {
    "zaaknummer": "P-1",
    "wet": "participatiewet",
    "voorziening": "bijstand",
    "bsn": NOOR,
    "begindatum": "01-02-2026",
    "kostenstatus": "onbekend",
    "aanbieder": "Gemeente Waterrijk",
}
NAMED = {
    "bsn": "",
    "achternaam": "Boer",
    "geboortedatum": "03-06-2014",
    "postcode": "1799 zw",
    "huisnummer": "12",
}


def file_of(*rows: dict[str, str], mark: str = ";", encoding: str = "utf-8") -> bytes:
    lines = [mark.join(NAMES), *(mark.join(row.get(name, "") for name in NAMES) for row in rows)]
    return "\r\n".join(lines).encode(encoding)


def read(*rows: dict[str, str]) -> ReadProvisions:
    return read_provisions(file_of(*rows), "levering.csv")
