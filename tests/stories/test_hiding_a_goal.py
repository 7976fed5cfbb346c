"""From sixteen: Jaylen keeps what he said to himself. His mother reads it on no page, paper or version; hers stays."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from kring.web.manual.pictures import DESK, PHONE
from tests.stories.house import House
from tests.stories.pictures import looked_at
from tests.stories.test_positions import lays_it_down, opens_the_plan_of_his_family, says_not_agreed_with_the_keys

pytestmark = pytest.mark.browser

HIS = "Dat ik zelf kies wie er meekijkt"
HERS = "Dat ik na de nachtdienst rustig kan slapen"
ONLY_HIM = "Alleen Jaylen Pinas"


def test_jaylen_hides_his_goal_and_his_mother_sees_it_nowhere(house: House, tmp_path: Path) -> None:
    jaylen = house.enter("Jaylen Pinas", PHONE)
    plan = plan_of(jaylen)
    writes_goal(jaylen, plan, HIS, "Jaylen Pinas")
    shirley = house.enter("Shirley Pinas", PHONE)
    expect(reads(shirley, plan)).to_contain_text(HIS)
    hides(jaylen, plan, HIS)
    expect(reads(jaylen, plan)).to_contain_text(HIS)
    jorien = house.enter("Jorien Smit", DESK)
    expect(reads(jorien, plan)).to_contain_text(HIS)
    opens_the_plan_of_his_family(jorien)
    says_not_agreed_with_the_keys(jorien)
    lays_it_down(jorien)
    for place in ("/", "/ons-plan/", plan, f"{plan}alles/", f"{plan}versies/", f"{plan}versies/1/"):
        expect(reads(shirley, place)).not_to_contain_text(HIS)
    paper = tmp_path / "plan.pdf"
    paper.write_bytes(shirley.request.get(f"{plan}versies/1/plan.pdf").body())
    printed = " ".join(" ".join(page.extract_text() for page in PdfReader(paper).pages).split())
    assert "Ik wil mijn mbo halen" in printed
    assert HIS not in printed


def test_he_does_not_hide_hers_by_writing_that_he_said_it(house: House) -> None:
    shirley = house.enter("Shirley Pinas", PHONE)
    plan = plan_of(shirley)
    writes_goal(shirley, plan, HERS, "Shirley Pinas")
    jaylen = house.enter("Jaylen Pinas", PHONE)
    opens_goal(jaylen, plan, HERS)
    jaylen.get_by_role("link", name="Aanpassen").first.click()
    expect(jaylen.get_by_role("radio", name=ONLY_HIM)).to_have_count(0)
    jaylen.get_by_label("Wie zei dit?").fill("Jaylen")
    jaylen.get_by_role("button", name="Doel opslaan").click()
    expect(jaylen.get_by_role("alert")).to_contain_text("Een ander zei dit.")
    assert looked_at(jaylen) == []
    expect(reads(shirley, plan)).to_contain_text(HERS)


def plan_of(page: Page) -> str:
    """Where one writes in the plan oneself."""
    page.goto("/ons-plan/")
    page.get_by_role("link", name="Zelf iets in het plan schrijven").click()
    page.wait_for_url("**/plan/")
    return page.url


def writes_goal(page: Page, plan: str, words: str, speaker: str) -> None:
    page.goto(f"{plan}doelen/nieuw/")
    page.get_by_label("Wat wil").fill(words)
    page.get_by_label("Wie zei dit?").fill(speaker)
    page.get_by_label("Waar gaat dit over?").select_option(label="geld")
    page.get_by_label("Waarom is dit onderwerp nu aan de beurt?").fill("Daar gaat het om.")
    page.get_by_role("button", name="Doel opslaan").click()
    expect(page.get_by_role("status")).to_contain_text("Het doel staat in het plan.")


def hides(page: Page, plan: str, words: str) -> None:
    opens_goal(page, plan, words)
    page.get_by_role("link", name="Aanpassen").first.click()
    page.get_by_role("radio", name=ONLY_HIM).check(force=True)
    page.get_by_role("button", name="Doel opslaan").click()
    expect(page.get_by_role("main")).to_contain_text(ONLY_HIM.replace("Alleen", "Alleen voor"))


def opens_goal(page: Page, plan: str, words: str) -> None:
    page.goto(plan)
    page.get_by_role("main").get_by_role("link", name=words).first.click()


def reads(page: Page, place: str) -> Locator:
    page.goto(place)
    return page.get_by_role("main")
