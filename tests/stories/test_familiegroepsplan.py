"""The family's own plan goes first: Marloes changes her mind, and the family Pinas hands its plan in by telephone.

As long as the family is at it, nobody else lays a plan down; what Jorien accepts is the plan.
"""

import re

import pytest
from playwright.sync_api import Page, expect

from kring.web.manual.pictures import PHONE
from tests.stories.house import House
from tests.stories.pictures import WIDTHS, seen
from tests.stories.test_keyboard import presses
from tests.stories.test_my_plan import small_phone

pytestmark = pytest.mark.browser

WORDS = "Shanaya slaapt bij oma Hilda als mama nachtdienst heeft."
WAITS = "Het gezin maakt eerst zelf een plan."


def dossier_of(page: Page, family: str) -> str:
    """Of a professional, from the list of families."""
    page.goto("/gezinnen/")
    page.get_by_role("main").get_by_role("link", name=re.compile(family)).first.click()
    page.wait_for_load_state()
    return page.url


def says(page: Page, words: str) -> None:
    expect(page.get_by_role("main")).to_contain_text(words)


@pytest.mark.parametrize("width", WIDTHS)
def test_the_pages_of_the_own_plan_are_accessible_and_fit(house: House, width: int) -> None:
    jorien = house.enter("Jorien Smit", width)
    own = f"{dossier_of(jorien, 'Pinas')}familiegroepsplan/"
    jorien.goto(own)
    found = seen(jorien, "family-plan")
    jaylen = house.enter("Jaylen Pinas", width)
    jaylen.goto(own)
    found += seen(jaylen, "family-plan-own")
    jaylen.get_by_role("main").get_by_role("link", name="Iets opschrijven").first.click()
    found += seen(jaylen, "family-plan-write")
    assert found == []


def test_jaylen_hands_the_plan_in_by_telephone_and_then_it_is_the_plan(house: House) -> None:
    jorien = house.enter("Jorien Smit")
    dossier = dossier_of(jorien, "Pinas")
    jorien.goto(f"{dossier}plan/vaststellen/")
    says(jorien, WAITS)
    jaylen = small_phone(house, "Jaylen Pinas")
    jaylen.goto(f"{dossier}familiegroepsplan/")
    jaylen.get_by_role("link", name="Iets opschrijven").first.click()
    jaylen.get_by_label("Wat gaan we doen? Wie doet het?").fill(WORDS)
    jaylen.get_by_role("button", name="Bewaren").click()
    says(jaylen, WORDS)
    jaylen.get_by_role("link", name="Plan inleveren").click()
    jaylen.get_by_role("main").get_by_role("button").last.click()
    says(jaylen, "plan is ingeleverd")
    jorien.goto(f"{dossier}familiegroepsplan/")
    says(jorien, WORDS)
    jorien.get_by_role("link", name="Zeg of het zo kan").click()
    jorien.get_by_role("main").get_by_role("button", name="Opslaan").click()
    says(jorien, "Kies of u het plan aanvaardt.")
    jorien.get_by_role("radio", name="aanvaard", exact=True).check()
    jorien.get_by_role("main").get_by_role("button", name="Opslaan").click()
    jorien.get_by_role("button", name="Neem de woorden over in het plan").click()
    jorien.goto(f"{dossier}plan/vaststellen/")
    expect(jorien.get_by_role("main")).not_to_contain_text(WAITS)
    jaylen.reload()
    says(jaylen, "Uw plan is goed zo.")


def test_marloes_said_no_and_chooses_her_own_plan_with_the_keys_alone(house: House) -> None:
    marloes = house.enter("Marloes Bakker", PHONE)
    dossier = dossier_of(house.enter("Jorien Smit"), "De Wit")
    marloes.goto(f"{dossier}familiegroepsplan/")
    presses(marloes, marloes.get_by_role("link", name="Antwoord geven"))
    marloes.get_by_role("radio", name=re.compile("^ja")).focus()
    marloes.keyboard.press("Space")
    presses(marloes, marloes.get_by_role("button", name="Antwoord bewaren"))
    says(marloes, "U maakt een plan.")
