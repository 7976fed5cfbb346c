"""Text in a drawing: cleaned, measured with the advance widths of Source Sans 3, shortened and wrapped."""

import json
import unicodedata
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Final

ELLIPSIS: Final = "…"
#: Widths, in thousandths of an em, for scripts that the font lacks: the mean of Noto Sans Arabic, and square.
OTHER_SCRIPT: Final = 700
SQUARE: Final = 1000
#: Embedding and override marks turn the text after them round, also outside the name they stand in.
TURNING_MARKS: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def clean(text: str) -> str:
    """`text` without what XML forbids or what would disturb the text beside it."""
    if text.isprintable():
        return text
    return "".join(_clean_character(character) for character in text)


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Width in px of `text` on one line at `size` px; kerning, which mostly narrows, is left out."""
    widths = _advances()["semibold" if bold else "regular"]
    return sum(widths.get(character) or _advance(character) for character in clean(text)) * size / 1000


def fit(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """`text`, cut with an ellipsis where it is wider than `room`; nothing if even one letter is too wide."""
    if width(text, size, bold=bold) <= room:
        return text
    end = sum(reach <= room for reach in _reaches(text, size, bold=bold))
    return text[:end].rstrip() + ELLIPSIS if end else ""


def wrap(text: str, room: float, size: float, *, bold: bool = False, lines: int = 3) -> list[str]:
    """`text` over at most `lines` lines of `room` px; what does not fit on the last one is cut."""
    done: list[str] = []
    rest = clean(text).split()
    while rest and len(done) < lines - 1:
        taken = _words_that_fit(rest, room, size, bold=bold)
        done.append(fit(" ".join(rest[:taken]), room, size, bold=bold))
        rest = rest[taken:]
    return [*done, fit(" ".join(rest), room, size, bold=bold)] if rest else done


def _words_that_fit(words: list[str], room: float, size: float, *, bold: bool) -> int:
    lines = accumulate(words, lambda line, word: f"{line} {word}")
    return max(1, sum(width(line, size, bold=bold) <= room for line in lines))


def _reaches(text: str, size: float, *, bold: bool) -> list[float]:
    """Where each next letter, followed by an ellipsis, would end."""
    mark = width(ELLIPSIS, size, bold=bold)
    steps = (width(character, size, bold=bold) for character in text)
    return [reach + mark for reach in accumulate(steps)]


def _clean_character(character: str) -> str:
    if character in TURNING_MARKS:
        return ""
    category = unicodedata.category(character)
    if category in {"Cc", "Zl", "Zp"}:
        return " "
    return "\ufffd" if category == "Cs" or character in "\ufffe\uffff" else character


def _advance(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return SQUARE if unicodedata.east_asian_width(character) in "WF" else OTHER_SCRIPT


@cache
def _advances() -> dict[str, dict[str, int]]:
    """Advance width of each character per weight, measured from the font (OFL) that the pages use."""
    figures: dict[str, dict[str, str]] = json.loads((Path(__file__).parent / "widths.json").read_text(encoding="utf-8"))
    return {
        weight: {character: int(advance) for advance, characters in groups.items() for character in characters}
        for weight, groups in figures.items()
    }
