"""A contact is written down on a phone with the keys alone, and becomes a task."""

import pytest
from playwright.sync_api import Locator, Page, expect

from kring.web.manual.pictures import PHONE
from tests.stories.house import House
from tests.stories.pictures import WIDTHS, looked_at, seen

pytestmark = pytest.mark.browser
MOST_STOPS = 60
AGREED = "Woensdag bellen wij samen met de woningbouw."


def contact_of_de_wit(house: House, width: int) -> Page:
    jorien = house.enter("Jorien Smit", width)
    jorien.goto("/gezinnen/")
    jorien.get_by_role("link", name="De Wit").first.click()
    jorien.get_by_role("navigation", name="Onderdelen van dit dossier").get_by_role("link", name="Contact").click()
    jorien.wait_for_url("**/contact/")
    return jorien


@pytest.mark.parametrize("width", WIDTHS)
def test_what_was_said_and_agreed_stands_below_each_other(house: House, width: int) -> None:
    jorien = contact_of_de_wit(house, width)
    expect(jorien.get_by_role("main")).to_contain_text("De regeling begint op 1 december.")
    assert seen(jorien, "contact") == []


def test_a_contact_on_a_phone_becomes_a_task(house: House) -> None:
    jorien = contact_of_de_wit(house, PHONE)
    presses(jorien, jorien.get_by_role("link", name="Contact opschrijven"))
    expect(jorien.get_by_role("heading", name="Contact opschrijven")).to_be_visible()
    found = seen(jorien, "contact-form")
    past_the_menus(jorien)
    goes_to(jorien, jorien.get_by_label("Hoe was er contact?"))
    jorien.keyboard.type("telefoon")
    goes_to(jorien, jorien.get_by_role("group", name="Met wie").get_by_label("Marloes Bakker"))
    jorien.keyboard.press("Space")
    writes(jorien, "Wat is er gezegd of gebeurd?", "Marloes belde over de vochtplek.")
    writes(jorien, "Wat is er afgesproken?", AGREED)
    presses(jorien, jorien.get_by_role("button", name="Opslaan"))
    expect(jorien.get_by_role("status")).to_contain_text("Het contact staat erin.")
    expect(jorien.get_by_role("button", name="Ongedaan maken")).to_be_visible()
    expect(jorien.get_by_role("main")).to_contain_text("telefoon")
    found += seen(jorien, "contact-note")
    past_the_menus(jorien)
    presses(jorien, jorien.get_by_role("link", name="Maak er een taak van"))
    expect(jorien.get_by_label("Wat moet er gebeuren?")).to_have_value(AGREED)
    found += seen(jorien, "contact-task")
    past_the_menus(jorien)
    presses(jorien, jorien.get_by_role("button", name="Taak opslaan"))
    expect(jorien.get_by_role("status")).to_contain_text("De taak staat klaar.")
    jorien.goto("/")
    expect(jorien.get_by_role("main")).to_contain_text(AGREED)
    assert found + looked_at(jorien) == []


def past_the_menus(page: Page) -> None:
    """By the first link of every page."""
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Naar de inhoud")).to_be_focused()
    page.keyboard.press("Enter")


def test_a_note_in_the_wrong_family_is_moved(house: House) -> None:
    """The family where it stood keeps a line, and reads nothing of it; where it belongs it is read."""
    jorien = contact_of_de_wit(house, PHONE)
    wrong = jorien.url
    jorien.get_by_role("link", name="Contact opschrijven").click()
    jorien.get_by_label("Wat is er gezegd of gebeurd?").fill("Samira belde over de inburgering.")
    jorien.get_by_role("button", name="Opslaan").click()
    jorien.get_by_role("link", name="Verkeerd gezin? Verplaatsen").click()
    found = seen(jorien, "contact-move")
    family = jorien.get_by_label("Bij welk gezin hoort het?")
    right = family.locator("option").nth(1).inner_text()
    family.select_option(index=1)
    jorien.get_by_role("button", name="Verder").click()
    found += seen(jorien, "contact-move-about")
    jorien.get_by_role("button", name=f"Verplaats naar {right}").click()
    expect(jorien.get_by_role("status")).to_contain_text(f"Het is verplaatst naar {right}.")
    expect(jorien.get_by_role("main")).to_contain_text("Samira belde over de inburgering.")
    marloes = house.enter("Marloes Bakker", PHONE)
    marloes.goto(wrong)
    expect(marloes.get_by_role("main")).to_contain_text("is hier iets weggehaald dat bij een ander gezin hoorde")
    expect(marloes.get_by_role("main")).not_to_contain_text("inburgering")
    assert found + looked_at(marloes) == []


def goes_to(page: Page, wanted: Locator) -> None:
    """Tab after Tab, until one is there and sees it."""
    for _stop in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if wanted.evaluate("place => place === document.activeElement"):
            return expect(wanted).to_be_in_viewport()
    raise AssertionError(f"{wanted} is not within {MOST_STOPS} stops")


def presses(page: Page, wanted: Locator) -> None:
    goes_to(page, wanted)
    page.keyboard.press("Enter")
    page.wait_for_load_state()


def writes(page: Page, label: str, words: str) -> None:
    goes_to(page, page.get_by_label(label))
    page.keyboard.type(words)
