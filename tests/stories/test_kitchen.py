"""At the kitchen table on a phone: from first words to an agreed version, with the line away in the middle; with the
keyboard alone; two people at one goal; and a browser in which nothing is left.
"""

import re
from typing import cast

import pytest
from playwright.sync_api import Page, expect

from tests.stories.house import House
from tests.stories.keys import chooses, enters, picks, writes
from tests.stories.pictures import WIDTHS, looked_at, seen, shows
from tests.stories.seeing import faults
from tests.stories.test_main_job import (
    appoints,
    brings_it_on_name,
    finds_a_household_with_three_laws,
    follows,
    opens_the_family,
    people_of,
)

pytestmark = pytest.mark.browser

QUESTION = "Wij willen één iemand die belt."
GOOD = "We lachen veel, en oma woont om de hoek."
AWAY = "En de hond slaapt bij de jongste op de kamer."
GOAL = "Dat we op zondag weer met z’n allen aan tafel zitten."
STEP = "Op zondag samen koken"
KEPT = "Object.values(sessionStorage).concat(Object.values(localStorage)).join()"
SCREENS = [
    ("talk-here", "wie/"),
    ("talk-question", "vraag/"),
    ("talk-strengths", "goed/"),
    ("talk-goal", "doel/"),
    ("talk-do", "doen/"),
    ("talk-figure", "cijfer/"),
    ("talk-look-back", "terugkijken/"),
    ("talk-read", "voorlezen/"),
    ("talk-agree", "eens/"),
]
DATABASES = "indexedDB.databases().then(found => found.length)"


def test_from_first_words_to_an_agreed_version_on_a_phone(house: House) -> None:
    """At the table with the keys alone, and the line away in the middle."""
    mark = house.enter("Mark Dekker")
    finds_a_household_with_three_laws(mark)
    brings_it_on_name(mark)
    dossier = mark.url
    appoints(mark, lead="Jorien Smit", deputy="Paula Stam")
    jorien = house.enter("Jorien Smit", width=390)
    opens_the_family(jorien, dossier)
    members = people_of(jorien)
    sits_down(jorien)
    tells_the_question(jorien, members[0])
    loses_the_line_and_no_word(jorien)
    says_what_is_wanted(jorien, members[0])
    agrees_who_does_what(jorien, members[0])
    gives_a_figure(jorien, members[0])
    looks_ahead(jorien)
    offers_the_familys_own_plan(jorien)
    reads_it_back(jorien)
    lays_it_down(jorien)
    assert house.faults == []


def test_what_was_typed_while_the_line_was_away_is_gone_after_signing_out(house: House) -> None:
    jorien = at_table_of(house, "De Wit", width=390)
    jorien.goto(f"{jorien.url}goed/")
    jorien.context.set_offline(True)
    jorien.get_by_role("textbox", name="Wat gaat er goed?").fill(AWAY)
    expect(jorien.get_by_text("Uw tekst staat nog op dit toestel")).to_be_visible()
    assert AWAY in kept(jorien)
    jorien.context.set_offline(False)
    expect(jorien.get_by_text(re.compile(r"Bewaard om \d\d\.\d\d"))).to_be_visible()
    assert AWAY not in kept(jorien)
    jorien.get_by_role("button", name="Stoppen, later verder").click()
    signs_out(jorien)
    assert kept(jorien) == ""
    assert jorien.evaluate(DATABASES) == 0


def test_who_signs_out_with_a_text_that_was_not_sent_leaves_nothing_either(house: House) -> None:
    """The phone is shared: what could not be sent goes too."""
    jorien = at_table_of(house, "De Wit", width=390)
    address = jorien.url
    jorien.goto(f"{address}zorgen/")
    jorien.evaluate("name => sessionStorage.setItem(name, 'De huur.')", f"kring:{jorien.url}")
    jorien.goto(address)
    signs_out(jorien)
    assert kept(jorien) == ""


