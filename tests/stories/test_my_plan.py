"""A family on its own pages: a small phone without JavaScript, with the keys alone, and nothing left behind."""

import re

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

from kring.web.manual.pictures import DESK, PHONE
from tests.stories.house import House
from tests.stories.pictures import SMALL, WIDTHS, seen
from tests.stories.test_keyboard import goes_to, presses

pytestmark = pytest.mark.browser

SMALLEST = ViewportSize(width=SMALL, height=640)
WORRY = "piekeren over de brieven"
HARMLESS = frozenset({"csrftoken", "sessionid", "django_language"})
"""A language is no person, and the page that one comes to makes the other two anew: of nobody."""
LEFT_BEHIND = """async () => ({
  kept: localStorage.length + sessionStorage.length,
  databases: (await indexedDB.databases()).length,
  caches: (await caches.keys()).length,
  workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""


def small_phone(house: House, name: str) -> Page:
    """Without JavaScript."""
    context = house.browser.new_context(
        viewport=SMALLEST, locale="nl-NL", base_url=house.site, java_script_enabled=False
    )
    house.contexts.append(context)
    page = context.new_page()
    page.goto("/demo/")
    page.get_by_role("button", name=name).click()
    page.wait_for_url("/")
    return page


def tab(page: Page, name: str) -> None:
    page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name=name).click()


def goal(page: Page, words: str) -> Locator:
    return page.get_by_role("main").get_by_role("link", name=words).first


@pytest.mark.parametrize("width", [*WIDTHS, SMALL])
def test_the_own_pages_are_accessible_and_fit(house: House, width: int) -> None:
    marloes = house.enter("Marloes Bakker", width)
    found = seen(marloes, "own-plan")
    tab(marloes, "Ons plan")
    expect(marloes.get_by_role("heading", level=1)).to_have_text("Ons plan")
    found += seen(marloes, "our-plan")
    goal(marloes, WORRY).click()
    found += seen(marloes, "our-goal")
    marloes.get_by_role("link", name="Geef een cijfer").click()
    found += seen(marloes, "own-figure")
    marloes.get_by_role("link", name="Annuleren").click()
    marloes.get_by_role("link", name="Elke vrijdag").click()
    found += seen(marloes, "our-step")
    assert found == []


def test_marloes_gives_a_figure_on_a_small_phone_without_javascript(house: House) -> None:
    marloes = small_phone(house, "Marloes Bakker")
    goal(marloes, WORRY).click()
    marloes.get_by_role("link", name="Geef een cijfer").click()
    marloes.get_by_role("button", name="Mijn cijfer opslaan").click()
    expect(marloes.get_by_text("Kies een cijfer van 0 tot en met 10.").first).to_be_visible()
    marloes.get_by_role("radio", name="7", exact=True).check(force=True)
    marloes.get_by_label("Ik wil er iets bij zeggen").fill("Ik heb drie nachten geslapen.")
    marloes.get_by_role("button", name="Mijn cijfer opslaan").click()
    expect(marloes.get_by_role("status")).to_contain_text("Het cijfer is opgeschreven: 7.")
    expect(marloes.get_by_role("main")).to_contain_text("Ik heb drie nachten geslapen.")
    tab(marloes, "Mijn plan")
    expect(marloes.get_by_role("main")).to_contain_text(re.compile(r"Uw cijfer\s+2\s+→\s+naar\s+7"))


def test_both_parents_read_the_same_plan_and_do_their_own_step(house: House) -> None:
    elif_, emre = small_phone(house, "Elif"), small_phone(house, "Emre")
    for parent in (elif_, emre):
        tab(parent, "Ons plan")
        expect(parent.get_by_role("main")).to_contain_text("Dat papa en mama geen ruzie maken als we wisselen.")
        tab(parent, "Mijn plan")
    step = elif_.get_by_role("link", name="Niet gelukt, of iets erbij zeggen").first
    what = step.inner_text().partition(": ")[2]
    step.click()
    elif_.get_by_label("Wilt u er iets bij zeggen?").fill("Ik was ziek.")
    elif_.get_by_role("button", name="Nee, het is niet gelukt").click()
    expect(elif_.get_by_role("status")).to_contain_text(what)
    elif_.get_by_role("button", name="Ongedaan maken").click()
    expect(elif_.get_by_role("status")).to_contain_text("ongedaan")
    tab(emre, "Mijn plan")
    expect(emre.get_by_role("main")).not_to_contain_text("Ik was ziek.")


def test_jaylen_reads_je_and_the_plan_that_is_not_agreed_yet(house: House) -> None:
    jaylen = small_phone(house, "Jaylen Pinas")
    expect(jaylen.get_by_role("main")).to_contain_text("Jouw cijfer")
    tab(jaylen, "Ons plan")
    expect(jaylen.get_by_role("main")).to_contain_text("Dit plan is nog niet afgesproken")
    goal(jaylen, "Ik wil mijn mbo halen").click()
    jaylen.get_by_role("link", name="Geef een cijfer").click()
    expect(jaylen.get_by_role("main")).to_contain_text("Het is jouw cijfer.")


def test_deniz_is_twelve_and_says_what_is_not_right(house: House) -> None:
    """In words for a child; who leads answers, and nobody else reads it."""
    deniz = small_phone(house, "Deniz Yıldız")
    expect(deniz.get_by_role("main")).to_contain_text("Jouw gegevens")
    expect(deniz.get_by_role("main")).not_to_contain_text("Uw ")
    tab(deniz, "Ons plan")
    expect(deniz.get_by_role("main")).to_contain_text("Het ging één keer goed. Dat staat er niet bij.")
    deniz.get_by_role("link", name=re.compile("^De kinderen brengen en halen")).click()
    deniz.get_by_role("link", name="Dit klopt niet").click()
    expect(deniz.get_by_role("main")).to_contain_text("Je ouders niet.")
    deniz.get_by_label("Wat klopt er niet?").fill("Oom Can kan niet in december.")
    deniz.get_by_role("button", name="Versturen").click()
    expect(deniz.get_by_role("status")).to_contain_text("Verstuurd.")
    emre = small_phone(house, "Emre")
    tab(emre, "Ons plan")
    expect(emre.get_by_role("main")).not_to_contain_text("Oom Can kan niet in december.")
    naima = house.enter("Naima", DESK)
    naima.goto(emre.url.replace("/ons-plan/", "/dossier/") + "verklaring/klopt-niet/")
    expect(naima.get_by_role("main")).to_contain_text("Oom Can kan niet in december.")


@pytest.mark.parametrize(
    ("name", "link"),
    [
        ("Jaylen Pinas", "Geef een nieuw cijfer"),
        ("Marloes Bakker", "Geef een nieuw cijfer"),
        ("Elif Aksoy", "cijfer"),
        ("Emre Yıldız", "cijfer"),
    ],
)
def test_with_the_keys_alone(house: House, name: str, link: str) -> None:
    page = house.enter(name, PHONE)
    presses(page, page.get_by_role("main").get_by_role("link", name=link).first)
    goes_to(page, page.get_by_role("radio", name="0", exact=True))
    for _figure in range(6):
        page.keyboard.press("ArrowRight")
    presses(page, page.get_by_role("button", name="Mijn cijfer opslaan"))
    expect(page.get_by_role("status")).to_contain_text("Het cijfer is opgeschreven: 6.")
    leaves_nothing_behind(page)


def test_what_was_read_is_not_kept(house: House) -> None:
    marloes = house.enter("Marloes Bakker", DESK)
    tab(marloes, "Ons plan")
    assert "no-store" in marloes.request.get(marloes.url).headers["cache-control"]
    leaves_nothing_behind(marloes)
    marloes.go_back()
    expect(marloes.get_by_text(WORRY)).to_have_count(0)


def leaves_nothing_behind(page: Page) -> None:
    """Signing out empties the browser."""
    before = {one["name"]: one["value"] for one in page.context.cookies()}
    page.locator(".k-menu summary").last.click()
    with page.expect_response(lambda answer: answer.request.method == "POST") as leaving:
        page.get_by_role("button", name="Uitloggen").click()
    assert "storage" in str(leaving.value.header_value("clear-site-data"))
    page.wait_for_load_state()
    assert page.evaluate(LEFT_BEHIND) == {"kept": 0, "databases": 0, "caches": 0, "workers": 0}
    after = {one["name"]: one["value"] for one in page.context.cookies()}
    assert set(after) <= HARMLESS
    assert after.get("sessionid") != before["sessionid"]
