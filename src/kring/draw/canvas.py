"""The sheet on which every drawing is made: escaped elements in layers, with a title, a text and own ids."""

import re
from dataclasses import dataclass
from enum import IntEnum
from html import escape
from typing import Final

from kring.draw.palette import Tone
from kring.draw.text import clean

#: Width of the phone variant: a screen of 390 px less the page's and the card's margins.
NARROW: Final = 326
KEY: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class Svg(str):
    """Markup that is already escaped."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table that says the same as the drawing; `tone` is the colour of its marks, if any.

    `href`: where one works with it, as from the drawing; `named` is the place of the cell that is the link.
    """

    cells: tuple[str, ...]
    tone: Tone | None = None
    href: str = ""
    named: int = 0


@dataclass(frozen=True, slots=True)
class Words:
    """What a drawing says to who does not see it: one line, a summary and a table of equal content."""

    title: str
    description: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A finished drawing. `svg` is for wide screens and paper, `narrow` for phones.

    Put both in the page: their classes show one at a time. Without `narrow`, phones get `rows` as a list.
    """

    svg: str
    narrow: str
    title: str
    description: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


class Screen(IntEnum):
    """For which screens a sheet is made."""

    WIDE = 0
    NARROW = 1
    BOTH = 2


class Layer(IntEnum):
    """What lies over what: text is never crossed by a line drawn later."""

    GROUND = 0
    GRID = 1
    LINES = 2
    MARKS = 3
    FRONT = 4
    LABELS = 5


def number(value: float) -> str:
    """A coordinate to a tenth of a pixel, without needless zeros."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def element(tag: str, *children: str, **attributes: str | float | None) -> Svg:
    """`<tag …>children</tag>`; `font_size` becomes `font-size`, `class_` is `class`, None is left out."""
    written = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{_escaped(value)}"'
        for name, value in attributes.items()
        if value is not None
    )
    inside = "".join(child if isinstance(child, Svg) else _escaped(child) for child in children)
    return Svg(f"<{tag}{written}>{inside}</{tag}>" if inside else f"<{tag}{written}/>")


def group(*children: Svg, title: str = "", href: str = "") -> Svg:
    """Elements that belong together, with the words a mouse brings up; with `href` a link of that name."""
    inside = (*([element("title", title)] if title else []), *children)
    return element("a", *inside, href=href, aria_label=title or None) if href else element("g", *inside)


class Canvas:
    """One sheet in the making. `key` names the drawing uniquely on its page."""

    def __init__(self, key: str, width: float, screen: Screen = Screen.WIDE) -> None:
        if not KEY.fullmatch(key):
            raise ValueError(f"De sleutel {key!r} van een tekening mag alleen a–z, 0–9 en streepjes hebben.")
        self.width = width
        self.screen = screen
        self._prefix = f"kd-{key}-{screen.name[0].lower()}"
        self._layers: dict[Layer, list[Svg]] = {layer: [] for layer in Layer}
        self._definitions: dict[str, Svg] = {}

    def add(self, layer: Layer, *elements: Svg) -> None:
        self._layers[layer].extend(elements)

    def define(self, name: str, definition: Svg) -> str:
        """Keep a definition under an id of this sheet only; gives the reference to it."""
        opening = re.sub(r"^<(\w+)", rf'<\1 id="{self._prefix}-{name}"', definition)
        self._definitions[name] = Svg(opening)
        return f"url(#{self._prefix}-{name})"

    def close(self, height: float, words: Words, *, has_links: bool = False) -> Svg:
        """The whole `<svg>`, for inside a page. With links it is a group: what is in a picture, nobody reaches."""
        title_id, description_id = f"{self._prefix}-title", f"{self._prefix}-text"
        parts = [
            element("title", words.title, id=title_id),
            element("desc", words.description, id=description_id),
            *([element("defs", *self._definitions.values())] if self._definitions else []),
            *(piece for layer in Layer for piece in self._layers[layer]),
        ]
        return element(
            "svg",
            *parts,
            class_=f"kd kd-{self.screen.name.lower()}",
            role="group" if has_links else "img",
            aria_labelledby=f"{title_id} {description_id}",
            viewBox=f"0 0 {number(self.width)} {number(height)}",
            width=self.width,
            height=height,
        )


def drawing(words: Words, svg: str, narrow: str = "") -> Drawing:
    """The finished drawing in its variants, with its words."""
    return Drawing(svg, narrow, words.title, words.description, words.columns, words.rows)


def _escaped(value: str | float) -> str:
    return escape(clean(value)) if isinstance(value, str) else number(value)
