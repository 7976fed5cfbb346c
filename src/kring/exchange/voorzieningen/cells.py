"""One value of the CSV to what it means; None when it cannot be that."""

import re
from datetime import date

from kring.exchange.partial_date import PartialDate

_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_DUTCH = re.compile(r"([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})")
_YEAR = re.compile(r"[0-9]{4}")
_EURO = re.compile(r"(?:€ ?)?(?P<whole>[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,12})(?:[,.](?P<cents>[0-9]{1,2}|-))?")
_POSTCODE = re.compile(r"([0-9]{4}) ?([A-Za-z]{2})")


def day(value: str) -> date | None:
    """`31-12-2026` or `2026-12-31`."""
    known = birth(value)
    return None if known is None else known.exact


def birth(value: str) -> PartialDate | None:
    """A date of which day, month or all may be nought: `00-00-1980`; a year alone is enough."""
    if _YEAR.fullmatch(value):
        value = f"{value}-00-00"
    iso, dutch = _ISO.fullmatch(value), _DUTCH.fullmatch(value)
    if iso:
        return _partial(*map(int, iso.groups()))
    return _partial(*map(int, reversed(dutch.groups()))) if dutch else None


def _partial(year: int, month: int, day_of_month: int) -> PartialDate | None:
    try:
        return PartialDate(year or None, month or None, day_of_month or None)
    except ValueError:
        return None


def cents(value: str) -> int | None:
    """`1.234,56`, `1234,5`, `1234.56` and `€ 1.234`: a full stop before three digits divides thousands."""
    found = _EURO.fullmatch(value)
    if found is None:
        return None
    fraction = (found["cents"] or "").replace("-", "")
    return int(found["whole"].replace(".", "")) * 100 + int(fraction.ljust(2, "0"))


def postcode(value: str) -> str | None:
    found = _POSTCODE.fullmatch(value)
    return None if found is None else f"{found[1]}{found[2].upper()}"


def number(value: str) -> int | None:
    return int(value) if value.isascii() and value.isdigit() and int(value) else None


# A spreadsheet takes the zeros in front away; here they come back.


def bsn(value: str) -> str | None:
    return _padded(value, 9, shortest=7)


def agb(value: str) -> str | None:
    return _padded(value, 8, shortest=6)


def municipality(value: str) -> str | None:
    return _padded(value, 4, shortest=2)


def _padded(value: str, count: int, *, shortest: int) -> str | None:
    if not (value.isascii() and value.isdigit() and shortest <= len(value) <= count):
        return None
    return value.zfill(count)
