"""The circle: from nothing with the keyboard on a phone; a limit that a new action meets; two days compared."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.stories.house import House
from tests.stories.pictures import WIDTHS, seen
from tests.stories.seeing import faults

pytestmark = pytest.mark.browser

PHONE, PATIENT = 390, 150


def tab_to(page: Page, name: str) -> None:
    """By the keyboard alone, as far as it takes."""
    for _step in range(PATIENT):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name || document.activeElement.textContent.trim()") == name:
            return
    raise AssertionError(f"the keyboard does not reach «{name}»")


def test_a_family_draws_its_circle_from_nothing_with_the_keyboard_on_one_page(house: House) -> None:
    page = house.enter("Jorien Smit", PHONE)
    page.goto("/gezinnen/")
    page.get_by_role("link", name="Orhan Kaya").first.click()
    page.get_by_role("link", name="Kring", exact=True).last.click()
    expect(page.get_by_role("main")).to_contain_text("Er staat nog niemand in de kring")
    here = urlsplit(page.url).path
    for name, relation in (("Oma Fatma", "oma"), ("Hasan", "buurman")):
        tab_to(page, "name")
        page.keyboard.type(name)
        tab_to(page, "relation")
        page.keyboard.type(relation)
        tab_to(page, "ring")
        page.keyboard.press("ArrowUp")
        tab_to(page, "Zet in de kring")
        page.keyboard.press("Enter")
        expect(page.locator("#meldingen")).to_contain_text(f"{name} staat in de kring.")
        assert urlsplit(page.url).path == here
    assert page.locator("svg.kd-narrow a").count() == 2
    tab_to(page, "Oma Fatma")
    page.keyboard.press("Enter")
    page.wait_for_url("**/kring/?wie=*")
    expect(page.locator("#wie")).to_be_visible()
    tab_to(page, "Hoeveel kan erbij?")
    page.keyboard.press("Enter")
    tab_to(page, "load")
    for _step in ("precies goed", "grens bereikt"):
        page.keyboard.press("ArrowDown")
    tab_to(page, "Grens opslaan")
    page.keyboard.press("Enter")
    expect(page.locator("#wie")).to_contain_text("Tot die tijd kan deze persoon geen nieuwe actie krijgen.")
    assert urlsplit(page.url).path == here
    assert faults(page) == []


def circle_of(page: Page, family: str) -> str:
    page.goto("/gezinnen/")
    page.get_by_role("link", name=family).first.click()
    page.get_by_role("link", name="Kring", exact=True).last.click()
    return page.url


@pytest.mark.parametrize("width", WIDTHS)
def test_oma_reached_her_limit_and_a_new_action_for_her_is_refused(house: House, width: int) -> None:
    """She is chosen in the drawing; that nothing can be asked is said before it is written, and refused after."""
    page, oma = house.enter("Jorien Smit", width), f"oma {'Ans' if width == PHONE else 'Bep'}"
    circle_of(page, "De Wit")
    found = seen(page, "circle")
    page.get_by_label("Naam", exact=True).first.fill(oma)
    page.get_by_label("Wie is dit?").first.fill("oma")
    page.get_by_role("button", name="Zet in de kring").click()
    expect(page.locator("#meldingen")).to_contain_text(f"{oma} staat in de kring.")
    page.locator(f"svg:visible a[aria-label^='{oma}']").click()
    page.locator("summary", has_text="Hoeveel kan erbij?").click()
    page.get_by_label("grens bereikt", exact=True).check()
    page.get_by_role("button", name="Grens opslaan").click()
    expect(page.get_by_role("main")).to_contain_text("Tot die tijd kan deze persoon geen nieuwe actie krijgen.")
    found += seen(page, "circle-person")
    here = urlsplit(page.url)
    page.get_by_role("link", name="Gezinsplan").first.click()
    page.get_by_role("link", name="piekeren").first.click()
    page.goto(f"{page.url}acties/nieuw/?{here.query}")
    expect(page.get_by_role("main")).to_contain_text("de grens is bereikt")
    page.get_by_label("Wat gaat er gebeuren?").fill("Op Lotte passen")
    expect(page.get_by_label("Wie doet dit?")).to_have_value(f"network|{oma}")
    page.get_by_label("Wanneer is het klaar?").fill("31-12-2027")
    page.get_by_role("button", name="Actie opslaan").click()
    expect(page.get_by_role("main")).to_contain_text("de grens is bereikt")
    page.goto(f"{here.path}?{here.query}")
    page.get_by_role("link", name="Brief om het te vertellen").click()
    expect(page.get_by_role("main")).to_contain_text(f"Beste {oma},")
    assert found + seen(page, "circle-notice") == []


@pytest.mark.parametrize("width", WIDTHS)
def test_two_days_are_compared_in_drawing_and_table(house: House, width: int) -> None:
    page = house.enter("Jorien Smit", width)
    circle_of(page, "De Wit")
    page.get_by_label("Vergelijk met").fill("01-06-2026")
    page.get_by_role("button", name="Bekijk", exact=True).click()
    expect(page.get_by_role("main")).to_contain_text("erbij gekomen")
    expect(page.get_by_role("main")).to_contain_text("stonden er")
    assert seen(page, "circle-compared") == []
