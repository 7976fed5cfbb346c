"""The fixed colours and shapes of drawings: they carry meaning, so no municipality's theme changes them."""

from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Tone(StrEnum):
    """A colour by name; `draw.css` holds its ink, its tint and how it fills, edges and writes."""

    PETROL = "petrol"
    BLUE = "blue"
    OCHRE = "ochre"
    PLUM = "plum"
    RUST = "rust"
    OLIVE = "olive"
    GREEN = "green"
    RED = "red"
    SLATE = "slate"


class Mark(StrEnum):
    """The outlines that tell people, or groups of people, apart without colour."""

    CIRCLE = "circle"
    SQUARE = "square"
    HEXAGON = "hexagon"
    DIAMOND = "diamond"
    TRIANGLE = "triangle"
    DART = "dart"


class Kind(StrEnum):
    """Who someone is to the family; shape and colour always go together."""

    FAMILY = "family"
    NETWORK = "network"
    VOLUNTEER = "volunteer"
    PROFESSIONAL = "professional"


TONE_OF: Final = MappingProxyType(
    {
        Kind.FAMILY: Tone.PLUM,
        Kind.NETWORK: Tone.GREEN,
        Kind.VOLUNTEER: Tone.RUST,
        Kind.PROFESSIONAL: Tone.PETROL,
    }
)
MARK_OF: Final = MappingProxyType(
    {
        Kind.FAMILY: Mark.CIRCLE,
        Kind.NETWORK: Mark.CIRCLE,
        Kind.VOLUNTEER: Mark.HEXAGON,
        Kind.PROFESSIONAL: Mark.SQUARE,
    }
)
