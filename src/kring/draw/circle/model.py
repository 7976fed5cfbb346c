"""What the circle shows: the people and organisations round a family, in five groups and three rings."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kring.draw.palette import Mark, Tone
from kring.draw.ties import Quality


class Sector(StrEnum):
    """Where somebody comes from, in the order of the circle from the top to the right."""

    FAMILY = "family"
    FRIENDS = "friends"
    COMMUNITY = "community"
    VOLUNTEERS = "volunteers"
    PROFESSIONALS = "professionals"


class Ring(StrEnum):
    """How near somebody is to the family."""

    CLOSE = "close"
    REGULAR = "regular"
    DISTANT = "distant"


class Load(StrEnum):
    """How much somebody can carry, in the own words of that person; a sign beside the mark."""

    MORE = "more"
    RIGHT = "right"
    LIMIT = "limit"
    PAUSE = "pause"


class Support(StrEnum):
    """Which way the support goes: an arrow at the end that receives."""

    TO_FAMILY = "to_family"
    FROM_FAMILY = "from_family"
    BOTH = "both"
    NONE = "none"


class Change(StrEnum):
    """Between two dates: who came, who went, and who stayed."""

    STAYED = "stayed"
    CAME = "came"
    WENT = "went"


TONES: Final = {
    Sector.FAMILY: Tone.PLUM,
    Sector.FRIENDS: Tone.GREEN,
    Sector.COMMUNITY: Tone.OCHRE,
    Sector.VOLUNTEERS: Tone.RUST,
    Sector.PROFESSIONALS: Tone.PETROL,
}
MARKS: Final = {
    Sector.FAMILY: Mark.CIRCLE,
    Sector.FRIENDS: Mark.CIRCLE,
    Sector.COMMUNITY: Mark.DIAMOND,
    Sector.VOLUNTEERS: Mark.HEXAGON,
    Sector.PROFESSIONALS: Mark.SQUARE,
}
SECTORS: Final = {
    Sector.FAMILY: "Familie",
    Sector.FRIENDS: "Vrienden en buren",
    Sector.COMMUNITY: "School, werk, vrije tijd",
    Sector.VOLUNTEERS: "Vrijwilligers",
    Sector.PROFESSIONALS: "Professionals",
}
RINGS: Final = {Ring.CLOSE: "dichtbij", Ring.REGULAR: "regelmatig", Ring.DISTANT: "op afstand"}
LOADS: Final = {
    Load.MORE: "kan meer",
    Load.RIGHT: "precies goed",
    Load.LIMIT: "grens bereikt",
    Load.PAUSE: "even stoppen",
}
SUPPORTS: Final = {
    Support.TO_FAMILY: "helpt het gezin",
    Support.FROM_FAMILY: "wordt door het gezin geholpen",
    Support.BOTH: "helpen elkaar",
    Support.NONE: "",
}
CHANGES: Final = {Change.STAYED: "", Change.CAME: "erbij gekomen", Change.WENT: "niet meer"}

APART: Final = "niet samen met"


@dataclass(frozen=True, slots=True)
class Near:
    """Somebody round the family. `does` is what they do, or who they are to whom; no health, no faith.

    `href`: where one works with this person; the mark is then a link. `apart`: with whom this person does not go.
    """

    key: str
    name: str
    sector: Sector
    ring: Ring
    does: str = ""
    quality: Quality = Quality.ORDINARY
    support: Support = Support.NONE
    load: Load | None = None
    change: Change = Change.STAYED
    href: str = ""
    apart: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CircleInput:
    """`key` is unique on the page; `middle` names the family."""

    key: str
    middle: str
    people: tuple[Near, ...]
    title: str = "Kring"

    def __post_init__(self) -> None:
        if len({one.key for one in self.people}) < len(self.people):
            raise ValueError("Twee mensen in de kring hebben dezelfde sleutel; geef elk een eigen.")

    def of(self, sector: Sector) -> tuple[Near, ...]:
        return tuple(one for one in self.people if one.sector is sector)
