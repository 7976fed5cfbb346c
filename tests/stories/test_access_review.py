"""Bram writes a text of his municipality, and looks over who has access: what is signed stays as it was."""

import pytest
from playwright.sync_api import expect

from tests.stories.house import House
from tests.stories.pictures import WIDTHS, looked_at, seen

pytestmark = pytest.mark.browser

WORDS = "Met vragen over uw gegevens belt u 14 0999."


@pytest.mark.parametrize("width", WIDTHS)
def test_access_is_looked_over_and_signed(house: House, width: int) -> None:
    bram = house.enter("Bram Kok", width)
    bram.goto("/beheer/toegang/")
    found = looked_at(bram)
    bram.get_by_role("link", name="Zeewaard", exact=True).click()
    found += looked_at(bram)
    bram.get_by_role("link", name="Nu nalopen").click()
    for line in bram.get_by_role("main").get_by_role("group").all():
        line.get_by_label("klopt", exact=True).check()
    found += seen(bram, "access-review")
    bram.get_by_role("button", name="Teken").click()
    expect(bram.get_by_role("main")).to_contain_text("Getekend. Wat moest eindigen, is beëindigd.")
    found += seen(bram, "access-signed")
    assert found == []


@pytest.mark.parametrize("width", WIDTHS)
def test_a_text_of_the_municipality_is_written(house: House, width: int) -> None:
    bram = house.enter("Bram Kok", width)
    bram.goto("/beheer/teksten/")
    found = seen(bram, "texts")
    bram.get_by_role("row").filter(has_text="Zeewaard").get_by_role("link").first.click()
    found += looked_at(bram)
    bram.get_by_role("link", name="Tekst schrijven").click()
    bram.get_by_role("textbox", name="Tekst").fill(WORDS)
    bram.get_by_label("Waarom?").fill("het nummer ontbrak")
    found += looked_at(bram)
    bram.get_by_role("button", name="Bewaar").click()
    expect(bram.get_by_role("main")).to_contain_text("het nummer ontbrak")
    found += seen(bram, "text")
    assert found == []
