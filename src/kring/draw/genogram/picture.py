"""The genogram on its sheets: wide for screens and paper, and for phones with generations from left to right."""

from dataclasses import replace
from typing import Final

from kring.draw.canvas import NARROW, Canvas, Drawing, Layer, Screen, Words, drawing, group
from kring.draw.genogram.contour import contours
from kring.draw.genogram.cost import Rows
from kring.draw.genogram.layout import Layout, Planner
from kring.draw.genogram.legend import draw_legend, ending_strokes
from kring.draw.genogram.model import GenogramInput
from kring.draw.genogram.ordering import ordered
from kring.draw.genogram.sizes import PHONE, WIDE, Sizes, years
from kring.draw.genogram.skeleton import Skeleton, is_passage, skeleton
from kring.draw.genogram.symbols import lettering, symbol
from kring.draw.genogram.ways import Place, ways
from kring.draw.genogram.wires import CoupleLine, Wiring
from kring.draw.genogram.words import words, words_of_person, words_of_relation
from kring.draw.shapes import Box, Lettering, Point, line, text
from kring.draw.ties import pattern

EDGE: Final = {False: 30.0, True: 9.0}
"""Free room round the people; less on a phone."""
YEARS: Final = Lettering(12, ink="kd-muted", anchor="middle", halo="kd-halo")
MARGIN: Final = 9.0
"""Room for the pattern of a relationship line beside its way."""
LEAST: Final = 480.0
"""How wide a sheet for wide screens is at least: room for the legend."""
ROOMS: Final = (76.0, 66.0, 58.0, 50.0, 44.0)
"""How wide names may be on a phone, widest first, until all generations fit."""


def draw_genogram(given: GenogramInput) -> Drawing:
    """The drawing with its words. Give `arranged(given)` as `order` next time, and people stay where they are."""
    bones = skeleton(given)
    rows = ordered(given, bones)
    said = words(given)
    wide = _Sheet(given, Planner(given, bones, rows, WIDE).plan(), Screen.WIDE)
    return drawing(said, wide.svg(said), _narrow(given, bones, rows).svg(said))


def arranged(given: GenogramInput) -> tuple[tuple[str, ...], ...]:
    """Who stands in each row from left to right: to keep with the drawing, so that the next one looks the same."""
    rows = ordered(given, skeleton(given))
    return tuple(tuple(item for item in row if not is_passage(item)) for row in rows)


def _narrow(given: GenogramInput, bones: Skeleton, rows: Rows) -> "_Sheet":
    for room in ROOMS:
        sheet = _Sheet(given, Planner(given, bones, rows, replace(PHONE, room=room)).plan(), Screen.NARROW)
        if sheet.width <= NARROW:
            break
    return sheet


