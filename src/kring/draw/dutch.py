"""Dates, numbers and enumerations as a Dutch reader expects them in a drawing."""

from collections.abc import Sequence
from datetime import date
from typing import Final

MONTHS: Final = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


def short_date(day: date) -> str:
    """3 dec 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def number(value: float, decimals: int = 0) -> str:
    """1.234,5."""
    return f"{value:,.{decimals}f}".translate(str.maketrans(",.", ".,"))


def counted(count: int, singular: str, plural: str) -> str:
    """1 traject, 2 trajecten."""
    return f"{number(count)} {singular if count == 1 else plural}"


def enumeration(parts: Sequence[str]) -> str:
    """Sandra, Karim en Truus."""
    return " en ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))
