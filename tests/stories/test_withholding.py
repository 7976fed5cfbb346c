"""Something is kept from one parent for a time: asked by one professional, agreed by another, and given afterwards."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.stories.house import House
from tests.stories.pictures import WIDTHS, looked_at, seen

pytestmark = pytest.mark.browser

WHY = "Marloes kan dit nu nog niet aan; volgende week praten wij erover."


@pytest.mark.parametrize("width", WIDTHS)
def test_it_is_withheld_and_given(house: House, width: int) -> None:
    found = []
    jorien = house.enter("Jorien Smit", width)
    jorien.goto("/gezinnen/")
    jorien.get_by_role("link", name="De Wit").first.click()
    dossier = jorien.url
    jorien.goto(f"{dossier}achterhouden/")
    found += seen(jorien, "withheld")
    later = moved(jorien.get_by_label("Wanneer bekijkt u dit opnieuw?").input_value(), 28)
    fills(jorien)
    expect(jorien.get_by_role("main")).to_contain_text("voorlopig achtergehouden")
    found += seen(jorien, "withheld-asked")
    second = house.enter("Fatima Amrani", width)
    second.goto("/")
    second.get_by_role("link", name="Geef uw mening over iets in dit dossier").first.click()
    second.get_by_role("link", name="Bekijk het").click()
    second.get_by_role("link", name="Geef uw mening").click()
    found += seen(second, "withheld-opinion")
    second.get_by_label("mee eens", exact=True).check()
    second.get_by_label("Waarom vindt u dat?").fill("Met minder kan het hier niet.")
    second.get_by_role("button", name="Leg uw mening vast").click()
    expect(second.get_by_role("main")).to_contain_text("achtergehouden sinds")
    marloes = house.enter("Marloes Bakker", width)
    marloes.goto(f"{dossier}achterhouden/")
    expect(marloes.get_by_role("main")).not_to_contain_text("achtergehouden")
    jorien.goto(f"{dossier}achterhouden/")
    jorien.get_by_role("link", name="Langer achterhouden").click()
    found += looked_at(jorien)
    jorien.get_by_label("Tot en met welke dag?").fill(later)
    jorien.get_by_label("Waarom is het nog nodig?").fill("Het gesprek is uitgesteld.")
    jorien.get_by_label("Welke andere professional").select_option(label="Fatima Amrani (Gezinsbegeleider)")
    jorien.get_by_role("button", name="Vraag de mening").click()
    expect(jorien.get_by_role("main")).to_contain_text("om een mening gevraagd over langer")
    found += looked_at(jorien)
    jorien.get_by_role("link", name="Niet meer nodig").click()
    found += looked_at(jorien)
    jorien.get_by_label("Waarom is het niet meer nodig?").fill("Wij hebben er samen over gepraat.")
    jorien.get_by_role("button", name="Niet meer achterhouden").click()
    expect(jorien.get_by_role("main")).to_contain_text("Er wordt niets achtergehouden")
    assert found == []


def moved(day: str, days: int) -> str:
    """The form proposes four weeks: counted from there."""
    return f"{datetime.strptime(day, '%d-%m-%Y').replace(tzinfo=UTC) + timedelta(days):%d-%m-%Y}"


def fills(page: Page) -> None:
    page.get_by_label("Marloes Bakker").check()
    page.get_by_label("Wat houdt u achter?").select_option(index=1)
    page.get_by_label("Waarom?").fill(WHY)
    page.get_by_label("Welke andere professional").select_option(label="Fatima Amrani (Gezinsbegeleider)")
    review = page.get_by_label("Wanneer bekijkt u dit opnieuw?")
    review.fill(moved(review.input_value(), -18))
    page.get_by_label("Het kan niet wachten").check()
    page.get_by_role("button", name="Vraag de mening").click()
