"""Templates are rendered with every variable demanded; pages are shown in Chromium from memory, without a server."""

import mimetypes
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings as django_settings
from django.http import HttpRequest
from django.template import engines
from django.template.loader import render_to_string
from django.test import RequestFactory
from playwright.sync_api import Page, Route
from pytest_django import Settings

from kring.web.look.places import STATIC, WEB

HERE = Path(__file__).parent
BUILTINS = ["kring.web.templatetags.kring", "django.templatetags.i18n", "django.templatetags.static"]
SITE = "http://kring.test"
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

Show = Callable[[Page, str], None]


class Missing(str):
    """What the engine prints for a variable that is not there: nothing may be silently empty."""

    __slots__ = ()

    def __mod__(self, name: object) -> str:
        raise AssertionError(f"De bladzijde gebruikt '{name}', en dat is er niet")


@pytest.fixture
def request_() -> HttpRequest:
    return RequestFactory().get("/home/?page=3&sort=-laws")


@pytest.fixture
def strict(settings: Settings) -> None:
    """The project's templates and the test's own, with every variable demanded."""
    project = django_settings.TEMPLATES[0]
    processors = ["django.template.context_processors.request", "django.contrib.messages.context_processors.messages"]
    options = {
        "builtins": BUILTINS,
        "context_processors": processors,
        "string_if_invalid": Missing("%s"),
    }
    settings.TEMPLATES = [{**project, "DIRS": [HERE / "templates", WEB / "templates"], "OPTIONS": options}]


@pytest.fixture
def html(strict: None, request_: HttpRequest) -> Callable[..., str]:
    """Render a template file with these values."""

    def render(template: str, **values: object) -> str:
        return render_to_string(template, values, request_)

    return render


@pytest.fixture
def markup(strict: None, request_: HttpRequest) -> Callable[..., str]:
    """Render template text with these values."""

    def render(text: str, **values: object) -> str:
        return engines["django"].from_string(text).render(values, request_)

    return render


@pytest.fixture(scope="session")
def base_url() -> str:
    """In place of pytest-base-url's own, which this pytest warns about."""
    return SITE


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, object]) -> dict[str, object]:
    if CHROMIUM is None:
        if os.environ.get("KRING_BROWSER_REQUIRED"):
            pytest.fail("Chromium is nodig en niet gevonden")
        pytest.skip("Chromium is niet gevonden; installeer het of zet KRING_CHROMIUM")
    return {
        **browser_type_launch_args,
        "executable_path": CHROMIUM,
        "chromium_sandbox": os.geteuid() != 0,
        "args": FLAGS,
    }


def _policy() -> str:
    directives: dict[str, list[str]] = django_settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    return "; ".join(f"{name} {' '.join(values)}" for name, values in directives.items())


@pytest.fixture
def show() -> Show:
    """Put a page into the browser under the project's own Content-Security-Policy."""

    def put(page: Page, text: str) -> None:
        def answer(route: Route) -> None:
            path = urlsplit(route.request.url).path
            file = STATIC / path.removeprefix("/static/")
            if path.startswith("/static/") and file.is_file():
                route.fulfill(body=file.read_bytes(), content_type=mimetypes.guess_type(file.name)[0] or "font/woff2")
            else:
                route.fulfill(body=text, content_type="text/html", headers={"Content-Security-Policy": _policy()})

        page.route(f"{SITE}/**", answer)
        page.goto(f"{SITE}/home/")
        page.evaluate("document.fonts.ready")

    return put
