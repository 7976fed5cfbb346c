"""What comes out of the disclosure gate: a number that may be shown, or a mark that carries no number (BR-120).

Zeros are shown: nobody stands in that cell. Whoever knows this rule knows that a cell marked “< 5” holds 1 to 4.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kring.steering.figures.rules.wording import mark as _

LEAST_CELL: Final = 3
"""A lower threshold protects nothing: “< 2” could only be 1."""
COVERED: Final = "afgeschermd"


class Why(StrEnum):
    """Why a figure is hidden; `words` follow “Niet getoond:”."""

    words: str

    def __new__(cls, value: str, words: str) -> "Why":
        member = str.__new__(cls, value)
        member._value_ = value
        member.words = words
        return member

    SMALL = "small", _("het aantal is te klein")
    DERIVABLE = "derivable", _("anders is een klein aantal terug te rekenen uit het totaal")
    GROUP = "group", _("de groep waar dit over gaat is te klein")
    CLOSED = "closed", _("de hele tabel heeft te weinig aantallen om veilig te tonen")
    FEW = "few", _("onder de twintig tonen we geen percentage of gemiddelde")


@dataclass(frozen=True, slots=True)
class Shown:
    """A count that may be read by whoever may open the page."""

    n: int

    @property
    def text(self) -> str:
        return f"{self.n:,}".replace(",", ".")


@dataclass(frozen=True, slots=True)
class Hidden:
    """In the place of a count: the text on screen and paper, and why."""

    text: str
    why: Why = Why.SMALL


Value = Shown | Hidden


@dataclass(frozen=True, slots=True)
class Count:
    """A raw count, before the gate. `families` says how many families it comes from, where it counts something else."""

    n: int
    families: int | None = None

    def is_small(self, smallest: int) -> bool:
        """Too few to show: fewer than the threshold, or from fewer families than that. Zero is not small."""
        return 0 < (self.n if self.families is None else self.families) < smallest

    def __add__(self, other: "Count") -> "Count":
        if self.families is None or other.families is None:
            return Count(self.n + other.n)
        return Count(self.n + other.n, self.families + other.families)


def threshold(setting: int) -> int:
    """The threshold that the gate works with, whatever was filled in."""
    return max(setting, LEAST_CELL)


def covered(why: Why) -> Hidden:
    """A hidden figure of which not even the upper limit is told."""
    return Hidden(COVERED, why)


def below(smallest: int) -> Hidden:
    return Hidden(f"< {smallest}", Why.SMALL)
