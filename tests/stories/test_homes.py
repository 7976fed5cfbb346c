"""Two homes for one child, written down on a phone; and the pages of homes and professionals as people see them."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from kring.web.manual.pictures import PHONE
from tests.stories.house import House
from tests.stories.pictures import WIDTHS, seen, shows

pytestmark = pytest.mark.browser
PAGES = (
    ("homes", "wonen/"),
    ("home-stay", "wonen/erbij/"),
    ("home-part", "wonen/uit-elkaar/"),
    ("home-move", "wonen/verhuizen/"),
    ("professionals", "betrokken/"),
    ("professional", "betrokken/erbij/"),
    ("people-authority", "personen/"),
)


def dossier(page: Page, family: str) -> str:
    """The address of a family, from the list of families."""
    page.goto("/gezinnen/")
    page.get_by_role("main").get_by_role("link", name=re.compile(family)).first.click()
    page.wait_for_url(re.compile(r"/dossier/[0-9a-f-]{36}/$"))
    return page.url


@pytest.mark.parametrize("width", WIDTHS)
def test_homes_and_professionals_are_accessible_and_fit(house: House, width: int) -> None:
    naima = house.enter("Naima Haddou", width)
    family, found = dossier(naima, "Yıldız"), []
    for screen, place in PAGES:
        naima.goto(f"{family}{place}")
        found += seen(naima, screen)
    assert found == []


def test_a_child_gets_two_homes_on_a_phone_and_the_family_reads_it(house: House) -> None:
    """Marloes and Stefan part; Finn lives in both homes. Jorien writes it down at the kitchen table."""
    jorien = house.enter("Jorien Smit", PHONE)
    family = dossier(jorien, "De Wit")
    jorien.goto(f"{family}wonen/")
    jorien.get_by_role("link", name="Ouders gaan uit elkaar").click()
    jorien.get_by_role("radio", name="Stefan de Wit").check()
    jorien.get_by_label("Hoe heet het nieuwe huis?").fill("bij papa")
    jorien.get_by_label("Hoe heet het huis waar de anderen blijven?").fill("bij mama")
    jorien.get_by_role("checkbox", name="Finn de Wit").check()
    jorien.get_by_label("Op welke dagen in het nieuwe huis?").fill("vrijdag tot en met zondag")
    jorien.get_by_label("Vanaf welke dag?").fill("01-10-2026")
    jorien.get_by_label("Wie vertelde dit?").fill("Marloes Bakker")
    jorien.get_by_role("button", name="Twee huizen opslaan").click()
    expect(lives(jorien, "bij papa", "Finn de Wit")).to_be_visible()
    expect(home(jorien, "bij papa").get_by_text("vrijdag tot en met zondag")).to_be_visible()
    expect(lives(jorien, "bij mama", "Finn de Wit")).to_be_visible()
    expect(lives(jorien, "bij mama", "Stefan de Wit")).to_have_count(0)
    expect(lives(jorien, "Volgens het register", "Stefan de Wit")).to_be_visible()
    shows(jorien, "homes-two")
    marloes = house.enter("Marloes Bakker", PHONE)
    marloes.goto(f"{family}wonen/")
    expect(lives(marloes, "bij papa", "Finn de Wit")).to_be_visible()
    expect(marloes.get_by_role("link", name="Wijzigen")).to_have_count(0)
    shows(marloes, "homes-own")


def lives(page: Page, name: str, who: str) -> Locator:
    return home(page, name).locator("strong", has_text=who)


def home(page: Page, name: str) -> Locator:
    """The card of one home."""
    return page.get_by_role("region", name=name)
