"""Every page shell offers the languages; who chooses English reads English, until the choice changes."""

import pytest
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.storage.session import SessionStorage
from django.contrib.sessions.backends.signed_cookies import SessionStore
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.urls import reverse
from lxml import html

from tests.web.visitor import Visitor

pytestmark = pytest.mark.django_db
SHELLS = ("base.html", "base_entrance.html", "base_family.html")


def a_request() -> HttpRequest:
    request = RequestFactory().get("/privacy/")
    request.session = SessionStore()
    request.user = AnonymousUser()
    request._messages = SessionStorage(request)  # type: ignore[attr-defined]  # what the messages middleware sets
    return request


def language_forms(tree: html.HtmlElement) -> list[html.HtmlElement]:
    return [form for form in tree.iter("form") if form.get("action") == reverse("language")]


@pytest.mark.parametrize("shell", SHELLS)
def test_every_shell_offers_the_languages_in_a_form_without_javascript(shell: str) -> None:
    [form] = language_forms(html.fromstring(render_to_string(shell, request=a_request())))
    assert form.get("method") == "post"
    assert [button.get("value") for button in form.iter("button")] == ["nl", "en"]
    given = {control.get("name"): control.get("value") for control in form.iter("input")}
    assert given["csrfmiddlewaretoken"]
    assert given["next"] == "/privacy/"


@pytest.mark.parametrize(
    ("url", "dutch", "english"),
    [
        ("/privacy/", "Wie heeft er gekeken?", "Who has looked?"),
        ("/account/login/", "Met het adres waarop u bent uitgenodigd.", "With the address at which you were invited."),
        ("/inrichten/", "Kring inrichten", "Set up Kring"),
    ],
)
def test_who_chooses_english_reads_english_on_the_same_page(url: str, dutch: str, english: str) -> None:
    visitor = Visitor()
    before = visitor.get(url)
    after = visitor.press(before, "English")
    assert (before.url, after.url) == (url, url)
    assert dutch in before.text
    assert english not in before.text
    assert english in after.text
    assert dutch not in after.text
    assert after.tree.get("lang") == "en"


def test_the_choice_stays_and_can_be_taken_back() -> None:
    visitor = Visitor()
    visitor.press(visitor.get("/privacy/"), "English")
    assert visitor.client.cookies[settings.LANGUAGE_COOKIE_NAME].value == "en"
    assert "Accessibility" in visitor.get("/toegankelijkheid/").text
    back = visitor.press(visitor.get("/toegankelijkheid/"), "Nederlands")
    assert "Hoe ver zijn we?" in back.text


def test_the_switch_never_leads_to_another_site() -> None:
    visitor = Visitor()
    form = visitor.get("/privacy/")
    token = form.tree.xpath("string(//input[@name='csrfmiddlewaretoken']/@value)")
    answer = visitor.client.post(
        reverse("language"), {"csrfmiddlewaretoken": token, "language": "en", "next": "https://elders.test/"}
    )
    assert (answer.status_code, answer["Location"]) == (302, "/")


def test_a_language_that_kring_does_not_speak_is_not_kept() -> None:
    visitor = Visitor()
    token = visitor.get("/privacy/").tree.xpath("string(//input[@name='csrfmiddlewaretoken']/@value)")
    answer = visitor.client.post(reverse("language"), {"csrfmiddlewaretoken": token, "language": "xx", "next": "/"})
    assert answer.status_code == 302
    assert settings.LANGUAGE_COOKIE_NAME not in visitor.client.cookies
