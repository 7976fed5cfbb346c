"""Dates of the BRP: eight digits with zeros for what is unknown, or an object that says how much is known."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kring.exchange.partial_date import PartialDate

_DIGITS = re.compile(r"([0-9]{4})-?([0-9]{2})-?([0-9]{2})")


@dataclass(frozen=True, slots=True)
class ReadDate:
    """`exact` is false when something stood there that is no date, and `date` is what could be kept."""

    date: PartialDate
    exact: bool


def from_text(value: str) -> ReadDate:
    """`19780600` is June 1978; `00000000` is unknown."""
    found = _DIGITS.fullmatch(value.strip())
    if found is None:
        return ReadDate(PartialDate(), exact=False)
    return _known(*(int(part) for part in found.groups()))


def from_api(value: Mapping[str, object]) -> ReadDate:
    """The four kinds of the API: Datum, JaarMaandDatum, JaarDatum and DatumOnbekend."""
    day = value.get("datum")
    if isinstance(day, str):
        return from_text(day)
    if value.get("onbekend") is True or value.get("type") == "DatumOnbekend":
        return ReadDate(PartialDate(), exact=True)
    year, month = value.get("jaar"), value.get("maand")
    if isinstance(year, int):
        return _known(year, month if isinstance(month, int) else 0, 0)
    return ReadDate(PartialDate(), exact=False)


def to_text(value: PartialDate) -> str:
    return f"{value.year or 0:04}{value.month or 0:02}{value.day or 0:02}"


def _known(year: int, month: int, day: int) -> ReadDate:
    """Known from the left: a day without its month, or a month that does not exist, is left out."""
    if not 1 <= year <= date.max.year:
        return ReadDate(PartialDate(), exact=year == month == day == 0)
    if not 1 <= month <= 12:
        return ReadDate(PartialDate(year), exact=month == day == 0)
    if day == 0:
        return ReadDate(PartialDate(year, month), exact=True)
    try:
        return ReadDate(PartialDate(year, month, day), exact=True)
    except ValueError:
        return ReadDate(PartialDate(year, month), exact=False)
