"""Jaylen is sixteen and does not agree: his words are on the page, on paper, in the easy plan and on his own phone."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from kring.web.manual.pictures import DESK
from tests.stories.house import House
from tests.stories.pictures import WIDTHS, shows
from tests.stories.test_keyboard import goes_to, presses
from tests.stories.test_main_job import follows

pytestmark = pytest.mark.browser

JAYLEN = "Jaylen Pinas"
REASON = "Ik ga niet praten met mensen die ik niet ken."
LATER = "Nu oom Ricardo erbij is, wil ik het wel proberen."
PAPERS = ("Het plan", "Grote letters en korte zinnen")


@pytest.mark.parametrize("width", WIDTHS)
def test_who_does_not_agree_is_printed_in_the_own_words(house: House, tmp_path: Path, width: int) -> None:
    jorien = house.enter("Jorien Smit", width)
    opens_the_plan_of_his_family(jorien)
    says_not_agreed_with_the_keys(jorien)
    shows(jorien, "positions-agree")
    lays_it_down(jorien)
    opinion = jorien.get_by_role("region", name="Wat iedereen van dit plan vond")
    expect(opinion).to_contain_text(JAYLEN)
    expect(opinion).to_contain_text("Niet eens")
    expect(opinion).to_contain_text(REASON)
    shows(jorien, "positions")
    for link in PAPERS:
        text = paper(jorien, link, tmp_path)
        assert re.search(rf"{JAYLEN}.{{0,40}}[Nn]iet eens", text), link
        assert REASON in text, link


@pytest.mark.parametrize("width", WIDTHS)
def test_he_reads_his_words_himself_and_says_later_that_he_agrees(house: House, width: int) -> None:
    """What he said first stays where it is; the later opinion comes beside it with its day (BR-020)."""
    jorien = house.enter("Jorien Smit", DESK)
    opens_the_plan_of_his_family(jorien)
    says_not_agreed_with_the_keys(jorien)
    lays_it_down(jorien)
    jaylen = house.enter(JAYLEN, width)
    jaylen.goto("/ons-plan/")
    mine = jaylen.get_by_role("main")
    expect(mine).to_contain_text(REASON)
    shows(jaylen, "positions-own")
    presses(jaylen, jaylen.get_by_role("link", name="Zeg wat jij nu van dit plan vindt"))
    goes_to(jaylen, jaylen.get_by_role("radio", name="eens", exact=True))
    jaylen.keyboard.press("Space")
    goes_to(jaylen, jaylen.get_by_role("textbox", name="Ik wil er iets bij zeggen"))
    jaylen.keyboard.type(LATER)
    shows(jaylen, "positions-later")
    presses(jaylen, jaylen.get_by_role("button", name="Mening opslaan"))
    jaylen.wait_for_url(re.compile("/ons-plan/"))
    expect(mine).to_contain_text(REASON)
    expect(mine).to_contain_text(LATER)


def opens_the_plan_of_his_family(jorien: Page) -> None:
    """The family's own plan goes first: it came in on paper, and it is the plan."""
    jorien.goto("/gezinnen/")
    jorien.get_by_role("main").get_by_role("link", name="Pinas").first.click()
    follows(jorien, "Familiegroepsplan", "Plan op papier ontvangen")
    jorien.get_by_role("button", name="Plan is ontvangen").click()
    follows(jorien, "Zeg of het zo kan")
    jorien.get_by_role("radio", name="aanvaard", exact=True).check()
    jorien.get_by_role("button", name="Opslaan", exact=True).click()
    follows(jorien, "Gezinsplan", "Naar vaststellen")


def says_not_agreed_with_the_keys(jorien: Page) -> None:
    asked = opinion_of(jorien, JAYLEN)
    goes_to(jorien, asked.get_by_role("radio", name="eens", exact=True))
    jorien.keyboard.press("Space")
    jorien.keyboard.press("ArrowDown")
    jorien.keyboard.press("ArrowDown")
    expect(asked.get_by_role("radio", name="niet eens")).to_be_checked()
    said = jorien.get_by_role("textbox", name=f"Wat zegt {JAYLEN} erover?")
    goes_to(jorien, said)
    jorien.keyboard.type(REASON)


def lays_it_down(jorien: Page) -> None:
    """Everybody else says yes."""
    for voice in jorien.locator(".k-opinion").filter(has_not=opinion_of(jorien, JAYLEN)).all():
        voice.get_by_role("radio", name="eens", exact=True).check()
    jorien.get_by_role("button", name="Vaststellen").click()
    expect(jorien.get_by_text("Versie 1 is vastgesteld.")).to_be_visible()


def opinion_of(page: Page, name: str) -> Locator:
    return page.get_by_role("group", name=name)


def paper(page: Page, link: str, folder: Path) -> str:
    with page.expect_download() as waiting:
        page.get_by_role("link", name=link, exact=True).click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())
