"""Reads a drawing back: its texts and shapes with the boxes that they take, as a browser would place them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

from kring.draw.shapes import Box
from kring.draw.text import width

#: Coordinates are written to a tenth of a pixel.
ROUNDING = 0.15
SHAPES = frozenset({"rect", "circle", "path"})


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text: what it says, where its baseline is and what it covers."""

    words: str
    baseline: float
    classes: frozenset[str]
    box: Box


@dataclass(frozen=True, slots=True)
class Shape:
    """A mark with its classes, its outer box and, for a path, how it runs."""

    tag: str
    classes: frozenset[str]
    box: Box
    path: str


class Sheet:
    """A drawing's SVG, parsed."""

    def __init__(self, svg: str) -> None:
        self.root = ElementTree.fromstring(svg)
        _, _, self.width, self.height = map(float, self.root.attrib["viewBox"].split())

    @property
    def texts(self) -> list[Text]:
        return [_text(node) for node in self.root.iter("text")]

    @property
    def words(self) -> list[str]:
        return [text.words for text in self.texts]

    @property
    def tooltips(self) -> list[str]:
        return [group.findtext("title", "") for group in self.root.iter("g")]

    def behind(self, words: str) -> list[Shape]:
        """The shapes over which a mouse brings up words that start so."""
        groups = (group for group in self.root.iter("g") if group.findtext("title", "").startswith(words))
        return [_shape(node) for group in groups for node in group if node.tag in SHAPES]

    @property
    def shapes(self) -> list[Shape]:
        definitions = set(self.root.iterfind(".//defs//*"))
        marks = (node for node in self.root.iter() if node.tag in SHAPES)
        return [_shape(node) for node in marks if node not in definitions]

    def marked(self, class_: str) -> list[Shape]:
        """The shapes of one class."""
        return [shape for shape in self.shapes if class_ in shape.classes]

    @property
    def classes(self) -> set[str]:
        return set().union(*(_classes(node) for node in self.root.iter()))

    def outside(self) -> list[Text | Shape]:
        """What sticks out of the sheet."""
        edge = Box(-ROUNDING, -ROUNDING, self.width + 2 * ROUNDING, self.height + 2 * ROUNDING)
        pieces: list[Text | Shape] = [*self.texts, *self.shapes]
        return [piece for piece in pieces if not _within(piece.box, edge)]

    def collisions(self) -> list[tuple[str, str]]:
        """Pairs of texts that lie over each other."""
        texts = self.texts
        return [
            (one.words, other.words)
            for index, one in enumerate(texts)
            for other in texts[index + 1 :]
            if overlap(one.box, other.box)
        ]


def overlap(one: Box, other: Box) -> bool:
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return across > ROUNDING and down > ROUNDING


def _within(box: Box, edge: Box) -> bool:
    return box.x >= edge.x and box.y >= edge.y and box.right <= edge.right and box.bottom <= edge.bottom


def _classes(node: ElementTree.Element) -> frozenset[str]:
    return frozenset(node.get("class", "").split())


def _shape(node: ElementTree.Element) -> Shape:
    return Shape(node.tag, _classes(node), _box(node), node.get("d", ""))


def _text(node: ElementTree.Element) -> Text:
    words, size = node.text or "", float(node.get("font-size", 14))
    classes = _classes(node)
    wide = width(words, size, bold="kd-strong" in classes)
    x, baseline = float(node.attrib["x"]), float(node.attrib["y"])
    left = x - wide * {"start": 0.0, "middle": 0.5, "end": 1.0}[node.get("text-anchor", "start")]
    return Text(words, baseline, classes, Box(left, baseline - size * 0.7, wide, size * 0.9))


def _box(node: ElementTree.Element) -> Box:
    value = {name: float(text) for name, text in node.attrib.items() if re.fullmatch(r"-?[\d.]+", text)}
    if node.tag == "rect":
        return Box(value["x"], value["y"], value["width"], value["height"])
    if node.tag == "circle":
        r = value["r"]
        return Box(value["cx"] - r, value["cy"] - r, 2 * r, 2 * r)
    points = list(_points(node.attrib["d"]))
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _points(path: str) -> Iterator[tuple[float, float]]:
    """The corners of a path of M, L, H, V, Z and relative quarter turns (q)."""
    x = y = 0.0
    for command, numbers in re.findall(r"([MLHVZq])([^MLHVZq]*)", path):
        values = [float(found) for found in re.findall(r"-?[\d.]+", numbers)]
        if command == "H":
            x = values[0]
        elif command == "V":
            y = values[0]
        elif command == "q":
            x, y = x + values[2], y + values[3]
        elif command in "ML":
            x, y = values
        yield x, y
