"""Each picture of the manual is made by a story, at both widths; none is missing, left over or heavy."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from kring.web.manual import chapters
from kring.web.manual.pictures import PHONE, shown
from tests.stories.pictures import README, SHOWN, WIDTHS, shown_in
from tests.stories.test_screens import TOURS

HEAVIEST = 60 * 1024
MADE = re.compile(r'(?:\b(?:seen|shows)\(\w+, |^    \()"([\w-]+)"(?:\)|, "[\w/]+/"\),$)', re.MULTILINE)
"""Named where a story stops, or in its list of screens with their addresses."""
TOLD = ("delen", "instemming", "achterhouden", "noodknop")
"""What a family must be able to trust: these chapters show it."""


def made() -> set[str]:
    """The screens at which a story stops to look."""
    told = "".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*.py"))
    return {screen for tour in TOURS.values() for screen, _step in tour} | set(MADE.findall(told))


def test_each_picture_that_is_shown_is_made_by_a_story() -> None:
    assert SHOWN - made() == set()


def test_each_picture_is_there_at_both_widths_and_no_other() -> None:
    wanted = {f"{screen}-{width}.png" for screen in SHOWN for width in WIDTHS}
    assert {path.name for path in settings.PICTURES.iterdir()} == wanted


def test_no_picture_is_heavy() -> None:
    assert [path.name for path in settings.PICTURES.iterdir() if path.stat().st_size > HEAVIEST] == []


@pytest.mark.parametrize("slug", TOLD)
def test_what_must_be_trusted_is_shown(slug: str) -> None:
    """By two pictures or more: what is asked, and what came of it."""
    (path,) = chapters.FOLDER.glob(f"*-{slug}.md")
    assert len(shown_in(path)) >= 2


def test_a_text_names_a_picture_by_its_desk() -> None:
    """Nothing in the manual or the readme is an image of another kind, or without words for who does not see it."""
    texts = [path.read_text(encoding="utf-8") for path in (README, *chapters.FOLDER.glob("*.md"))]
    images = [image for text in texts for image in re.findall(r"!\[.*\]\(.*\)", text)]
    assert images
    assert [
        image for image in images if not re.fullmatch(r"!\[[^]]{20,}\]\(\S+/screenshots/[\w-]+-1366\.png\)", image)
    ] == []


def test_a_picture_keeps_its_place_and_has_one_for_the_phone() -> None:
    (path,) = chapters.FOLDER.glob("*-noodknop.md")
    markup = chapters.read(path).html
    assert re.search(
        rf'<source media="[^"]+" srcset="/static/screenshots/emergency-{PHONE}\.png\?v=\w{{8}}" width="\d+" height',
        markup,
    )
    assert re.search(
        r'<img src="/static/screenshots/emergency-1366\.png\?v=\w{8}" width="\d+" height="\d+" alt="De noodknop', markup
    )


def test_words_of_a_picture_are_shown_and_not_obeyed() -> None:
    assert "<script>" not in shown("../screenshots/emergency-1366.png", '"><script>alert(1)</script>')
