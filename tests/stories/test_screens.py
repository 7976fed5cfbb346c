"""The pages as people see them, at 1366 and 390 px: nothing inaccessible or undecided, no sideways scroll, no error."""

import os
import re
from collections.abc import Iterator
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Page

from tests import postgres
from tests.demo.world import drop, new_database
from tests.stories.house import House
from tests.stories.pictures import WIDTHS, seen
from tests.stories.serving import serving

pytestmark = pytest.mark.browser

TOURS = {
    "": [("demo", "/demo/"), ("roles", "/rollen/"), ("manual", "/handleiding/noodknop/")],
    "Jorien Smit": [
        ("my-day", "/"),
        ("notices", "/berichten/"),
        ("search", "/zoeken/"),
        ("known", "Vraag of iemand bekend is"),
        ("families", "/gezinnen/"),
        ("family", "De Wit"),
        ("care", "Zorgverloop"),
        ("documents", "Documenten"),
        ("circle", "../kring/"),
        ("sharing", "Delen"),
        ("answer", "Terugnemen of wijzigen"),
        ("versions", "Versies"),
        ("plan-version", "Lezen"),
        ("agree", "../../vaststellen/"),
        ("plan", "terug naar het plan"),
        ("goal", "piekeren"),
        ("score", "Cijfer geven"),
        ("action", "../acties/nieuw/"),
        ("not-found", "/dossier/00000000-0000-4000-8000-000000000000/"),
    ],
    "Annet Visser": [("task", "Vraag het gezin")],
    "Marloes Bakker": [("own-plan", "/")],
    "Tess Willems": [
        ("studies", "/onderzoek/"),
        ("study-stack", "Pilot tien"),
        ("study-case", "^[0-9A-Z]{5}-[0-9A-Z]{5}$"),
    ],
    "Sven Kramer": [
        ("areas", "/gebieden/"),
        ("area", "Zeewaard-Noord"),
        ("pilots", "/pilots/"),
        ("pilot", "Netwerk Versterkt"),
        ("letter", "Brief aan de raad"),
    ],
    "Karim Tahiri": [("breaches", "/toezicht/datalekken/"), ("breach-new", "nieuw/"), ("log-review", "/toezicht/log/")],
    "Bram Kok": [
        ("accounts", "/beheer/accounts/"),
        ("word-lists", "/beheer/woorden/"),
        ("texts", "/beheer/teksten/"),
    ],
    "Lidia Post": [("deliveries", "/leveringen/")],
}
"""Who walks past which pages, each by an address or by a link on the page before."""


@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_is_accessible_and_fits(house: House, width: int) -> None:
    found = []
    for name, tour in TOURS.items():
        page = house.enter(name, width) if name else house.door(width)
        for screen, step in tour:
            goes_on(page, step)
            found += seen(page, screen)
    assert found == []


@pytest.fixture
def empty_site() -> Iterator[str]:
    """A server on a database in which nothing is set up."""
    name = f"kring_empty_{postgres.WORKER}_{os.getpid()}"
    with serving(new_database(name, postgres.TEMPLATE)) as address:
        yield address
    drop(name)


@pytest.mark.parametrize("width", WIDTHS)
def test_the_first_visit_is_accessible_and_fits(chromium: Browser, empty_site: str, width: int) -> None:
    house = House(chromium, empty_site)
    page = house.door(width)
    page.goto("/inrichten/")
    assert page.get_by_role("heading", name="Kring inrichten").is_visible()
    assert seen(page, "setup") + house.faults == []
    house.close()


def goes_on(page: Page, step: str) -> None:
    """To an address, from here if it is a relative one, or by a link with this text."""
    if step.endswith("/"):
        page.goto(step if step.startswith("/") else urljoin(page.url, step))
    else:
        page.get_by_role("link", name=re.compile(step)).first.click()
        page.wait_for_load_state()
