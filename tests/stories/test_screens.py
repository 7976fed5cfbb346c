"""The main pages as people see them, at 1366 and 390 px: no accessibility violation, no sideways scroll, and a picture.

With KRING_SCREENSHOTS=1 the pictures in docs/screenshots are taken anew.
"""

import os
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.stories.conftest import SCREENSHOTS, enter

pytestmark = pytest.mark.browser

WIDTHS = (1366, 390)
SCREENS = [
    ("sign-in", "", ["/demo/"]),
    ("my-day", "Jorien Smit", ["/"]),
    ("families", "Jorien Smit", ["/gezinnen/"]),
    ("family", "Jorien Smit", ["/gezinnen/", "De Wit"]),
    ("plan", "Jorien Smit", ["/gezinnen/", "De Wit", "Hele plan"]),
    ("own-plan", "Marloes Bakker", ["/"]),
    ("studies", "Tess Willems", ["/onderzoek/"]),
    ("areas", "Sven Kramer", ["/gebieden/"]),
    ("pilots", "Sven Kramer", ["/pilots/"]),
]


def visit(page: Page, site: str, way: list[str]) -> None:
    """An address, then links by their text."""
    for step in way:
        if step.startswith("/"):
            page.goto(site + step)
        else:
            page.get_by_role("link", name=re.compile(step)).first.click()
            page.wait_for_load_state()


def violations(page: Page) -> list[str]:
    found = Axe().run(page, options={"resultTypes": ["violations"]})
    return [f"{one['id']}: {one['nodes'][0]['target']}" for one in found.response["violations"]]


def test_the_main_pages_are_accessible_and_fit(chromium: Browser, site: str) -> None:
    faults = []
    for name, who, way in SCREENS:
        for width in WIDTHS:
            context = chromium.new_context(viewport={"width": width, "height": 900}, locale="nl-NL")
            page = context.new_page()
            if who:
                enter(page, site, who)
            visit(page, site, way)
            faults += [f"{name} {width}: {fault}" for fault in violations(page)]
            if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
                faults.append(f"{name} {width}: scrolls sideways")
            if os.environ.get("KRING_SCREENSHOTS"):
                SCREENSHOTS.mkdir(exist_ok=True)
                page.screenshot(path=SCREENSHOTS / f"{name}-{width}.png", full_page=True)
            context.close()
    assert faults == []
