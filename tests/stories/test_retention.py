"""The privacy officer reads how long what is kept, and what held on another day."""

import pytest
from playwright.sync_api import expect

from tests.stories.house import House
from tests.stories.pictures import WIDTHS, looked_at, seen

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", WIDTHS)
def test_the_terms_are_read(house: House, width: int) -> None:
    karim = house.enter("Karim Tahiri", width)
    karim.goto("/bewaartermijnen/")
    expect(karim.get_by_role("main")).to_contain_text("Dossier van jeugdhulp")
    found = seen(karim, "retention")
    karim.get_by_label("Zoals het geldt op").fill("01-01-2020")
    karim.get_by_role("button", name="Laat zien").click()
    expect(karim.get_by_role("main")).to_contain_text("Bewaartermijnen op 1 januari 2020")
    assert found + looked_at(karim) == []
