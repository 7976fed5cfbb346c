"""The care picture: told help on a phone by the keyboard, what stands out taken up as a task, and as it is printed."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from kring.web.manual.pictures import DESK, PHONE
from tests.stories.house import House
from tests.stories.pictures import WIDTHS, seen, shows
from tests.stories.test_circle import tab_to
from tests.stories.test_homes import dossier

pytestmark = pytest.mark.browser
TWICE = re.compile("Klopt zo, of oppakken.+Twee keer huishoudelijke hulp")


def fill(page: Page, given: dict[str, str]) -> None:
    """A form from top to bottom, by the keyboard alone."""
    for name, text in given.items():
        tab_to(page, name)
        page.keyboard.type(text)


def line(page: Page, product: str) -> Locator:
    return page.get_by_role("region", name="Alle hulp").locator("tbody tr", has_text=product)


def test_a_mother_tells_of_help_on_a_phone_with_the_keyboard_and_stops_it(house: House) -> None:
    page = house.enter("Marloes Bakker", PHONE)
    care = f"{dossier(page, 'De Wit')}hulp/"
    page.goto(care)
    tab_to(page, "Hulp opschrijven")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Welke hulp is er?")).to_be_visible()
    fill(page, {"product": "praatgroep", "provider": "Buurthuis De Brug", "since": "01-03-2026"})
    found = seen(page, "care-told")
    tab_to(page, "Schrijf op")
    page.keyboard.press("Enter")
    expect(page.locator("#meldingen")).to_contain_text("De hulp staat erbij.")
    expect(line(page, "praatgroep")).to_contain_text("verteld door Marloes Bakker")
    assert urlsplit(page.url).path == urlsplit(care).path
    tab_to(page, "praatgroep")
    page.keyboard.press("Enter")
    expect(page.locator("#hulp")).to_contain_text("Bekend van")
    found += seen(page, "care-panel")
    tab_to(page, "Verbeter of stop")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Verbetering opslaan")).to_be_visible()
    tab_to(page, "Is gestopt")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Vanaf welke dag is deze hulp er niet meer?")).to_be_visible()
    fill(page, {"on": "01-06-2026"})
    page.keyboard.press("Enter")
    expect(line(page, "praatgroep")).to_contain_text("31 mei 2026")
    assert found == []


@pytest.mark.parametrize("width", WIDTHS)
def test_what_stands_out_is_taken_up_and_stands_in_the_day(house: House, width: int) -> None:
    """Household help was delivered already: told once more it stands out."""
    page = house.enter("Jorien Smit", width)
    care = f"{dossier(page, 'De Wit')}hulp/"
    page.goto(care)
    found = seen(page, "care")
    page.get_by_role("link", name="Hulp opschrijven").click()
    page.get_by_label("Voor wie?").select_option(label="Marloes Bakker")
    page.get_by_label("Welke hulp is er?").fill("huishoudelijke hulp")
    page.get_by_label("Uit welke wet?").select_option(label="Wmo")
    page.get_by_label("Vanaf welke dag?").fill("01-09-2026")
    page.get_by_label("Wie vertelt dit?").fill("Marloes Bakker")
    page.get_by_role("button", name="Schrijf op").click()
    page.get_by_role("link", name=TWICE).click()
    found += seen(page, "care-mark")
    page.get_by_label("ik pak het op").check()
    page.get_by_label("Want …").fill("Marloes betaalt er ook zelf een")
    page.get_by_label("Voor welke dag?").fill("31-12-2027")
    page.get_by_role("button", name="Opslaan").click()
    expect(page.get_by_role("main")).to_contain_text("Ik pak het op: Marloes betaalt er ook zelf een")
    found += seen(page, "care-answered")
    assert found == []


def test_a_bar_of_the_own_network_leads_to_the_circle(house: House) -> None:
    page = house.enter("Jorien Smit", DESK)
    page.goto(f"{dossier(page, 'De Wit')}hulp/")
    page.locator("svg a", has_text="buurvrouw Anja").first.click()
    expect(page.locator("#wie")).to_contain_text("Anja")
    shows(page, "circle-from-care")


def test_the_care_picture_is_printed_without_what_one_presses(house: House) -> None:
    page = house.enter("Jorien Smit", DESK)
    page.goto(f"{dossier(page, 'De Wit')}hulp/")
    page.emulate_media(media="print")
    expect(page.get_by_role("link", name="Hulp opschrijven")).to_be_hidden()
    expect(page.locator("svg.kd-wide").first).to_be_visible()
    expect(line(page, "huishoudelijke hulp")).to_be_visible()
