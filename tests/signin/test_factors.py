"""The second step: demanded of professionals, offered to families, taken away by an administrator when it is lost."""

import json
import time
from collections.abc import Iterator
from datetime import datetime

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core.cache import cache
from django.db import connection
from django.urls import reverse
from pytest_django import Settings

from kring.ground.access.actor import acting
from kring.ground.access.links import link_of
from kring.ground.access.models import Invitation
from kring.ground.access.services import reset_factors
from kring.ground.agenda.models import Notice, NoticeKind
from kring.ground.audit.models import Event
from kring.ground.audit.trail import recording
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.jobs import JOBS
from kring.ground.shared.verdict import Refused
from tests.access.people import Town, make_family_account, make_subject, make_town
from tests.audit.lines import all_lines
from tests.conftest import speaking_as
from tests.signin.people import PASSWORD, give_login, sign_in
from tests.web.visitor import Page, Visitor

pytestmark = pytest.mark.django_db

ADDRESS = "jorien@zeewaard.test"


@pytest.fixture
def town(now: datetime) -> Iterator[Town]:
    town = make_town(now)
    give_login(town, town.jorien, ADDRESS)
    yield town
    cache.clear()


def code_now(secret: str, steps: int = 0) -> str:
    """What the app shows at this moment, or some steps from it: the one thing here that goes by the real clock."""
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps)))


def reauthenticated(visitor: Visitor, url: str) -> Page:
    """To a page that asks for the password first."""
    page = visitor.get(url)
    assert "Bent u het zelf?" in page.text
    return visitor.press(page, "Verder", {"password": PASSWORD})


def couple_app(visitor: Visitor) -> str:
    """Couple an app with the real form; gives the secret that the app then has."""
    page = reauthenticated(visitor, "/account/2fa/totp/activate/")
    secret = str(page.tree.xpath("//code/text()")[0])
    done = visitor.press(page, "App koppelen", {"code": code_now(secret)})
    assert "Herstelcodes" in done.text
    return secret


@pytest.mark.usefixtures("town")
def test_a_professional_without_a_second_step_reaches_the_page_that_sets_one_up_and_no_other() -> None:
    visitor = Visitor()
    page = sign_in(visitor, ADDRESS)
    assert page.url == "/account/2fa/"
    assert "Kies eerst een tweede stap" in page.text
    assert {visitor.get(url).url for url in ("/", "/gezinnen/", "/zoeken/", "/berichten/")} == {"/account/2fa/"}
    couple_app(visitor)
    assert visitor.get("/").url == "/"


@pytest.mark.usefixtures("town")
def test_an_action_is_refused_too() -> None:
    visitor = Visitor()
    page = sign_in(visitor, ADDRESS)
    assert page.url == "/account/2fa/"
    visitor.client.handler.enforce_csrf_checks = False
    answer = visitor.client.post("/berichten/gelezen/", {})
    assert answer.status_code == 302
    assert answer.headers["Location"] == "/account/2fa/"


@pytest.mark.usefixtures("town")
def test_the_demo_asks_for_none(settings: Settings) -> None:
    settings.DEMO = True
    visitor = Visitor()
    assert sign_in(visitor, ADDRESS).url == "/"


def test_a_family_may_have_one_and_needs_none(town: Town) -> None:
    samira = make_family_account(town, make_subject(town.municipality, "Samira El Amrani"), "Samira El Amrani")
    give_login(town, samira, "samira@gezin.test")
    visitor = Visitor()
    assert sign_in(visitor, "samira@gezin.test").url == "/"
    page = visitor.get("/account/2fa/")
    assert "App koppelen" in page.text
    assert "Kies eerst een tweede stap" not in page.text


@pytest.mark.usefixtures("town")
def test_the_app_is_asked_for_at_the_next_sign_in_and_a_recovery_code_works_once() -> None:
    first = Visitor()
    sign_in(first, ADDRESS)
    secret = couple_app(first)
    codes = [str(code) for code in first.get("/account/2fa/recovery-codes/").tree.xpath("//li/code/text()")]
    assert len(codes) == 10

    second = Visitor()
    page = sign_in(second, ADDRESS)
    assert "Tweede stap" in page.text
    assert "_auth_user_id" not in second.client.session
    wrong = second.press(page, "Inloggen", {"code": "abcdef"})
    assert "Deze code klopt niet." in wrong.text
    assert second.press(page, "Inloggen", {"code": codes[0]}).url == "/"

    third = Visitor()
    page = sign_in(third, ADDRESS)
    assert "Deze code klopt niet." in third.press(page, "Inloggen", {"code": codes[0]}).text
    now = code_now(secret)
    assert third.press(page, "Inloggen", {"code": now}).url == "/"

    fourth = Visitor()
    page = sign_in(fourth, ADDRESS)
    assert "Deze code klopt niet." in fourth.press(page, "Inloggen", {"code": now}).text


@pytest.mark.usefixtures("town")
@pytest.mark.parametrize(("steps", "enters"), [(0, True), (-3, False), (3, False)])
def test_a_code_of_the_app_is_good_now_and_not_a_while_before_or_after(steps: int, enters: bool) -> None:
    first = Visitor()
    sign_in(first, ADDRESS)
    secret = couple_app(first)
    cache.clear()  # the code that coupled the app may be asked for again
    visitor = Visitor()
    visitor.press(sign_in(visitor, ADDRESS), "Inloggen", {"code": code_now(secret, steps)})
    assert ("_auth_user_id" in visitor.client.session) is enters


