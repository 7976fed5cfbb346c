"""The first visit to an installation in which nothing is set up, and the code that opens it once."""

import pytest
from django.conf import settings

from kring.ground.access.models import Login
from kring.web.setup.code import make_code
from tests.web.visitor import Visitor

pytestmark = pytest.mark.django_db

ANSWERS = {
    "co_operation": "Sociaal domein Waterrijk",
    "municipalities": "0998 Waterrijk\n0997 Duinrand",
    "areas": "Noord: Waterrijk, Duinrand\nZuid: Waterrijk",
    "team": "Gebiedsteam Noord",
    "name": "Bram Kok",
    "email": "bram@voorbeeld.test",
    "password": "een lang wachtwoord hier",
}


def test_a_visitor_of_an_empty_installation_is_led_to_the_set_up() -> None:
    page = Visitor().get("/")
    assert page.url == "/inrichten/"
    assert "Kring inrichten" in page.text


def test_with_the_code_the_installation_is_set_up_and_the_administrator_can_sign_in() -> None:
    visitor = Visitor()
    code = make_code(settings.VAR)
    page = visitor.press(visitor.get("/inrichten/"), "Inrichten", ANSWERS | {"code": code})
    assert page.url == "/account/login/"
    assert Login.objects.get().check_password(ANSWERS["password"])
    assert visitor.get("/inrichten/").status == 404


def test_without_the_code_nothing_is_made() -> None:
    make_code(settings.VAR)
    visitor = Visitor()
    page = visitor.press(visitor.get("/inrichten/"), "Inrichten", ANSWERS | {"code": "1234-1234-1234-1234"})
    assert page.status == 422
    assert "Deze code klopt niet" in page.text
    assert not Login.objects.exists()


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("municipalities", "Waterrijk", "geen CBS-code van vier cijfers"),
        ("areas", "Noord: Elders", "die gemeente staat niet in de lijst"),
        ("password", "kort", "12"),
        ("email", "geen adres", "e-mailadres"),
    ],
)
def test_a_wrong_answer_says_what_is_wrong(field: str, value: str, says: str) -> None:
    visitor = Visitor()
    code = make_code(settings.VAR)
    page = visitor.press(visitor.get("/inrichten/"), "Inrichten", ANSWERS | {"code": code, field: value})
    assert page.status == 422
    assert says in page.text
    assert not Login.objects.exists()