class _Sheet:
    """One layout on one sheet; it knows which way rows run."""

    def __init__(self, given: GenogramInput, layout: Layout, screen: Screen) -> None:
        self._given, self._layout, self._screen = given, layout, screen
        self._sizes: Sizes = layout.sizes
        self._wiring = Wiring(layout)
        edge = EDGE[self._sizes.sideways]
        boxes = [box for place in self._places((0, 0)) for box in place.boxes]
        points = [self._xy(point) for stroke in self._wiring.strokes for point in stroke.points]
        left = min([box.x for box in boxes] + [x for x, _y in points])
        top = min([box.y for box in boxes] + [y for _x, y in points])
        right = max([box.right for box in boxes] + [x for x, _y in points])
        bottom = max([box.bottom for box in boxes] + [y for _x, y in points])
        self._shift = (edge - left, edge - top)
        self.width = right - left + 2 * edge
        least = NARROW if screen is Screen.NARROW else LEAST
        if self.width < least:
            self._shift = (self._shift[0] + (least - self.width) / 2, self._shift[1])
            self.width = least
        self._bottom = bottom - top + 2 * edge

    def svg(self, said: Words) -> str:
        canvas = Canvas(self._given.key, self.width, self._screen)
        places = self._places(self._shift)
        self._draw_homes(canvas, places)
        for stroke in self._wiring.strokes:
            canvas.add(Layer.LINES, line(map(self._moved, stroke.points), f"kd-kin {stroke.look}".strip()))
        for couple in self._wiring.couples:
            self._draw_couple(canvas, couple)
        self._draw_people(canvas)
        self._draw_relations(canvas, places)
        end = draw_legend(canvas, self._given, EDGE[self._sizes.sideways], self._bottom + 6)
        return canvas.close(end + 8, said, has_links=any(person.href for person in self._given.persons))

    def _xy(self, point: Point) -> Point:
        return (point[1], point[0]) if self._sizes.sideways else point

    def _moved(self, point: Point) -> Point:
        x, y = self._xy(point)
        return x + self._shift[0], y + self._shift[1]

    def _centre(self, key: str) -> Point:
        return self._xy((self._layout.along[key], self._layout.across[self._layout.bones.rows[key]]))

    def _places(self, shift: Point) -> list[Place]:
        found = []
        for person in self._given.persons:
            x, y = self._centre(person.key)
            x, y = x + shift[0], y + shift[1]
            wide, radius = self._sizes.label_width(person), self._sizes.radius
            name = Box(x - wide / 2, y + radius, wide, self._sizes.label_height)
            found.append(Place(person.key, (x, y), radius, name))
        return found

    def _draw_people(self, canvas: Canvas) -> None:
        for person in self._given.persons:
            x, y = self._centre(person.key)
            centre = (x + self._shift[0], y + self._shift[1])
            mark = symbol(person, centre, self._sizes.radius)
            canvas.add(Layer.MARKS, group(*mark, title=words_of_person(person), href=person.href))
            canvas.add(Layer.LABELS, *lettering(person, centre, self._sizes))

    def _draw_couple(self, canvas: Canvas, couple: CoupleLine) -> None:
        (low, level), (high, _level) = couple.start, couple.end
        words_ = years(couple.union) if not self._sizes.sideways else ""
        at = (low + high) / 2 if couple.beside else self._free_place(couple, YEARS.width(words_) / 2 + 12)
        if words_:
            x, y = self._moved((at, level))
            canvas.add(Layer.LABELS, text(x, y - 6, words_, YEARS))
        mark = (low + couple.anchor) / 2 if couple.beside and couple.union.children else low + 9
        strokes = ending_strokes(couple.union.ending, self._moved((mark, level)), upright=self._sizes.sideways)
        canvas.add(Layer.FRONT, *strokes)

    def _free_place(self, couple: CoupleLine, half: float) -> float:
        """Where on a bracket its years stand clear of the lines that cross it, as near the middle as can be."""
        low, high = couple.start[0] + half, couple.end[0] - half
        middle = (low + high) / 2
        crossing = [
            stroke.points[index][0]
            for stroke in self._wiring.strokes
            for index in range(len(stroke.points) - 1)
            if stroke.points[index][0] == stroke.points[index + 1][0]
            and min(stroke.points[index][1], stroke.points[index + 1][1]) < couple.start[1] - 1
            and max(stroke.points[index][1], stroke.points[index + 1][1]) > couple.start[1] - YEARS.size
        ]
        tried = [middle + side * step * 4 for step in range(int(max(high - low, 0) / 8) + 1) for side in (1, -1)]
        return next((at for at in tried if all(abs(at - one) > half - 10 for one in crossing)), middle)

    def _draw_relations(self, canvas: Canvas, places: list[Place]) -> None:
        named = {person.key: person.name for person in self._given.persons}
        relations = self._given.relations
        sheet = Box(MARGIN, MARGIN, self.width - 2 * MARGIN, self._bottom - 2 * MARGIN)
        found = ways([(relation.one, relation.other) for relation in relations], places, sheet)
        for relation, way in zip(relations, found, strict=True):
            title = words_of_relation(relation, named)
            canvas.add(Layer.FRONT, group(*pattern(relation.quality, way), title=title))

    def _draw_homes(self, canvas: Canvas, places: list[Place]) -> None:
        sheet = Box(1, 1, self.width - 2, self._bottom - 2)
        for number, home in enumerate(self._given.households, start=1):
            inside = [box for place in places if place.key in home.members for box in place.boxes]
            outside = [box for place in places if place.key not in home.members for box in place.boxes]
            for loop in contours(inside, outside, sheet):
                canvas.add(Layer.GROUND, line(loop, f"kd-home-{number}", closed=True))
