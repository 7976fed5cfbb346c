"""Figures in a chart: a number, or one that small-number protection hides (BR-120).

A hidden figure carries no number at all, so neither a label nor the size of a mark can give it away.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from kring.draw.canvas import Canvas, Svg
from kring.draw.dutch import number
from kring.draw.shapes import Box, hatched

#: Width of the hatched mark of every hidden figure, whatever the figure is.
HIDDEN_WIDTH: Final = 34.0
LONGEST_TEXT: Final = 16
#: Above this, figures would crowd out their marks: choose a larger unit.
HIGHEST: Final = 1e10
HIDDEN_NOTE: Final = "Gearceerd: te klein om te tonen."


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A figure that may not be shown, with the text in its place."""

    text: str = "te klein"

    def __post_init__(self) -> None:
        if len(self.text) > LONGEST_TEXT:
            raise ValueError(f"“{self.text}” is te lang voor in een grafiek; gebruik “te klein” of “< 5”.")


Figure = float | Suppressed


def shown(figure: Figure, decimals: int = 0) -> str:
    """The figure as a Dutch reader sees it."""
    return figure.text if isinstance(figure, Suppressed) else number(figure, decimals)


def known(figures: Iterable[Figure]) -> list[float]:
    """The figures that may be shown."""
    return [figure for figure in figures if not isinstance(figure, Suppressed)]


def hidden_note(figures: Iterable[Figure]) -> str:
    """The sentence that explains hatching, where there is any."""
    return HIDDEN_NOTE if any(isinstance(figure, Suppressed) for figure in figures) else ""


def check(figure: Figure, label: str) -> None:
    """Charts here count and measure: a figure below zero is a fault in the data."""
    if not isinstance(figure, Suppressed) and not 0 <= figure < HIGHEST:
        raise ValueError(f"“{label}” heeft de waarde {figure}; een grafiek toont waarden van 0 tot {number(HIGHEST)}.")


def hidden_mark(canvas: Canvas, x: float, y: float, height: float) -> Svg:
    return hatched(canvas, Box(x, y, HIDDEN_WIDTH, height))
