"""The demo is written for 1 November 2026; its dates move together by whole weeks, so that ages and weekdays hold."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

REFERENCE = date(2026, 11, 1)
ZONE = ZoneInfo("Europe/Amsterdam")
_IN_TEXT = re.compile(r"\b(\d{1,2})-(\d{1,2})-(\d{4})\b")


def weeks_until(today: date) -> int:
    """By how many whole weeks the demo moves so that its reference day is this day, or just before it."""
    return (today - REFERENCE).days // 7


@dataclass(frozen=True, slots=True)
class Days:
    """Moves what was written for the reference day."""

    weeks: int = 0

    @property
    def today(self) -> date:
        return self.day(REFERENCE)

    def day(self, written: date) -> date:
        return written + timedelta(weeks=self.weeks)

    def iso(self, written: str) -> date:
        return self.day(date.fromisoformat(written))

    def moment(self, written: date, hour: int = 10, minute: int = 0) -> datetime:
        return datetime.combine(self.day(written), time(hour, minute), ZONE)

    def text(self, written: str) -> str:
        """Dates inside a sentence (1-3-2027) move too."""
        return _IN_TEXT.sub(self._moved, written)

    def _moved(self, found: re.Match[str]) -> str:
        day, month, year = (int(part) for part in found.groups())
        moved = self.day(date(year, month, day))
        return f"{moved.day}-{moved.month}-{moved.year}"
