"""Searching for somebody whom one does not work with: initials for a colleague, nothing of the shielded; logged."""

from collections.abc import Iterator
from datetime import date

import psycopg
import pytest
from playwright.sync_api import Page, expect

from tests.demo.world import inside_of
from tests.stories.house import House

pytestmark = pytest.mark.browser

REASON = "Moeder belde over het schoolbureau."
MIRIAM = ("Miriam Tesfay", date(1994, 10, 10))
"""Jorien leads. Annet is in Jorien's team and Henk is not; neither works with this family."""
AGNIESZKA = ("Agnieszka Nowak", date(1990, 2, 14))
"""Her address is secret. She is in nobody's list but that of who leads and who stands in."""
NOBODY = ("Wilhelmina Nergens", date(1990, 2, 14))


@pytest.fixture
def log(demo_url: str) -> Iterator[psycopg.Connection]:
    """The whole database, as its superuser: what was written is read behind the application's back."""
    name = psycopg.conninfo.conninfo_to_dict(demo_url)["dbname"]
    with psycopg.connect(inside_of(str(name)), autocommit=True) as connection:
        yield connection


def test_a_colleague_of_the_team_gets_initials_and_area_and_it_is_logged(house: House, log: psycopg.Connection) -> None:
    annet = house.enter("Annet Visser")
    asks(annet, *MIRIAM)
    expect(annet.get_by_role("heading", name="Bekend in uw team", exact=True)).to_be_visible()
    expect(annet.get_by_role("main")).to_contain_text("M.T., Zeewaard-Noord")
    assert not any(word in annet.content() for word in ("Miriam", "Tesfay"))
    assert "Niets gevonden" in asks(house.enter("Henk Vos"), *MIRIAM)
    assert searches(log) == [("Annet Visser", REASON, "Gezin Tesfay"), ("Henk Vos", REASON, None)]


def test_a_shielded_person_is_as_unknown_as_nobody_and_the_safeguarding_officer_hears_of_it(
    house: House, log: psycopg.Connection
) -> None:
    ingrid = house.enter("Ingrid Bos")
    notice = ingrid.get_by_role("listitem").filter(has_text="Er is gezocht naar een beschermd dossier.")
    expect(notice).to_have_count(0)
    henk = house.enter("Henk Vos")
    nobody, shielded = asks(henk, *NOBODY), asks(henk, *AGNIESZKA)
    assert "Niets gevonden" in shielded
    assert shielded == nobody
    assert searches(log) == [("Henk Vos", REASON, None), ("Henk Vos", REASON, "Gezin Nowak")]
    ingrid.reload()
    expect(notice).to_contain_text("Gezin Nowak")


def asks(page: Page, name: str, born: date) -> str:
    """By the menu, the search page and its second way; returns all that the page then says."""
    page.goto("/zoeken/")
    page.get_by_role("link", name="Vraag of iemand bekend is").click()
    page.get_by_role("textbox", name="Voor- en achternaam").fill(name)
    for part, value in (("Dag", born.day), ("Maand", born.month), ("Jaar", born.year)):
        page.get_by_role("textbox", name=part).fill(str(value))
    page.get_by_role("textbox", name="Waarom zoekt u?").fill(REASON)
    page.get_by_role("button", name="Vraag het").click()
    expect(page.get_by_role("main").get_by_role("status")).to_be_visible()
    return page.locator("body").inner_text()


def searches(log: psycopg.Connection) -> list[tuple[str, str, str | None]]:
    """Who asked, why, and whose dossier it was about, in their order."""
    return log.execute("""
        select staff.name, line.ground, dossier.label
          from audit_logline line
          join access_account account on account.id = line.actor
          join organisations_staff staff on staff.id = account.staff_id
          left join access_dossier dossier on dossier.id = line.dossier
         where line.what = 'search.known_here'
         order by line.id
    """).fetchall()
