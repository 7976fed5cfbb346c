"""Every icon that a page asks for is in the sprite."""

import re
from pathlib import Path

import pytest

from kring.web.look import icons
from kring.web.look.places import STATIC, WEB

SPRITE = (STATIC / "icons.svg").read_text()
ASKED = re.compile(r'{% icon "([^"]+)"|icon="([^"]+)"')
PAGES = sorted((WEB / "templates").rglob("*.html"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(WEB / "templates").as_posix())
def test_every_icon_of_a_page_is_in_the_sprite(path: Path) -> None:
    asked = {first or second for first, second in ASKED.findall(path.read_text())}
    assert asked <= icons.names(SPRITE)


def test_own_drawings_and_vendored_icons_are_both_there() -> None:
    assert {"kring", "home", "shape-volunteer"} <= icons.names(SPRITE)


def test_an_icon_loses_its_background_and_takes_the_colour_of_the_text(tmp_path: Path) -> None:
    (tmp_path / "dot.svg").write_text(
        '<svg viewBox="0 0 24 24">\n<path stroke="none" d="M0 0h24v24H0z" fill="none" />\n  <path d="M1 1" />\n</svg>'
    )
    drawn = icons.sprite([tmp_path])
    assert '<symbol id="dot"' in drawn
    assert 'stroke="currentColor"' in drawn
    assert drawn.count("<path") == 1


def test_two_icons_with_one_name_are_refused(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "dot.svg").write_text("<svg></svg>")
    with pytest.raises(ValueError, match="Icoon 'dot' komt twee keer voor"):
        icons.sprite([tmp_path / "one", tmp_path / "two"])


def test_a_file_that_is_no_drawing_is_refused(tmp_path: Path) -> None:
    (tmp_path / "dot.svg").write_text("<html></html>")
    with pytest.raises(ValueError, match="is geen svg-bestand"):
        icons.sprite([tmp_path])
