"""Measures Source Sans 3 for `src/kring/draw/widths.json`; run it again only when the font changes.

python -m tests.draw.measure_font SourceSans3-Regular.ttf SourceSans3-Semibold.ttf
"""

import json
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from PIL import ImageFont

TARGET = Path(__file__).parents[2] / "src/kring/draw/widths.json"
#: Latin with its extensions, Cyrillic, Vietnamese letters, punctuation, currency and arrows.
BLOCKS = ((0x20, 0x250), (0x400, 0x530), (0x1E00, 0x1F00), (0x2010, 0x2050), (0x20A0, 0x20C0))
EXTRA = " \u00a0→←↑↓−×≤≥≈…№™"


def characters() -> Iterator[str]:
    for first, last in BLOCKS:
        yield from (chr(code) for code in range(first, last) if unicodedata.category(chr(code))[0] in "LNPS")
    yield from EXTRA


def advances(path: Path) -> dict[str, str]:
    """Characters per advance width, in thousandths of an em; what the font lacks is left out."""
    font = ImageFont.truetype(path, 1000, layout_engine=ImageFont.Layout.BASIC)
    missing = bytes(font.getmask("\U0010fffd"))
    widths: defaultdict[int, str] = defaultdict(str)
    for character in dict.fromkeys(characters()):
        if bytes(font.getmask(character)) != missing or character in " \u00a0":
            widths[round(font.getlength(character))] += character
    return {str(width): widths[width] for width in sorted(widths)}


def main(regular: str, semibold: str) -> None:
    figures = {"regular": advances(Path(regular)), "semibold": advances(Path(semibold))}
    TARGET.write_text(json.dumps(figures, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
