"""Without a mouse: the way past the menus, searching, a form with a mistake in it. One always sees where one is."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.stories.house import House

pytestmark = pytest.mark.browser

GOAL = "Dat we elke maand weten wat er nog op de rekening staat."
MOST_STOPS = 60
IN_SIGHT = """place => {
  const box = place.getBoundingClientRect();
  const there = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  const marked = [place, place.closest("label")].some(one => one && getComputedStyle(one).outlineStyle !== "none");
  return Boolean(there) && marked && (place.contains(there) || there.contains(place));
}"""
"""Within the window, under nothing else, and marked as the place where one is (WCAG 2.4.7 and 2.4.11)."""


def test_jorien_writes_a_goal_without_a_mouse(house: House) -> None:
    jorien = house.enter("Jorien Smit")
    jorien.keyboard.press("Tab")
    expect(jorien.get_by_role("link", name="Naar de inhoud")).to_be_focused()
    jorien.keyboard.press("Enter")
    expect(jorien.get_by_role("main")).to_be_focused()
    jorien.reload()
    goes_to(jorien, jorien.get_by_role("searchbox", name="Zoek een gezin of persoon"))
    jorien.keyboard.type("wit")
    jorien.keyboard.press("Enter")
    presses(jorien, jorien.get_by_role("main").get_by_role("link", name="De Wit"))
    presses(jorien, jorien.get_by_role("link", name="Gezinsplan"))
    presses(jorien, jorien.get_by_role("link", name="Doel toevoegen"))
    writes(jorien, "Wat wilt u bereiken?", GOAL)
    writes(jorien, "Wie zei dit?", "Marloes Bakker")
    presses(jorien, jorien.get_by_role("button", name="Doel opslaan"))
    expect(jorien.get_by_role("alert")).to_be_focused()
    presses(jorien, jorien.get_by_role("alert").get_by_role("link", name="Kies waar dit doel over gaat."))
    area = jorien.get_by_role("combobox", name="Waar gaat dit over?")
    expect(area).to_be_focused()
    jorien.keyboard.type("geld")
    expect(area.get_by_role("option", name="geld", selected=True)).to_have_count(1)
    presses(jorien, jorien.get_by_role("button", name="Doel opslaan"))
    expect(jorien.get_by_text(f"“{GOAL}”")).to_be_visible()


def test_the_end_of_a_long_plan_is_near(house: House) -> None:
    """Past the menus, past the goals: a handful of stops, each of them in sight."""
    jorien = house.enter("Jorien Smit")
    jorien.goto("/gezinnen/")
    jorien.get_by_role("main").get_by_role("link", name="De Wit").first.click()
    jorien.get_by_role("link", name="Gezinsplan").first.click()
    jorien.get_by_role("heading", name="Op papier").wait_for()
    jorien.reload()
    jorien.keyboard.press("Tab")
    jorien.keyboard.press("Enter")
    goes_to(jorien, jorien.get_by_role("navigation", name="Op deze bladzijde").get_by_role("link", name="Op papier"), 5)
    jorien.keyboard.press("Enter")
    goes_to(jorien, jorien.get_by_role("link", name="Concept als pdf"), 1)


def test_every_section_of_a_family_comes_in_sight_on_a_phone(house: House) -> None:
    """The strip of sections is wider than the screen: whoever tabs along it never stands on half a word."""
    jorien = house.enter("Jorien Smit", width=390)
    jorien.goto("/gezinnen/")
    jorien.get_by_role("main").get_by_role("link", name="De Wit").first.click()
    goes_to(jorien, jorien.get_by_role("navigation").get_by_role("link", name="Rechten"))


def goes_to(page: Page, wanted: Locator, most: int = MOST_STOPS) -> None:
    """Tab after Tab; every stop on the way is in sight."""
    expect(wanted).to_be_visible()
    for _stop in range(most):
        page.keyboard.press("Tab")
        here = page.locator(":focus")
        assert here.evaluate(IN_SIGHT), here.evaluate("place => place.outerHTML")
        if wanted.evaluate("place => place === document.activeElement"):
            return
    raise AssertionError(f"{wanted} is not within {most} stops")


def presses(page: Page, wanted: Locator) -> None:
    goes_to(page, wanted)
    page.keyboard.press("Enter")
    page.wait_for_load_state()


def writes(page: Page, label: str, words: str) -> None:
    goes_to(page, page.get_by_role("textbox", name=label))
    page.keyboard.type(words)