def test_two_people_at_one_goal_and_no_word_is_lost(house: House) -> None:
    """Jorien at the table and Marloes at her own page; the second chooses."""
    jorien, marloes = house.enter("Jorien Smit", width=390), house.enter("Marloes Bakker", width=390)
    jorien.goto("/gezinnen/")
    jorien.get_by_role("main").get_by_role("link", name="De Wit").first.click()
    follows(jorien, "Aan tafel", "Wat we willen bereiken")
    jorien.get_by_role("link", name=re.compile("^Aanpassen")).first.click()
    words = jorien.get_by_role("textbox", name="Wat wilt u bereiken?")
    hers = f"{words.input_value()} Ook in de vakantie."
    marloes.goto(jorien.url)
    said = marloes.get_by_role("textbox", name="Wat wilt u bereiken?")
    said.fill(f"{said.input_value()} Elke avond.")
    marloes.get_by_role("button", name="Verder", exact=True).click()
    marloes.wait_for_url(re.compile("/doel/$"))
    words.fill(hers)
    jorien.get_by_role("button", name="Verder", exact=True).click()
    expect(jorien.get_by_role("heading", name="Iemand anders heeft dit net ook gewijzigd")).to_be_visible()
    expect(jorien.locator("mark")).to_contain_text(["Ook in de vakantie.", "Elke avond."])
    shows(jorien, "talk-both")
    jorien.get_by_role("radio", name="Allebei, onder elkaar").check()
    jorien.get_by_role("button", name="Dit blijft staan").click()
    there = jorien.get_by_role("region", name="Dit staat er al")
    expect(there).to_contain_text("Ook in de vakantie.")
    expect(there).to_contain_text("Elke avond.")


def test_the_table_without_a_mouse(house: House) -> None:
    """Everything on the way with Tab, Space and Enter, and what is chosen shows that it is."""
    jorien = at_table_of(house, "De Wit")
    jorien.goto(f"{jorien.url}wie/")
    first = jorien.get_by_role("checkbox").first
    first.focus()
    jorien.keyboard.press("Space")
    expect(first).not_to_be_checked()
    jorien.keyboard.press("Space")
    enters(jorien, jorien.get_by_role("button", name="Verder", exact=True))
    jorien.wait_for_url(re.compile("/vraag/$"))
    jorien.goto(jorien.url.replace("/vraag/", "/droom/"))
    jorien.get_by_role("textbox").focus()
    jorien.keyboard.type(" En met de caravan weg.")
    expect(jorien.get_by_text(re.compile("^Bewaard om"))).to_be_visible()
    enters(jorien, jorien.get_by_role("button", name="Verder", exact=True))
    jorien.wait_for_url(re.compile("/doel/$"))
    assert faults(jorien) == []


@pytest.mark.parametrize("width", [390, 768, 1366])
def test_every_question_fits_and_is_accessible(house: House, width: int) -> None:
    jorien = at_table_of(house, "De Wit", width=width)
    address, found = jorien.url, []
    for screen, part in SCREENS:
        jorien.goto(address + part)
        found += seen(jorien, screen) if width in WIDTHS else [f"{screen}: {fault}" for fault in looked_at(jorien)]
    assert found == []


# Jorien, at the table


def at_table_of(house: House, family: str, width: int = 1366) -> Page:
    jorien = house.enter("Jorien Smit", width=width)
    jorien.goto("/gezinnen/")
    jorien.get_by_role("main").get_by_role("link", name=family).first.click()
    jorien.get_by_role("main").wait_for()
    follows(jorien, "Aan tafel")
    jorien.wait_for_url(re.compile("/aan-tafel/$"))
    return jorien


def sits_down(jorien: Page) -> None:
    for link in ("Aan tafel", "Beginnen"):
        enters(jorien, jorien.get_by_role("link", name=link).first)
    expect(jorien.get_by_text("Stap 1 van 9")).to_be_visible()
    writes(jorien, jorien.get_by_role("textbox", name="Wie nog meer?"), "oma Truus")
    goes_on(jorien)


def tells_the_question(jorien: Page, member: str) -> None:
    writes(jorien, jorien.get_by_role("textbox", name="Wat is uw vraag, in uw eigen woorden?"), QUESTION)
    picks(jorien, jorien.get_by_role("radio", name=member))
    expect(jorien.get_by_text(re.compile("^Bewaard om"))).to_be_visible()
    goes_on(jorien)


def loses_the_line_and_no_word(jorien: Page) -> None:
    """Typing goes on; "Verder" waits; a page that is closed meanwhile comes back with every word."""
    field = jorien.get_by_role("textbox", name="Wat gaat er goed?")
    writes(jorien, field, GOOD)
    expect(jorien.get_by_text(re.compile("^Bewaard om"))).to_be_visible()
    assert kept(jorien) == ""
    jorien.context.set_offline(True)
    jorien.keyboard.type(f" {AWAY}")
    enters(jorien, jorien.get_by_role("button", name="Verder", exact=True))
    expect(jorien.get_by_text("Uw tekst staat nog op dit toestel")).to_be_visible()
    assert AWAY in kept(jorien)
    jorien.context.set_offline(False)
    expect(jorien.get_by_text(re.compile("^Bewaard om"))).to_be_visible()
    assert kept(jorien) == ""
    goes_on(jorien)
    writes(jorien, jorien.get_by_role("textbox", name="Waar maakt u zich zorgen over?"), "De huur.")
    goes_on(jorien)
    enters(jorien, jorien.get_by_role("button", name="Overslaan"))


