"""The look of drawings: `draw.css` on pages, the same rules as attributes where no stylesheet reaches."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

STYLESHEET: Final = Path(__file__).parent / "draw.css"
#: Properties that SVG also takes as attributes; the rest of the sheet is about pages.
PRESENTATION: Final = frozenset(
    {
        *("fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin"),
        *("paint-order", "font-family", "font-size", "font-weight"),
    }
)


def finish(svg: str, *, standalone: bool = True) -> str:
    """`svg` for its place: `standalone` for a PDF or a file, else as it is, for a page with `draw.css`.

    Names and texts cannot be mistaken for attributes: every quotation mark in them is escaped.
    """
    if not standalone:
        return svg
    inlined = re.sub(r' class="([^"]*)"', lambda found: _attributes(found[1]), svg)
    return inlined.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)


@cache
def _attributes(classes: str) -> str:
    looks: dict[str, str] = {}
    for name, look in rules().items():
        if name in classes.split():
            looks |= look
    return "".join(f' {name}="{value}"' for name, value in looks.items())


@cache
def rules() -> Mapping[str, Mapping[str, str]]:
    """The presentation attributes of each class, in the order of the sheet: later rules win."""
    sheet = re.sub(r"/\*.*?\*/", "", STYLESHEET.read_text(encoding="utf-8"), flags=re.DOTALL)
    plain = re.sub(r"@[^{]+\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", "", sheet)
    found: dict[str, dict[str, str]] = {}
    for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", plain):
        pairs = (part.split(":", 1) for part in body.split(";") if ":" in part)
        look = {name.strip(): value.strip() for name, value in pairs if name.strip() in PRESENTATION}
        for selector in selectors.split(","):
            found.setdefault(selector.strip().removeprefix("."), {}).update(look)
    return found
