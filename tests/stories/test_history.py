"""What a goal said before: reworded by the regisseur, read back by the family."""

import pytest
from playwright.sync_api import expect

from tests.stories.house import House
from tests.stories.pictures import WIDTHS, looked_at, seen

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", WIDTHS)
def test_old_words_are_read_back(house: House, width: int) -> None:
    jorien = house.enter("Jorien Smit", width)
    jorien.goto("/gezinnen/")
    jorien.get_by_role("link", name="De Wit").first.click()
    jorien.goto(f"{jorien.url}plan/")
    jorien.get_by_role("link", name="piekeren").first.click()
    goal = jorien.url
    jorien.goto(f"{goal}wijzigen/")
    jorien.locator("[name=measure]").fill("Wij openen de brieven samen op dinsdag.")
    jorien.get_by_role("button", name="Doel opslaan").click()
    marloes = house.enter("Marloes Bakker", width)
    marloes.goto(goal)
    marloes.get_by_role("link", name="Geschiedenis").click()
    expect(marloes.get_by_role("main")).to_contain_text("Wij openen de brieven samen op dinsdag.")
    expect(marloes.get_by_role("main")).to_contain_text("door Jorien Smit")
    found = seen(marloes, "history")
    marloes.get_by_label("Hoe stond het op").fill("31-10-2030")
    marloes.get_by_role("button", name="Laat zien").click()
    expect(marloes.get_by_role("status")).to_contain_text("Zo stond het aan het einde van 31 oktober 2030")
    assert found + looked_at(marloes) == []