def says_what_is_wanted(jorien: Page, member: str) -> None:
    goal, why = "Wat wilt u bereiken?", "Waarom is dit onderwerp nu aan de beurt?"
    writes(jorien, jorien.get_by_role("textbox", name=goal), GOAL)
    picks(jorien, jorien.get_by_role("radio", name=member).first)
    chooses(jorien, jorien.get_by_role("combobox", name="Waar gaat dit over?"), "thuis en opvoeden")
    writes(jorien, jorien.get_by_role("textbox", name=why), "Wij zien elkaar te weinig.")
    goes_on(jorien)


def agrees_who_does_what(jorien: Page, member: str) -> None:
    """The own circle first: the people are the buttons."""
    writes(jorien, jorien.get_by_role("textbox", name="Wat gaat er gebeuren?"), STEP)
    picks(jorien, jorien.get_by_role("radio", name=re.compile(f"^{member}")))
    picks(jorien, jorien.get_by_role("radio", name="over twee weken"))
    enters(jorien, jorien.get_by_role("button", name="Opslaan, en nog een"))
    expect(jorien.get_by_role("region", name="Dit is al afgesproken")).to_contain_text(STEP)
    goes_on(jorien)


def gives_a_figure(jorien: Page, member: str) -> None:
    for name in ("4", member):
        picks(jorien, jorien.get_by_role("radio", name=name, exact=name == "4"))
    goes_on(jorien)


def looks_ahead(jorien: Page) -> None:
    writes(jorien, jorien.get_by_role("textbox", name="Wanneer kijkt u samen terug?"), "1-2-2027")
    writes(
        jorien, jorien.get_by_role("textbox", name="Wie kunt u bellen als het niet gaat?"), "Jorien Smit, op werkdagen"
    )
    goes_on(jorien)


def offers_the_familys_own_plan(jorien: Page) -> None:
    """What the law asks first is found from the page that reads back."""
    address = jorien.url
    follows(jorien, "Aanbieden en antwoord opschrijven")
    jorien.wait_for_url(re.compile("/familiegroepsplan/$"))
    follows(jorien, "Aanbieden en antwoord opschrijven")
    jorien.get_by_role("radio", name="Nee, de ouders willen dat niet").check()
    jorien.get_by_role("textbox", name="Wanneer is het aangeboden?").fill("30-10-2026")
    jorien.get_by_role("button", name="Opslaan", exact=True).click()
    jorien.wait_for_url(re.compile("/familiegroepsplan/$"))
    jorien.goto(address)


def reads_it_back(jorien: Page) -> None:
    page = jorien.get_by_role("article")
    for said in (QUESTION, f"{GOOD} {AWAY}", "De huur.", GOAL, STEP, "geeft nu een 4."):
        expect(page).to_contain_text(said)
    assert faults(jorien) == []


def lays_it_down(jorien: Page) -> None:
    enters(jorien, jorien.get_by_role("link", name="Het klopt. Wat vindt ieder?"))
    jorien.wait_for_url(re.compile("/eens/$"))
    for agreed in jorien.get_by_role("radio", name="eens", exact=True).all():
        picks(jorien, agreed)
    enters(jorien, jorien.get_by_role("button", name="Vaststellen"))
    expect(jorien.get_by_text("Versie 1 is vastgesteld.")).to_be_visible()
    expect(jorien.get_by_role("link", name="Als pdf")).to_be_visible()


def goes_on(jorien: Page) -> None:
    address = jorien.url
    enters(jorien, jorien.get_by_role("button", name="Verder", exact=True))
    jorien.wait_for_url(lambda url: url != address)


def kept(page: Page) -> str:
    """What stands in the storage of this browser."""
    return cast("str", page.evaluate(KEPT))


def signs_out(page: Page) -> None:
    page.locator("summary").filter(has_text="Jorien").first.click()
    page.get_by_role("button", name="Uitloggen").click()
    page.wait_for_url(re.compile("/(demo|account/login)/"))
