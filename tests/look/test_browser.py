"""Every kind of page in Chromium, under the project's own policy: accessible, within the screen, by keyboard."""

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.messages import SUCCESS
from django.contrib.messages.storage.base import Message
from playwright.sync_api import Browser, Page, expect

from kring.web.kit.undo import MARK
from tests.look.conftest import Show
from tests.look.gallery import PAGES, Shell, context

pytestmark = pytest.mark.browser

Html = Callable[..., str]
WIDTHS = (1366, 390, 320)
# 44 px is the house's own measure; WCAG 2.2 AA asks 24
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture
def gallery(page: Page, html: Html, show: Show) -> Page:
    show(page, html("gallery.html", **context()))
    return page


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_accessible_and_fits_every_screen(page: Page, html: Html, show: Show, name: str) -> None:
    template, values = PAGES[name]
    complaints: list[str] = []
    page.on("console", lambda line: complaints.append(line.text) if line.type in {"error", "warning"} else None)
    show(page, html(template, **values()))
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        found = Axe().run(page, options=RULES).response
        violations = [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found["violations"]]
        assert (width, violations, _invisible(found["incomplete"])) == (width, [], [])
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert complaints == []


def _invisible(incomplete: list[dict[str, Any]]) -> list[str]:
    """Text in the colour of its own background: axe calls that 'incomplete', not a violation."""
    nodes = [node for rule in incomplete if rule["id"] == "color-contrast" for node in rule["nodes"]]
    return [node["html"] for node in nodes if node["any"][0]["data"].get("messageKey") == "equalRatio"]


@pytest.mark.parametrize("theme", ["blauw", "paars"])
def test_another_theme_is_accessible_too(page: Page, html: Html, show: Show, theme: str) -> None:
    show(page, html("gallery.html", **{**context(), "shell": Shell(theme=theme)}))
    assert Axe().run(page, options=RULES).response["violations"] == []


def test_the_summary_of_errors_has_the_focus_when_the_page_opens(page: Page, html: Html, show: Show) -> None:
    template, values = PAGES["login"]
    show(page, html(template, **values()))
    expect(page.locator("[data-attention]")).to_be_focused()


def test_a_line_of_the_summary_goes_to_its_field(gallery: Page) -> None:
    gallery.get_by_role("link", name="Wanneer is het klaar?").press("Enter")
    expect(gallery.locator("#id_ready_on")).to_be_focused()


def test_a_menu_opens_and_closes_by_keyboard(gallery: Page) -> None:
    summary = gallery.locator("summary", has_text="Noor de Graaf")
    summary.press("Enter")
    expect(gallery.get_by_role("button", name="Uitloggen")).to_be_visible()
    gallery.keyboard.press("Escape")
    expect(gallery.get_by_role("button", name="Uitloggen")).to_be_hidden()
    expect(summary).to_be_focused()


def test_a_menu_closes_when_one_goes_elsewhere(gallery: Page) -> None:
    gallery.locator("summary", has_text="Nederlands").click()
    gallery.locator("h1").click()
    expect(gallery.get_by_role("button", name="English")).to_be_hidden()


def test_the_current_tab_is_in_sight_on_a_phone(page: Page, html: Html, show: Show) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    sections = context()["sections"]
    assert isinstance(sections, tuple)
    last = (*sections[:-1], type(sections[-1])("Wie keek mee", "eye", current=True))
    first = type(sections[0])("Overzicht", "home")
    show(page, html("gallery.html", **{**context(), "sections": (first, *last[1:])}))
    page.locator(".k-side").evaluate("strip => scrollTo(0, strip.offsetTop)")
    expect(page.locator(".k-side [aria-current]")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("width", [390, 320])
def test_on_a_phone_the_button_that_takes_back_stands_below_what_was_saved(
    page: Page, html: Html, show: Show, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    said = Message(SUCCESS, "De actie is aangepast.", extra_tags=f"{MARK}/terug/")
    show(page, html("gallery.html", **context(), messages=[said]))
    text = page.locator("#meldingen .utrecht-alert__content")
    line = text.evaluate("one => parseFloat(getComputedStyle(one).lineHeight)")
    words, button = text.bounding_box(), page.locator("#meldingen .k-undo").bounding_box()
    assert words is not None
    assert button is not None
    assert words["height"] < line * 2, "on one line, its full stop too"
    assert button["y"] >= words["y"] + words["height"]


def test_a_dutch_page_loads_one_font(page: Page, html: Html, show: Show) -> None:
    fonts: list[str] = []
    page.on("request", lambda request: fonts.append(request.url) if ".woff2" in request.url else None)
    template, values = PAGES["privacy"]
    show(page, html(template, **values()))
    assert [url.rsplit("/", 1)[-1] for url in fonts] == ["source-sans-3-latin-wght-normal.woff2"]


def test_without_javascript_menus_open_and_dead_buttons_are_absent(browser: Browser, html: Html, show: Show) -> None:
    quiet = browser.new_page(java_script_enabled=False)
    show(quiet, html("gallery.html", **context()))
    expect(quiet.get_by_role("button", name="Plan afdrukken")).to_be_hidden()
    quiet.locator("summary", has_text="Noor de Graaf").click()
    expect(quiet.get_by_role("button", name="Uitloggen")).to_be_visible()
    quiet.close()


def test_what_was_kept_in_the_tab_is_gone_after_signing_out(gallery: Page) -> None:
    gallery.evaluate("sessionStorage.setItem('kring:verslag', 'geheim'); sessionStorage.setItem('other', 'stays')")
    gallery.locator("summary", has_text="Noor de Graaf").click()
    gallery.get_by_role("button", name="Uitloggen").click()
    assert gallery.evaluate("Object.keys(sessionStorage)") == ["other"]


def test_a_page_from_right_to_left_mirrors_itself(gallery: Page) -> None:
    gallery.evaluate("document.documentElement.dir = 'rtl'")
    side, main = (gallery.locator(name).bounding_box() for name in (".k-side", ".k-main"))
    assert side is not None
    assert main is not None
    assert side["x"] > main["x"]
    assert gallery.evaluate("document.documentElement.scrollWidth") <= 1280


def test_leaving_quickly_replaces_the_page(page: Page, html: Html, show: Show) -> None:
    template, values = PAGES["family"]
    show(page, html(template, **values()))
    page.route("https://www.knmi.nl/", lambda route: route.fulfill(body="<h1>Het weer</h1>", content_type="text/html"))
    before = page.evaluate("history.length")
    page.get_by_role("link", name="Snel weg").click()
    expect(page.get_by_role("heading", name="Het weer")).to_be_visible()
    assert page.evaluate("history.length") == before
