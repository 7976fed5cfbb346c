"""The genogram: a grandfather who died is told with the keyboard on a phone; on paper; and beside it the ecogram."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from kring.web.manual.pictures import PHONE
from tests.stories.house import House
from tests.stories.pictures import WIDTHS, seen
from tests.stories.seeing import faults
from tests.stories.test_homes import dossier
from tests.stories.test_keyboard import goes_to, presses

pytestmark = pytest.mark.browser


def drawn(page: Page, name: str) -> Locator:
    """Somebody in the drawing that this screen shows."""
    return page.locator("svg:visible").get_by_role("link", name=re.compile(f"^{name}"))


@pytest.mark.parametrize("width", WIDTHS)
def test_genogram_and_ecogram_are_accessible_and_fit(house: House, width: int) -> None:
    jorien = house.enter("Jorien Smit", width)
    family, found = dossier(jorien, "De Wit"), []
    jorien.goto(f"{family}stamboom/")
    found += seen(jorien, "genogram")
    drawn(jorien, "Stefan").click()
    found += seen(jorien, "genogram-person")
    jorien.goto(f"{family}kring/ecogram/")
    found += seen(jorien, "ecogram")
    drawn(jorien, "oma Truus").click()
    expect(jorien.get_by_role("main")).to_contain_text("Hoeveel kan erbij?")
    assert found == []


def test_a_grandfather_who_died_is_told_with_the_keyboard_on_a_phone(house: House) -> None:
    page = house.enter("Jorien Smit", PHONE)
    page.goto(f"{dossier(page, 'De Wit')}stamboom/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("main"), "past the menus").to_be_focused()
    presses(page, drawn(page, "Marloes"))
    expect(page.locator("#wie")).to_contain_text("Marloes")
    presses(page, page.get_by_text("Ouder toevoegen", exact=True))
    form = page.locator("details[open] form")
    answers = {"name": "opa Wim", "relation": "opa", "sex": "man", "deceased": " ", "died_year": "2015"}
    for field, answer in (*answers.items(), ("told_by", "Marloes Bakker")):
        goes_to(page, form.locator(f"[name={field}]"))
        page.keyboard.type(answer)
    presses(page, form.get_by_role("button", name="Zet ouder erbij"))
    expect(page.locator("#meldingen")).to_contain_text("Het staat in de stamboom.")
    expect(drawn(page, "opa Wim, man, overleden in 2015")).to_have_count(1)
    presses(page, page.get_by_text("Bekijk als tabel"))
    expect(page.get_by_role("row", name="opa Wim, man, overleden in 2015")).to_contain_text("kind Marloes")
    assert faults(page) == []


def test_who_is_put_aside_stands_there_after_coming_back_and_on_paper(house: House) -> None:
    page = house.enter("Jorien Smit")
    page.goto(f"{dossier(page, 'De Wit')}stamboom/")
    before = left_of(page, "Lotte") - left_of(page, "Finn")
    drawn(page, "Lotte").click()
    page.get_by_role("button", name="Naar links" if before > 0 else "Naar rechts").click()
    expect(page.locator("#meldingen")).to_contain_text("Dat blijft zo.")
    page.goto(page.url.partition("?")[0])
    assert (left_of(page, "Lotte") - left_of(page, "Finn")) * before < 0
    page.emulate_media(media="print")
    expect(drawn(page, "Lotte")).to_be_visible()
    expect(page.get_by_role("searchbox")).to_be_hidden()
    expect(page.get_by_role("button", name="Afdrukken")).to_be_hidden()


def left_of(page: Page, name: str) -> float:
    box = drawn(page, name).bounding_box()
    assert box is not None
    return box["x"]
