"""What a life line shows: moments, each with its sort, its day as it is known, and in whose words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from kring.draw.palette import Mark, Tone


class Sort(StrEnum):
    """The sort of a moment; shape and colour always go together, and the word stands beside it."""

    MOVE = "move"
    LOSS = "loss"
    BIRTH = "birth"
    SCHOOL = "school"
    PLACEMENT = "placement"
    GOOD = "good"
    OTHER = "other"


LOOK: Final = MappingProxyType(
    {
        Sort.MOVE: (Mark.SQUARE, Tone.BLUE),
        Sort.LOSS: (Mark.DIAMOND, Tone.SLATE),
        Sort.BIRTH: (Mark.CIRCLE, Tone.GREEN),
        Sort.SCHOOL: (Mark.TRIANGLE, Tone.PLUM),
        Sort.PLACEMENT: (Mark.HEXAGON, Tone.RUST),
        Sort.GOOD: (Mark.DART, Tone.OCHRE),
        Sort.OTHER: (Mark.CIRCLE, Tone.PETROL),
    }
)
WORD: Final = MappingProxyType(
    {
        Sort.MOVE: "verhuizing",
        Sort.LOSS: "verlies of afscheid",
        Sort.BIRTH: "geboorte",
        Sort.SCHOOL: "school of werk",
        Sort.PLACEMENT: "ergens anders wonen",
        Sort.GOOD: "mooi moment",
        Sort.OTHER: "iets anders",
    }
)


@dataclass(frozen=True, slots=True)
class Moment:
    """`when` is the day as it is known ("2019", "zomer 2019"). `href`: where one works with it."""

    on: date
    when: str
    sort: Sort
    what: str
    who: str = ""
    feeling: str = ""
    href: str = ""

    @property
    def heading(self) -> str:
        return f"{self.when} · {self.who}" if self.who else self.when


def in_order(moments: Iterable[Moment]) -> list[Moment]:
    """Earliest first, and always in the same order, however they were given."""
    return sorted(moments, key=lambda one: (one.on, one.when, one.sort, one.what, one.who, one.feeling, one.href))


@dataclass(frozen=True, slots=True)
class LifelineInput:
    """`key` is unique on the page; the line ends `today`."""

    key: str
    today: date
    moments: tuple[Moment, ...]
    title: str = "Levenslijn"
