"""A week in Beheer without a shell: Bram Kok sets up a municipality, takes on five people, and lets a regisseur go."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.stories.house import House
from tests.stories.pictures import WIDTHS, shows

pytestmark = pytest.mark.browser

TOWN, TEAM = "Duinrand", "Wijkteam Duin"
NEWCOMERS = ("Sanne Mulder", "Youssef Aydin", "Emma Visser", "Karel Bos", "Lotte Smeets")
LEAVER, SUCCESSOR, OTHER = "Jorien Smit", "Naima Haddou", "Joyce Brand"


@pytest.mark.parametrize("width", WIDTHS)
def test_a_week_in_beheer(house: House, width: int) -> None:
    bram = house.enter("Bram Kok", width)
    adds_a_municipality_with_a_team(bram)
    for number, name in enumerate(NEWCOMERS):
        takes_on(bram, name, number)
    gives_a_role(bram, NEWCOMERS[0], "Teamleider van de organisatie")
    ends_that_role(bram, NEWCOMERS[0], "Teamleider van de organisatie")
    led = hands_the_families_over(bram)
    assert led >= 6
    closes_the_account(bram)
    raises_the_threshold(bram)
    keeps_a_word_list(bram)


def adds_a_municipality_with_a_team(bram: Page) -> None:
    bram.goto("/beheer/")
    shows(bram, "administration")
    follows(bram, "Organisaties", "Organisatie toevoegen")
    bram.get_by_label("Wat voor organisatie is het?").select_option("gemeente")
    bram.get_by_role("textbox", name="Naam").fill(TOWN)
    bram.get_by_role("textbox", name="CBS-code").fill("0997")
    presses(bram, "Voeg toe")
    follows(bram, "Team toevoegen")
    bram.get_by_role("textbox", name="Naam van het team").fill(TEAM)
    presses(bram, "Voeg toe")
    expect(bram.get_by_role("strong").filter(has_text=TEAM)).to_be_visible()
    shows(bram, "organisation")


def takes_on(bram: Page, name: str, number: int) -> None:
    bram.goto("/beheer/accounts/nieuw/")
    bram.get_by_role("textbox", name="Voor- en achternaam").fill(name)
    bram.get_by_role("textbox", name="Functie").fill("Jeugd- en gezinscoach")
    bram.get_by_label("Waar werkt deze persoon?").select_option(TOWN)
    bram.get_by_label("In welk team?").select_option(f"{TEAM} ({TOWN})")
    bram.get_by_role("textbox", name="E-mailadres van het werk").fill(f"collega{number}@duinrand.test")
    presses(bram, "Voeg toe")
    expect(bram.get_by_role("heading", level=1)).to_have_text(name)


def gives_a_role(bram: Page, name: str, role: str) -> None:
    opens(bram, name)
    follows(bram, "Rol geven")
    bram.get_by_role("radio", name=re.compile(f"^{role}")).check()
    bram.get_by_label("In welke organisatie?").select_option(TOWN)
    bram.get_by_role("textbox", name="Op welke grond?").fill("aanstelling per 1 november")
    presses(bram, "Geef de rol")
    expect(bram.get_by_role("strong").filter(has_text=role)).to_be_visible()


def ends_that_role(bram: Page, name: str, role: str) -> None:
    opens(bram, name)
    bram.get_by_role("link", name=f"Beëindig {role}").click()
    bram.get_by_role("textbox", name="Waarom?").fill("een ander leidt het team")
    presses(bram, "Beëindig de rol")
    expect(bram.get_by_role("link", name=f"Beëindig {role}")).to_have_count(0)


def hands_the_families_over(bram: Page) -> int:
    """How many there were. The page says so, and names none of them."""
    opens(bram, LEAVER)
    said = bram.get_by_text(re.compile(r"Leidt \d+ gezinnen")).inner_text()
    shows(bram, "account")
    follows(bram, "Gezinnen overdragen")
    bram.get_by_label("Wie neemt de gezinnen over?").select_option(label=chosen(bram, SUCCESSOR))
    bram.get_by_label("En waar deze collega al regisseur of achtervang is?").select_option(label=chosen(bram, OTHER))
    bram.get_by_role("textbox", name="Waarom?").fill("Jorien begint ergens anders")
    shows(bram, "transfer")
    presses(bram, "Draag alles over")
    expect(bram.get_by_text("Alles is overgedragen.")).to_be_visible()
    found = re.search(r"\d+", said)
    assert found
    return int(found[0])


def closes_the_account(bram: Page) -> None:
    follows(bram, "Uit dienst")
    bram.get_by_role("textbox", name="Waarom?").fill("andere baan")
    presses(bram, "Sluit het account")
    expect(bram.get_by_text("kan niet inloggen")).to_be_visible()


def raises_the_threshold(bram: Page) -> None:
    bram.goto("/beheer/instellingen/")
    shows(bram, "settings")
    follows(bram, "Kleinste aantal binnen de gemeente", "Wijzigen")
    bram.get_by_role("spinbutton", name="Nieuwe waarde").fill("8")
    bram.get_by_role("textbox", name="Waarom?").fill("afgesproken in de stuurgroep")
    presses(bram, "Bewaar")
    expect(bram.get_by_text("Bram Kok · afgesproken in de stuurgroep")).to_be_visible()
    shows(bram, "setting")


def keeps_a_word_list(bram: Page) -> None:
    """The new municipality gets a life area of its own, first in the list, and drops another."""
    bram.goto("/beheer/woorden/")
    bram.get_by_role("row").filter(has_text=TOWN).get_by_role("link", name="Leefgebieden", exact=True).click()
    follows(bram, "Woord toevoegen")
    bram.get_by_role("textbox", name="Woord").fill("Samen wonen in de buurt")
    presses(bram, "Voeg toe")
    follows(bram, "Samen wonen in de buurt", "Wijzigen")
    bram.get_by_label("Plaats in de lijst").select_option("1")
    bram.get_by_role("textbox", name="Waarom?").fill("zo vragen gezinnen het hier")
    presses(bram, "Bewaar")
    expect(bram.get_by_text("Bram Kok · zo vragen gezinnen het hier")).to_be_visible()
    bram.goto("/beheer/woorden/")
    bram.get_by_role("row").filter(has_text=TOWN).get_by_role("link", name="Leefgebieden", exact=True).click()
    shows(bram, "words")
    follows(bram, "geloof, cultuur en zingeving", "Niet meer gebruiken")
    bram.get_by_role("textbox", name="Waarom?").fill("niemand koos het")
    presses(bram, "Haal uit de keuzelijst")
    expect(bram.get_by_text("niet meer te kiezen", exact=True).first).to_be_visible()
    shows(bram, "word")


def opens(bram: Page, name: str) -> None:
    """By searching the list, as one does."""
    bram.goto("/beheer/accounts/")
    bram.get_by_role("searchbox", name="Zoek op naam, functie, team of rol").fill(name)
    presses(bram, "Zoek in de lijst")
    bram.get_by_role("link", name=name).click()


def chosen(bram: Page, name: str) -> str:
    return bram.locator("select[name=successor] option").filter(has_text=name).inner_text()


def follows(page: Page, *links: str) -> None:
    for link in links:
        page.get_by_role("main").get_by_role("link", name=link, exact=True).click()


def presses(page: Page, button: str) -> None:
    page.get_by_role("button", name=button, exact=True).click()
