"""What the signs mean: only those that this drawing has."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from kring.draw.canvas import Canvas, Layer, Svg
from kring.draw.genogram.model import Bond, Ending, GenogramInput, Person, Quality, Sex, Tie
from kring.draw.genogram.strokes import pattern
from kring.draw.genogram.symbols import symbol
from kring.draw.genogram.wires import LOOK
from kring.draw.shapes import Box, Lettering, Point, line, rect, text

SAMPLE: Final = 36.0
SYMBOL: Final = 8.0
ROW: Final = 25.0
BETWEEN: Final = 22.0
LETTERS: Final = Lettering(13, ink="kd-muted")

SEXES: Final = {Sex.MALE: "man", Sex.FEMALE: "vrouw", Sex.OTHER: "anders of onbekend"}
TIES: Final = {Tie.MARRIED: "getrouwd", Tie.COHABITING: "samenwonend", Tie.TOGETHER: "relatie"}
ENDINGS: Final = {Ending.SEPARATED: "uit elkaar", Ending.DIVORCED: "gescheiden"}
BONDS: Final = {Bond.ADOPTED: "geadopteerd", Bond.FOSTER: "pleegkind"}
QUALITIES: Final = {
    Quality.FUSED: "zeer hecht",
    Quality.CLOSE: "goed, steunend",
    Quality.ORDINARY: "gewoon contact",
    Quality.DISTANT: "weinig contact",
    Quality.TENSE: "spanning",
    Quality.BROKEN: "contact verbroken",
    Quality.VIOLENT: "geweld (geweest)",
}

Sample = Callable[[float, float], list[Svg]]


def draw_legend(canvas: Canvas, given: GenogramInput, left: float, top: float) -> float:
    """Below the drawing, in as many rows as the width asks for; gives where it ends."""
    return lay_out(canvas, _entries(given), left, top)


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


def _entries(given: GenogramInput) -> Iterator[tuple[Sample, str]]:
    yield from _people(given)
    yield from _lines(given)
    for number, home in enumerate(given.households, start=1):
        yield _home(number), home.label
    for quality in Quality:
        if any(relation.quality is quality for relation in given.relations):
            yield _quality(quality), QUALITIES[quality]


def _people(given: GenogramInput) -> Iterator[tuple[Sample, str]]:
    for sex in Sex:
        if any(person.sex is sex for person in given.persons):
            yield _person(Person("", "", sex)), SEXES[sex]
    if any(person.late for person in given.persons):
        yield _person(Person("", "", Sex.FEMALE, deceased=True)), "overleden"
    if any(person.index for person in given.persons):
        yield _person(Person("", "", Sex.FEMALE, index=True)), "om wie het gaat"


def _lines(given: GenogramInput) -> Iterator[tuple[Sample, str]]:
    for tie in Tie:
        if any(union.tie is tie and len(union.partners) > 1 for union in given.unions):
            yield _straight(f"kd-kin {LOOK[tie]}".strip()), TIES[tie]
    for ending, word in ENDINGS.items():
        if any(union.ending is ending for union in given.unions):
            yield _ended(ending), word
    for bond, word in BONDS.items():
        if any(child.bond is bond for union in given.unions for child in union.children):
            yield _bond(bond), word


def _person(person: Person) -> Sample:
    return lambda x, y: symbol(person, (x + SAMPLE / 2, y), SYMBOL)


def _straight(look: str) -> Sample:
    return lambda x, y: [line([(x, y), (x + SAMPLE, y)], look)]


def _ended(ending: Ending) -> Sample:
    return lambda x, y: [*_straight("kd-kin")(x, y), *ending_strokes(ending, (x + SAMPLE / 2, y))]


def _bond(bond: Bond) -> Sample:
    if bond is Bond.FOSTER:
        return _straight("kd-kin kd-dotted")
    return lambda x, y: [*_straight("kd-kin")(x, y - 2.5), *_straight("kd-kin kd-dashed")(x, y + 2.5)]


def _home(number: int) -> Sample:
    return lambda x, y: [rect(Box(x, y - 8, SAMPLE, 16), f"kd-home-{number}", radius=8)]


def _quality(quality: Quality) -> Sample:
    return lambda x, y: pattern(quality, [(x, y), (x + SAMPLE, y)])


def ending_strokes(ending: Ending, middle: Point, *, upright: bool = False) -> list[Svg]:
    """One slanting stroke for who went apart, two for who divorced, through a level or an upright line."""
    shifts = {Ending.SEPARATED: (0.0,), Ending.DIVORCED: (-3.5, 3.5)}.get(ending, ())
    x, y = middle
    if upright:
        return [line([(x - 8, y + shift + 4), (x + 8, y + shift - 4)], "kd-kin") for shift in shifts]
    return [line([(x + shift - 4, y + 8), (x + shift + 4, y - 8)], "kd-kin") for shift in shifts]
