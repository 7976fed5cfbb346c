"""The family Nowak: agreements that Agnieszka reads, a meldcode nobody of the family finds; and what a child says."""

import re

import pytest
from playwright.sync_api import Page, expect

from kring.web.manual.pictures import DESK, PHONE
from tests.stories.house import House
from tests.stories.pictures import WIDTHS, seen
from tests.stories.test_homes import dossier
from tests.stories.test_keyboard import presses, writes

pytestmark = pytest.mark.browser

MAGDA = "Magda belt elke dag om negen uur."
DOG = "’s Avonds blijft de hond beneden slapen."
FOR_A_CHILD = "De hond past op."
CAR = "Er stond weer een auto te wachten bij school."
CODE = "pierogi"
SECRET = re.compile(r"meldcode|blauwe plek|auto te wachten", re.IGNORECASE)


def nowak(house: House) -> str:
    """Where the family is, as Naima finds it."""
    return dossier(house.enter("Naima Haddou"), "Nowak")


def at(house: House, who: str, place: str, width: int = DESK) -> Page:
    page = house.enter(who, width)
    page.goto(place)
    return page


@pytest.mark.parametrize("width", WIDTHS)
def test_the_pages_about_safety_are_accessible_and_fit(house: House, width: int) -> None:
    family = nowak(house)
    naima = at(house, "Naima Haddou", f"{family}veiligheid/", width)
    expect(naima.get_by_role("main")).to_contain_text(MAGDA)
    found = seen(naima, "safety")
    naima.goto(f"{family}veiligheid/afspraak/")
    found += seen(naima, "safety-agreement")
    naima.goto(f"{family}veiligheid/cijfer/")
    found += seen(naima, "safety-figure")
    naima.goto(f"{family}veiligheid/meldcode/")
    expect(naima.get_by_role("main")).to_contain_text("Kacper niet naar buiten durfde")
    found += seen(naima, "track")
    naima.get_by_role("link", name="Opschrijven", exact=True).click()
    found += seen(naima, "track-weighing")
    agnieszka = at(house, "Agnieszka Nowak", f"{family}veiligheid/", width)
    expect(agnieszka.get_by_role("main")).to_contain_text(MAGDA)
    found += seen(agnieszka, "safety-own")
    assert found == []


def test_an_agreement_from_the_keyboard_to_the_phone_of_who_reads_it(house: House) -> None:
    family = nowak(house)
    naima = at(house, "Naima Haddou", f"{family}veiligheid/")
    presses(naima, naima.get_by_role("link", name="Nieuwe afspraak"))
    writes(naima, "Wat is er afgesproken?", DOG)
    writes(naima, "Wanneer geldt het?", "Elke avond")
    writes(naima, "Wie doet wat?", "Agnieszka laat de hond beneden")
    writes(naima, "Wie gaat na of het gebeurt?", "Jolanda Beekman")
    writes(naima, "Hetzelfde in woorden voor een kind", FOR_A_CHILD)
    presses(naima, naima.get_by_role("button", name="Schrijf op"))
    mine = naima.get_by_role("listitem").filter(has_text=DOG)
    expect(mine).to_contain_text("niemand van het gezin leest dit")
    mine.get_by_role("link", name="Wie leest dit?").click()
    naima.get_by_label("Agnieszka Nowak").check()
    naima.get_by_role("button", name="Opslaan").click()
    agnieszka = at(house, "Agnieszka Nowak", f"{family}veiligheid/", PHONE)
    expect(agnieszka.get_by_role("main")).not_to_contain_text(DOG)
    mine.get_by_role("button", name="Geldt vanaf nu").click()
    expect(naima.get_by_role("status")).to_contain_text("De afspraak geldt.")
    agnieszka.reload()
    for words in (DOG, FOR_A_CHILD, "0800-2000"):
        expect(agnieszka.get_by_role("main")).to_contain_text(words)
    expect(agnieszka.get_by_role("main")).not_to_contain_text(CODE)


def test_a_figure_stands_beside_what_the_family_gave(house: House) -> None:
    family = nowak(house)
    naima = at(house, "Naima Haddou", f"{family}veiligheid/cijfer/", PHONE)
    naima.get_by_label("Voor wie?").select_option(label="Agnieszka Nowak")
    naima.get_by_label("Hoe veilig is het nu?").select_option("8")
    naima.get_by_label("Wie geeft dit cijfer?").fill("Agnieszka Nowak")
    naima.get_by_label("Waarom dit cijfer?").fill("De hond is er.")
    naima.get_by_role("button", name="Schrijf op").click()
    expect(naima.get_by_role("main")).to_contain_text("De hond is er.")
    agnieszka = at(house, "Agnieszka Nowak", f"{family}veiligheid/", PHONE)
    expect(agnieszka.get_by_role("main")).to_contain_text("De hond is er.")


