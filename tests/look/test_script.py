"""What kring.js adds to pages that also work without it: focus, dialog, the token."""

from collections.abc import Callable

import pytest
from django.forms import CharField, Form
from playwright.sync_api import Page, Route, expect

from tests.look.conftest import SITE, Show
from tests.look.gallery import Shell

pytestmark = pytest.mark.browser

Html = Callable[..., str]
DIALOG = '<h2>Actie</h2><label for="what">Wat?</label><input id="what" autofocus><button data-close>Annuleren</button>'


class Report(Form):
    text = CharField(label="Wat is er besproken?")


@pytest.fixture
def live(page: Page, html: Html, show: Show) -> Page:
    show(page, html("live.html", shell=Shell()))
    return page


def answer(page: Page, path: str, body: str, status: int = 200) -> None:
    page.route(f"{SITE}{path}", lambda route: route.fulfill(status=status, body=body, content_type="text/html"))


def save(page: Page, text: str) -> None:
    page.locator("#text").fill(text)
    page.get_by_role("button", name="Opslaan").click()


def test_errors_that_come_back_take_the_focus_and_the_text_stays(live: Page, markup: Html) -> None:
    answer(live, "/report/", markup("{% error_summary form %}", form=Report({})), status=422)
    save(live, "Samen gegeten")
    expect(live.locator("[data-attention]")).to_be_focused()
    expect(live.locator("#text")).to_have_value("Samen gegeten")


def test_a_conflict_takes_the_focus(live: Page, markup: Html) -> None:
    conflict = markup('{% conflict who="Bas" theirs="Vier dagen" mine="Elke dag" %}{% endconflict %}')
    answer(live, "/report/", conflict, status=409)
    save(live, "Elke dag")
    expect(live.get_by_role("alert")).to_be_focused()


def test_every_htmx_request_carries_the_token(live: Page) -> None:
    tokens: list[str] = []

    def keep(route: Route) -> None:
        tokens.append(route.request.headers.get("x-csrftoken", ""))
        route.fulfill(body="", content_type="text/html")

    live.route(f"{SITE}/action/", keep)
    live.get_by_role("link", name="Actie toevoegen").click()
    live.wait_for_timeout(200)
    assert tokens == [live.locator("input[name=csrfmiddlewaretoken]").first.get_attribute("value")]


def test_a_dialog_opens_when_it_is_filled_and_gives_the_focus_back(live: Page) -> None:
    answer(live, "/action/", DIALOG)
    opener = live.get_by_role("link", name="Actie toevoegen")
    opener.press("Enter")
    expect(live.get_by_role("dialog")).to_be_visible()
    expect(live.locator("#what")).to_be_focused()
    live.keyboard.press("Escape")
    expect(live.get_by_role("dialog")).to_be_hidden()
    expect(opener).to_be_focused()


def test_cancelling_closes_the_dialog_and_empties_it(live: Page) -> None:
    answer(live, "/action/", DIALOG)
    live.get_by_role("link", name="Actie toevoegen").click()
    live.get_by_role("button", name="Annuleren").click()
    expect(live.locator("#what")).to_have_count(0)
