"""Typst, with the project's own fonts and nothing of the machine: the same content gives the same pages anywhere."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final

import typst

HERE: Final = Path(__file__).parent
FONTS: Final = HERE / "fonts"
ACCESSIBLE: Final = "ua-1"
UNKNOWN: Final = "•"
"""Stands for a character that no font of ours has: PDF/UA allows no empty box."""

Plain = str | int | bool | None
Value = Plain | Sequence["Value"] | Mapping[str, "Value"]


def typeset(template: str, values: Mapping[str, Value], folder: Path = HERE) -> bytes:
    """The PDF of `template`, a file in `folder`, filled with `values`."""
    known = json.dumps(_printable(values), ensure_ascii=False)
    made: bytes = typst.compile(
        str(folder / template),
        root=str(folder),
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        sys_inputs={"values": known},
        format="pdf",
        pdf_standards=ACCESSIBLE,
    )
    return made


@cache
def covered() -> frozenset[int]:
    """The code points that the fonts can print."""
    ranges = (line.split("-") for line in (FONTS / "covered.txt").read_text().split())
    return frozenset(point for first, last in ranges for point in range(max(int(first, 16), 32), int(last, 16) + 1))


def printable(text: str) -> str:
    """`text` with a mark for each character that cannot be printed; lines stay lines."""
    return "".join(letter if letter == "\n" or ord(letter) in covered() else UNKNOWN for letter in _plain(text))


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")


def _printable(value: Value) -> Value:
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, Mapping):
        return {key: _printable(inner) for key, inner in value.items()}
    if isinstance(value, Sequence):
        return [_printable(inner) for inner in value]
    return value
