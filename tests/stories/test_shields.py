"""Nobody may find where Agnieszka lives: a reader is named and stopped, and a text that tells it is not saved."""

import re

import pytest
from playwright.sync_api import expect

from tests.stories.house import House
from tests.stories.pictures import WIDTHS, seen

pytestmark = pytest.mark.browser

STREET = "Kruisbessenhof"


@pytest.mark.parametrize("width", WIDTHS)
def test_who_is_named_finds_it_and_nobody_tells_it(house: House, width: int) -> None:
    found = []
    ingrid = house.enter("Ingrid Bos", width)
    ingrid.goto("/bescherming/")
    found += seen(ingrid, "shields")
    ingrid.get_by_role("main").get_by_role("link", name="Gezin Nowak").click()
    expect(ingrid.get_by_role("main")).to_contain_text(STREET)
    found += seen(ingrid, "shield")
    shield = ingrid.url
    ingrid.get_by_role("link", name="Iemand aanwijzen").click()
    found += seen(ingrid, "reader-name")
    ingrid.goto(shield)
    ingrid.get_by_role("link", name=re.compile("Stoppen.*Naima Haddou")).click()
    ingrid.get_by_label("Waarom stopt dit?").fill("Zij gaat er niet meer langs.")
    ingrid.get_by_role("button", name="Lezen stoppen").click()
    expect(ingrid.get_by_role("main")).to_contain_text("Deze persoon kan het niet meer lezen.")
    dossier = shield.split("/gezinnen/")[1].split("/")[0]
    naima = house.enter("Naima Haddou", width)
    naima.goto(f"/dossier/{dossier}/personen/")
    expect(naima.get_by_role("main")).not_to_contain_text(STREET)
    expect(naima.get_by_role("main")).to_contain_text("afgeschermd")
    found += seen(naima, "people")
    naima.goto(f"/dossier/{dossier}/plan/doelen/nieuw/")
    naima.locator("[name=own_words]").fill(f"Rust op de {STREET}.")
    naima.get_by_role("button", name="Doel opslaan").click()
    expect(naima.get_by_role("alert")).to_contain_text("staat een afgeschermd gegeven")
    expect(naima.get_by_role("alert")).not_to_contain_text(STREET)
    found += seen(naima, "tells-shielded")
    assert found == []
