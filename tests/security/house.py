"""Kring as it stands behind https: the settings that KRING_HTTPS makes, read anew from the settings module itself."""

import runpy
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

import pytest
from django.conf import settings
from django.test import Client, override_settings

from tests.web.visitor import Visitor, signed_in

DEPENDENT = ("SECURE", "SESSION_COOKIE", "CSRF_COOKIE", "LANGUAGE_COOKIE", "FORM_COOKIE")
BY_HTTPS = {"X-Forwarded-Proto": "https", "Host": "localhost"}


def https_settings(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """What the settings module says with KRING_HTTPS=1 in the environment."""
    with monkeypatch.context() as patch:
        patch.setenv("KRING_HTTPS", "1")
        said = runpy.run_path(str(Path(settings.SOURCE) / "config" / "settings.py"))
    return {name: value for name, value in said.items() if name.startswith(DEPENDENT) and name.isupper()}


@contextmanager
def behind_https(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with override_settings(**https_settings(monkeypatch)):
        yield


def browser(account: UUID | None = None, *, csrf: bool = False) -> Visitor:
    """Somebody's, or nobody's. A page that fails answers, as it does in the product."""
    visitor = signed_in(account) if account else Visitor()
    kept = visitor.client.cookies
    visitor.client = Client(enforce_csrf_checks=csrf, raise_request_exception=False, headers=BY_HTTPS)
    visitor.client.cookies = kept
    return visitor
