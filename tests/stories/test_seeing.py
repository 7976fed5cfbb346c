"""The look at a page would see what it looks for: each fault below is found, and the same without the fault is not."""

import pytest
from playwright.sync_api import Browser

from tests.stories.house import House
from tests.stories.seeing import faults

pytestmark = pytest.mark.browser

PAGE = """<!doctype html><html lang="nl"><title>Proef</title><main><h1>Proef</h1>{}</main></html>"""
DRAWING = """<svg class="kd" role="img" aria-label="Balk" width="90" height="30" viewBox="0 0 90 30">
  <rect width="90" height="30" fill="{}"/><text x="5" y="20" font-size="14" fill="#22302f">Zorg</text></svg>"""
STRIP = """<div style="overflow-x: auto; inline-size: 9rem; white-space: nowrap" tabindex="0">
  Een lange regel die verder loopt dan het vak <b style="color: {}">en hier ophoudt</b></div>"""
ARROW = """<p>2 <span style="color: {}" aria-hidden="true">→</span> 6</p>"""
LETTERS = '<p style="background: linear-gradient({0}, {0})">Letters op een verloop</p>'


@pytest.mark.parametrize(
    ("content", "right", "wrong"),
    [(DRAWING, "#d9e5e6", "#3a4a49"), (ARROW, "#22302f", "#cccccc"), (STRIP, "#22302f", "#cccccc")],
    ids=["letters in a drawing", "a sign", "letters that an edge cuts off"],
)
def test_what_axe_cannot_decide_is_decided(chromium: Browser, content: str, right: str, wrong: str) -> None:
    page = chromium.new_page()
    for colour, number in ((right, 0), (wrong, 1)):
        page.set_content(PAGE.format(content.format(colour)))
        assert len(faults(page)) == number
    page.close()


def test_what_nobody_can_decide_is_a_fault(chromium: Browser) -> None:
    page = chromium.new_page()
    page.set_content(PAGE.format(LETTERS.format("#ffffff")))
    assert faults(page) == ["undecided color-contrast p"]
    page.close()


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("<script>throw new Error('stuk')</script>", "script: stuk"),
        ("<script>console.error('mis')</script>", "console: mis"),
        ("<img src='http://127.0.0.1:1/weg.png' alt=''>", "no answer: http://127.0.0.1:1/weg.png"),
    ],
)
def test_what_goes_wrong_behind_a_page_is_kept(chromium: Browser, content: str, fault: str) -> None:
    house = House(chromium, "http://kring.test")
    page = house.door()
    page.set_content(PAGE.format(content))
    page.wait_for_load_state("networkidle")
    house.close()
    assert [line.split(" (")[0] for line in house.faults] == [fault]
