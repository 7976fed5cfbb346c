"""Henk Vos writes down what Corrie van der Laan needs, by the keyboard and on a phone; Samira reads her own."""

import pytest
from playwright.sync_api import Page, expect

from kring.web.manual.pictures import DESK, PHONE
from tests.stories.house import House
from tests.stories.pictures import WIDTHS, seen
from tests.stories.test_care import fill
from tests.stories.test_circle import tab_to
from tests.stories.test_homes import dossier

pytestmark = pytest.mark.browser


def follow(page: Page, name: str) -> None:
    tab_to(page, name)
    page.keyboard.press("Enter")


@pytest.mark.parametrize("width", WIDTHS)
def test_an_investigation_as_it_stands(house: House, width: int) -> None:
    page = house.enter("Henk Vos", width)
    page.goto(f"{dossier(page, 'El Amrani')}wmo/")
    found = seen(page, "wmo-list")
    page.get_by_role("link", name="Fatma Bouzian").click()
    expect(page.get_by_role("region", name="Wat er is onderzocht")).to_contain_text("Bij De Linde zing ik.")
    expect(page.get_by_role("main")).to_contain_text("5 van 7")
    found += seen(page, "wmo")
    page.get_by_role("link", name="Bekijk het verslag").click()
    expect(page.get_by_role("main")).to_contain_text("Wij vinden: Fatma heeft vaste dagen")
    found += seen(page, "wmo-outcome")
    page.goto("/wmo-onderzoeken/")
    expect(page.get_by_role("main")).to_contain_text("Gezin El Amrani")
    found += seen(page, "wmo-mine")
    assert found == []


def test_from_a_report_to_a_block_on_a_phone_by_the_keyboard(house: House) -> None:
    page = house.enter("Henk Vos", PHONE)
    page.goto(f"{dossier(page, 'Van der Laan')}wmo/melding/")
    fill(page, {"reported_by": "Corrie van der Laan", "need": "De trap is te steil."})
    found = seen(page, "wmo-report")
    follow(page, "Bevestig de melding")
    expect(page.locator("#meldingen")).to_contain_text("De melding staat erin en is bevestigd.")
    expect(page.get_by_role("main")).to_contain_text("Vul eerst in hoe het staat met basiszorg en veiligheid.")
    here = page.url
    page.goto(f"{here}onderdeel/a/")
    fill(page, {"words": "Ik slaap liever beneden.", "conclusion": "Een bed beneden geeft rust."})
    found += seen(page, "wmo-block")
    follow(page, "Onderdeel opslaan")
    expect(page.locator("#onderdeel-a")).to_contain_text("Ik slaap liever beneden.")
    page.goto(f"{here}doe/verstuur/")
    page.get_by_role("button", name="Het verslag is verstuurd").click()
    expect(page.get_by_role("main")).to_contain_text(
        "Het verslag kan nog niet weg: niet alle onderdelen zijn ingevuld."
    )
    assert found == []


def test_samira_reads_what_was_said_and_decided_about_her(house: House) -> None:
    page = house.enter("Samira El Amrani", PHONE)
    page.goto(f"{dossier(page, 'El Amrani')}wmo/")
    found = seen(page, "wmo-own-list")
    page.get_by_role("link", name="Samira El Amrani").last.click()
    expect(page.get_by_role("main")).to_contain_text("Ik wil weer dochter zijn en niet alleen verzorger.")
    expect(page.get_by_role("main")).to_contain_text("Besluit genomen")
    found += seen(page, "wmo-own")
    assert found == []


def test_the_page_prints_without_what_one_presses(house: House) -> None:
    page = house.enter("Henk Vos", DESK)
    page.goto(f"{dossier(page, 'El Amrani')}wmo/")
    page.get_by_role("link", name="Fatma Bouzian").click()
    page.emulate_media(media="print")
    expect(page.get_by_role("link", name="Onderdeel f invullen")).to_be_hidden()
    expect(page.get_by_text("Bij De Linde zing ik.")).to_be_visible()
