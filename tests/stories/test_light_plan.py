"""A light plan, one person with one goal and two steps: agreed and printed in twelve clicks and three pages at most.

The story counts them from the dossier.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from tests.stories.house import House
from tests.stories.pictures import shows
from tests.stories.test_main_job import brings_it_on_name, chooses, follows

pytestmark = pytest.mark.browser

MOST_CLICKS, MOST_PAGES = 12, 3
QUESTION = "Ik wil de brieven weer open durven maken."
GOAL = "Dat ik ’s avonds weer slaap."
STEPS = ("De post van deze week openen", "Op vrijdag samen kijken wat er ligt")


@dataclass
class Hand:
    """Counts every click and choice, and every page that comes after one. What is typed is no click."""

    page: Page
    clicks: int = 0
    pages: list[str] = field(default_factory=list)

    def click(self, place: Locator) -> None:
        before = self.page.url
        self.clicks += 1
        place.click()
        self.page.wait_for_load_state()
        if self.page.url != before:
            self.pages.append(self.page.url)

    def chooses(self, label: str, wanted: str, nth: int = 0) -> None:
        """From a list: one click to open it is one choice here."""
        self.clicks += 1
        box = self.page.get_by_role("combobox", name=label).nth(nth)
        lines = box.get_by_role("option").all_inner_texts()
        box.select_option(next(line for line in lines if line.startswith(wanted)))

    def types(self, label: str, text: str, nth: int = 0) -> None:
        """With Tab from the field before: no mouse is needed for it."""
        place = self.page.get_by_role("textbox", name=label).nth(nth)
        for _stop in range(30):
            if place.evaluate("place => place === document.activeElement"):
                break
            self.page.keyboard.press("Tab")
        expect(place).to_be_focused()
        self.page.keyboard.type(text)


def test_a_light_plan_is_agreed_and_printed(house: House, tmp_path: Path) -> None:
    jorien = house.enter("Jorien Smit")
    jorien.goto(dossier_of_one_person(house))
    person = jorien.get_by_role("list", name="Van wie is dit plan").locator("bdi").first.inner_text()
    hand = Hand(jorien)
    hand.click(jorien.get_by_role("link", name="Aan tafel"))
    hand.click(jorien.get_by_role("link", name="Kort plan, op één bladzijde"))
    hand.types("Wat is uw vraag, in uw eigen woorden?", QUESTION)
    hand.types("Wat gaat er goed?", "Ik kook elke dag.")
    hand.types("Wat wilt u bereiken?", GOAL)
    hand.chooses("Waar gaat dit over?", "geld")
    hand.types("Waarom is dit onderwerp nu aan de beurt?", "De post ligt er al weken.")
    hand.types("Wat gaat er gebeuren?", STEPS[0])
    hand.chooses("Wie doet dit?", person)
    hand.types("Wat gaat er gebeuren?", STEPS[1], nth=1)
    hand.chooses("Wie doet dit?", person, nth=1)
    for agreed in jorien.get_by_role("radio", name="eens", exact=True).all():
        hand.click(agreed)
    hand.click(jorien.get_by_role("button", name="Vaststellen"))
    expect(jorien.get_by_text("Versie 1 is vastgesteld.")).to_be_visible()
    with jorien.expect_download() as waiting:
        hand.click(jorien.get_by_role("link", name="Als pdf", exact=True))
    waiting.value.save_as(tmp_path / "plan.pdf")
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(tmp_path / "plan.pdf").pages).split())
    assert [said for said in (QUESTION, GOAL, *STEPS) if said not in text] == []
    assert hand.clicks <= MOST_CLICKS, hand.clicks
    assert len(hand.pages) <= MOST_PAGES, hand.pages


@pytest.mark.parametrize("width", [1366, 390])
def test_the_page_of_a_light_plan_fits(house: House, width: int) -> None:
    dossier = dossier_of_one_person(house)
    jorien = house.enter("Jorien Smit", width=width)
    jorien.goto(f"{dossier}aan-tafel/kort/")
    shows(jorien, "talk-light")


def dossier_of_one_person(house: House) -> str:
    """Somebody who lives alone, found in the stack and brought on name."""
    mark = house.enter("Mark Dekker")
    follows(mark, "Onderzoeken", "Pilot tien gezinnen")
    new = mark.get_by_role("row").filter(has_text="1 volwassene").filter(has_not_text="kind")
    new.filter(has_not_text="op naam").first.get_by_role("link").click()
    expect(mark.get_by_role("heading", level=1)).to_have_text(re.compile("^Huishouden "))
    brings_it_on_name(mark)
    dossier = mark.url
    follows(mark, "Regisseur aanwijzen")
    chooses(mark, "Regisseur", "Jorien Smit")
    chooses(mark, "Achtervang", "Paula Stam")
    mark.get_by_role("radio", name="Ja, zelf gekozen").check()
    mark.get_by_role("button", name="Aanwijzen").click()
    expect(mark.get_by_text("is nu regisseur")).to_be_visible()
    return dossier
