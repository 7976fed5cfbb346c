"""A look at a page, and its picture for the manual: small, of the content alone, at the width of a desk or a phone.

With KRING_SCREENSHOTS=1 the pictures that the manual and the readme show are taken anew, into docs/screenshots.
"""

import io
import os
import re
from pathlib import Path
from typing import cast

from django.conf import settings
from PIL import Image
from playwright.sync_api import Page

from kring.web.manual.chapters import FOLDER
from kring.web.manual.pictures import DESK, PHONE
from tests.stories.seeing import faults

WIDTHS = (DESK, PHONE)
SMALL = 320
"""The smallest phone, and a desk at 400 %: looked at, and shown in no picture."""
README = settings.ROOT / "README.md"
NAMED = re.compile(rf"!\[[^]]+\]\([./\w]*screenshots/([\w-]+)-{DESK}\.png\)")
TALLEST = 1064
"""Pixels of page: a picture shows where to begin, not all of a long page."""
MARGIN = 16
COLOURS = 96
CONTENT = """([margin, tallest]) => {
  const main = document.querySelector("main");
  const { x, y, width } = main.getBoundingClientRect();
  const end = Math.max(...[...main.children].map(part => part.getBoundingClientRect().bottom));
  const [left, top] = [Math.max(0, x - margin), Math.max(0, y - margin)];
  return { x: left, y: top, width: Math.min(width + 2 * margin, innerWidth - left),
           height: Math.min(end + margin - top, tallest) };
}"""
"""Where it is: from the top of the content to its end, without what is empty below."""


def shown_in(path: Path) -> set[str]:
    """The screens of which this text shows a picture."""
    return set(NAMED.findall(path.read_text(encoding="utf-8")))


SHOWN = {screen for path in (README, *FOLDER.glob("*.md")) for screen in shown_in(path)}


def seen(page: Page, screen: str) -> list[str]:
    """What is wrong with this page; its picture is taken on the way where one is shown."""
    if screen in SHOWN and page_width(page) in WIDTHS and os.environ.get("KRING_SCREENSHOTS"):
        picture(page, screen)
    return [f"{screen}: {fault}" for fault in looked_at(page)]


def page_width(page: Page) -> int:
    window = page.viewport_size
    assert window is not None
    return window["width"]


def shows(page: Page, screen: str) -> None:
    assert seen(page, screen) == []


def looked_at(page: Page) -> list[str]:
    page.get_by_role("main").wait_for()
    sideways = page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    return faults(page) + ["scrolls sideways"] * sideways


def picture(page: Page, screen: str) -> None:
    """In a window as high as the page: what is fixed to the bottom then lies there."""
    window = page.viewport_size
    assert window is not None
    page.set_viewport_size({**window, "height": page.evaluate("document.documentElement.scrollHeight")})
    taken = page.screenshot(clip=page.evaluate(CONTENT, [MARGIN, TALLEST]))
    page.set_viewport_size(window)
    small(Image.open(io.BytesIO(taken)).convert("RGB")).save(
        settings.PICTURES / f"{screen}-{window['width']}.png", optimize=True
    )


def small(whole: Image.Image) -> Image.Image:
    """With the colours of which there is most: those of the page as they are, the edges of letters nearly so."""
    colours = cast("list[tuple[int, tuple[int, int, int]]]", whole.getcolors(whole.width * whole.height))
    counted = sorted(colours, key=lambda each: -each[0])
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for _number, colour in counted[:COLOURS] for part in colour])
    return whole.quantize(palette=palette, dither=Image.Dither.NONE)
