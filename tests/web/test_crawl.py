"""A crawl of every page that every role can reach: no 500, no dead link, no table without rows or a sentence.

On the loaded demo world, and on an installation in which nothing but the first set-up has been done.
"""

from collections import deque
from collections.abc import Iterator
from datetime import datetime
from urllib.parse import urldefrag, urlsplit

import pytest

from kring.ground.access.demo_accounts import DemoAccount, demo_groups
from kring.ground.access.models import Login
from kring.web.setup.founding import Administrator, AreaPlan, Founding, Municipality, establish
from tests.web.visitor import Page, Visitor, signed_in

MOST_PAGES = 60
"""Per role; a list of many households repeats the same page."""
NOT_OURS = ("/static/", "/account/")


def ways(page: Page) -> Iterator[str]:
    for link in page.links():
        url = urldefrag(link).url
        if url.startswith("/") and not url.startswith(NOT_OURS):
            yield url


def shape(url: str) -> tuple[str, ...]:
    """`/dossier/<id>/plan/?sort=x` → its form: three pages of one form are enough."""
    return tuple("#" if any(sign.isdigit() for sign in part) else part for part in urlsplit(url).path.split("/"))


def crawl(visitor: Visitor, start: str = "/") -> list[str]:
    """Faults, each with its address."""
    waiting, known, forms, faults = deque([start]), {start}, dict[tuple[str, ...], int](), list[str]()
    while waiting and len(known) < MOST_PAGES * 4:
        url = waiting.popleft()
        page = visitor.get(url)
        if page.status not in {200, 403}:
            faults.append(f"{url}: {page.status}")
            continue
        if "html" not in page.response.headers.get("Content-Type", ""):
            continue
        faults += [f"{url}: an empty table without a sentence" for _table in empty_tables(page)]
        for link in ways(page):
            if link not in known and forms.get(shape(link), 0) < 3:
                known.add(link)
                forms[shape(link)] = forms.get(shape(link), 0) + 1
                waiting.append(link)
    return faults


def empty_tables(page: Page) -> list[object]:
    return [table for table in page.tree.xpath("//table") if not table.xpath(".//tbody/tr")]


def people() -> list[DemoAccount]:
    return [account for group in demo_groups() for account in group.accounts]


@pytest.mark.usefixtures("demo")
def test_in_the_demo_every_role_finds_whole_pages_only() -> None:
    found = people()
    assert len(found) >= 10
    faults = [f"{one.name} ({one.function}): {fault}" for one in found for fault in crawl(signed_in(one.id))]
    assert faults == []


@pytest.mark.django_db
def test_in_an_empty_installation_every_page_has_a_sentence_and_works(now: datetime) -> None:
    administrator = Administrator("Bram Kok", "bram@voorbeeld.test", "een lang wachtwoord hier")
    towns = [Municipality("Waterrijk", "0998")]
    establish(Founding("Waterrijk", towns, [AreaPlan("Noord", ["Waterrijk"])], "Team Noord", administrator), now)
    visitor = signed_in(Login.objects.get().id)
    assert crawl(visitor) == []


@pytest.mark.django_db
def test_a_dead_link_would_be_found() -> None:
    assert crawl(Visitor(), start="/bestaat-niet/") == ["/bestaat-niet/: 404"]
