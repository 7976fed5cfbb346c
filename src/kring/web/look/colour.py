"""Colour arithmetic: sRGB hex to OKLCH and back, and the WCAG contrast of two colours."""

import math
from dataclasses import dataclass
from typing import Self


def _to_linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _from_linear(channel: float) -> float:
    return 12.92 * channel if channel <= 0.0031308 else 1.055 * channel ** (1 / 2.4) - 0.055


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (_to_linear(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))
    return red, green, blue


@dataclass(frozen=True, slots=True)
class Oklch:
    """A colour by perceived lightness (0-1), chroma (0-0.4) and hue (radians)."""

    lightness: float
    chroma: float
    hue: float

    @classmethod
    def of(cls, colour: str) -> Self:
        """From `#rrggbb`."""
        red, green, blue = _channels(colour)
        long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
        medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
        short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
        a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
        b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
        lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
        return cls(lightness, math.hypot(a, b), math.atan2(b, a))

    def hex(self) -> str:
        """As `#rrggbb`; chroma that sRGB cannot show is given up, lightness and hue are kept."""
        chroma = self.chroma
        while True:
            rgb = self._linear(chroma)
            if all(-0.0005 <= channel <= 1.0005 for channel in rgb) or chroma < 0.002:
                break
            chroma *= 0.96
        return "#" + "".join(f"{round(255 * _from_linear(min(1.0, max(0.0, channel)))):02x}" for channel in rgb)

    def _linear(self, chroma: float) -> tuple[float, float, float]:
        a, b = chroma * math.cos(self.hue), chroma * math.sin(self.hue)
        long = (self.lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
        medium = (self.lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
        short = (self.lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
        return (
            4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
            -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
            -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
        )


def contrast(one: str, other: str) -> float:
    """WCAG contrast ratio, 1 (same) to 21 (black on white)."""
    low, high = sorted(_luminance(colour) for colour in (one, other))
    return (high + 0.05) / (low + 0.05)


def hue_distance(one: str, other: str) -> float:
    """Degrees between two hues, 0-180."""
    turn = math.degrees(abs(Oklch.of(one).hue - Oklch.of(other).hue)) % 360
    return min(turn, 360 - turn)


def _luminance(colour: str) -> float:
    red, green, blue = _channels(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
