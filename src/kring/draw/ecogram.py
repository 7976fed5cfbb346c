"""The ecogram: the household in the middle, and round it everything it has to do with and how that goes."""

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from kring.draw.canvas import NARROW, Canvas, Drawing, Layer, Row, Screen, Svg, Words, drawing, group
from kring.draw.circle.legend import support_sample
from kring.draw.circle.model import MARKS, SECTORS, SUPPORTS, TONES, Sector, Support
from kring.draw.dutch import counted, enumeration
from kring.draw.genogram.model import Person
from kring.draw.genogram.symbols import symbol
from kring.draw.legend import lay_out, tie_sample
from kring.draw.palette import Mark
from kring.draw.shapes import Lettering, Point, mark, text
from kring.draw.text import fit, wrap
from kring.draw.ties import ARROW, QUALITIES, Quality, arrow, pattern

COLUMNS: Final = ("Wat of wie", "Groep", "Hoe dat gaat", "Steun")
RADIUS: Final = {Screen.WIDE: 46.0, Screen.NARROW: 27.0}
LETTERS: Final = {Screen.WIDE: 13.0, Screen.NARROW: 10.5}
HUB: Final = {Screen.WIDE: 104.0, Screen.NARROW: 54.0}
MEMBER: Final = {Screen.WIDE: 12.0, Screen.NARROW: 8.0}
MEMBERS_IN_ROW: Final = 4
CLEAR: Final = 5.0
STEPS: Final = 360
SHORTEST: Final = 34.0
"""The least length of a line, so that its pattern can be seen."""


@dataclass(frozen=True, slots=True)
class System:
    """Something or somebody that the household has to do with: school, work, a sister, a provider.

    `href`: where one works with it; its mark is then a link.
    """

    name: str
    sector: Sector
    quality: Quality = Quality.ORDINARY
    support: Support = Support.NONE
    href: str = ""


@dataclass(frozen=True, slots=True)
class EcogramInput:
    """`key` is unique on the page; `members` are who live together."""

    key: str
    members: tuple[Person, ...]
    systems: tuple[System, ...]
    title: str = "Ecogram"

    @property
    def in_order(self) -> list[System]:
        """Group by group, as given within a group."""
        return [system for sector in Sector for system in self.systems if system.sector is sector]


def draw_ecogram(given: EcogramInput) -> Drawing:
    said = _words(given)
    return drawing(said, _sheet(given, said, Screen.WIDE), _sheet(given, said, Screen.NARROW))


def _words(given: EcogramInput) -> Words:
    inside = enumeration([person.name for person in given.members]) or "Nog niemand"
    rows = tuple(
        Row(
            (system.name, SECTORS[system.sector], QUALITIES[system.quality], SUPPORTS[system.support]),
            TONES[system.sector],
            system.href,
        )
        for system in given.in_order
    )
    return Words(
        given.title,
        f"In het midden: {inside}. Daaromheen {counted(len(rows), 'contact', 'contacten')}.",
        COLUMNS,
        rows,
    )


def _sheet(given: EcogramInput, said: Words, screen: Screen) -> Svg:
    width, half = _measures(len(given.systems), screen)
    canvas = Canvas(given.key, width, screen)
    centre = (width / 2, half[1] + RADIUS[screen] * 1.2 + 6)
    for system, spot in zip(given.in_order, _spots(centre, half, len(given.systems)), strict=True):
        canvas.add(Layer.LINES, *_tie(system, centre, spot, screen))
        canvas.add(Layer.MARKS, group(*_mark(system, spot, screen), title=_tooltip(system), href=system.href))
    _draw_household(canvas, given, centre)
    bottom = centre[1] + half[1] + RADIUS[screen] * 1.2 + 14
    entries = [(tie_sample(quality), QUALITIES[quality]) for quality in _qualities(given)]
    if any(system.support is not Support.NONE for system in given.systems):
        entries.append((support_sample, "steun"))
    end = lay_out(canvas, entries, 10, bottom) + 8
    return canvas.close(end, said, has_links=any(system.href for system in given.systems))


def _qualities(given: EcogramInput) -> list[Quality]:
    return [quality for quality in Quality if any(system.quality is quality for system in given.systems)]


