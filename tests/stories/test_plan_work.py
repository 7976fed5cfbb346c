"""On a desk and on a phone: all goals and actions in one list, and a step that a professional proposes."""

import pytest
from playwright.sync_api import expect

from tests.stories.house import House
from tests.stories.pictures import SMALL, WIDTHS, looked_at, shows
from tests.stories.test_keyboard import goes_to, presses

pytestmark = pytest.mark.browser

FATIMA = "Fatima Amrani"
"""She works with the family for the Jeugdwet; Jorien leads."""


PAGES = ("plan/", "plan/vaststellen/", "plan/versies/", "plan/versies/2/", "plan/alles/", "plan/doelen/nieuw/")
ROUND_IT = ("familiegroepsplan/", "terugkijken/", "terugkijken/nu/", "veiligheid/", "veiligheid/meldcode/", "wmo/")


def test_the_plan_and_what_is_round_it_fit_the_smallest_width(house: House) -> None:
    jorien = house.enter("Jorien Smit", SMALL)
    jorien.goto("/gezinnen/")
    jorien.get_by_role("link", name="De Wit").first.click()
    address, found = jorien.url.split("?")[0], []
    for place in (*PAGES, *ROUND_IT):
        jorien.goto(f"{address}{place}")
        found += [f"{place}: {fault}" for fault in looked_at(jorien)]
    assert found == []


@pytest.mark.parametrize("width", WIDTHS)
def test_one_list_narrowed_to_one_person(house: House, width: int) -> None:
    jorien = house.enter("Jorien Smit", width)
    jorien.goto("/gezinnen/")
    jorien.get_by_role("link", name="De Wit").first.click()
    address = jorien.url.split("?")[0]
    jorien.goto(f"{address}plan/")
    jorien.get_by_role("link", name="Alle doelen en acties in één lijst").click()
    rows = jorien.get_by_role("table").get_by_role("row")
    everything = rows.count()
    assert everything > 2
    shows(jorien, "plan-all")
    who = jorien.get_by_role("combobox", name="Wie doet het")
    goes_to(jorien, who)
    name = who.get_by_role("option").all_inner_texts()[1]
    who.select_option(name)
    presses(jorien, jorien.get_by_role("button", name="Toon"))
    expect(jorien.get_by_role("main")).to_contain_text(name)
    assert rows.count() < everything
    assert name not in jorien.url, "no name stands in an address"


@pytest.mark.parametrize("width", WIDTHS)
def test_a_professional_proposes_a_step_and_who_leads_decides(house: House, width: int) -> None:
    fatima = house.enter(FATIMA, width)
    fatima.goto("/gezinnen/")
    fatima.get_by_role("link", name="De Wit").first.click()
    plan = f"{fatima.url.split('?')[0]}plan/"
    fatima.goto(plan)
    fatima.get_by_role("main").locator(".k-goals--full h3 a").first.click()
    presses(fatima, fatima.get_by_role("link", name="Stel een nieuwe stap voor"))
    fatima.get_by_role("textbox", name="Wat gaat u doen?").fill("Samen naar de open middag van de club")
    fatima.get_by_role("textbox", name="Wanneer is het klaar?").fill("31-12-2027")
    fatima.get_by_role("radio", name="Nee", exact=True).check()
    fatima.get_by_role("combobox", name="Waarom niet?").select_option(index=1)
    fatima.get_by_role("textbox", name="Waarom stelt u dit voor?").fill("Finn vroeg erom.")
    shows(fatima, "plan-propose")
    presses(fatima, fatima.get_by_role("button", name="Leg voor aan de regisseur"))
    jorien = house.enter("Jorien Smit", width)
    jorien.goto(plan)
    jorien.get_by_role("link", name="Bekijk en beslis").click()
    shows(jorien, "plan-proposals")
    presses(jorien, jorien.get_by_role("button", name="Neem over in het plan"))
    expect(jorien.get_by_text("Het voorstel is overgenomen.")).to_be_visible()
