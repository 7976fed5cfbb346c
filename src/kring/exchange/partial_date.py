"""A date of which the day, the month or everything may be unknown, as BRP and iStandaarden keep it."""

import calendar
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Self


class Precision(StrEnum):
    """How much of a date is known."""

    DAY = "dag"
    MONTH = "maand"
    YEAR = "jaar"
    UNKNOWN = "onbekend"


@dataclass(frozen=True, slots=True)
class PartialDate:
    """Known from the left: a day only with its month, a month only with its year."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError("A day without its month is no partial date.")
        if self.month is not None and self.year is None:
            raise ValueError("A month without its year is no partial date.")
        if self.year is not None:
            date(self.year, self.month or 1, self.day or 1)

    @classmethod
    def of(cls, day: date) -> Self:
        return cls(day.year, day.month, day.day)

    @property
    def precision(self) -> Precision:
        if self.day is not None:
            return Precision.DAY
        if self.month is not None:
            return Precision.MONTH
        return Precision.UNKNOWN if self.year is None else Precision.YEAR

    @property
    def exact(self) -> date | None:
        """The day itself, when all of it is known."""
        return self.earliest if self.precision is Precision.DAY else None

    @property
    def earliest(self) -> date | None:
        """The first day it can be; None when nothing is known."""
        if self.year is None:
            return None
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date | None:
        """The last day it can be; None when nothing is known."""
        if self.year is None:
            return None
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])
