"""What a family tells of itself: a moment on a phone by the keyboard, its panel and history, and what is familiar."""

import pytest
from playwright.sync_api import expect

from kring.web.manual.pictures import PHONE
from tests.stories.house import House
from tests.stories.pictures import WIDTHS, seen, shows
from tests.stories.test_care import fill
from tests.stories.test_circle import tab_to
from tests.stories.test_homes import dossier

pytestmark = pytest.mark.browser


def test_a_mother_tells_a_moment_on_a_phone_with_the_keyboard_and_reads_it_back(house: House) -> None:
    page = house.enter("Marloes Bakker", PHONE)
    page.goto(f"{dossier(page, 'De Wit')}levenslijn/")
    fill(page, {"what": "verhuisd naar de Dorpsstraat", "year": "2011", "feeling": "spannend"})
    tab_to(page, "Schrijf op")
    page.keyboard.press("Enter")
    expect(page.locator("#meldingen")).to_contain_text("Opgeschreven.")
    page.get_by_role("link", name="Dorpsstraat").first.press("Enter")
    panel = page.locator("#regel")
    expect(panel).to_contain_text("Marloes Bakker")
    found = seen(page, "moment")
    panel.get_by_role("link", name="Geschiedenis").click()
    page.wait_for_url("**/geschiedenis/**")
    found += seen(page, "moment-history")
    assert found == []


@pytest.mark.parametrize("width", WIDTHS)
def test_the_life_line_and_what_is_familiar_are_seen(house: House, width: int) -> None:
    page = house.enter("Jorien Smit", width)
    family = dossier(page, "De Wit")
    page.goto(f"{family}levenslijn/")
    found = seen(page, "lifeline")
    page.goto(f"{family}vertrouwd/")
    expect(page.get_by_role("main")).to_contain_text("verteld door Marloes Bakker")
    found += seen(page, "familiar")
    assert found == []
    page.get_by_role("link", name="Wijzig").first.click()
    shows(page, "familiar-line")
