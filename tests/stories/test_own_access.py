"""Somebody of the family is invited on paper, and comes in on the own telephone, without any JavaScript."""

import re

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.stories.house import House
from tests.stories.pictures import looked_at, seen

pytestmark = pytest.mark.browser

ADDRESS = "moeder@voorbeeld.test"
PASSWORD = "een lang verzonnen wachtwoord"
TELEPHONE = ViewportSize(width=390, height=844)


def without_javascript(house: House) -> Page:
    context = house.browser.new_context(
        viewport=TELEPHONE, locale="nl-NL", base_url=house.site, java_script_enabled=False
    )
    house.contexts.append(context)
    return context.new_page()


def test_a_member_is_invited_and_reads_along_on_the_telephone(house: House) -> None:
    jorien = house.enter("Jorien Smit")
    jorien.goto("/gezinnen/")
    found = invites(jorien)
    letter = jorien.get_by_role("main").inner_text()
    [path] = re.findall(r"https?://\S+?(/account/uitnodiging/\S+)", letter)
    phone = without_javascript(house)
    phone.goto(path)
    expect(phone.get_by_role("main")).to_contain_text("Jorien Smit van Zeewaard nodigt u uit")
    phone.get_by_label("Kies een wachtwoord").fill(PASSWORD)
    phone.get_by_label("Wachtwoord, nog een keer").fill(PASSWORD)
    phone.get_by_role("button", name="Wachtwoord opslaan").click()
    phone.get_by_label("E-mailadres").fill(ADDRESS)
    phone.get_by_label("Wachtwoord", exact=True).fill(PASSWORD)
    phone.get_by_role("button", name="Inloggen", exact=True).click()
    expect(phone.get_by_role("heading", level=1)).to_contain_text("Dag ")
    jorien.get_by_role("link", name="Personen", exact=True).first.click()
    found += seen(jorien, "own-access")
    assert found == []


def invites(jorien: Page) -> list[str]:
    """The first of all families in which somebody of twelve or older has no account yet."""
    addresses = [str(one.get_attribute("href")) for one in jorien.locator("main a[href^='/dossier/']").all()]
    for address in dict.fromkeys(addresses):
        jorien.goto(f"{address}personen/")
        free = jorien.get_by_role("link", name=re.compile("^Uitnodigen"))
        if free.count():
            free.first.click()
            found = looked_at(jorien)
            jorien.get_by_label("E-mailadres van deze persoon").fill(ADDRESS)
            jorien.get_by_label(re.compile("^op papier")).check()
            jorien.get_by_role("button", name="Nodig uit").click()
            expect(jorien.get_by_role("heading", name="Uw eigen toegang tot Kring")).to_be_visible()
            return found + seen(jorien, "own-access-letter")
    raise AssertionError("everybody of every family has an account")
