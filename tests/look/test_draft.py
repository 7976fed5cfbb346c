"""What draft.js adds to a question at the table: saving while typing, and not a word lost while the line is away."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from kring.web.look.places import STATIC
from tests.look.conftest import SITE, Show
from tests.look.gallery import Shell

pytestmark = pytest.mark.browser

SAYS = "We eten samen."
LARGEST = 4096


@pytest.fixture
def table(page: Page, html: Callable[..., str], show: Show) -> Page:
    show(page, html("draft.html", shell=Shell()))
    return page


@pytest.fixture
def sent(table: Page) -> list[str]:
    """What came in at the server."""
    bodies: list[str] = []

    def take(route: Route) -> None:
        bodies.append(route.request.post_data or "")
        if 'name="deed"\r\n\r\ndraft' in bodies[-1]:
            route.fulfill(body=json.dumps({"said": "Bewaard om 14.03"}), content_type="application/json")
        else:
            route.fulfill(body="<title>De volgende vraag</title>", content_type="text/html")

    table.route(f"{SITE}/table/", take)
    return bodies


def kept(page: Page) -> list[str]:
    found: list[str] = page.evaluate("Object.values(sessionStorage)")
    return found


def test_the_script_is_small() -> None:
    assert len((STATIC / "draft.js").read_bytes()) <= LARGEST


def test_what_is_typed_is_saved_and_the_page_says_when(table: Page, sent: list[str]) -> None:
    table.locator("#text").fill(SAYS)
    expect(table.get_by_role("status")).to_have_text("Bewaard om 14.03")
    assert [SAYS in body for body in sent] == [True]
    assert kept(table) == []


def test_a_text_waits_in_this_tab_while_the_line_is_away_and_goes_once_it_is_sent(table: Page, sent: list[str]) -> None:
    table.context.set_offline(True)
    table.locator("#text").fill(SAYS)
    expect(table.get_by_role("status")).to_have_text("Geen verbinding.")
    assert SAYS in kept(table)[0]
    assert sent == []
    table.context.set_offline(False)
    expect(table.get_by_role("status")).to_have_text("Bewaard om 14.03")
    assert kept(table) == []


def test_a_page_that_was_reloaded_gives_the_text_and_the_choice_back(table: Page) -> None:
    table.route(f"{SITE}/table/", lambda route: route.abort())
    table.locator("#text").fill(SAYS)
    table.get_by_role("radio", name="Stefan").check()
    expect(table.get_by_role("status")).to_have_text("Geen verbinding.")
    table.wait_for_function("Object.values(sessionStorage).join().includes('Stefan')")
    table.reload()
    expect(table.locator("#text")).to_have_value(SAYS)
    expect(table.get_by_role("radio", name="Stefan")).to_be_checked()


def test_going_on_waits_until_the_line_is_back(table: Page, sent: list[str]) -> None:
    table.context.set_offline(True)
    table.locator("#text").fill(SAYS)
    table.get_by_role("button", name="Verder").click()
    expect(table.get_by_role("status")).to_have_text("Geen verbinding.")
    expect(table.locator("#text")).to_have_value(SAYS)
    table.context.set_offline(False)
    expect(table.get_by_role("status")).to_have_text("Bewaard om 14.03")
    table.get_by_role("button", name="Verder").click()
    expect(table).to_have_title("De volgende vraag")
    assert "deed=next" in sent[-1]


def test_going_on_at_once_saves_first_and_presses_the_same_button(table: Page, sent: list[str]) -> None:
    table.locator("#text").fill(SAYS)
    table.get_by_role("button", name="Verder").click()
    expect(table).to_have_title("De volgende vraag")
    assert "deed=next" in sent[-1]
    assert SAYS in sent[0]


@pytest.mark.parametrize(
    ("answer", "said"),
    [(422, "Er staat iets in wat is afgeschermd."), (503, "Geen verbinding.")],
)
def test_what_the_server_does_not_take_is_said(table: Page, answer: int, said: str) -> None:
    table.route(f"{SITE}/table/", lambda route: route.fulfill(status=answer, body=""))
    table.locator("#text").fill(SAYS)
    expect(table.get_by_role("status")).to_have_text(said)
    expect(table.locator("#text")).to_have_value(SAYS)
