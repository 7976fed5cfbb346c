"""The circle on its sheets: with names on wide screens and paper, with initials on a phone, beside a list."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import combinations
from typing import Final

from kring.draw.canvas import NARROW, Canvas, Drawing, Layer, Screen, Svg, Words, drawing, element, group
from kring.draw.circle.labels import DOES, HEIGHT, NAME, Label, Spot, label
from kring.draw.circle.legend import apart_sign, draw_legend, load_sign
from kring.draw.circle.model import MARKS, RINGS, SECTORS, TONES, Change, CircleInput, Near, Ring, Support
from kring.draw.circle.placing import Radii, Slice, angles, at, slices
from kring.draw.circle.words import tooltip, words
from kring.draw.shapes import Anchor, Box, Lettering, Point, line, mark, text
from kring.draw.text import fit, wrap
from kring.draw.ties import ARROW, arrow, pattern

SIDE: Final = 150.0
"""Room for names left and right of the circle."""
TOP: Final = 34.0
GROWTH: Final = (1.0, 1.1, 1.2, 1.3, 1.4, 1.5, 1.7, 2.0, 2.4, 3.0)
"""How much larger the circle is made until no name lies over anything."""
WIDEST: Final = 150.0
MARK: Final = {Screen.WIDE: 16.0, Screen.NARROW: 13.0}
MIDDLE: Final = {Screen.WIDE: 0.18, Screen.NARROW: 0.2}
"""Of the whole: on a phone the name of the family has less room."""
EDGES: Final = {Screen.WIDE: (0.24, 0.5, 0.76, 1.0), Screen.NARROW: (0.28, 0.54, 0.78, 1.0)}
RING_NAME: Final = Lettering(11.5, ink="kd-muted", anchor="middle", halo="kd-halo")
ARC: Final = math.radians(4)
CLEAR: Final = 5.0
FULL_SIGN: Final = 11.0
"""Half a mark from which a sign beside it has its full size."""


def draw_circle(given: CircleInput) -> Drawing:
    said = words(given)
    wide = _largest_needed(given)
    narrow = _Sheet(given, Screen.NARROW, (NARROW - 8) / 2)
    return drawing(said, wide.svg(said), narrow.svg(said))


def _largest_needed(given: CircleInput) -> "_Sheet":
    for growth in GROWTH:
        sheet = _Sheet(given, Screen.WIDE, 262 * growth)
        if sheet.write_names():
            break
    return sheet


@dataclass(slots=True)
class _Sheet:
    given: CircleInput
    screen: Screen
    radius: float
    names: dict[str, Label] = field(default_factory=dict)
    reach: float = field(init=False)
    """Half a mark, smaller where two stand near each other."""

    def __post_init__(self) -> None:
        spots = [spot for _one, _angle, spot in self.spots()]
        nearest = min((math.dist(one, other) for one, other in combinations(spots, 2)), default=math.inf)
        self.reach = min(MARK[self.screen], nearest * 0.42)

    @property
    def centre(self) -> Point:
        if self.screen is Screen.NARROW:
            return NARROW / 2, self.radius + 6
        return self.radius + SIDE, self.radius + TOP

    @property
    def width(self) -> float:
        return NARROW if self.screen is Screen.NARROW else 2 * self.centre[0]

    @property
    def radii(self) -> Radii:
        edges = EDGES[self.screen]
        first, second, third, last = (share * self.radius for share in edges)
        return Radii(MIDDLE[self.screen] * self.radius, (first, second, third, last))

    @property
    def sign_size(self) -> float:
        """Of a sign beside a mark, as a share of the usual: it never reaches the mark next to it."""
        return min(1.0, self.reach / FULL_SIGN)

    def spots(self) -> list[tuple[Near, float, Point]]:
        return [(one, angle, at(self.centre, self.radii.of(one.ring), angle)) for one, angle in angles(self.given)]

    def svg(self, said: Words) -> str:
        canvas = Canvas(self.given.key, self.width, self.screen)
        for part in slices(self.given):
            self._draw_slice(canvas, part)
        self._draw_rings(canvas)
        self._draw_middle(canvas)
        for one, angle, spot in self.spots():
            canvas.add(Layer.LINES, *self._tie(one, angle, spot))
            canvas.add(Layer.FRONT, group(*self._mark(one, spot), title=tooltip(one), href=one.href))
            canvas.add(Layer.LABELS, *self._name(one))
        bottom = self.centre[1] + self.radius + (TOP if self.screen is Screen.WIDE else 10)
        end = draw_legend(canvas, self.given, 10 if self.screen is Screen.NARROW else 30, bottom)
        return canvas.close(end + 8, said, has_links=any(one.href for one in self.given.people))

    def write_names(self) -> bool:
        """Find a place for each name, those near the middle first; whether all have one. Initials serve the others."""
        spots, sheet = self.spots(), Box(4, 0, self.width - 8, 10_000)
        taken = [*self._fixed(), _square(self.centre, self.radii.middle)]
        for one, _angle, spot in spots:
            taken.append(_square(spot, self.reach))
            taken += [_square(self._sign_centre(spot), 8)] if one.load is not None else []
            taken += [_square(self._apart_centre(spot), 8)] if one.apart else []
        lines = [at(self.centre, step, angle) for one, angle, _spot in spots for step in self._steps(one)]
        for one, angle, spot in sorted(spots, key=lambda found: list(Ring).index(found[0].ring)):
            wide = max(NAME.width(self._called(one)), DOES.width(self._does(one)))
            free, found = label(Spot(spot, angle, wide), self.reach + 6, taken, lines, sheet)
            if free:
                taken.append(found.box)
                self.names[one.key] = found
        return len(self.names) == len(spots)

    def _steps(self, one: Near) -> Iterable[int]:
        return range(int(self.radii.middle), int(self.radii.of(one.ring) - self.reach), 7)

    def _called(self, one: Near) -> str:
        return fit(one.name, WIDEST, NAME.size, bold=True)

    def _does(self, one: Near) -> str:
        return fit(one.does, WIDEST, DOES.size)

    def _sign_centre(self, spot: Point) -> Point:
        return spot[0] + self.reach * 0.95, spot[1] - self.reach * 0.95

    def _apart_centre(self, spot: Point) -> Point:
        """Where neither the name, to the outside, nor the line to the middle, nor the other sign stands."""
        is_right, is_low = spot[0] >= self.centre[0], spot[1] > self.centre[1]
        right, down = {(True, False): (-0.95, -0.95), (True, True): (-0.95, 0.95), (False, True): (0.95, 0.95)}.get(
            (is_right, is_low), (-0.2, 1.25)
        )
        return spot[0] + right * self.reach, spot[1] + down * self.reach

    def _fixed(self) -> list[Box]:
        """The names of rings and sectors."""
        found = []
        for words_, (x, y), look in [*self._ring_names(), *self._sector_names()]:
            wide = look.width(words_)
            left = {"start": x, "middle": x - wide / 2, "end": x - wide}[look.anchor]
            found.append(Box(left, y - look.size, wide, look.size * 1.3))
        return found

    def _ring_names(self) -> list[tuple[str, Point, Lettering]]:
        x, y = self.centre
        edges = self.radii.edges[1:]
        return [(RINGS[ring], (x, y - edge + 13), RING_NAME) for ring, edge in zip(Ring, edges, strict=True)]

    def _sector_names(self) -> list[tuple[str, Point, Lettering]]:
        found = []
        for part in slices(self.given):
            look = Lettering(14, f"kd-ink-{TONES[part.sector]}", bold=True, anchor=_anchor(part), halo="kd-halo")
            x, y = at(self.centre, self.radius + 12, part.middle)
            found.append((SECTORS[part.sector], (x, y + look.drop), look))
        return found

    def _draw_slice(self, canvas: Canvas, part: Slice) -> None:
        inner, outer = self.radii.edges[0], self.radii.edges[3]
        far, near = _arc(self.centre, outer, part), _arc(self.centre, inner, part)
        canvas.add(Layer.GROUND, line([*far, *near[::-1]], f"kd-sector-{TONES[part.sector]}", closed=True))

    def _draw_rings(self, canvas: Canvas) -> None:
        x, y = self.centre
        for edge in self.radii.edges[1:]:
            canvas.add(Layer.GRID, element("circle", cx=x, cy=y, r=edge, class_="kd-grid"))
        if self.screen is Screen.WIDE:
            for words_, (left, baseline), look in [*self._ring_names(), *self._sector_names()]:
                canvas.add(Layer.LABELS, text(left, baseline, words_, look))

    def _draw_middle(self, canvas: Canvas) -> None:
        x, y = self.centre
        radius = self.radii.middle
        look = Lettering(14 if self.screen is Screen.WIDE else 11.5, bold=True, anchor="middle")
        canvas.add(Layer.MARKS, element("circle", cx=x, cy=y, r=radius, class_="kd-centre"))
        lines = wrap(self.given.middle, radius * 1.75, look.size, bold=True)
        for place, words_ in enumerate(lines):
            canvas.add(
                Layer.LABELS, text(x, y + look.drop + (place - (len(lines) - 1) / 2) * look.size * 1.25, words_, look)
            )

    def _tie(self, one: Near, angle: float, spot: Point) -> list[Svg]:
        """The line to the middle in the pattern of the contact, with an arrow where support arrives."""
        if one.change is Change.WENT:
            return []
        inward = one.support in {Support.TO_FAMILY, Support.BOTH}
        outward = one.support in {Support.FROM_FAMILY, Support.BOTH}
        start = self.radii.middle + CLEAR
        end = math.dist(self.centre, spot) - self.reach * 1.16 - CLEAR
        found = []
        if inward:
            found.append(arrow(at(self.centre, start, angle), angle + math.pi))
            start += ARROW
        if outward:
            found.append(arrow(at(self.centre, end, angle), angle))
            end -= ARROW
        way = [at(self.centre, start, angle), at(self.centre, max(start + 4, end), angle)]
        return [*pattern(one.quality, way), *found]

    def _mark(self, one: Near, spot: Point) -> list[Svg]:
        tone, shape = TONES[one.sector], MARKS[one.sector]
        found = [mark(shape, spot, self.reach, "kd-gone" if one.change is Change.WENT else f"kd-box-{tone}")]
        if one.change is Change.CAME:
            found.append(mark(shape, spot, self.reach + 3.5, f"kd-line-{tone}"))
        look = Lettering(self.reach * 0.75, f"kd-ink-{tone}", bold=True, anchor="middle")
        found.append(text(spot[0], spot[1] + look.drop, initials(one.name), look))
        if one.load is not None:
            found += load_sign(one.load, self._sign_centre(spot), self.sign_size)
        if one.apart:
            found += apart_sign(self._apart_centre(spot), self.sign_size)
        return found

    def _name(self, one: Near) -> list[Svg]:
        if one.key not in self.names:
            return []
        place = self.names[one.key]
        first = place.box.y + NAME.size - 1
        found = [
            text(place.x, first, self._called(one), Lettering(14, "", bold=True, anchor=place.anchor, halo="kd-halo"))
        ]
        if one.does:
            look = Lettering(DOES.size, "kd-muted", anchor=place.anchor, halo="kd-halo")
            found.append(text(place.x, place.box.y + HEIGHT - 3, self._does(one), look))
        return found


def initials(name: str) -> str:
    """TJ of Truus Jansen, MT of Meester Tim, F of Fatima; particles in small letters do not count."""
    found = [word[0] for word in name.split() if word[0].isupper() or word[0].isdigit()]
    return "".join((found[0], found[-1]) if len(found) > 1 else found) or name[:1]


def _square(middle: Point, half: float) -> Box:
    return Box(middle[0] - half, middle[1] - half, 2 * half, 2 * half)


def _anchor(part: Slice) -> Anchor:
    side = math.cos(part.middle)
    return "middle" if abs(side) < 0.3 else "start" if side > 0 else "end"


def _arc(centre: Point, radius: float, part: Slice) -> list[Point]:
    steps = max(1, math.ceil((part.end - part.start) / ARC))
    return [at(centre, radius, part.start + (part.end - part.start) * step / steps) for step in range(steps + 1)]
