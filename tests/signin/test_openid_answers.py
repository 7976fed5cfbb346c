"""What Kring believes of a provider's answer: signed by it, for us, now, and to the question that was just asked."""

import json
import time
from collections.abc import Iterator, Mapping
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import StringIO
from threading import Thread
from typing import Any

import jwt
import pytest
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from django.contrib.sessions.backends.db import SessionStore
from django.core.cache import cache
from django.core.management import call_command
from django.test import RequestFactory
from requests import TooManyRedirects

from kring.web.signin.openid import Conversation
from kring.web.signin.providers import Providers

pytestmark = pytest.mark.django_db

NONCE = "een-vraag"
NOTHING: Mapping[str, object] = {}
KEY, OTHER = (generate_private_key(65537, 2048) for _one in range(2))


class Provider(ThreadingHTTPServer):
    """Answers what a test puts on its pages; a page that is an address leads there."""

    pages: dict[str, Any]

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Answer(BaseHTTPRequestHandler):
    server: Provider

    def do_GET(self) -> None:
        page = self.server.pages[self.path]
        self.send_response(302 if isinstance(page, str) else 200)
        if isinstance(page, str):
            self.send_header("Location", page)
        self.end_headers()
        self.wfile.write(json.dumps(page).encode())

    def log_message(self, *_: object) -> None:
        """Nothing on the screen."""


def public_key(key: RSAPrivateKey, name: str) -> dict[str, Any]:
    shown: dict[str, Any] = jwt.algorithms.RSAAlgorithm.to_jwk(key.public_key(), as_dict=True)
    return shown | {"kid": name, "use": "sig"}


@pytest.fixture
def provider(now: datetime, monkeypatch: pytest.MonkeyPatch) -> Iterator[Provider]:
    monkeypatch.setenv("KRING_OIDC_SECRET", "een-geheim")
    with Provider(("127.0.0.1", 0), Answer) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        place = server.address
        names = ("authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri")
        server.pages = {
            "/.well-known/openid-configuration": {"issuer": place} | {name: f"{place}/{name}" for name in names},
            "/jwks_uri": {"keys": [public_key(KEY, "een")]},
        }
        call_command("oidc", "zeewaard", naam="Zeewaard", adres=place, client="kring", stdout=StringIO())
        yield server
        server.shutdown()
    cache.clear()


def conversation() -> Conversation:
    request = RequestFactory().get("/")
    request.session = SessionStore()
    one = Conversation(request, "zeewaard")
    one.nonce = NONCE
    return one


def token(
    provider: Provider, other: Mapping[str, object] = NOTHING, key: RSAPrivateKey | str = KEY, method: str = "RS256"
) -> str:
    moment = int(time.time())
    claims = {"iss": provider.address, "aud": "kring", "sub": "jorien", "iat": moment, "exp": moment + 60}
    kept = {name: value for name, value in (claims | {"nonce": NONCE} | dict(other)).items() if value is not None}
    return jwt.encode(kept, key, algorithm=method, headers={"kid": "een"})


def believed(given: str) -> dict[str, Any]:
    claims: dict[str, Any] = conversation()._decode_id_token(SocialApp.objects.get(), given)
    return claims


def test_a_good_answer_is_believed(provider: Provider) -> None:
    assert believed(token(provider))["sub"] == "jorien"


@pytest.mark.parametrize(
    "other",
    [
        {"nonce": "een-andere-vraag"},
        {"nonce": None},
        {"iss": "https://elders.test"},
        {"iss": None},
        {"aud": "een-ander"},
        {"aud": None},
        {"exp": 1},
        {"exp": None},
        {"sub": None},
    ],
    ids=str,
)
def test_an_answer_for_another_is_not(provider: Provider, other: dict[str, object]) -> None:
    with pytest.raises(OAuth2Error):
        believed(token(provider, other))


@pytest.mark.parametrize(("key", "method"), [(OTHER, "RS256"), ("een-geheim" * 4, "HS256"), ("", "none")])
def test_nor_is_one_that_the_provider_did_not_sign(provider: Provider, key: RSAPrivateKey | str, method: str) -> None:
    with pytest.raises(OAuth2Error):
        believed(token(provider, key=key, method=method))


def test_a_question_without_a_nonce_has_no_answer(provider: Provider) -> None:
    without = conversation()
    without.nonce = ""
    with pytest.raises(OAuth2Error):
        without._decode_id_token(SocialApp.objects.get(), token(provider, {"nonce": ""}))


@pytest.mark.parametrize(
    "said", [{"issuer": "https://elders.test"}, {"token_endpoint": "http://elders.test/token"}, {"issuer": None}]
)
def test_a_provider_that_says_it_is_another_is_not_spoken_to(provider: Provider, said: dict[str, object]) -> None:
    assert conversation().openid_config["issuer"] == provider.address
    provider.pages["/.well-known/openid-configuration"] |= said
    with pytest.raises(OAuth2Error):
        conversation().openid_config  # noqa: B018  reading it is asking


def test_nobody_is_followed_to_another_address(provider: Provider) -> None:
    provider.pages["/jwks_uri"] = f"{provider.address}/elders"
    provider.pages["/elders"] = {"keys": [public_key(KEY, "een")]}
    with pytest.raises(TooManyRedirects):
        believed(token(provider))
    with Providers().get_requests_session() as session, pytest.raises(TooManyRedirects):
        session.get(f"{provider.address}/jwks_uri")
