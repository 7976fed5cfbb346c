"""Below a drawing: samples of its signs with what they mean, in rows as wide as the sheet."""

from collections.abc import Callable, Iterable
from typing import Final

from kring.draw.canvas import Canvas, Layer, Svg
from kring.draw.shapes import Lettering, text
from kring.draw.ties import Quality, pattern

SAMPLE: Final = 36.0
ROW: Final = 25.0
BETWEEN: Final = 22.0
LETTERS: Final = Lettering(13, ink="kd-muted")

Sample = Callable[[float, float], list[Svg]]
"""Draws one sign from its left end, level with its words."""


def lay_out(canvas: Canvas, entries: Iterable[tuple[Sample, str]], left: float, top: float) -> float:
    """Samples with their words from left to right, in rows as wide as the sheet; gives where they end."""
    x, y = left, top + ROW / 2
    for sample, words in entries:
        wide = SAMPLE + 10 + LETTERS.width(words)
        if x > left and x + wide > canvas.width - left:
            x, y = left, y + ROW
        canvas.add(Layer.MARKS, *sample(x, y))
        canvas.add(Layer.LABELS, text(x + SAMPLE + 10, y + LETTERS.drop, words, LETTERS))
        x += wide + BETWEEN
    return y + ROW / 2


def tie_sample(quality: Quality) -> Sample:
    return lambda x, y: pattern(quality, [(x, y), (x + SAMPLE, y)])
