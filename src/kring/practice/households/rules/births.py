"""A birth of which day, month or year may be unknown: then an age is a range, and no age is guessed."""

import calendar
from dataclasses import dataclass
from datetime import date

from kring.ground.shared.period import age_on

ADULT = 18


@dataclass(frozen=True, slots=True)
class Birth:
    """Known from the left: a day only with its month, a month only with its year."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def earliest(self) -> date | None:
        return None if self.year is None else date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date | None:
        if self.year is None:
            return None
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def exact(self) -> date | None:
        return self.earliest if self.day is not None else None

    def ages_on(self, day: date) -> tuple[int, int] | None:
        """Youngest and oldest age that it can be; None when no year is known. Not below nought."""
        if self.earliest is None or self.latest is None:
            return None
        return max(0, age_on(self.latest, day)), max(0, age_on(self.earliest, day))

    def age_text(self, day: date) -> str:
        """`34`, `34–35` when the birthday is unknown, and empty when the year is."""
        ages = self.ages_on(day)
        if ages is None:
            return ""
        youngest, oldest = ages
        return str(youngest) if youngest == oldest else f"{youngest}–{oldest}"


UNKNOWN = Birth()