def test_wrong_codes_are_counted_and_in_the_log_and_the_right_one_waits_then(town: Town) -> None:
    """Six digits can be guessed by who knows the password: five tries, as with the password itself."""
    first = Visitor()
    sign_in(first, ADDRESS)
    secret = couple_app(first)
    tried = Visitor()
    page = sign_in(tried, ADDRESS)
    for _turn in range(5):
        page = tried.press(page, "Inloggen", {"code": "000000"})
        assert "Deze code klopt niet." in page.text
    elsewhere = Visitor()
    right = elsewhere.press(sign_in(elsewhere, ADDRESS), "Inloggen", {"code": code_now(secret)})
    assert "Over 15 minuten kunt u het weer proberen." in right.text
    assert "_auth_user_id" not in elsewhere.client.session
    failed = [(line.actor, line.what) for line in all_lines(event=Event.SIGN_FAIL)]
    assert failed == [(town.jorien.id, "signin.wrong_code")] * 5 + [(town.jorien.id, "signin.locked_out")]


def test_the_secret_of_the_app_is_kept_encrypted(town: Town) -> None:
    visitor = Visitor()
    sign_in(visitor, ADDRESS)
    secret = couple_app(visitor)
    kept = [str(one.data) for one in Authenticator.objects.filter(user_id=town.jorien.id)]
    assert kept
    assert not any(secret in one for one in kept)


@pytest.mark.usefixtures("town")
def test_a_professional_does_not_take_the_only_second_step_away() -> None:
    visitor = Visitor()
    sign_in(visitor, ADDRESS)
    couple_app(visitor)
    page = visitor.press(visitor.get("/account/2fa/totp/deactivate/"), "App weghalen")
    assert "Dit is uw enige tweede stap" in page.text
    assert Authenticator.objects.filter(type="totp").exists()


def test_a_new_password_does_not_take_the_second_step_away(town: Town) -> None:
    visitor = Visitor()
    sign_in(visitor, ADDRESS)
    couple_app(visitor)
    made = a_lost_password(town)
    new = "vijf andere woorden achter elkaar"
    chooser = Visitor()
    chooser.press(chooser.get(made), "Wachtwoord opslaan", {"password": new, "again": new})
    page = sign_in(Visitor(), ADDRESS, new)
    assert "Tweede stap" in page.text


def a_lost_password(town: Town) -> str:
    """The address that is mailed to who forgot the password."""
    visitor = Visitor()
    visitor.press(visitor.get("/account/password/reset/"), "Stuur mij de link", {"email": ADDRESS})
    with acting(town.actor(town.jorien)):
        return reverse("invitation", args=[link_of(Invitation.objects.get().id)])


def test_a_lost_second_step_is_taken_away_by_the_administrator_and_ends_every_session(town: Town) -> None:
    visitor = Visitor()
    sign_in(visitor, ADDRESS)
    couple_app(visitor)
    bram = town.actor(town.bram)
    with recording("test") as trail, acting(bram):
        reset_factors(actor=bram, account=town.jorien, ground="telefoon kwijt; gezien aan de balie")
        assert [entry.what for entry in trail.entries.values()] == ["access.factors_reset"]
    assert not Authenticator.objects.filter(user_id=town.jorien.id).exists()
    assert visitor.get("/").url == "/account/login/?next=/"
    assert "Kies eerst een tweede stap" in sign_in(Visitor(), ADDRESS).text
    with connection.cursor() as cursor:
        cursor.execute("reset session authorization")
        cursor.execute("select args from procrastinate_jobs where task_name = 'agenda.tell_sign_in_reset'")
        assert json.loads(cursor.fetchone()[0]) == {"account": str(town.jorien.id)}
        cursor.execute("set session authorization kring_app")


def test_the_owner_hears_of_it(town: Town) -> None:
    with speaking_as(DatabaseRole.JOBS):
        JOBS["agenda.tell_sign_in_reset"].run(account=town.jorien.id)
    with acting(town.actor(town.jorien)):
        assert [one.kind for one in Notice.objects.all()] == [NoticeKind.SIGN_IN_RESET]


@pytest.mark.parametrize(("who", "ground"), [("mark", "telefoon kwijt"), ("fatima", "telefoon kwijt"), ("bram", " ")])
def test_only_the_own_administrator_does_it_and_says_why(town: Town, who: str, ground: str) -> None:
    actor = town.actor(getattr(town, who))
    Authenticator.objects.create(user_id=town.jorien.id, type="totp", data={})
    with recording("test"), acting(actor), pytest.raises(Refused):
        reset_factors(actor=actor, account=town.jorien, ground=ground)
    assert Authenticator.objects.filter(user_id=town.jorien.id).exists()


@pytest.mark.usefixtures("town")
def test_the_pages_of_passkeys_and_codes_are_ours() -> None:
    visitor = Visitor()
    sign_in(visitor, ADDRESS)
    couple_app(visitor)
    words = {
        "/account/2fa/webauthn/": "U hebt nog geen passkey.",
        "/account/2fa/webauthn/add/": "Hiermee inloggen zonder wachtwoord",
        "/account/2fa/recovery-codes/generate/": "De codes die u nu hebt, werken dan niet meer.",
        "/account/2fa/totp/deactivate/": "App weghalen",
    }
    assert {url: text in visitor.get(url).text for url, text in words.items()} == dict.fromkeys(words, True)
