"""What the signs mean: only those that this drawing has."""

from collections.abc import Iterator
from typing import Final

from kring.draw.canvas import Canvas, Svg
from kring.draw.genogram.model import Bond, Ending, GenogramInput, Person, Sex, Tie
from kring.draw.genogram.symbols import symbol
from kring.draw.genogram.wires import LOOK
from kring.draw.legend import SAMPLE, Sample, lay_out, tie_sample
from kring.draw.shapes import Box, Point, line, rect
from kring.draw.ties import QUALITIES, Quality

SYMBOL: Final = 8.0

SEXES: Final = {Sex.MALE: "man", Sex.FEMALE: "vrouw", Sex.OTHER: "anders of onbekend"}
TIES: Final = {
    Tie.MARRIED: "getrouwd",
    Tie.COHABITING: "samenwonend",
    Tie.TOGETHER: "relatie",
    Tie.PARENTS: "samen ouders",
}
ENDINGS: Final = {Ending.SEPARATED: "uit elkaar", Ending.DIVORCED: "gescheiden"}
BONDS: Final = {Bond.ADOPTED: "geadopteerd", Bond.FOSTER: "pleegkind"}


def draw_legend(canvas: Canvas, given: GenogramInput, left: float, top: float) -> float:
    """Below the drawing, in as many rows as the width asks for; gives where it ends."""
    return lay_out(canvas, _entries(given), left, top)


def _entries(given: GenogramInput) -> Iterator[tuple[Sample, str]]:
    yield from _people(given)
    yield from _lines(given)
    for number, home in enumerate(given.households, start=1):
        yield _home(number), home.label
    for quality in Quality:
        if any(relation.quality is quality for relation in given.relations):
            yield tie_sample(quality), QUALITIES[quality]


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


def ending_strokes(ending: Ending, middle: Point, *, upright: bool = False) -> list[Svg]:
    """One slanting stroke for who went apart, two for who divorced, through a level or an upright line."""
    shifts = {Ending.SEPARATED: (0.0,), Ending.DIVORCED: (-3.5, 3.5)}.get(ending, ())
    x, y = middle
    if upright:
        return [line([(x - 8, y + shift + 4), (x + 8, y + shift - 4)], "kd-kin") for shift in shifts]
    return [line([(x + shift - 4, y + 8), (x + shift + 4, y - 8)], "kd-kin") for shift in shifts]
