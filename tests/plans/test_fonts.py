"""The fonts of printed plans: what the SIL Open Font License asks of whoever changes a font and passes it on."""

import struct
from collections.abc import Iterator
from pathlib import Path

import pytest

from kring.practice.plans.documents.typesetting import FONTS

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted(FONTS.glob("*.ttf"), key=lambda path: path.name)
COPYRIGHT = 0
CALLED = frozenset({1, 3, 4, 6, 16})
"""Family, unique, full, PostScript and typographic family name."""
RESERVED = ("source", "adobe")


def names_in(font: Path) -> Iterator[tuple[int, str]]:
    """The records of the name table, by OpenType's own layout."""
    content = font.read_bytes()
    (tables,) = struct.unpack(">H", content[4:6])
    for place in range(tables):
        tag, _sum, start, length = struct.unpack(">4sIII", content[12 + 16 * place : 28 + 16 * place])
        if tag != b"name":
            continue
        table = content[start : start + length]
        _format, count, texts = struct.unpack(">HHH", table[:6])
        for row in range(count):
            platform, _, _, name, size, offset = struct.unpack(">6H", table[6 + 12 * row : 18 + 12 * row])
            raw = table[texts + offset : texts + offset + size]
            yield name, raw.decode("latin-1" if platform == 1 else "utf-16-be")


@pytest.mark.parametrize("font", FILES, ids=lambda font: font.name)
def test_no_changed_font_is_called_by_a_reserved_name(font: Path) -> None:
    called = [name for ident, name in names_in(font) if ident in CALLED]
    assert called
    assert not any(word in name.casefold() for name in called for word in RESERVED)


@pytest.mark.parametrize("font", FILES, ids=lambda font: font.name)
def test_its_copyright_stands_with_the_licence_beside_it(font: Path) -> None:
    [copyright_] = {name for ident, name in names_in(font) if ident == COPYRIGHT}
    licence = (FONTS / "OFL.txt").read_text()
    assert f"{font.name}" in licence
    assert copyright_ in licence
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence


@pytest.mark.parametrize("font", FILES, ids=lambda font: font.name)
def test_the_list_of_other_peoples_work_names_it_with_where_it_came_from(font: Path) -> None:
    [line] = [
        line for line in (ROOT / "THIRD_PARTY.md").read_text().splitlines() if line.startswith(f"| [{font.name}]")
    ]
    assert "@fontsource" in line
    assert "OFL-1.1" in line
