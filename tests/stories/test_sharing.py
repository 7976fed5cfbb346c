"""A young person stops sharing in one tap; two parents with authority agree with help one after the other."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.stories.house import House
from tests.stories.pictures import WIDTHS, looked_at, seen

pytestmark = pytest.mark.browser

STOP = re.compile("Stop met delen.*Leerplicht.*Uw regisseur")
AGAIN = re.compile("Weer delen.*Leerplicht.*Uw regisseur")
HELP = "steun op school, één keer per week"


@pytest.mark.parametrize("width", WIDTHS)
def test_jaylen_shares_stops_and_shares_again(house: House, width: int) -> None:
    found = []
    jorien = house.enter("Jorien Smit", width)
    share_url = opened(jorien, "Pinas", "Delen")
    jorien.get_by_role("link", name="Met iemand anders delen").click()
    fills(jorien)
    found += seen(jorien, "share-ask")
    jorien.get_by_role("button", name="Vastleggen").click()
    expect(jorien.get_by_role("main")).to_contain_text("De vraag staat klaar.")
    found += looked_at(jorien)
    jaylen = house.enter("Jaylen Pinas", width)
    jaylen.goto(share_url)
    expect(jaylen.get_by_role("main")).to_contain_text("Mag dit?")
    found += seen(jaylen, "share-own")
    jaylen.get_by_role("button", name="Ja, dat mag").press("Enter")
    expect(jaylen.get_by_role("main")).to_contain_text("Uw antwoord is opgeschreven.")
    jaylen.get_by_role("button", name=STOP).press("Enter")
    expect(jaylen.get_by_role("main")).to_contain_text("Vanaf nu wordt dit niet meer gedeeld.")
    found += seen(jaylen, "share-stopped")
    jorien.goto("/")
    expect(jorien.get_by_role("main")).to_contain_text("Kijk wat er veranderd is bij Delen")
    jaylen.get_by_role("button", name=AGAIN).press("Enter")
    expect(jaylen.get_by_role("main")).to_contain_text("U deelt dit weer.")
    assert found == []


@pytest.mark.parametrize("width", WIDTHS)
def test_two_parents_with_authority_agree_with_help(house: House, width: int) -> None:
    found = []
    naima = house.enter("Naima Haddou", width)
    consents_url = opened(naima, "Aksoy", "Instemming")
    naima.get_by_role("link", name="Instemming vragen").click()
    naima.get_by_label("Voor wie is de hulp?").select_option(label="Ela Yıldız")
    naima.get_by_label("Om welke hulp gaat het?").fill(HELP)
    naima.get_by_role("group", name="Is de hulp ingrijpend?").get_by_label("Nee").check()
    found += seen(naima, "consent-ask")
    naima.get_by_role("button", name="Vraag instemming").click()
    expect(naima.get_by_role("main")).to_contain_text("wacht op antwoord")
    for name, state in (("Elif Aksoy", "wacht op ouder 2"), ("Emre Yıldız", "akkoord")):
        parent = house.enter(name, width)
        parent.goto(consents_url)
        if name.startswith("Elif"):
            found += seen(parent, "consent-own")
        parent.get_by_role("button", name="Ja, ik vind deze hulp goed").press("Enter")
        expect(parent.get_by_role("main")).to_contain_text(state)
        found += looked_at(parent)
    naima.goto(consents_url)
    found += seen(naima, "consents")
    assert found == []


def opened(page: Page, family: str, section: str) -> str:
    """The address of a section of this family's dossier, as somebody finds it who works with it."""
    page.goto("/gezinnen/")
    page.get_by_role("link", name=family).first.click()
    page.get_by_role("link", name=section, exact=True).first.click()
    expect(page.locator("a[aria-current='page']").filter(has_text=section).first).to_be_visible()
    return page.url


def fills(page: Page) -> None:
    page.get_by_label("Met wie?").select_option(label="Iemand anders")
    page.get_by_label("Naam of functie, en organisatie").fill("Mentor, De Vlieger College")
    page.get_by_label("Over wie?").select_option(label="Jaylen Pinas")
    page.get_by_label("Welke hulp er is: Leerplicht").check()
    page.get_by_label("Waarvoor is dit nodig?").fill("Zodat school en begeleiding hetzelfde doen.")
    page.get_by_label("Waarom kan het niet zonder?").fill("Nu bellen zij allebei over hetzelfde.")
    page.get_by_label("Kan het met minder?").fill("Alleen dat er begeleiding is, en van wie.")
    page.get_by_label("Nog niet. Zet de vraag klaar").check()
