"""Somebody stands in the register twice: the data steward finds the pair, sees why, makes one of it, and two again."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.stories.house import House
from tests.stories.pictures import WIDTHS, shows
from tests.stories.working import work

pytestmark = pytest.mark.browser
REASON = "Zij is verhuisd; Burgerzaken bevestigt het."


def says(page: Page, text: str) -> None:
    expect(page.get_by_role("main")).to_contain_text(text)


@pytest.mark.parametrize("width", WIDTHS)
def test_one_person_of_two_and_two_again(house: House, demo_url: str, width: int) -> None:
    lidia = house.enter("Lidia Post", width)
    lidia.goto("/leveringen/dubbel/")
    lidia.get_by_role("button", name="Zoek opnieuw").click()
    says(lidia, "Kring zoekt nu")
    work(demo_url)
    lidia.goto("/leveringen/dubbel/")
    shows(lidia, "doubles")
    lidia.get_by_role("main").get_by_role("link", name=re.compile(" en ")).first.click()
    says(lidia, "Waaraan Kring ze vond: adres, achternaam en voornaam")
    says(lidia, "Hoe zwaar het weegt")
    shows(lidia, "double")
    lidia.get_by_label("Ja, dezelfde persoon").check()
    lidia.get_by_label("Waaraan ziet u dat").fill(REASON)
    lidia.get_by_role("button", name="Leg vast").click()
    says(lidia, "Kring voegt deze personen nu samen")
    work(demo_url)
    lidia.goto("/leveringen/dubbel/?toon=beoordeeld")
    says(lidia, "samengevoegd")
    lidia.get_by_role("main").get_by_role("link", name=re.compile(" en ")).first.click()
    lidia.get_by_role("link", name="Maak ongedaan").click()
    shows(lidia, "double-undo")
    lidia.get_by_label("Waarom zijn het toch").fill("Het was toch haar zus.")
    lidia.get_by_role("button", name="Maak ongedaan").click()
    work(demo_url)
    lidia.reload()
    says(lidia, "twee verschillende personen")