def test_the_regisseur_and_the_officer_weigh_and_decide_with_the_keyboard(house: House) -> None:
    family = nowak(house)
    naima = at(house, "Naima Haddou", f"{family}veiligheid/meldcode/")
    expect(naima.get_by_role("listitem").filter(has_text="Ingrid Bos").last).to_contain_text("aandachtsfunctionaris")
    presses(naima, naima.get_by_role("link", name="Opschrijven", exact=True))
    naima.get_by_label("1. Is er een vermoeden").select_option("yes")
    naima.get_by_label("2. Is het acuut").select_option("yes")
    writes(naima, "Wat kwam eruit?", CAR)
    presses(naima, naima.get_by_role("button", name="Opslaan"))
    expect(naima.get_by_role("main")).to_contain_text("Melden bij Veilig Thuis is dan de enige uitkomst.")
    expect(naima.get_by_role("link", name="Niet melden")).to_have_count(0)
    ingrid = at(house, "Ingrid Bos", f"{family}veiligheid/meldcode/", PHONE)
    expect(ingrid.get_by_role("main")).to_contain_text(CAR)
    expect(ingrid.get_by_role("link", name="Niet melden")).to_be_visible()
    ingrid.get_by_role("link", name="Beslissen").click()
    expect(ingrid.get_by_role("radio")).to_have_count(2)
    ingrid.get_by_role("radio", name="melden bij Veilig Thuis en hulp bieden").check()
    ingrid.get_by_role("button", name="Leg vast").click()
    expect(ingrid.get_by_role("main")).to_contain_text("Melden bij Veilig Thuis en hulp bieden")
    presses(naima, reloaded(naima).get_by_role("link", name="Het is uitgevoerd"))
    writes(naima, "Onder welk nummer kent Veilig Thuis de melding?", "VT-117")
    presses(naima, naima.get_by_role("button", name="Opslaan"))
    expect(naima.get_by_role("main")).to_contain_text("Nummer van Veilig Thuis: VT-117")


def reloaded(page: Page) -> Page:
    page.reload()
    return page


def test_agnieszka_finds_the_meldcode_nowhere_and_tomasz_cannot_come_in(house: House) -> None:
    family = nowak(house)
    agnieszka = at(house, "Agnieszka Nowak", f"{family}veiligheid/", PHONE)
    for place in ("veiligheid/", "", "plan/", "professionals/", "verloop/"):
        agnieszka.goto(f"{family}{place}")
        expect(agnieszka.get_by_role("main")).not_to_contain_text(SECRET)
    for place in ("veiligheid/meldcode/", "veiligheid/gesprek/", "veiligheid/afspraak/"):
        agnieszka.goto(f"{family}{place}")
        expect(agnieszka.get_by_role("heading", level=1)).to_have_text("Deze bladzijde is er niet")
    agnieszka.goto("/wie-keek/")
    expect(agnieszka.get_by_role("main")).not_to_contain_text(SECRET)
    door = house.door()
    door.goto("/demo/")
    expect(door.get_by_role("button", name="Agnieszka Nowak")).to_be_visible()
    expect(door.get_by_role("button", name="Tomasz")).to_have_count(0)


def test_deniz_reads_what_he_said_and_his_parents_do_not(house: House) -> None:
    family = dossier(house.enter("Naima Haddou"), "Aksoy")
    deniz = at(house, "Deniz", f"{family}veiligheid/", PHONE)
    expect(deniz.get_by_role("main")).to_contain_text("Ik krijg buikpijn als ik moet kiezen.")
    found = seen(deniz, "safety-child")
    for parent in ("Elif", "Emre"):
        page = at(house, parent, f"{family}veiligheid/", PHONE)
        expect(page.get_by_role("main")).to_contain_text("0800-2000")
        expect(page.get_by_role("main")).not_to_contain_text("buikpijn als ik")
    assert found == []


def test_on_paper_stands_no_code_word(house: House) -> None:
    naima = at(house, "Naima Haddou", f"{nowak(house)}veiligheid/")
    expect(naima.get_by_text(re.compile(CODE))).to_be_visible()
    naima.emulate_media(media="print")
    expect(naima.get_by_text(re.compile(CODE))).to_be_hidden()
    expect(naima.get_by_text(MAGDA).first).to_be_visible()
