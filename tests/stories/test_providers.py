"""A provider tells of its own plan by a link, without an account; who leads reads it, and policy sees the tally."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.stories.house import House
from tests.stories.keys import chooses, enters, picks, writes
from tests.stories.pictures import WIDTHS, shows

pytestmark = pytest.mark.browser

KADE, TASK = "Jeugdzorg De Kade", "Vertel over uw eigen plan"


@pytest.mark.parametrize("width", WIDTHS)
def test_a_provider_answers_by_the_link_and_nothing_is_left_to_do(house: House, width: int) -> None:
    jorien = house.enter("Jorien Smit", width)
    opens(jorien)
    jorien.get_by_role("button", name=f"Vraag {KADE}").click()
    expect(jorien.get_by_role("main")).to_contain_text("De vraag staat klaar.")
    shows(jorien, "plan-providers")
    fatima = house.enter("Fatima Amrani", width)
    expect(fatima.get_by_role("region", name="Komt eraan")).to_contain_text(TASK)
    nobody = house.door(width)
    nobody.goto(link(jorien))
    answers(nobody)
    expect(nobody.get_by_role("heading", name="Bedankt voor uw antwoord")).to_be_visible()
    fatima.goto("/")
    expect(fatima.get_by_role("region", name="Vandaag gedaan")).to_contain_text(TASK)
    expect(fatima.get_by_role("region", name="Komt eraan")).not_to_contain_text(TASK)
    opens(jorien)
    card = jorien.get_by_role("region", name=KADE)
    expect(card).to_contain_text("van 20 oktober 2026")
    expect(card).to_contain_text("geen deel van het plan: het netwerk is overbelast")


@pytest.mark.parametrize("width", WIDTHS)
def test_the_policy_adviser_sees_the_tally_and_no_small_number(house: House, width: int) -> None:
    sven = house.enter("Sven Kramer", width)
    sven.goto("/gebieden/")
    sven.get_by_role("link", name="Plannen van aanbieders").click()
    table = sven.get_by_role("table", name="Per aanbieder")
    expect(table.get_by_role("row", name="Basisschool De Vlieger")).to_contain_text("afgeschermd")
    shows(sven, "provider-figures")


def opens(page: Page) -> None:
    page.goto("/gezinnen/")
    page.get_by_role("main").get_by_role("link", name="De Wit").first.click()
    page.get_by_role("navigation").get_by_role("link", name="Gezinsplan").click()
    page.get_by_role("link", name="Vragen en antwoorden").click()


def link(page: Page) -> str:
    """As the regisseur copies it, on the site that is being looked at."""
    return urlsplit(page.get_by_role("region", name=KADE).locator("[data-value]").inner_text()).path


def answers(page: Page) -> None:
    """With the keyboard alone; each question comes once the one before it is answered."""
    expect(page.get_by_role("group", name="2. Voor welk doel is uw plan?")).to_be_hidden()
    picks(page, page.get_by_role("group", name="1. Is er een eigen plan").get_by_label("Ja"))
    writes(page, page.get_by_label("Van welke datum is uw plan?"), "20-10-2026")
    picks(page, page.get_by_role("group", name="2. Voor welk doel is uw plan?").get_by_role("radio").last)
    picks(page, page.get_by_role("group", name="3. Is informele hulp").get_by_label("Nee"))
    chooses(page, page.get_by_label("Waarom niet?"), "het netwerk")
    shows(page, "provider-link")
    enters(page, page.get_by_role("button", name="Antwoord versturen"))
