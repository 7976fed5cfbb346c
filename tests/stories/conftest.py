"""Chromium, and Kring served on a copy of the demo world. Without Chromium these tests are skipped, but not in CI."""

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Playwright

from tests.stories.house import House
from tests.stories.serving import serving

CHROMIUM = os.environ.get("KRING_CHROMIUM") or next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)
FLAGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    if CHROMIUM is None:
        if os.environ.get("KRING_BROWSER_REQUIRED"):
            pytest.fail("Chromium is required here and is not installed")
        pytest.skip("no Chromium on this machine: apt install chromium")
    browser = playwright.chromium.launch(executable_path=CHROMIUM, chromium_sandbox=os.geteuid() != 0, args=FLAGS)
    yield browser
    browser.close()


@pytest.fixture
def site(demo_url: str) -> Iterator[str]:
    with serving(demo_url) as address:
        yield address


@pytest.fixture
def house(chromium: Browser, site: str) -> Iterator[House]:
    """Several people at once; whatever went wrong behind their pages fails the test."""
    house = House(chromium, site)
    yield house
    house.close()
    assert house.faults == []
