"""One svg sprite from vendored outline icons (Tabler, MIT) and Kring's own drawings; pages point into it with <use>."""

import re
from collections.abc import Iterable
from pathlib import Path

from kring.web.look.places import OWN_ICONS, PARTS

SOURCES = (PARTS / "icons", OWN_ICONS)
STROKE = 'fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"'


def sprite(folders: Iterable[Path] = SOURCES) -> str:
    """All icons as <symbol id="name">, in the order of their names. Raises ValueError when two share a name."""
    drawings: dict[str, str] = {}
    for path in (path for folder in folders for path in folder.glob("*.svg")):
        if path.stem in drawings:
            message = f"Icoon '{path.stem}' komt twee keer voor; hernoem {path}"
            raise ValueError(message)
        drawings[path.stem] = _symbol(path)
    return f'<svg xmlns="http://www.w3.org/2000/svg">\n{"".join(drawings[name] for name in sorted(drawings))}</svg>\n'


def names(drawn: str) -> frozenset[str]:
    """The icons that a sprite holds."""
    return frozenset(re.findall(r'<symbol id="([a-z0-9-]+)"', drawn))


def _symbol(path: Path) -> str:
    found = re.search(r"<svg[^>]*>(.*)</svg>", path.read_text(), re.DOTALL)
    if found is None:
        message = f"{path} is geen svg-bestand"
        raise ValueError(message)
    shapes = re.sub(r'<path stroke="none" d="M0 0h24v24H0z" fill="none"\s*/>', "", found[1])
    shapes = re.sub(r"\s*\n\s*", "", shapes).replace(" />", "/>")
    return f'<symbol id="{path.stem}" viewBox="0 0 24 24" {STROKE}>{shapes}</symbol>\n'
