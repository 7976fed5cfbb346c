"""A child is in danger and nobody who leads can be reached: opening, who hears of it, and the judgement."""

import pytest
from playwright.sync_api import Page, expect

from tests.stories.house import House
from tests.stories.pictures import WIDTHS, looked_at, seen

pytestmark = pytest.mark.browser

WHY = "Noah belde: het gaat mis thuis."


@pytest.mark.parametrize("width", WIDTHS)
def test_a_dossier_is_opened_and_judged(house: House, width: int) -> None:
    found = []
    henk = house.enter("Henk Vos", width)
    henk.goto("/noodknop/")
    found += seen(henk, "emergency")
    fills(henk)
    expect(henk.get_by_role("main")).to_contain_text("Het dossier is open.")
    found += looked_at(henk)
    jorien = house.enter("Jorien Smit", width)
    jorien.goto("/berichten/")
    expect(jorien.get_by_role("main")).to_contain_text("De noodknop is gebruikt.")
    karim = house.enter("Karim Tahiri", width)
    karim.goto("/toezicht/noodknop/")
    expect(karim.get_by_role("main")).to_contain_text(WHY)
    found += seen(karim, "emergencies")
    karim.get_by_role("link", name="Beoordelen").click()
    found += looked_at(karim)
    karim.get_by_label("terecht", exact=True).check()
    karim.get_by_label("Waarom vindt u dat?").fill("Het kind belde zelf en niemand nam op.")
    karim.get_by_role("button", name="Oordeel vastleggen").click()
    expect(karim.get_by_role("main")).to_contain_text("Er is niets te beoordelen")
    karim.goto("/toezicht/log/")
    found += looked_at(karim)
    marloes = house.enter("Marloes Bakker", width)
    marloes.goto("/wie-keek/")
    expect(marloes.get_by_role("main")).not_to_contain_text("noodknop")
    found += seen(marloes, "own-log")
    assert found == []


def fills(page: Page) -> None:
    page.get_by_label("Voor- en achternaam").fill("Miriam Tesfay")
    for part, value in (("Dag", "10"), ("Maand", "10"), ("Jaar", "1994")):
        page.get_by_role("textbox", name=part, exact=True).fill(value)
    page.get_by_label("een kind is nu niet veilig").check()
    page.get_by_label("Wat is er aan de hand?").fill(WHY)
    page.get_by_role("button", name="Open het dossier").click()
