"""Address and password: who enters, who is locked out and for how long, and that nobody learns who has an account."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from django.core.cache import cache
from django.db import connection

from kring.ground.access.actor import ANYBODY_ID
from kring.ground.access.models import Login
from kring.ground.audit.models import Event
from tests.access.people import Town, make_town
from tests.audit.lines import all_lines
from tests.signin.people import PASSWORD, give_login, sign_in
from tests.web.visitor import Page, Visitor, signed_in

pytestmark = pytest.mark.django_db

ADDRESS = "jorien@zeewaard.test"
WRONG = "een heel ander wachtwoord"
LOCKED = "Over 15 minuten kunt u het weer proberen."
MISMATCH = "Dit e-mailadres en dit wachtwoord horen niet bij elkaar."


@pytest.fixture
def town(now: datetime) -> Iterator[Town]:
    town = make_town(now)
    give_login(town, town.jorien, ADDRESS)
    yield town
    cache.clear()


def fails(visitor: Visitor, times: int, address: str = ADDRESS) -> list[Page]:
    return [sign_in(visitor, address, WRONG) for _turn in range(times)]


@pytest.mark.usefixtures("town")
def test_with_address_and_password_one_enters_and_leaves() -> None:
    visitor = Visitor()
    sign_in(visitor, ADDRESS.upper())
    assert visitor.client.session["_auth_user_id"] == str(Login.objects.get(email=ADDRESS).id)
    page = visitor.press(visitor.get("/account/logout/"), "Uitloggen")
    assert page.url == "/account/login/"
    assert "U bent uitgelogd." in page.text
    assert "_auth_user_id" not in visitor.client.session


@pytest.mark.usefixtures("town")
def test_after_five_wrong_passwords_the_right_one_does_not_open_and_the_page_says_how_long() -> None:
    first, *_between, last = fails(Visitor(), 5)
    assert MISMATCH in first.text
    assert MISMATCH in last.text
    visitor = Visitor()  # another computer: the lock is on the address
    page = sign_in(visitor, ADDRESS)
    assert LOCKED in page.text
    assert "_auth_user_id" not in visitor.client.session


@pytest.mark.usefixtures("town")
def test_four_wrong_ones_lock_nobody_out() -> None:
    visitor = Visitor()
    fails(visitor, 4)
    assert LOCKED not in sign_in(visitor, ADDRESS).text
    assert "_auth_user_id" in visitor.client.session


@pytest.mark.usefixtures("town")
def test_attempts_are_counted_in_the_database_and_not_under_the_address() -> None:
    """Another process sees the same table; what stands there is a hash."""
    fails(Visitor(), 1)
    with connection.cursor() as cursor:
        cursor.execute("select cache_key from django_cache where cache_key like %s", ["%login_failed%"])
        keys = [row[0] for row in cursor.fetchall()]
    assert keys
    assert not any("jorien" in key for key in keys)


@pytest.mark.usefixtures("town")
def test_an_address_without_an_account_is_answered_like_one_with() -> None:
    known = [page.text.replace(ADDRESS, "") for page in [*fails(Visitor(), 6)]]
    unknown = [page.text.replace("nobody@zeewaard.test", "") for page in fails(Visitor(), 6, "nobody@zeewaard.test")]
    assert known == unknown
    assert LOCKED in known[-1]


def test_a_closed_account_does_not_enter(town: Town) -> None:
    Login.objects.filter(id=town.jorien.id).update(is_active=False)
    visitor = Visitor()
    page = sign_in(visitor, ADDRESS)
    assert "_auth_user_id" not in visitor.client.session
    assert "Dit account is gesloten" in page.text or MISMATCH in page.text


def test_the_password_is_changed_with_the_old_one_and_with_a_sane_new_one(town: Town) -> None:
    visitor = signed_in(town.jorien.id)
    page = visitor.get("/account/password/change/")
    assert "Jorien Smit" in page.text
    new = "vier woorden in een zin"
    short = visitor.press(
        page, "Wachtwoord opslaan", {"oldpassword": PASSWORD, "password1": "kort", "password2": "kort"}
    )
    assert "12" in short.text
    wrong = visitor.press(page, "Wachtwoord opslaan", {"oldpassword": WRONG, "password1": new, "password2": new})
    assert "Dit is niet uw huidige wachtwoord." in wrong.text
    visitor.press(page, "Wachtwoord opslaan", {"oldpassword": PASSWORD, "password1": new, "password2": new})
    assert Login.objects.get(id=town.jorien.id).check_password(new)


@pytest.mark.parametrize(
    "new", [" vier woorden met randen ", "één 🌷 en nog veel meer tekens", "lang genoeg " * 40], ids=len
)
def test_a_password_is_taken_as_it_was_typed_however_long(town: Town, new: str) -> None:
    visitor = signed_in(town.jorien.id)
    answers = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    visitor.press(visitor.get("/account/password/change/"), "Wachtwoord opslaan", answers)
    login = Login.objects.get(id=town.jorien.id)
    assert login.check_password(new)
    assert not login.check_password(new.strip()[:-1])


@pytest.mark.usefixtures("town")
def test_a_password_manager_can_fill_the_fields_in() -> None:
    """They hide what is typed, say what they are for, and nothing hinders pasting."""
    page = Visitor().get("/account/login/")
    [field] = page.tree.xpath("//input[@name='password']")
    assert (field.get("type"), field.get("autocomplete")) == ("password", "current-password")
    assert page.tree.xpath("//@onpaste | //@readonly | //input/@maxlength[number(.) < 64]") == []


def test_my_account_says_how_one_signs_in(town: Town) -> None:
    page = signed_in(town.jorien.id).get("/account/")
    assert ADDRESS in page.text
    assert {"/account/password/change/", "/account/2fa/"} <= set(page.links())


@pytest.mark.parametrize("url", ["/account/signup/", "/account/email/", "/account/confirm-email/"])
def test_nobody_makes_an_own_account_or_takes_another_address(town: Town, url: str) -> None:
    assert signed_in(town.jorien.id).get(url).status == 404
    assert Visitor().get(url).status == 404


@pytest.mark.usefixtures("town")
def test_a_computer_that_tries_too_often_is_told_to_wait() -> None:
    visitor = Visitor()
    visitor.client.handler.enforce_csrf_checks = False
    answers = {visitor.client.post("/account/login/", {}).status_code for _turn in range(61)}
    assert 429 in answers
    assert "Wacht vijf minuten" in Page(visitor.client.post("/account/login/", {}), "").text


@pytest.mark.usefixtures("town")
def test_who_came_and_went_and_who_tried_is_in_the_log(town: Town) -> None:
    """NEN 7513; the address that was tried stands nowhere."""
    visitor = Visitor()
    fails(visitor, 1)
    fails(visitor, 1, "niemand@zeewaard.test")
    sign_in(visitor, ADDRESS)
    visitor.press(visitor.get("/account/logout/"), "Uitloggen")
    lines = [line for line in all_lines() if line.what.startswith("signin.")]
    assert [(line.actor, line.event, line.what) for line in lines] == [
        (town.jorien.id, Event.SIGN_FAIL, "signin.wrong_password"),
        (ANYBODY_ID, Event.SIGN_FAIL, "signin.wrong_password"),
        (town.jorien.id, Event.SIGN_IN, "signin.signed_in"),
        (town.jorien.id, Event.SIGN_OUT, "signin.signed_out"),
    ]
    assert not any("zeewaard.test" in f"{line.ground}{line.what}" for line in lines)


@pytest.mark.usefixtures("town")
def test_a_locked_address_is_in_the_log(town: Town) -> None:
    fails(Visitor(), 6)
    assert all_lines(what="signin.locked_out")[0].actor == town.jorien.id
