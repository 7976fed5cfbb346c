"""A mother asks for all that is held about her, has a word corrected and objects to research; the officer decides."""

import re
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.stories.house import House
from tests.stories.pictures import WIDTHS, looked_at, seen
from tests.stories.serving import command

pytestmark = pytest.mark.browser

MINE, LIST = "/mijn-rechten/", "/toezicht/verzoeken/"
WRONG = "Er staat dat ik bij een bakker werk. Ik werk in een bibliotheek."
PASSED_ON = "Stefan belde dat hij zijn gegevens wil hebben."


@pytest.mark.parametrize("width", WIDTHS)
def test_a_mother_gets_all_that_is_held_about_her(house: House, demo_url: str, width: int, tmp_path: Path) -> None:
    found = []
    marloes = house.enter("Marloes Bakker", width)
    marloes.goto(MINE)
    found += seen(marloes, "own-rights")
    marloes.get_by_role("button", name="Vraag al mijn gegevens op").press("Enter")
    says(marloes, "antwoord uiterlijk 1 december 2026")
    karim = house.enter("Karim Tahiri", width)
    karim.goto(LIST)
    karim.get_by_role("link", name="Marloes Bakker").click()
    karim.wait_for_url("**/verzoeken/*-*/")
    command(demo_url, "tests.stories.collecting", karim.url.split("/")[-2])
    karim.reload()
    says(karim, "Wat er is verzameld")
    found += seen(karim, "request")
    found += decides(karim)
    karim.goto(LIST)
    found += seen(karim, "requests")
    marloes.goto(MINE)
    found += seen(marloes, "own-answer")
    with marloes.expect_download() as download:
        marloes.get_by_role("link", name="Haal mijn gegevens op").click()
    download.value.save_as(tmp_path / "mine.zip")
    assert {"gegevens.json", "gegevens.pdf"} <= set(zipfile.ZipFile(tmp_path / "mine.zip").namelist())
    assert found == []


def decides(karim: Page) -> list[str]:
    """Without a word about others and about safety the form comes back."""
    karim.get_by_role("link", name="Besluiten").click()
    karim.get_by_label("alles geven").check()
    found = seen(karim, "request-decide")
    karim.get_by_role("button", name="Leg het besluit vast").click()
    expect(karim.get_by_role("alert")).to_be_visible()
    found += looked_at(karim)
    karim.get_by_label("Hoe hebt u gelet op anderen").fill("Er staat niets in dat een ander kan schaden.")
    karim.get_by_role("button", name="Leg het besluit vast").click()
    says(karim, "Het besluit is vastgelegd.")
    return found


@pytest.mark.parametrize("width", WIDTHS)
def test_a_word_is_corrected_and_what_stood_there_is_kept(house: House, width: int) -> None:
    marloes = house.enter("Marloes Bakker", width)
    marloes.goto(MINE)
    marloes.get_by_role("link", name="Vraag om iets te verbeteren").first.click()
    marloes.get_by_label("Wat klopt er niet").fill(WRONG)
    found = seen(marloes, "own-correct")
    marloes.get_by_role("button", name="Verstuur").click()
    says(marloes, WRONG)
    karim = house.enter("Karim Tahiri", width)
    karim.goto(LIST)
    karim.get_by_role("link", name="Marloes Bakker").click()
    found += looked_at(karim)
    karim.get_by_role("link", name="Besluiten").click()
    karim.get_by_label("verbeterd, zoals gevraagd").check()
    karim.get_by_label("Wat stond er?").fill("werkt bij een bakker")
    karim.get_by_label("Wat staat er nu?").fill("werkt in een bibliotheek")
    found += seen(karim, "correction-decide")
    karim.get_by_role("button", name="Leg het besluit vast").click()
    says(karim, "werkt bij een bakker")
    marloes.goto(MINE)
    expect(marloes.get_by_role("main")).not_to_contain_text("antwoord uiterlijk")
    assert found == []


@pytest.mark.parametrize("width", WIDTHS)
def test_an_objection_is_one_button_and_a_call_is_written_down(house: House, width: int) -> None:
    marloes = house.enter("Marloes Bakker", width)
    marloes.goto(MINE)
    marloes.get_by_role("button", name="Maak bezwaar tegen onderzoek").first.press("Enter")
    says(marloes, "Deze gegevens doen niet mee in onderzoek.")
    found = seen(marloes, "own-objection")
    jorien = house.enter("Jorien Smit", width)
    jorien.goto("/gezinnen/")
    jorien.get_by_role("link", name="De Wit").first.click()
    jorien.get_by_role("link", name="Rechten", exact=True).first.click()
    says(jorien, "Marloes Bakker maakt bezwaar")
    jorien.get_by_label("Over wie gaat het?").select_option(label="Stefan de Wit")
    jorien.get_by_label("inzage").check()
    jorien.get_by_label("In eigen woorden").fill(PASSED_ON)
    jorien.get_by_label("Wie vraagt het?").fill("Stefan de Wit")
    jorien.get_by_label("Hoe kwam het binnen?").select_option(label="telefoon")
    found += seen(jorien, "family-rights")
    jorien.get_by_role("button", name="Schrijf op").click()
    says(jorien, "Stefan de Wit: inzage")
    karim = house.enter("Karim Tahiri", width)
    karim.goto(LIST)
    karim.get_by_role("link", name="Stefan de Wit").click()
    karim.get_by_role("link", name="Identiteit vastleggen").click()
    found += looked_at(karim)
    karim.get_by_label("Hoe hebt u gecontroleerd").fill("paspoort gezien aan de balie")
    karim.get_by_role("button", name="Leg vast").click()
    says(karim, "paspoort gezien aan de balie")
    karim.get_by_role("link", name="Verlengen").click()
    found += looked_at(karim)
    assert found == []


def says(page: Page, words: str) -> None:
    expect(page.get_by_role("main")).to_contain_text(re.compile(re.escape(words)))