def _measures(count: int, screen: Screen) -> tuple[float, tuple[float, float]]:
    """Width of the sheet, and the two radii of the ellipse: as long as the marks need to lie free of each other."""
    least = HUB[screen] + RADIUS[screen] + SHORTEST
    across = (NARROW / 2 - RADIUS[screen] * 1.25) if screen is Screen.NARROW else max(330.0, least)
    down = max(least, across * 0.72)
    need = count * RADIUS[screen] * 2.7
    while _length(across, down) < need:
        down *= 1.05
        across *= 1.0 if screen is Screen.NARROW else 1.05
    return 2 * (across + RADIUS[screen] * 1.25), (across, down)


def _length(across: float, down: float) -> float:
    """Of an ellipse (Ramanujan 1914)."""
    return math.pi * (3 * (across + down) - math.sqrt((3 * across + down) * (across + 3 * down)))


def _spots(centre: Point, half: tuple[float, float], count: int) -> list[Point]:
    """Points on the ellipse at equal distances along it, from the top to the right."""
    angles = [-math.pi / 2 + 2 * math.pi * step / STEPS for step in range(STEPS + 1)]
    line = [(centre[0] + half[0] * math.cos(angle), centre[1] + half[1] * math.sin(angle)) for angle in angles]
    reach = [0.0]
    for one, other in pairwise(line):
        reach.append(reach[-1] + math.dist(one, other))
    found = []
    for number in range(count):
        goal = (number + 0.5) / count * reach[-1]
        found.append(line[next(place for place, done in enumerate(reach) if done >= goal)])
    return found


def _tie(system: System, centre: Point, spot: Point, screen: Screen) -> list[Svg]:
    angle = math.atan2(spot[1] - centre[1], spot[0] - centre[0])
    inward = system.support in {Support.TO_FAMILY, Support.BOTH}
    outward = system.support in {Support.FROM_FAMILY, Support.BOTH}
    start = HUB[screen] + CLEAR
    end = math.dist(centre, spot) - RADIUS[screen] * 1.24 - CLEAR

    def at(reach: float) -> Point:
        return centre[0] + reach * math.cos(angle), centre[1] + reach * math.sin(angle)

    heads = [arrow(at(start), angle + math.pi)] if inward else []
    heads += [arrow(at(end), angle)] if outward else []
    way = [at(start + ARROW * inward), at(max(start + ARROW + 2, end - ARROW * outward))]
    return [*pattern(system.quality, way), *heads]


def _mark(system: System, spot: Point, screen: Screen) -> list[Svg]:
    radius, size = RADIUS[screen], LETTERS[screen]
    look = Lettering(size, bold=True, anchor="middle")
    shape = MARKS[system.sector] if MARKS[system.sector] is not Mark.DIAMOND else Mark.CIRCLE
    found = [mark(shape, spot, radius, f"kd-box-{TONES[system.sector]}")]
    lines = wrap(system.name, radius * 1.62, size, bold=True)
    for place, words in enumerate(lines):
        found.append(text(spot[0], spot[1] + look.drop + (place - (len(lines) - 1) / 2) * size * 1.2, words, look))
    return found


def _tooltip(system: System) -> str:
    said = (SECTORS[system.sector], QUALITIES[system.quality], SUPPORTS[system.support])
    return f"{system.name}: {', '.join(filter(None, said))}"


def _draw_household(canvas: Canvas, given: EcogramInput, centre: Point) -> None:
    """Symbols of the genogram with first names, on a phone initials, in rows of four inside the round."""
    hub, radius = HUB[canvas.screen], MEMBER[canvas.screen]
    canvas.add(Layer.MARKS, mark(Mark.CIRCLE, centre, hub, "kd-centre"))
    rows = [given.members[place : place + MEMBERS_IN_ROW] for place in range(0, len(given.members), MEMBERS_IN_ROW)]
    step_x, step_y = hub * 0.42, min(radius * 4.4, 1.6 * hub / max(1, len(rows)))
    look = Lettering(LETTERS[canvas.screen] - 1, anchor="middle")
    narrow = canvas.screen is Screen.NARROW
    for down, row in enumerate(rows):
        y = centre[1] - radius * 0.7 + (down - (len(rows) - 1) / 2) * step_y
        for right, person in enumerate(row):
            x = centre[0] + (right - (len(row) - 1) / 2) * step_x
            called = fit(person.name, step_x - 3, look.size)
            canvas.add(Layer.MARKS, *symbol(person, (x, y), radius))
            canvas.add(Layer.LABELS, text(x, y + radius + look.size, called[:1] if narrow else called, look))
