"""Sanne and Abena look back with Naima and stop; afterwards somebody asks how it goes, and they come back.

Closing leaves them with one page: what they wanted, how it is now, what stays and whom to call.
"""

import re

import pytest
from playwright.sync_api import Page, expect

from kring.web.manual.pictures import PHONE
from tests.stories.house import House
from tests.stories.pictures import WIDTHS, seen
from tests.stories.test_familiegroepsplan import dossier_of, says
from tests.stories.test_keyboard import presses

pytestmark = pytest.mark.browser

STAYS = "Iris wandelt op woensdag mee. De babygroep is op donderdag."
RELAPSE = "Drie zware ochtenden achter elkaar? Dan belt Sanne Naima."
HEAVY = "De ochtenden zijn weer zwaar."


def course_of(page: Page) -> str:
    return f"{dossier_of(page, 'Hendriks')}terugkijken/"


def looks_back(naima: Page) -> None:
    naima.get_by_role("link", name="Samen terugkijken", exact=True).click()
    naima.get_by_label("Abena Osei: ik kon meebeslissen").select_option("9")
    naima.get_by_label("Abena Osei: het hielp").select_option("8")
    naima.get_by_label("Wat is er gezegd?").fill("De ochtenden gaan goed.")
    naima.get_by_role("radio", name="afsluiten").check()


def closes(naima: Page) -> None:
    naima.get_by_role("checkbox", name="Iedereen is om een laatste cijfer gevraagd").check()
    naima.get_by_label("Wat blijft er? Wie helpt er nog?").fill(STAYS)
    naima.get_by_label("Wat doet u als het weer moeilijk wordt?").fill(RELAPSE)
    naima.get_by_label("Wie kan het gezin dan bellen?").fill("Naima Haddou")
    naima.get_by_role("radio", name="ja", exact=True).check()
    naima.get_by_role("checkbox", name="Het gezin krijgt de brief met deze afspraken").check()


@pytest.mark.parametrize("width", WIDTHS)
def test_from_looking_back_to_coming_back(house: House, width: int) -> None:
    naima = house.enter("Naima Haddou", width)
    course = course_of(naima)
    naima.goto(course)
    says(naima, "herhaald beroep")
    found = seen(naima, "looking-back")
    looks_back(naima)
    found += seen(naima, "evaluate")
    naima.get_by_role("button", name="Opslaan").click()
    expect(naima).to_have_url(re.compile("afsluiten/$"))
    naima.get_by_role("button", name="Sluit het plan af").click()
    says(naima, "Schrijf op wat er blijft: wie helpt er nog?")
    closes(naima)
    found += seen(naima, "closing")
    naima.get_by_role("button", name="Sluit het plan af").click()
    says(naima, STAYS)
    says(naima, "Bel Naima Haddou")
    found += seen(naima, "look-back")
    naima.goto(course)
    naima.get_by_role("link", name=re.compile("Opschrijven hoe het gaat")).first.click()
    naima.get_by_label("Hoe gaat het?").fill(HEAVY)
    found += seen(naima, "after-care")
    naima.get_by_role("button", name="Opslaan").click()
    says(naima, HEAVY)
    comes_back(naima)
    assert found == []


def comes_back(naima: Page) -> None:
    """Within a year: the plan as it was, and it counts as herhaald beroep."""
    naima.get_by_role("link", name="Heropenen").click()
    naima.get_by_label("Waarom gaat het plan weer open?").fill(HEAVY)
    naima.get_by_role("button", name="Open het plan weer").click()
    says(naima, "Het plan is weer open, zoals het was.")
    says(naima, "herhaald beroep")
    expect(naima.get_by_role("link", name="Samen terugkijken", exact=True)).to_be_visible()


def test_a_closing_is_undone_with_the_keys_alone(house: House) -> None:
    naima = house.enter("Naima Haddou", PHONE)
    course = course_of(naima)
    naima.goto(f"{course}afsluiten/")
    closes(naima)
    naima.get_by_role("button", name="Sluit het plan af").click()
    says(naima, STAYS)
    presses(naima, naima.get_by_role("button", name="Ongedaan maken"))
    says(naima, "U kijkt weer samen terug op")
