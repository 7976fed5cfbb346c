"""How large symbols and letters are on wide screens and paper, and on a phone where generations run left to right."""

from dataclasses import dataclass
from typing import Final

from kring.draw.genogram.model import Ending, Person, Tie, Union
from kring.draw.shapes import Lettering
from kring.draw.text import fit

SHORT: Final = {Tie.MARRIED: "m.", Tie.COHABITING: "sw.", Tie.TOGETHER: "rel.", Tie.PARENTS: ""}


@dataclass(frozen=True, slots=True)
class Sizes:
    """In px. `radius` is half a symbol; `apart` is between two names; `stretch` is above a row.

    `couple` is the least line between two symbols beside each other, where rows are level.

    Lanes are the distances of parallel lines; `port` is between two lines out of one symbol.

    `sideways`: rows stand upright and generations run from left to right.
    """

    radius: float
    name: Lettering
    life: Lettering
    apart: float
    bracket_lane: float
    bar_lane: float
    port: float
    room: float
    stretch: float
    sideways: bool = False
    couple: float = 0.0

    @property
    def label_height(self) -> float:
        """Of the two lines below a symbol."""
        return self.name.size + self.life.size + 7

    def name_of(self, person: Person) -> str:
        return fit(person.name, self.room, self.name.size, bold=True)

    def label_width(self, person: Person) -> float:
        return max(self.name.width(self.name_of(person)), self.life.width(person.life))


WIDE: Final = Sizes(
    radius=22,
    name=Lettering(14, bold=True, anchor="middle", halo="kd-halo"),
    life=Lettering(12.5, ink="kd-muted", anchor="middle", halo="kd-halo"),
    apart=26,
    couple=56,
    bracket_lane=21,
    bar_lane=11,
    port=10,
    room=150,
    stretch=30,
)
PHONE: Final = Sizes(
    radius=15,
    name=Lettering(12, bold=True, anchor="middle", halo="kd-halo"),
    life=Lettering(11, ink="kd-muted", anchor="middle", halo="kd-halo"),
    apart=12,
    bracket_lane=8,
    bar_lane=7,
    port=7,
    room=76,
    stretch=12,
    sideways=True,
)


def years(union: Union) -> str:
    """m. 2004–2011, sw. 2017, or nothing where no year is known."""
    if union.since is None and union.until is None:
        return ""
    ended = union.ending in {Ending.SEPARATED, Ending.DIVORCED} or union.until is not None
    span = f"{union.since or '?'}–{union.until or '?'}" if ended else f"{union.since}"
    return f"{SHORT[union.tie]} {span}".strip()
